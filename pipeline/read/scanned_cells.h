// Sets the cells of a scanned table straight.
#pragma once

#include <vector>

#include "read/pdf_page.h"

namespace kehoach {

// `cells` of which those that stand beside or under each other share their
// edges exactly. Paper is bent and scanned askew: an edge that runs across the
// page wanders by more than a line is high, but hardly from one cell to the
// next.
[[nodiscard]] std::vector<Box> aligned_cells(const std::vector<Box>& cells);

// The lines around `cells`.
[[nodiscard]] std::vector<Ruling> lines_around(const std::vector<Box>& cells);

}  // namespace kehoach
