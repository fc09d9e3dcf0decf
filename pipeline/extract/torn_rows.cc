#include "extract/torn_rows.h"

#include <algorithm>

namespace kehoach {

RowJoiner::RowJoiner(const Reading& reading, const std::vector<GridRow>& rows,
                     std::size_t first, std::size_t width)
    : r_(reading), rows_(rows), first_(first), width_(width) {}

bool RowJoiner::may_be_torn() const {
  for (std::size_t k = first_; k < rows_.size(); ++k) {
    for (const GridCell& cell : rows_[k]) {
      if (cell.span.empty() || cell.merged || cell.rows > 1) return false;
    }
  }
  return true;
}

bool RowJoiner::goes_on(const GridRow& row) const {
  if (has_word(r_, row[0].span)) return false;
  return row.size() < 2 || !has_word(r_, row[1].span);
}

std::size_t RowJoiner::next_filled(std::size_t k) const {
  while (k < rows_.size() && rows_[k].empty()) ++k;
  return k;
}

std::vector<WholeRow> RowJoiner::read() const {
  std::vector<WholeRow> out;
  const bool torn = may_be_torn();
  std::size_t k = next_filled(first_);
  std::size_t empty = k - std::min(first_, k);
  while (k < rows_.size()) {
    auto joined = torn ? join(k, empty) : std::nullopt;
    if (!joined && empty > 0) joined = join(k, 0);
    if (joined) {
      out.push_back(std::move(joined->row));
      empty = joined->empty;
      k = joined->next;
      continue;
    }
    const std::size_t next = next_filled(k + 1);
    empty = next - k - 1;
    out.push_back({rows_[k], rows_[k].size() <= width_});
    out.back().cells.resize(std::min(rows_[k].size(), width_));
    k = next;
  }
  return out;
}

// The row that begins in row `k` behind `empty` cells, if it is as wide as the
// table.
std::optional<RowJoiner::Joined> RowJoiner::join(std::size_t k,
                                                 std::size_t empty) const {
  Joined joined;
  GridRow& cells = joined.row.cells;
  cells.resize(std::min(empty, width_));
  for (;;) {
    if (cells.size() + rows_[k].size() > width_) return std::nullopt;
    cells.insert(cells.end(), rows_[k].begin(), rows_[k].end());
    joined.next = next_filled(k + 1);
    const std::size_t marks = joined.next - k;
    const std::size_t lacking = width_ - cells.size();
    if (joined.next == rows_.size() || marks > lacking) {
      joined.empty = marks > lacking ? marks - lacking - 1 : 0;
      return joined;
    }
    if (!goes_on(rows_[joined.next])) return std::nullopt;
    cells.resize(cells.size() + marks);
    k = joined.next;
  }
}

}  // namespace kehoach
