// VIQR: Vietnamese in plain ASCII (RFC 1456).
#pragma once

#include "read/charset.h"

namespace kehoach {

// Appends the bytes `line` of `text`, with the marks of VIQR behind their
// vowels put on them: `Ke^' hoa.ch` becomes `Kế hoạch`. A word that would be no
// Vietnamese syllable stays as it is (`www.example.vn/a.b`). Behind `\` a mark
// is what it looks like.
//
// `loose` texts do not escape their full stops: one that ends the line, or
// stands before a blank and no small letter, is none of the tone nặng.
void decode_viqr(std::string_view text, Span line, bool loose, EditedText& out);

}  // namespace kehoach
