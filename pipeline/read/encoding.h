// Finds out how each line of a text is encoded.
#pragma once

#include <string_view>
#include <vector>

#include "read/charset.h"

namespace kehoach {

// False for healthy UTF-8 and ASCII, which nearly every file is: nothing in
// `bytes` hints at another encoding. One pass of two table lookups a byte. True
// says little: a no-break space before a quote may do.
[[nodiscard]] bool may_be_encoded(std::string_view bytes);

struct EncodedLine {
  Span span;  // without the line break
  Reading reading;
};

// The lines of `bytes`, which end in LF, CRLF or CR, each with the reading that
// makes the most Vietnamese of it.
//
// A reading convinces where four of five words with marks become possible
// syllables, and far more of them than without it; see `text/syllables.h`. A
// line with too few of them is read as the convincing lines before and behind
// it if these agree, else as most of the document. Where nothing convinces, the
// bytes stay as they are.
//
// Linear; a line that hints at an encoding costs some ten decodings.
[[nodiscard]] std::vector<EncodedLine> read_lines(std::string_view bytes);

}  // namespace kehoach
