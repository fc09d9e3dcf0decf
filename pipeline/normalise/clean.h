// Private to the room: letter by letter clean-up.
#pragma once

#include "text/text.h"

namespace kehoach {

// Appends the bytes `line` of `source`, cleaned, to `out`: NFC, plain spaces
// (single, none at the ends), plain dashes, no invisible characters.
void clean_line(std::string_view source, Span line, EditedText& out);

}  // namespace kehoach
