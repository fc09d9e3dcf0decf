#include "extract/aim_cells.h"

#include <algorithm>

#include "extract/target_heads.h"

namespace kehoach {
namespace {

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// The row and the column of the head `Chỉ tiêu`.
struct Place {
  std::size_t row = 0;
  std::size_t column = 0;
};

std::optional<Place> find_indicators(const Reading& r, const Grid& grid) {
  const HeadWords words(r, false);
  for (std::size_t k = 0; k < std::min(kHeadRows, grid.rows.size()); ++k) {
    for (std::size_t c = 0; c < grid.rows[k].size(); ++c) {
      if (words.is(grid.rows[k][c].span, r.words.indicator_heads))
        return Place{k, c};
    }
  }
  return std::nullopt;
}

void add_objectives(const Reading& r, const Grid& grid,
                    std::vector<AimCell>& found) {
  const SectionRole role = r.outline.nodes[grid.node].role;
  if (role == SectionRole::situation || role == SectionRole::funding) return;
  const auto head = find_indicators(r, grid);
  if (!head) return;
  for (std::size_t k = head->row + 1; k < grid.rows.size(); ++k) {
    if (head->column >= grid.rows[k].size()) continue;
    const GridCell& cell = grid.rows[k][head->column];
    if (!cell.merged && has_digit(r.printed(cell.span)))
      found.push_back(
          {grid.node, trim(r.text.text, cell.span), SectionRole::objectives});
  }
}

}  // namespace

std::vector<AimCell> read_aim_cells(const Reading& reading,
                                    const GridColumns& columns) {
  std::vector<AimCell> found;
  for (std::size_t k = 0; k < columns.size(); ++k) {
    if (!columns[k]) add_objectives(reading, reading.grids[k], found);
  }
  const auto& nodes = reading.outline.nodes;
  std::size_t node = 0;  // of the row: rows stand in the order of nodes
  for (const TaskRow& row : reading.task_rows) {
    const Span task = row.cell(TaskRow::Column::task);
    while (node < nodes.size() && nodes[node].span.end <= task.begin) ++node;
    const auto add = [&](Span cell, bool product) {
      cell = trim(reading.text.text, cell);
      const bool known = std::any_of(
          found.begin(), found.end(),
          [&](const AimCell& c) { return c.text.begin == cell.begin; });
      const bool done = product && starts_with(reading.folded(cell), "đã ");
      if (!known && !done && has_digit(reading.printed(cell)))
        found.push_back({node, cell, SectionRole::tasks, product});
    };
    add(task, false);
    for (const Span cell : row.all(TaskRow::Column::product)) add(cell, true);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const AimCell& a, const AimCell& b) {
                     return a.text.begin < b.text.begin;
                   });
  return found;
}

}  // namespace kehoach
