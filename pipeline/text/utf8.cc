#include "text/text.h"

namespace kehoach {
namespace {
constexpr char32_t kReplacement = 0xFFFD;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}
}  // namespace

Codepoint decode_long_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t left = text.size() - at;
  const auto low = [&](std::size_t i) {
    return static_cast<unsigned char>(text[at + i]) & 0x3FU;
  };
  // The letters of Vietnamese, before the rules for all others.
  if (lead >= 0xC2 && lead <= 0xDF && left > 1 && is_continuation(text[at + 1]))
    return {(lead & 0x1FU) << 6U | low(1), 2};
  if (lead == 0xE1 && left > 2 && is_continuation(text[at + 1]) &&
      is_continuation(text[at + 2]))
    return {0x1000U | low(1) << 6U | low(2), 3};
  std::uint8_t size = 0;
  char32_t value = 0;
  char32_t least = 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    size = 3, value = lead & 0x0FU, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    size = 4, value = lead & 0x07U, least = 0x10000;
  } else {
    return {kReplacement, 1};
  }
  if (at + size > text.size()) return {kReplacement, 1};
  for (std::uint8_t i = 1; i < size; ++i) {
    if (!is_continuation(text[at + i])) return {kReplacement, 1};
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least || value > 0x10FFFF || surrogate) return {kReplacement, 1};
  return {value, size};
}

Codepoint decode_before(std::string_view text, std::size_t at) {
  const auto last = static_cast<unsigned char>(text[at - 1]);
  if (last < 0x80) return {last, 1};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  const Codepoint c = decode_at(text, begin);
  return begin + c.size == at ? c : Codepoint{kReplacement, 1};
}

void append_utf8(std::string& out, char32_t value) {
  const auto byte = [&](char32_t b) { out.push_back(static_cast<char>(b)); };
  if (value < 0x80) {
    byte(value);
  } else if (value < 0x800) {
    byte(0xC0U | (value >> 6U));
    byte(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    byte(0xE0U | (value >> 12U));
    byte(0x80U | ((value >> 6U) & 0x3FU));
    byte(0x80U | (value & 0x3FU));
  } else {
    byte(0xF0U | (value >> 18U));
    byte(0x80U | ((value >> 12U) & 0x3FU));
    byte(0x80U | ((value >> 6U) & 0x3FU));
    byte(0x80U | (value & 0x3FU));
  }
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    if (c.value == kReplacement && c.size == 1) return false;
    at += c.size;
  }
  return true;
}

bool is_word_boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const auto is_word = [](char32_t c) { return is_letter(c) || is_digit(c); };
  // Mostly a blank follows, and what stands before it need not be decoded.
  return !is_word(decode_at(text, at).value) ||
         !is_word(decode_before(text, at).value);
}

}  // namespace kehoach
