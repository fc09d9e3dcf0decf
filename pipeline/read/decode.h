// From the bytes of one line to its letters.
#pragma once

#include "read/charset.h"

namespace kehoach {

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// What could not be read and stands as U+FFFD.
struct Repairs {
  std::size_t count = 0;
  std::uint32_t first = 0;  // where the first of them stood, in the input
};

// Appends the bytes `line` of `text`, understood as `reading`, to `out`. Codes
// that the encoding does not have stay what they are, as does what the carrier
// could not carry; bytes that are nothing become U+FFFD, NULs too. The reading
// that leaves a line as it is takes any number of lines, and writes LF for CRLF
// and CR.
//
// Case stays as found, but for one thing: TCVN3 has small letters only where
// there is a tone, so inside of words in capitals they are what they stand for
// (`HO¹CH`: `HOẠCH`).
//
//   K\xD5 ho\xB9ch, tcvn3: Kế hoạch
//
// The result is valid UTF-8, at most three times as long as the line. Linear.
void decode_line(std::string_view text, Span line, Reading reading,
                 EditedText& out, Repairs& repairs);

}  // namespace kehoach
