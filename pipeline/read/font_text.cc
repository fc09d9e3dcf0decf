#include "read/font_text.h"

#include <algorithm>
#include <array>

#include "read/decode.h"

namespace kehoach {
namespace {

// The name without the mark of a subset and without its style.
std::string_view family_of(std::string_view font) {
  constexpr std::size_t kTag = 6;
  const bool tagged = font.size() > kTag && font[kTag] == '+' &&
                      std::all_of(font.begin(), font.begin() + kTag,
                                  [](char c) { return c >= 'A' && c <= 'Z'; });
  if (tagged) font.remove_prefix(kTag + 1);
  constexpr std::array<std::string_view, 5> kStyles = {
      "bold", "italic", "oblique", "regular", "normal"};
  const std::string small = lower(font);
  std::size_t end = font.find(',');
  for (const std::string_view style : kStyles)
    end = std::min(end, std::string_view(small).find(style));
  font = font.substr(0, end);
  while (!font.empty() && (font.back() == ' ' || font.back() == '-'))
    font.remove_suffix(1);
  return font;
}

bool has_unicode_letters(std::string_view text,
                         const std::vector<Code>& codes) {
  return std::any_of(codes.begin(), codes.end(), [&](const Code& code) {
    const char32_t c = decode_at(text, code.begin).value;
    return code.value == 0 && with_tone(c, 1) != with_tone(c, 2);
  });
}

std::string upper(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    append_utf8(out, to_upper(c.value));
    at += c.size;
  }
  return out;
}

}  // namespace

FontLetters font_letters(std::string_view font) {
  if (font.find_first_of("vV") == std::string_view::npos)
    return FontLetters::unicode;
  const std::string_view family = family_of(font);
  const std::string small = lower(family);
  if (starts_with(small, "vni-") || starts_with(small, "vni "))
    return FontLetters::vni;
  if (starts_with(small, ".vn") || starts_with(family, "VnTime")) {
    return ends_with(family, "H") ? FontLetters::tcvn3_capitals
                                  : FontLetters::tcvn3;
  }
  return FontLetters::unicode;
}

std::string decode_run(std::string_view text, std::string_view font) {
  return decode_run(text, font_letters(font));
}

std::string decode_run(std::string_view text, FontLetters letters) {
  if (letters == FontLetters::unicode) return std::string(text);
  const Charset charset =
      letters == FontLetters::vni ? Charset::vni : Charset::tcvn3;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const Carrier carrier =
      is_valid_utf8(text) ? Carrier::windows_1252 : Carrier::none;
  if (has_unicode_letters(text, codes_of(text, all, carrier)))
    return std::string(text);
  EditedText out;
  Repairs repairs;
  decode_line(text, all, {charset, carrier}, out, repairs);
  return letters == FontLetters::tcvn3_capitals ? upper(out.text())
                                                : out.take_text();
}

}  // namespace kehoach
