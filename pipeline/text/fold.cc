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

// U+1EA0 to U+1EF9: each capital is followed by its small letter, which differs
// in the last bit alone. Most Vietnamese vowels stand here.
bool is_tone_block(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '\xE1') return false;
  const auto third = static_cast<unsigned char>(text[at + 2]);
  return (text[at + 1] == '\xBA' && third >= 0xA0 && third <= 0xBF) ||
         (text[at + 1] == '\xBB' && third >= 0x80 && third <= 0xB9);
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  char* const bytes = out.data();
  for (std::size_t at = 0; at < text.size();) {
    const char byte = bytes[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      if (byte >= 'A' && byte <= 'Z') bytes[at] = static_cast<char>(byte + 32);
      ++at;
      continue;
    }
    if (is_tone_block(text, at)) {
      bytes[at + 2] = static_cast<char>(bytes[at + 2] | 1);
      at += 3;
      continue;
    }
    // The two cases of a letter are equally long. Bytes that are no UTF-8 stay
    // as they are.
    const Codepoint c = decode_at(text, at);
    const char32_t low = to_lower(c.value);
    if (low != c.value) put_utf8(bytes + at, low, c.size);
    at += c.size;
  }
  return out;
}

std::string fold_for_match(std::string_view text) {
  std::string out = lower(text);
  mend_lost_a(out);
  const char* const bytes = out.data();
  const std::size_t size = out.size();
  for (std::size_t at = 0; at + 1 < size; ++at) {
    if (static_cast<unsigned char>(bytes[at + 1]) < 0x80 ||
        (bytes[at] != 'o' && bytes[at] != 'u'))
      continue;
    const Codepoint next = decode_at(out, at + 1);
    if (next.size > 1 && is_word_boundary(out, at + 1 + next.size))
      move_tone(out, at, at + 1);
  }
  return out;
}

std::string fold_for_search(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    at += c.size;
    const Letter& l = letter(c.value);
    const bool mark = c.value >= 0x300 && c.value <= 0x36F;
    if (mark) continue;
    if (l.base != 0 || is_digit(c.value)) {
      if (gap && !out.empty()) out.push_back(' ');
      gap = false;
      out.push_back(l.base != 0 ? l.base : static_cast<char>(c.value));
    } else if (is_letter(c.value)) {
      if (gap && !out.empty()) out.push_back(' ');
      gap = false;
      append_utf8(out, to_lower(c.value));
    } else {
      gap = true;
    }
  }
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
