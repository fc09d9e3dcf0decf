// Private to the room: finds the triggers of all rules in one pass.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace kehoach {

// A dense Aho-Corasick automaton over the bytes that occur in the triggers.
// Built once, then read by any number of threads.
class TriggerScanner {
 public:
  // Adds a literal (not empty) that stands for `id`. The same literal may stand
  // for several ids.
  void add(std::string_view literal, std::uint32_t id);
  // No `add` after this.
  void build();

  struct Hit {
    std::uint32_t begin = 0;  // where the literal begins
    std::uint32_t id = 0;
  };
  // Appends the hits inside `span`, in the order of their ends.
  void scan(std::string_view text, Span span, std::vector<Hit>& hits) const;
  // The same, of those that begin where `span` does. Looks no further than the
  // longest of them.
  void scan_start(std::string_view text, Span span,
                  std::vector<Hit>& hits) const;

 private:
  static constexpr std::uint32_t kNone = ~0U;
  // In an edge: the state it leads to has outputs.
  static constexpr std::uint32_t kOutput = 1U << 31U;

  struct Literal {
    std::string text;
    std::uint32_t id = 0;
  };
  struct Output {
    std::uint32_t literal = 0;
    std::uint32_t next = kNone;  // further outputs of the same state
  };

  [[nodiscard]] std::uint32_t& edge(std::uint32_t state, std::uint8_t cls) {
    return edges_[state * classes_ + cls];
  }
  void insert(std::uint32_t literal);
  void link();
  void point_to_rows();

  std::vector<Literal> literals_;
  std::array<std::uint8_t, 256> class_of_{};
  std::uint32_t classes_ = 1;  // class 0: bytes of no literal
  // Once built: where the next state's row begins in this very vector, and
  // kOutput.
  std::vector<std::uint32_t> edges_;
  std::vector<std::uint32_t> first_output_;  // by state
  std::vector<std::uint32_t> depth_;         // bytes from the root to a state
  std::vector<Output> outputs_;
};

}  // namespace kehoach
