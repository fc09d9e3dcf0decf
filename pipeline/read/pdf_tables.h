// Tells the gaps between the columns of a table from wide spaces.
#pragma once

#include <vector>

#include "read/pdf_page.h"

namespace kehoach {

// White between two columns.
struct Gap {
  float x0 = 0;
  float x1 = 0;
  [[nodiscard]] float width() const { return x1 - x0; }
  friend bool operator==(const Gap&, const Gap&) = default;
};

// Makes `gap` as narrow as the segments of `row` ask for that reach into it.
// False, and `gap` is of no use, if one runs across or hardly white is left.
[[nodiscard]] bool narrow(Gap& gap, const PageRow& row);

// True for `1.`, `a)`, `IV`, `-`: what stands before an item, and in the first
// column of many tables.
[[nodiscard]] bool is_mark(const PdfPage& page, const Segment& segment);

// For each of `rows`, for each gap between two of its segments: does it part
// columns? It does if three rows or more share it, with no row between them
// that runs across; a gap behind a list's mark ("1.", "-") only where another
// column stands beside.
[[nodiscard]] std::vector<std::vector<bool>> column_gaps(
    const PdfPage& page, const std::vector<PageRow>& rows);

}  // namespace kehoach
