// Finds the footnotes at the foot of a page.
#pragma once

#include <cstddef>
#include <vector>

#include "read/pdf_page.h"

namespace kehoach {

// Which of `lines`, which are those of `page` in reading order, belong to
// footnotes: the last ones in small print from the first that begins with the
// raised number of a note, page numbers below them left out. They interrupt
// the text that goes on over the page.
[[nodiscard]] std::vector<bool> footnote_lines(
    const PdfPage& page, const std::vector<PageLine>& lines);

}  // namespace kehoach
