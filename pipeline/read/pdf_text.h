// From pages of words to the text of a document.
#pragma once

#include <string>
#include <vector>

#include "model/source_text.h"
#include "read/pdf_page.h"

namespace kehoach {

// Lays all `pages` out and strings them together: lines end in '\n', words
// stand apart by one space. Note marks that are printed against a word stand
// apart too, or `đoạn¹` would read as `đoạn1`. `fonts` are the names that
// `PdfWord::font` counts; bold and italic are told by them.
[[nodiscard]] SourceText paged_text(const std::vector<PdfPage>& pages,
                                    std::vector<std::string> fonts);

}  // namespace kehoach
