// Private to the room: which stars of Markdown are markup, and which are text.
#pragma once

#include <array>
#include <string_view>

#include "text/text.h"

namespace kehoach {

// A line that holds nothing, or is drawn: emphasis never reaches over it.
[[nodiscard]] bool is_blank_line(std::string_view text);

// The stars of `text` that begin at `at`; empty if none do.
[[nodiscard]] Span stars_at(std::string_view text, std::uint32_t at,
                            std::uint32_t end);

// Walks over the stars of a text, in order, and knows what is bold and italic.
//
// Written are stars that nothing in their paragraph closes, a single one inside
// or behind a word, those between digits, and bullets: `10*15 m`, `ấp 1*`,
// `(*)`. Pairs of stars that nothing closes are no text: converters leave them.
class Emphasis {
 public:
  explicit Emphasis(std::string_view text) : text_(text) {}

  [[nodiscard]] bool bold() const { return open_[kBold]; }
  [[nodiscard]] bool italic() const { return open_[kItalic]; }
  [[nodiscard]] bool open() const { return bold() || italic(); }
  // What follows is another paragraph.
  void end() { open_ = {}; }

  // Whether `stars`, all that stand there, are written. Those that are not
  // begin or end what they emphasise. `line` is what they stand in; nothing
  // behind `limit` closes them.
  [[nodiscard]] bool writes(Span stars, Span line, std::uint32_t limit);
  // Where the paragraph ends that goes on at `at`.
  [[nodiscard]] std::uint32_t end_of_paragraph(std::uint32_t at);

 private:
  enum Kind : std::size_t { kItalic, kBold };

  void turn(Kind kind, Span stars, std::uint32_t limit);
  [[nodiscard]] bool closes(Kind kind, std::uint32_t from, std::uint32_t limit);

  std::string_view text_;
  std::array<bool, 2> open_{};
  // By kind: the star found last that closes, and where none does.
  std::array<std::uint32_t, 2> closer_{};
  std::array<Span, 2> unclosed_{};
  Span paragraph_;
};

}  // namespace kehoach
