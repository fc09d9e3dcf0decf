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
// look-up walks down a tree of bytes, and mostly ends after one or two of them.
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
  // Whether a phrase begins there, though the word may go on behind it.
  [[nodiscard]] bool begins_at(std::string_view folded, std::size_t at) const;
  // The longest phrase that `folded` ends with and that begins where a word
  // begins; null where there is none.
  [[nodiscard]] const Phrase* ending(std::string_view folded) const;

  // The phrase that is all of `folded`; null where there is none.
  [[nodiscard]] const Phrase* exact(std::string_view folded) const;

  // In the order in which they were listed.
  [[nodiscard]] const std::vector<Phrase>& all() const { return phrases_; }

 private:
  static constexpr std::uint32_t kNone = ~0U;

  // What may follow a beginning that phrases share; siblings by their bytes.
  struct Node {
    unsigned char byte = 0;
    std::uint32_t phrase = kNone;  // that ends here
    std::uint32_t child = kNone;
    std::uint32_t sibling = kNone;
  };

  void grow_tree();
  // The node behind byte `c`; kNone where no phrase goes on so.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, unsigned char c) const {
    std::uint32_t next = nodes_[node].child;
    while (next != kNone && nodes_[next].byte < c) next = nodes_[next].sibling;
    return next != kNone && nodes_[next].byte == c ? next : kNone;
  }
  [[nodiscard]] std::uint32_t first_step(std::string_view folded,
                                         std::size_t at) const {
    return at < folded.size() && !phrases_.empty()
               ? first_[static_cast<unsigned char>(folded[at])]
               : kNone;
  }

  std::vector<Phrase> phrases_;
  std::vector<Node> nodes_;
  std::array<std::uint32_t, 256> first_{};  // nodes, by the first byte
  // Indices of phrases by their last byte, the longest of each first. The
  // group of byte b is [last_begin_[b], last_begin_[b + 1]).
  std::vector<std::uint32_t> by_last_;
  std::array<std::uint32_t, 257> last_begin_{};
};

}  // namespace kehoach
