// Recognises a table that a page break has cut.
#pragma once

#include <optional>
#include <vector>

#include "read/pdf_cells.h"
#include "read/pdf_page.h"

namespace kehoach {

// The part of a table that stands on one page.
struct TablePart {
  TableRows rows;
  TableGrid grid;
};

// What the first of `rows` hold of the table that the page before left open,
// `open` telling how it was cut. Nothing where other text stands first, or
// where a row runs across one of its columns.
//
// One row is enough: three are asked for only where nothing is known of the
// columns. The part keeps the columns of `open`, as those whose cells are empty
// here can't be seen.
[[nodiscard]] std::optional<TablePart> continued_table(
    const PdfPage& page, const std::vector<PageRow>& rows,
    const TableGrid& open);

}  // namespace kehoach
