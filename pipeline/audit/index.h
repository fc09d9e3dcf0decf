// Private to the room: which n-grams stand where.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "audit/marks.h"

namespace kehoach {

// A syllable, two neighbours, a phrase of a group, or a group.
using Key = std::uint64_t;

// What a word can be recognised by; 0 where it has no such key.
struct WordKeys {
  Key phrase = 0;  // of the group that it is part of
  const std::vector<std::uint16_t>* groups = nullptr;
  Key word = 0;
  Key left = 0, right = 0;  // with the neighbour before and behind
};
[[nodiscard]] Key group_key(std::uint16_t group);
// Empty for words that do not count.
[[nodiscard]] WordKeys keys_of(const MarkedText& text, std::uint32_t at);

// All keys of some words, for look-ups.
class KeySet {
 public:
  KeySet() = default;
  KeySet(const MarkedText& text, std::uint32_t begin, std::uint32_t end);
  [[nodiscard]] bool has(Key key) const;
  [[nodiscard]] bool has_group(const std::vector<std::uint16_t>& groups) const;
  [[nodiscard]] const std::vector<Key>& all() const { return keys_; }

 private:
  std::vector<Key> keys_;  // in order, each once
  // A bit for each key: most questions are for keys that are not there.
  std::array<std::uint64_t, 16> filter_{};
};

// Where an action stands in its plan.
struct ActionPlace {
  std::uint32_t obligation = 0;
  std::uint32_t action = 0;
};

// The inverted index of a plan: from keys to actions.
class PlanIndex {
 public:
  PlanIndex() = default;
  explicit PlanIndex(const std::vector<MarkedText>& obligations);

  // By the numbers that `with` gives, in order.
  [[nodiscard]] const std::vector<ActionPlace>& actions() const {
    return actions_;
  }
  [[nodiscard]] const KeySet& keys(std::uint32_t action) const {
    return keys_[action];
  }
  struct Range {
    const std::uint32_t* first = nullptr;
    const std::uint32_t* last = nullptr;
    [[nodiscard]] const std::uint32_t* begin() const { return first; }
    [[nodiscard]] const std::uint32_t* end() const { return last; }
  };
  // The actions that have `key`, in order. Logarithmic.
  [[nodiscard]] Range with(Key key) const;
  // How many obligations have it.
  [[nodiscard]] std::uint32_t obligations_with(Key key) const;

 private:
  std::vector<ActionPlace> actions_;
  std::vector<KeySet> keys_;
  std::vector<Key> known_;             // in order
  std::vector<std::uint32_t> begins_;  // of each in `postings_`, and the end
  std::vector<std::uint32_t> postings_;
  std::vector<std::uint32_t> obligations_;  // that have it
};

}  // namespace kehoach
