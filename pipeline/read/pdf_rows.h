// Puts the words of a page together into rows, by their places alone: the order
// of a PDF's own instructions is anything.
#pragma once

#include <vector>

#include "read/pdf_page.h"

namespace kehoach {

// A gap this wide, in units of the font's size, may part two columns. A space
// is a quarter of the size, a space stretched by justifying rarely a half.
inline constexpr float kColumnGap = 0.6F;

// The rows of `page` from top to bottom. Words on one baseline make a row;
// note marks (small and raised) belong to the row that they stand in. A row is
// cut into segments at gaps of `kColumnGap` and more; whether these gaps part
// columns is not known yet.
//
// Words that are turned against most of the page are left out, and those that
// `taken` picks, if it says anything.
[[nodiscard]] std::vector<PageRow> rows_of(const PdfPage& page,
                                           const std::vector<bool>& taken = {});

// Turns words that were printed sideways upright, if most of the page is such
// (a wide table on an upright page). Boxes and drawn lines then lie in the
// turned page.
[[nodiscard]] PdfPage upright(PdfPage page);

// The smallest box around both.
[[nodiscard]] Box joined(const Box& a, const Box& b);
// `segment` and, right of it, `more` as one.
void append(Segment& segment, const Segment& more);

}  // namespace kehoach
