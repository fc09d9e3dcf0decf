// The order in which the words of a page are read.
#pragma once

#include <optional>
#include <vector>

#include "read/pdf_cells.h"
#include "read/pdf_page.h"

namespace kehoach {

struct PageLayout {
  std::vector<PageLine> lines;  // in reading order
  // The table at the foot of the page, which the next page may go on with.
  std::optional<TableGrid> open;
  // Table 1 of this page is the one that was left open on the page before.
  bool continues = false;
};

// The lines of `page`. `open` is that of the page before.
//
// A row is one line, save where columns stand side by side:
//
// - The letterhead and the end of an administrative document are set in two
//   columns (decree 30/2020/NĐ-CP, appendix I): issuer and number beside motto
//   and date, `Nơi nhận` beside the signature. The whole left column comes
//   first, then the whole right one. They are no tables.
// - Rows that share a gap three times and more make a table; each of its cells
//   is a line, however often it was wrapped. A gap behind nothing but a list's
//   marks is none. A table that goes on at the top of the page is known by its
//   columns, whatever the number of its rows.
//
// Words that are turned against the page (stamps) come last, a line each.
[[nodiscard]] PageLayout layout(
    const PdfPage& page, const std::optional<TableGrid>& open = std::nullopt);

}  // namespace kehoach
