#include "read/docx_letters.h"

#include <algorithm>

#include "read/clean_text.h"
#include "read/docx_symbols.h"
#include "read/font_text.h"
#include "read/html_marks.h"
#include "text/text.h"

namespace kehoach {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

// The lead byte of private letters, and of few others.
constexpr char kPrivateLead = '\xEF';

// Fonts with an encoding of their own: `.VnTime`, `VNI-Times`. Others may begin
// so; `decode_run` knows.
bool may_encode(std::string_view font) {
  return starts_with(font, ".") || starts_with(font, "V") ||
         starts_with(font, "v");
}

}  // namespace

std::string_view seen_letters(std::string_view text, const RunLook& look,
                              std::string& buffer) {
  const bool symbols = is_symbol_font(look.font);
  std::string decoded;
  if (may_encode(look.font)) {
    decoded = decode_run(text, look.font);
    text = decoded;
  }
  const bool plain = !look.caps && !symbols && is_clean_text(text) &&
                     text.find(kPrivateLead) == std::string_view::npos &&
                     std::none_of(text.begin(), text.end(), is_control);
  if (plain && decoded.empty()) return text;
  buffer.clear();
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    at += c.size;
    if (c.value <= U' ') {
      buffer += ' ';
    } else if (is_private(c.value) || (symbols && c.value < 0x100)) {
      buffer += symbol(c.value, look.font);
    } else {
      append_utf8(buffer, look.caps ? to_upper(c.value) : c.value);
    }
  }
  return buffer;
}

std::string typed_letters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    at += c.size;
    append_utf8(out, c.value < U' ' ? U' ' : c.value);
  }
  return out;
}

}  // namespace kehoach
