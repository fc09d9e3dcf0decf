// Finds what an administrative document sets in two columns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/pdf_page.h"

namespace kehoach {

// Rows [first, last) of a page, in two columns that meet at `split`.
struct TwoColumns {
  std::size_t first = 0;
  std::size_t last = 0;
  float split = 0;
};

// The letterheads and signature blocks of `page`, from top to bottom, apart
// from each other. `rows` are those of `page`.
//
// A letterhead is known by the motto of state or party in its right column, a
// signature block by `Nơi nhận` in its left one; how far they reach is told by
// the white between the columns.
[[nodiscard]] std::vector<TwoColumns> two_column_blocks(
    const PdfPage& page, const std::vector<PageRow>& rows);

}  // namespace kehoach
