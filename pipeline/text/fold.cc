#include <algorithm>
#include <cassert>

#include "text/letters.h"
#include "text/text.h"

namespace kehoach {
namespace {

// Writes a letter of two or three bytes over another one of the same length.
void put_utf8(char* out, char32_t value, std::uint8_t size) {
  const auto byte = [&](unsigned shift, unsigned mark) {
    return static_cast<char>(mark | ((value >> shift) & 0x3FU));
  };
  if (size == 2) {
    assert(value >= 0x80 && value < 0x800);
    *out++ = static_cast<char>(0xC0U | (value >> 6U));
  } else {
    assert(size == 3 && value >= 0x800 && value < 0x10000);
    *out++ = static_cast<char>(0xE0U | (value >> 12U));
    *out++ = byte(6, 0x80U);
  }
  *out = byte(0, 0x80U);
}

// Moves the tone of an open `oa`, `oe`, `uy` to its first vowel, in place,
// where both forms have the same length. `at` is where the second vowel begins,
// and the syllable is known to end behind it. Decision 1989/QĐ-BGDĐT (2018),
// art. 8 names these three rimes as the only ones that the two ways of writing
// tell apart; behind `q` the `u` belongs to the onset (`quý`).
void move_tone(std::string& text, std::size_t first, std::size_t second) {
  const Codepoint a = decode_at(text, first);
  const Codepoint b = decode_at(text, second);
  const Letter& la = letter(a.value);
  const Letter& lb = letter(b.value);
  if (la.tone != 0 || lb.tone == 0) return;
  const char32_t plain = with_tone(b.value, 0);
  const bool oa_oe = a.value == U'o' && (plain == U'a' || plain == U'e');
  const bool uy = a.value == U'u' && plain == U'y';
  if (!oa_oe && !uy) return;
  if (uy && first > 0 && text[first - 1] == 'q') return;
  std::string moved;
  append_utf8(moved, with_tone(a.value, lb.tone));
  append_utf8(moved, plain);
  if (moved.size() == a.size + b.size) text.replace(first, moved.size(), moved);
}

// Converters of pages in old fonts lose the `a` of `à` and leave its mark on
// the consonant (`h̀ng năm`, `ng̀nh`); no Vietnamese consonant bears one. Mark
// and letter are equally long.
void mend_lost_a(std::string& text) {
  constexpr std::string_view kGrave = "\u0300";
  constexpr std::string_view kLetter = "à";
  constexpr std::string_view kConsonants = "bcdghklmnpqrstvx";
  for (std::size_t at = text.find(kGrave); at != std::string::npos;
       at = text.find(kGrave, at + kGrave.size())) {
    const std::string_view head(text.data(), at);
    if (ends_with(head, "đ") ||
        (at > 0 && kConsonants.find(head.back()) != std::string_view::npos))
      text.replace(at, kGrave.size(), kLetter);
  }
}

// The letter without marks and in lower case, or the digit; 0 for all else.
char plain_of(char32_t c) {
  const char base = letter(c).base;
  return base == 0 && c >= U'0' && c <= U'9' ? static_cast<char>(c) : base;
}

// U+1EA0 to U+1EF9: each capital is followed by its small letter, which differs
// in the last bit alone. Most Vietnamese vowels stand here.
bool is_tone_block(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '\xE1') return false;
  const auto third = static_cast<unsigned char>(text[at + 2]);
  return (text[at + 1] == '\xBA' && third >= 0xA0 && third <= 0xBF) ||
         (text[at + 1] == '\xBB' && third >= 0x80 && third <= 0xB9);
}

// Lower case in place; `found` is called with the place of each letter beyond
// ASCII, and its size, when it is lower case.
template <typename Found>
void lower_in_place(std::string& text, const Found& found) {
  char* const bytes = text.data();
  const std::size_t size = text.size();
  for (std::size_t at = 0; at < size;) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) {
      if (byte >= 'A' && byte <= 'Z') bytes[at] = static_cast<char>(byte + 32);
      ++at;
      continue;
    }
    std::uint8_t letter_size = 3;
    if (is_tone_block(text, at)) {
      bytes[at + 2] = static_cast<char>(bytes[at + 2] | 1);
    } else {
      // The two cases of a letter are equally long. Bytes that are no UTF-8
      // stay as they are.
      const Codepoint c = decode_at(text, at);
      const char32_t low =
          c.value < kUnknownLetter ? letter(c.value).lower : c.value;
      if (low != c.value) put_utf8(bytes + at, low, c.size);
      letter_size = c.size;
    }
    found(at, letter_size);
    at += letter_size;
  }
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  lower_in_place(out, [](std::size_t, std::uint8_t) {});
  return out;
}

std::string fold_for_match(std::string_view text) {
  std::string out(text);
  lower_in_place(out, [&](std::size_t at, std::uint8_t size) {
    if (size == 1 || at == 0 || (out[at - 1] != 'o' && out[at - 1] != 'u'))
      return;
    if (is_word_boundary(out, at + size)) move_tone(out, at - 1, at);
  });
  mend_lost_a(out);
  return out;
}

std::string fold_for_search(std::string_view text) {
  std::string out(text.size(), '\0');
  char* to = out.data();
  bool gap = false;
  const auto open_word = [&] {
    if (gap && to != out.data()) *to++ = ' ';
    gap = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    const bool mark = c.value >= 0x300 && c.value <= 0x36F;
    if (const char plain = plain_of(c.value); plain != 0) {
      open_word();
      *to++ = plain;
    } else if (!mark && c.size > 1 && is_letter(c.value)) {
      open_word();
      to = std::copy_n(text.data() + at, c.size, to);  // it has one case
    } else if (!mark) {
      gap = true;
    }
    at += c.size;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  return out;
}

bool is_all_upper(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    if (is_lower(c.value)) return false;
    any = any || is_upper(c.value);
    at += c.size;
  }
  return any;
}

std::string sentence_case(std::string_view text) {
  std::string low = lower(text);
  if (low.empty()) return low;
  std::string out;
  const Codepoint first = decode_at(low, 0);
  append_utf8(out, to_upper(first.value));
  return out + low.substr(first.size);
}

}  // namespace kehoach
