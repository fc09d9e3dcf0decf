// Private to the room: which rules may match from a place.
//
// One walk along the text from there decides it for all rules at once, and ends
// at the first byte with which no rule goes on, or so far from its beginning
// that RE2 may as well be asked. How many rules there are, or how many of them
// begin with the same words, makes it no longer.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/shapes.h"
#include "text/text.h"

namespace kehoach {

// An automaton that grows where a text leads it for the first time; any number
// of threads may ask at once.
class Openings {
 public:
  // More states than any archive was seen to need by far (some 30 MB at most).
  static constexpr std::size_t kMostStates = 16384;

  // Beyond `most_states` it tells less: more rules may match, never fewer.
  explicit Openings(std::size_t most_states = kMostStates);
  ~Openings();

  // Adds the next rule: its expression, and the literals (not empty) that its
  // matches begin with, "^" (the start of a paragraph) or "\\d" (a number).
  void add(std::string_view expression,
           const std::vector<std::string>& triggers);
  // No `add` after this.
  void build();

  // Where the walk begins.
  struct Start {
    bool paragraph = false;  // a paragraph begins here
    bool number = false;     // and no digit stands in front
  };
  // Whether any rule begins with `byte`, but for those of a paragraph's start.
  [[nodiscard]] bool may_begin(char byte) const {
    return begins_.test(static_cast<unsigned char>(byte));
  }
  // Sets `rules` to those with a trigger at `at` whose expressions may match
  // from there up to `end`, in order. All rules that do match are among them.
  void find(std::string_view folded, std::uint32_t at, std::uint32_t end,
            Start start, std::vector<std::uint32_t>& rules) const;

 private:
  struct Trigger {
    std::string text;
    std::uint32_t rule = 0;
    auto operator<=>(const Trigger&) const = default;
  };
  // What is known behind some bytes: the triggers that go on from there, and
  // the places of the shapes of rules whose triggers stood there.
  struct Position {
    std::uint32_t begin = 0;  // of the triggers, among all
    std::uint32_t end = 0;
    std::uint32_t depth = 0;  // how many of their bytes are read
    ShapePlaces places;
    std::vector<std::uint32_t> rules;  // that may match, whatever follows
    bool number = false;               // if a digit is next, a number begins
    auto operator<=>(const Position&) const = default;
  };
  // A state by its number, and whether rules may match there whatever follows.
  using State = std::uint16_t;

  [[nodiscard]] Position start_at(Start start) const;
  [[nodiscard]] ByteSet live_bytes(const Position& at) const;
  [[nodiscard]] Position step(const Position& from, unsigned char byte) const;
  void unlock(std::uint32_t rule, std::string_view read, Position& at) const;
  void group_bytes();
  [[nodiscard]] State* row_of(State state) const;
  [[nodiscard]] State keep(Position position) const;
  [[nodiscard]] State grow(State from, unsigned char byte) const;
  void give_up(const Position& position, std::string_view rest,
               std::string_view from_beginning,
               std::vector<std::uint32_t>& rules) const;

  Shapes shapes_;
  std::vector<Trigger> triggers_;        // in order, once they are built
  std::vector<std::uint32_t> at_start_;  // rules, by the other triggers
  std::vector<std::uint32_t> at_digit_;
  ByteSet begins_;
  std::uint32_t farthest_ = 512;  // from its beginning goes no walk
  std::size_t most_states_;

  // Bytes of one group lead to the same state from everywhere.
  std::array<std::uint8_t, 256> group_{};
  std::vector<unsigned char> samples_;  // one byte of each

  mutable std::mutex growing_;
  mutable std::map<Position, State> states_;
  std::unique_ptr<const Position*[]> positions_;  // by number of state
  std::unique_ptr<State[]> table_;  // where each group leads, by state
  std::array<State, 4> starts_{};
};

}  // namespace kehoach
