// The Vietnamese alphabet in tables: bases, marks, tones and cases.
//
// The twelve vowels with their six tones are listed once, in lower case and in
// upper case; everything else (case, base letter, tone) is derived from the
// two lists when the program is compiled.

#include "text/letters.h"

#include <array>

namespace kehoach {
namespace {

constexpr std::u32string_view kLower =
    U"aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";
constexpr std::u32string_view kUpper =
    U"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ";
constexpr std::string_view kBase = "aaaeeiooouuy";
constexpr char32_t kTableSize = kUnknownLetter;

struct Tables {
  LetterTable letters{};

  constexpr Tables() {
    for (char32_t c = 0; c < kTableSize; ++c) {
      letters[c].lower = c;
      letters[c].upper = c;
    }
    for (char32_t c = U'a'; c <= U'z'; ++c)
      pair(c, c - 32, static_cast<char>(c));
    // Latin-1 letters that are not Vietnamese keep their base for searching.
    constexpr std::u32string_view kWestern = U"äåæçëîïñöøûüÿ";
    constexpr std::string_view kWesternBase = "aaaceiinoouuy";
    for (std::size_t i = 0; i < kWestern.size(); ++i) {
      const char32_t c = kWestern[i];
      pair(c, c == U'ÿ' ? U'Ÿ' : c - 32, kWesternBase[i]);
    }
    pair(U'đ', U'Đ', 'd');
    for (std::size_t i = 0; i < kLower.size(); ++i) {
      pair(kLower[i], kUpper[i], kBase[i / 6]);
      for (const char32_t c : {kLower[i], kUpper[i]}) {
        letters[c].tone = static_cast<std::uint8_t>(i % 6);
        letters[c].vowel = static_cast<std::uint8_t>(i / 6 + 1);
      }
    }
  }

  constexpr void pair(char32_t low, char32_t up, char base) {
    letters[low] = {low, up, base, 0, 0, true, false};
    letters[up] = {low, up, base, 0, 0, true, true};
  }
};

}  // namespace

constexpr LetterTable kLetters = Tables().letters;

char32_t with_tone(char32_t c, std::uint8_t tone) {
  const Letter& l = letter(c);
  if (l.vowel == 0) return c;
  return (l.upper_case ? kUpper : kLower)[(l.vowel - 1) * 6U + tone];
}

std::uint8_t tone_of_mark(char32_t mark) {
  constexpr std::u32string_view kMarks = U"\u0300\u0301\u0309\u0303\u0323";
  const std::size_t at = kMarks.find(mark);
  return at == std::u32string_view::npos ? std::uint8_t{0}
                                         : static_cast<std::uint8_t>(at + 1);
}

char32_t with_shape(char32_t vowel, char32_t mark) {
  constexpr std::u32string_view kPlain = U"aeoaouAEOAOU";
  constexpr std::u32string_view kMarks =
      U"\u0302\u0302\u0302\u0306\u031B\u031B"
      U"\u0302\u0302\u0302\u0306\u031B\u031B";
  constexpr std::u32string_view kShaped = U"âêôăơưÂÊÔĂƠƯ";
  for (std::size_t i = 0; i < kPlain.size(); ++i) {
    if (kPlain[i] == vowel && kMarks[i] == mark) return kShaped[i];
  }
  return 0;
}

bool is_letter(char32_t c) {
  if (c < kTableSize) return letter(c).is_letter || (c >= 0x100 && c <= 0x24F);
  return c >= 0x3040 && c != 0xFFFD && !(c >= 0xE000 && c <= 0xF8FF);
}
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_upper(char32_t c) {
  return letter(c).is_letter && letter(c).upper_case;
}
bool is_lower(char32_t c) {
  return letter(c).is_letter && !letter(c).upper_case;
}
char32_t to_lower(char32_t c) { return c < kTableSize ? letter(c).lower : c; }
char32_t to_upper(char32_t c) { return c < kTableSize ? letter(c).upper : c; }

}  // namespace kehoach
