// Raised and lowered characters: note marks, exponents, indices.
#pragma once

#include <string>

#include "read/pdf_page.h"

namespace kehoach {

enum class MarkKind {
  none,
  note,   // of a footnote: `số¹`, read as `số[1]`
  glued,  // belongs to the word before: m², CO₂, read as `m2`, `CO2`
};

// What `word` is, `before` and `after` being its neighbours on the line, if
// any. A mark is smaller than they and stands above or below their middle. At
// the beginning of a line it opens a footnote.
[[nodiscard]] MarkKind mark_kind(const PdfWord& word, const PdfWord* before,
                                 const PdfWord* after);

// How `word` is read: a note's number stands in brackets, as in plans that are
// passed on as text, or `dân số¹` would read as `dân số1`.
[[nodiscard]] std::string marked_text(const PdfWord& word, MarkKind kind);

}  // namespace kehoach
