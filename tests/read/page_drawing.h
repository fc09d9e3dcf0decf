// Pages drawn with letters, so that a test shows what it lays out.
#pragma once

#include <string_view>

#include "read/pdf_page.h"
#include "text/text.h"

namespace kehoach {

// A page whose words stand where they stand in `drawing`: letters are 6 points
// wide and lines 15 high, in a font of 12. One space leaves 3 points, as
// between words; two and more are a gap. A word that begins with `^` is a
// raised note mark.
inline PdfPage drawn_page(std::string_view drawing) {
  constexpr float kWidth = 6;
  constexpr float kHeight = 15;
  constexpr float kOverhang = 3;
  PdfPage page{.width = 90 * kWidth, .height = 60 * kHeight};
  float top = 0;
  for (std::string_view line : split(drawing, '\n')) {
    float left = 0;
    for (std::size_t at = 0; at < line.size();) {
      PdfWord word{.size = 12, .space_after = true};
      const float begin = left;
      while (at < line.size() && line[at] != ' ') {
        const Codepoint letter = decode_at(line, at);
        word.text += line.substr(at, letter.size);
        at += letter.size;
        left += kWidth;
      }
      word.box = {begin, top + 1, left + kOverhang, top + 14};
      if (starts_with(word.text, "^")) {
        word.text.erase(0, 1);
        word.size = 7;
        word.box = {begin, top + 1, begin + 4, top + 8};
        word.space_after = false;
      }
      if (!word.text.empty()) page.words.push_back(word);
      left += kWidth;
      ++at;
    }
    top += kHeight;
  }
  return page;
}

// The text of `line` with single spaces.
inline std::string text_of(const PdfPage& page, const PageLine& line) {
  std::string text;
  for (const std::uint32_t word : line.segment.words) {
    if (!text.empty()) text += ' ';
    text += page.words[word].text;
  }
  return text;
}

}  // namespace kehoach
