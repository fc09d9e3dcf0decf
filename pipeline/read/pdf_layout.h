// The order in which the words of a page are read.
#pragma once

#include <vector>

#include "read/pdf_page.h"

namespace kehoach {

// The lines of `page` in reading order.
//
// A row is one line, save where columns stand side by side:
//
// - The letterhead and the end of an administrative document are set in two
//   columns (decree 30/2020/NĐ-CP, appendix I): issuer and number beside motto
//   and date, `Nơi nhận` beside the signature. The whole left column comes
//   first, then the whole right one.
// - Rows that share a gap three times and more make a table; each of its cells
//   is a line, however often it was wrapped. A gap behind nothing but a list's
//   marks is none.
//
// Words that are turned against the page (stamps) come last, a line each.
[[nodiscard]] std::vector<PageLine> layout(const PdfPage& page);

}  // namespace kehoach
