// The encodings that Vietnamese text was written in before UTF-8, as tables.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace kehoach {

// How letters were encoded. TCVN3 is what the fonts `.VnTime` and their kin
// show, also called ABC; VNI what `VNI-Times` and its kin do. VIQR (RFC 1456)
// is plain ASCII: `Ke^' hoa.ch`; texts that do not write their full stops as
// `\.`, as the standard wants it behind vowels, are `viqr_loose`.
enum class Charset : std::uint8_t {
  utf8,
  tcvn3,
  vni,
  viscii,
  windows_1258,
  viqr,
  viqr_loose,
};

// What has taken the bytes for its own and was saved as UTF-8 then; none for
// the bytes as they are.
enum class Carrier : std::uint8_t { none, windows_1252, windows_1258 };

// One way to understand a line. The default one leaves it as it is.
struct Reading {
  Charset charset = Charset::utf8;
  Carrier carrier = Carrier::none;
  // What was saved then was read as windows-1252 and saved once more.
  bool twice = false;
  friend bool operator==(const Reading&, const Reading&) = default;
};

// A byte as it was before the carrier took it, and where it stands in the text.
// `value` is 0 for letters that the carrier does not have.
struct Code {
  std::uint8_t value = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The codes of the bytes `line` of `text`. Codes that windows-1252 leaves open
// (81, 8D, 8F, 90, 9D) are carried as the control characters of Latin-1, as
// browsers do, and so are all of 80 to 9F. U+2212 and U+2219, which PDF files
// show for the soft hyphen and the middle dot of such fonts, count as those.
[[nodiscard]] std::vector<Code> codes_of(std::string_view text, Span line,
                                         Carrier carrier);

// The letter of a code from 80 to FF; 0 where the encoding has none.
// windows-1258 writes tones as combining marks behind their vowels, and VNI's
// marks are no letters of their own: see `decode_line`.
[[nodiscard]] char32_t tcvn3_letter(std::uint8_t code);
[[nodiscard]] char32_t viscii_letter(std::uint8_t code);
[[nodiscard]] char32_t windows_1252_letter(std::uint8_t code);
[[nodiscard]] char32_t windows_1258_letter(std::uint8_t code);

// What a code of VNI does: it is a letter, or a mark on the vowel before it.
struct VniCode {
  char32_t letter = 0;
  char32_t shape = 0;     // as in `with_shape`; 0 for a tone alone
  std::uint8_t tone = 0;  // as in `with_tone`
  bool is_mark = false;
};
[[nodiscard]] VniCode vni_code(std::uint8_t code);

}  // namespace kehoach
