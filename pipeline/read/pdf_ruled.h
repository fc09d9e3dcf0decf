// Puts the words of a page into the cells that are drawn around them.
#pragma once

#include <vector>

#include "read/pdf_page.h"
#include "read/pdf_rulings.h"

namespace kehoach {

struct FilledTable {
  RuledTable table;
  // Row by row, each cell as one line, however often it was wrapped; empty ones
  // are left out. `PageLine::place` leaves the table out.
  std::vector<PageLine> cells;
};

// The drawn tables of `page` with what stands in them, from top to bottom.
// Words that are turned stand in their cells too: heads of narrow columns are.
//
// Where lines part the columns but not the rows (several numbers stand under
// each other in one cell of the first column), and where only one column holds
// anything, there is no such table.
[[nodiscard]] std::vector<FilledTable> filled_tables(const PdfPage& page);

}  // namespace kehoach
