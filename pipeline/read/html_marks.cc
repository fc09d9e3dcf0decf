#include "read/html_marks.h"

#include <algorithm>
#include <array>

#include "read/html_tokens.h"
#include "text/text.h"

namespace kehoach {
namespace {

std::string roman(std::int32_t number) {
  struct Digit {
    std::int32_t value;
    std::string_view letters;
  };
  static constexpr std::array<Digit, 13> kDigits = {{{1000, "m"},
                                                     {900, "cm"},
                                                     {500, "d"},
                                                     {400, "cd"},
                                                     {100, "c"},
                                                     {90, "xc"},
                                                     {50, "l"},
                                                     {40, "xl"},
                                                     {10, "x"},
                                                     {9, "ix"},
                                                     {5, "v"},
                                                     {4, "iv"},
                                                     {1, "i"}}};
  std::string out;
  for (const Digit& digit : kDigits) {
    for (; number >= digit.value; number -= digit.value) out += digit.letters;
  }
  return out;
}

std::string letters(std::int32_t number) {
  constexpr std::int32_t kLetters = 26;
  std::string out;
  for (; number > 0; number = (number - 1) / kLetters)
    out += static_cast<char>('a' + (number - 1) % kLetters);
  std::reverse(out.begin(), out.end());
  return out;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string item_number(std::int32_t number, char type) {
  constexpr std::int32_t kLargestRoman = 3999;
  const bool counts = number > 0 && number <= kLargestRoman;
  if (counts && type == 'i') return roman(number);
  if (counts && type == 'I') return upper(roman(number));
  if (counts && type == 'a') return letters(number);
  if (counts && type == 'A') return upper(letters(number));
  return std::to_string(number);
}

bool is_symbol_font(std::string_view family) {
  static constexpr std::array<std::string_view, 4> kFonts = {
      "symbol", "wingdings", "webdings", "zapfdingbats"};
  return std::any_of(kFonts.begin(), kFonts.end(), [&](std::string_view font) {
    return is_same_name(family.substr(0, font.size()), font);
  });
}

bool is_bullet(std::string_view text) {
  text = trim_blanks(text);
  if (text.empty() || decode_at(text, 0).size != text.size()) return false;
  return text != "-" && text != "+" && !is_ascii_digit(text.front());
}

std::string footnote_number(std::string_view text) {
  text = trim_blanks(text);
  const bool bracketed =
      text.size() > 2 && ((text.front() == '[' && text.back() == ']') ||
                          (text.front() == '(' && text.back() == ')'));
  if (bracketed) text = text.substr(1, text.size() - 2);
  constexpr std::size_t kLongest = 3;
  const bool number = !text.empty() && text.size() <= kLongest &&
                      std::all_of(text.begin(), text.end(), is_ascii_digit);
  return number ? std::string(text) : std::string();
}

bool ends_in_unit(std::string_view text) {
  if (text.empty()) return false;
  if (is_ascii_digit(text.back())) {
    const bool ten = ends_with(text, "10");
    return ten && (text.size() == 2 || !is_ascii_digit(text[text.size() - 3]));
  }
  std::size_t begin = text.size();
  while (begin > 0 && text[begin - 1] >= 'a' && text[begin - 1] <= 'z') --begin;
  const std::string_view word = text.substr(begin);
  static constexpr std::array<std::string_view, 7> kUnits = {
      "m", "km", "hm", "dam", "dm", "cm", "mm"};
  const bool whole =
      begin == 0 || static_cast<unsigned char>(text[begin - 1]) < 0x80;
  return whole && std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end();
}

std::string_view trim_blanks(std::string_view text) {
  while (true) {
    text = trim(text);
    if (starts_with(text, kNoBreakSpace)) {
      text.remove_prefix(kNoBreakSpace.size());
    } else if (ends_with(text, kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else {
      return text;
    }
  }
}

}  // namespace kehoach
