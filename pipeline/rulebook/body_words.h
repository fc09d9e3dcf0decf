// Private to the room: a name cut into words.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/text.h"

namespace kehoach {

struct NameWord {
  std::string_view folded;  // fold_for_match
  std::string_view text;    // as written
  bool capital = false;     // begins with a capital or is a number
  bool comma = false;       // a comma or semicolon stands in front
};

// The words of a name: what stands between blanks, dashes, `&` and marks. What
// is behind the most words that a name may have is not kept. Views into itself:
// neither copied nor moved.
class NameWords {
 public:
  static constexpr std::size_t kMost = 28;

  enum class Accents : std::uint8_t { kept, dropped };

  explicit NameWords(std::string_view name, Accents accents = Accents::kept);
  NameWords(const NameWords&) = delete;
  NameWords& operator=(const NameWords&) = delete;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool too_many() const { return too_many_; }
  [[nodiscard]] const NameWord& operator[](std::size_t at) const {
    return words_[at];
  }
  // Whether the folded words at `at` are these, one blank between each.
  [[nodiscard]] bool stand_at(std::size_t at, std::string_view words) const;
  // Words [from, to) as written, single blanks between them.
  [[nodiscard]] std::string written(std::size_t from, std::size_t to) const;
  // Letters and digits of the words [from, to) without `và`: by this names are
  // looked up.
  [[nodiscard]] std::string_view key(std::size_t from, std::size_t to) const {
    return std::string_view(letters_).substr(ends_[from],
                                             ends_[to] - ends_[from]);
  }
  [[nodiscard]] std::string_view key() const { return letters_; }

 private:
  std::string text_, folded_, letters_;
  std::array<NameWord, kMost> words_;
  // Bytes of `letters_` in front of each word, and behind the last one.
  std::array<std::uint16_t, kMost + 1> ends_{};
  std::size_t size_ = 0;
  bool too_many_ = false;
};

}  // namespace kehoach
