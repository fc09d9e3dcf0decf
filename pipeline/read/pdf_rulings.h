// Finds the tables whose cells are drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "read/pdf_page.h"

namespace kehoach {

// A table of two columns and more that lines part, by its edges in points. A
// place of the grid that no line parts from its neighbour belongs to the same
// cell.
struct RuledTable {
  std::vector<float> xs;  // of the columns, one more than there are columns
  std::vector<float> ys;  // of the rows, likewise
  // For each place, row by row: the first place of its cell.
  std::vector<std::uint32_t> cells;

  [[nodiscard]] std::size_t columns() const { return xs.size() - 1; }
  [[nodiscard]] std::size_t rows() const { return ys.size() - 1; }
  [[nodiscard]] Box box() const {
    return {xs.front(), ys.front(), xs.back(), ys.back()};
  }
};

// The drawn tables of `page`, from top to bottom. Lines that touch make a
// table; frames around text, rules under titles and lines between columns alone
// make none. Lines are often drawn in pieces, twice, or as thin boxes; pieces
// that nearly touch are one line.
[[nodiscard]] std::vector<RuledTable> ruled_tables(const PdfPage& page);

}  // namespace kehoach
