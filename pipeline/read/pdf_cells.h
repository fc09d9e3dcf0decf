// Puts the cells of a table together again.
#pragma once

#include <vector>

#include "read/pdf_page.h"
#include "read/pdf_tables.h"

namespace kehoach {

// Rows [first, last) of a page that make a table.
struct TableRows {
  std::size_t first = 0;
  std::size_t last = 0;
};

// How a table is cut into cells. Where lines are drawn around them, they tell
// (`read/pdf_ruled.h`). Else columns are told by the white that runs through
// the whole table, and rows by white too: where it is wider than between the
// lines of a cell, else (nothing differs) where a number stands in the first
// column, else at every printed line.
struct TableGrid {
  std::vector<Gap> between;  // the columns, from left to right
  float parting_white = -1;  // wider white parts rows; negative: none differs
  bool numbered = false;     // two numbers or more stand in the first column
  std::vector<float> drawn;  // the edges of the columns, if lines are drawn
  friend bool operator==(const TableGrid&, const TableGrid&) = default;
};

// The tables among `rows`: runs of rows that are parted by column gaps (as
// `column_gaps` gives them), with the rows between and beside them that hold
// the wrapped lines of single cells.
[[nodiscard]] std::vector<TableRows> tables_in(
    const std::vector<PageRow>& rows,
    const std::vector<std::vector<bool>>& gaps);

[[nodiscard]] TableGrid grid_of(const PdfPage& page,
                                const std::vector<PageRow>& rows,
                                TableRows table);

// The cells of `table`, row by row, each as one line, however often it was
// wrapped. `PageLine::place` says row and column and leaves the table out.
[[nodiscard]] std::vector<PageLine> cells_of(const PdfPage& page,
                                             const std::vector<PageRow>& rows,
                                             TableRows table,
                                             const TableGrid& grid);

}  // namespace kehoach
