// Private to the room: what is known of one letter.
#pragma once

#include <algorithm>
#include <array>

#include "text/text.h"

namespace kehoach {

struct Letter {
  char32_t lower = 0;
  char32_t upper = 0;
  char base = 0;  // the ASCII letter without marks; 0 where there is none
  std::uint8_t tone = 0;  // 0 level, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng
  std::uint8_t vowel = 0;  // 1 to 12 (a ă â e ê i o ô ơ u ư y); 0 for the rest
  bool is_letter = false;
  bool upper_case = false;
};

// From here on nothing is known of letters; the last of the table says so.
inline constexpr char32_t kUnknownLetter = 0x1F00;
using LetterTable = std::array<Letter, kUnknownLetter + 1>;
extern const LetterTable kLetters;

[[nodiscard]] inline const Letter& letter(char32_t c) {
  return kLetters[std::min(c, kUnknownLetter)];
}

}  // namespace kehoach
