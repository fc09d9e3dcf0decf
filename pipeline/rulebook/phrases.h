// A set of words and phrases that is looked for in folded text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach {

struct Phrase {
  std::string text;  // folded, not empty
  std::uint32_t row =
      0;  // where it was listed: in the list, or its table's row
};

// Built once, when the rules are loaded, then read by any number of threads. A
// look-up compares only the phrases that share the first (or the last) byte.
class Phrases {
 public:
  Phrases() = default;
  // Of phrases listed twice the first one is given.
  explicit Phrases(std::vector<Phrase> phrases);

  // The longest phrase that begins at byte `at` of `folded` and ends where a
  // word ends; null where none does.
  [[nodiscard]] const Phrase* at(std::string_view folded, std::size_t at) const;
  // Its bytes; 0 where none begins.
  [[nodiscard]] std::uint32_t size_at(std::string_view folded,
                                      std::size_t at) const;
  [[nodiscard]] bool stands_at(std::string_view folded, std::size_t at) const {
    return this->at(folded, at) != nullptr;
  }
  // The longest phrase that `folded` ends with and that begins where a word
  // begins; null where there is none.
  [[nodiscard]] const Phrase* ending(std::string_view folded) const;

  // The phrase that is all of `folded`; null where there is none.
  [[nodiscard]] const Phrase* exact(std::string_view folded) const;

  // In the order in which they were listed.
  [[nodiscard]] const std::vector<Phrase>& all() const { return phrases_; }

 private:
  // Indices of phrases, one group for each byte, the longest of a group first.
  // The group of byte b is [begin[b], begin[b + 1]).
  struct Index {
    std::vector<std::uint32_t> order;
    std::array<std::uint32_t, 257> begin{};
  };
  template <typename Key>
  [[nodiscard]] Index index_by(Key key) const;

  std::vector<Phrase> phrases_;
  Index by_first_;
  Index by_last_;
};

}  // namespace kehoach
