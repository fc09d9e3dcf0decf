#include "read/html_charset.h"

#include <algorithm>
#include <array>

#include "read/html_tokens.h"
#include "text/text.h"

namespace kehoach {
namespace {

// Bytes 0x80 to 0x9F of windows-1252 (Encoding Standard, index windows-1252).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

struct Letter {
  unsigned char byte;
  char16_t value;
};
// Where windows-1258 differs from it; the marks combine with the vowel before.
constexpr std::array<Letter, 18> kWindows1258 = {{{0x8A, 0x8A},
                                                  {0x8E, 0x8E},
                                                  {0x9A, 0x9A},
                                                  {0x9E, 0x9E},
                                                  {0xC3, 0x0102},
                                                  {0xCC, 0x0300},
                                                  {0xD0, 0x0110},
                                                  {0xD2, 0x0309},
                                                  {0xD5, 0x01A0},
                                                  {0xDD, 0x01AF},
                                                  {0xDE, 0x0303},
                                                  {0xE3, 0x0103},
                                                  {0xEC, 0x0301},
                                                  {0xF0, 0x0111},
                                                  {0xF2, 0x0323},
                                                  {0xF5, 0x01A1},
                                                  {0xFD, 0x01B0},
                                                  {0xFE, 0x20AB}}};

bool ends_label(char c) {
  return c == '"' || c == '\'' || c == ';' || c == '>' || c == ' ' ||
         c == '/' || c == '?' || c == '\n' || c == '\r' || c == '\t';
}

struct Letters {
  std::size_t good = 0;  // letters of several bytes
  std::size_t bad = 0;   // bytes that are none
};

void count_letters(std::string_view text, Letters& letters) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Codepoint letter = decode_at(text, at);
    (letter.size > 1 ? letters.good : letters.bad) += 1;
    at += letter.size;
  }
}

// 0 for no UTF-16, else the place of the high byte: 1 little endian, 2 big.
int utf16_order(std::string_view page) {
  if (starts_with(page, "\xFF\xFE")) return 1;
  if (starts_with(page, "\xFE\xFF")) return 2;
  if (starts_with(page, std::string_view("<\0", 2))) return 1;
  if (starts_with(page, std::string_view("\0<", 2))) return 2;
  return 0;
}

}  // namespace

std::string_view declared_charset(std::string_view page) {
  constexpr std::size_t kWindow =
      4096;  // the standard's 1024 are often too few
  constexpr std::string_view kWord = "charset";
  page = page.substr(0, kWindow);
  for (std::size_t at = 0; at + kWord.size() < page.size(); ++at) {
    const bool xml = starts_with(page, "<?xml") && at < page.find('>') &&
                     is_same_name(page.substr(at, 8), "encoding");
    if (!xml && !is_same_name(page.substr(at, kWord.size()), kWord)) continue;
    std::size_t begin = at + kWord.size() + (xml ? 1 : 0);
    while (begin < page.size() && (page[begin] == ' ' || page[begin] == '=' ||
                                   page[begin] == '"' || page[begin] == '\''))
      ++begin;
    std::size_t end = begin;
    while (end < page.size() && !ends_label(page[end])) ++end;
    if (end > begin) return page.substr(begin, end - begin);
  }
  return {};
}

HtmlCharset charset_of(const std::vector<std::string_view>& texts,
                       std::string_view declared) {
  Letters letters;
  for (const std::string_view text : texts) count_letters(text, letters);
  constexpr std::size_t kFew = 20;  // good letters for each bad one
  if (letters.bad == 0 || letters.good > kFew * letters.bad)
    return HtmlCharset::utf8;
  const bool vietnamese = is_same_name(declared, "windows-1258") ||
                          is_same_name(declared, "cp1258") ||
                          is_same_name(declared, "x-cp1258");
  return vietnamese ? HtmlCharset::windows_1258 : HtmlCharset::windows_1252;
}

bool is_utf16(std::string_view page) { return utf16_order(page) != 0; }

std::string utf8_of_utf16(std::string_view page) {
  const int order = utf16_order(page);
  std::string out;
  if (order == 0) return out;
  out.reserve(page.size());
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(page[at]);
    const auto second = static_cast<unsigned char>(page[at + 1]);
    return static_cast<char32_t>(order == 1 ? second << 8U | first
                                            : first << 8U | second);
  };
  constexpr char32_t kReplacement = 0xFFFD;
  for (std::size_t at = 0; at + 1 < page.size(); at += 2) {
    char32_t unit = unit_at(at);
    if (at == 0 && unit == 0xFEFF) continue;
    if (unit >= 0xD800 && unit < 0xDC00 && at + 3 < page.size() &&
        unit_at(at + 2) >= 0xDC00 && unit_at(at + 2) < 0xE000) {
      unit = 0x10000 + ((unit - 0xD800) << 10U) + (unit_at(at + 2) - 0xDC00);
      at += 2;
    } else if (unit >= 0xD800 && unit < 0xE000) {
      unit = kReplacement;
    }
    append_utf8(out, unit);
  }
  return out;
}

char32_t letter_of(unsigned char byte, HtmlCharset charset) {
  if (charset == HtmlCharset::windows_1258) {
    const auto letter =
        std::lower_bound(kWindows1258.begin(), kWindows1258.end(), byte,
                         [](Letter l, unsigned char b) { return l.byte < b; });
    if (letter != kWindows1258.end() && letter->byte == byte)
      return letter->value;
  }
  constexpr unsigned char kFirst = 0x80;
  return byte >= kFirst && byte < kFirst + kWindows1252.size()
             ? kWindows1252[byte - kFirst]
             : byte;
}

}  // namespace kehoach
