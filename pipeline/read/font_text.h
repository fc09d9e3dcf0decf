// Text in the fonts that brought their own encoding along.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kehoach {

// What the bytes of a font stand for.
enum class FontLetters : std::uint8_t {
  unicode,
  tcvn3,           // `.VnTime` and its kin
  tcvn3_capitals,  // `.VnTimeH` and the like
  vni,             // `VNI-Times` and its kin
};

// By the font's name, which may have the mark of a PDF's subset and a style.
[[nodiscard]] FontLetters font_letters(std::string_view font);

// The text of a run as its font shows it, in UTF-8. `.VnTime` and its kin hold
// TCVN3, `VNI-Times` and its kin VNI; in `.VnTimeH` and the like every letter
// looks like a capital and is one here. Names may have the mark of a PDF's
// subset (`ABCDEF+.VnTime`) and a style (`.VnTimeH Bold`, `VNI-Times,Italic`).
//
// `text` are the bytes, or UTF-8 of what windows-1252 takes them for: that is
// how Word, HTML and PDF files hold such runs. ư is the soft hyphen there, so
// readers must not have dropped it. Text that has Vietnamese letters of Unicode
// is none of the font's own, and stays as it is; so does text in other fonts.
//
//   decode_run("KÕ ho¹ch", ".VnTimeH") == "KẾ HOẠCH"
//
// Never fails; linear.
[[nodiscard]] std::string decode_run(std::string_view text,
                                     std::string_view font);
[[nodiscard]] std::string decode_run(std::string_view text,
                                     FontLetters letters);

}  // namespace kehoach
