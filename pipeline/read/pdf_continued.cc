#include "read/pdf_continued.h"

#include <algorithm>
#include <cmath>

#include "read/pdf_tables.h"

namespace kehoach {
namespace {

// Makes all of `between` as narrow as `row` asks for; false if it runs across
// one of them.
bool narrow_all(std::vector<Gap>& between, const PageRow& row) {
  return std::all_of(between.begin(), between.end(),
                     [&](Gap& gap) { return narrow(gap, row); });
}

// For each gap of `row`: is one of `between` in it? A gap behind a list's mark
// counts only beside another, or any numbered line would do.
std::vector<bool> shared_gaps(const PdfPage& page, const PageRow& row,
                              const std::vector<Gap>& between) {
  std::vector<bool> shared;
  for (std::size_t s = 0; s + 1 < row.segments.size(); ++s) {
    const float x0 = row.segments[s].box.x1;
    const float x1 = row.segments[s + 1].box.x0;
    shared.push_back(std::any_of(
        between.begin(), between.end(),
        [&](const Gap& gap) { return gap.x0 < x1 && x0 < gap.x1; }));
  }
  const bool one = std::count(shared.begin(), shared.end(), true) == 1;
  if (one && shared[0] && is_mark(page, row.segments[0])) shared[0] = false;
  return shared;
}

// True if `row` may be the rest of a cell that the page break tore: it stands
// at the left edge of a column that is not the first. Indented text hardly ever
// does, and the rows below tell more.
bool is_rest_of_cell(const PageRow& row, const std::vector<Gap>& between) {
  constexpr float kSameEdge = 0.15F;  // of the size of letters
  return row.segments.size() == 1 &&
         std::any_of(between.begin(), between.end(), [&](const Gap& gap) {
           return std::abs(row.box.x0 - gap.x1) <
                  kSameEdge * row.segments[0].size;
         });
}

}  // namespace

std::optional<TablePart> continued_table(const PdfPage& page,
                                         const std::vector<PageRow>& rows,
                                         const TableGrid& open) {
  std::vector<std::vector<bool>> gaps = column_gaps(page, rows);
  std::vector<Gap> between = open.between;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!narrow_all(between, rows[r])) break;
    const std::vector<bool> shared = shared_gaps(page, rows[r], between);
    for (std::size_t s = 0; s < shared.size(); ++s) {
      if (shared[s]) gaps[r][s] = true;
    }
  }
  const std::vector<TableRows> tables = tables_in(rows, gaps);
  if (tables.empty()) return std::nullopt;
  for (std::size_t r = 0; r < tables[0].first; ++r) {
    if (!is_rest_of_cell(rows[r], open.between)) return std::nullopt;
  }
  TablePart part{{0, tables[0].last}, open};
  for (std::size_t r = 0; r < part.rows.last; ++r) {
    if (!narrow_all(part.grid.between, rows[r])) return std::nullopt;
  }
  return part;
}

}  // namespace kehoach
