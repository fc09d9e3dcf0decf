// Puts the cells of a table together again.
#pragma once

#include <vector>

#include "read/pdf_page.h"

namespace kehoach {

// Rows [first, last) of a page that make a table.
struct TableRows {
  std::size_t first = 0;
  std::size_t last = 0;
};

// The tables among `rows`: runs of rows that are parted by column gaps (as
// `column_gaps` gives them), with the rows between and beside them that hold
// the wrapped lines of single cells.
[[nodiscard]] std::vector<TableRows> tables_in(
    const std::vector<PageRow>& rows,
    const std::vector<std::vector<bool>>& gaps);

// The cells of `table`, row by row, each as one line, however often it was
// wrapped. Poppler tells nothing of the drawn lines, so rows are told by white:
// where it is wider than between the lines of a cell, else (nothing differs)
// where a number stands in the first column, else at every printed line.
[[nodiscard]] std::vector<PageLine> cells_of(const PdfPage& page,
                                             const std::vector<PageRow>& rows,
                                             TableRows table);

}  // namespace kehoach
