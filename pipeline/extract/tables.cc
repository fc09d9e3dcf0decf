// Tables of tasks: which column says what, and the rows that are tasks.

#include <algorithm>
#include <optional>

#include "extract/facts.h"

namespace kehoach {
namespace {

using Column = TaskRow::Column;

// The columns of a task table by the words of its head.
struct Heads {
  std::vector<Column> columns;
  std::uint32_t end = 0;  // of their table
  [[nodiscard]] bool has(Column c) const {
    return std::find(columns.begin(), columns.end(), c) != columns.end();
  }
  [[nodiscard]] bool is_task_table() const {
    return has(Column::task) &&
           (has(Column::lead) || has(Column::time) || has(Column::support));
  }
};

class TableReader {
 public:
  TableReader(const Reading& reading, const Grid& grid)
      : r_(reading),
        rows_(grid.rows),
        assigns_(holds_obligations(reading.outline.nodes[grid.node].role)),
        schedules_(assigns_ || reading.outline.nodes[grid.node].role ==
                                   SectionRole::objectives) {}

  // `heads_above`: those of the table before this one, which a page may have
  // cut off; then those of this one, if it has any.
  std::vector<TaskRow> read(Heads& heads_above) {
    std::vector<TaskRow> out;
    const std::size_t head = find_head();
    const bool cut_off = head == rows_.size() && continues(heads_above);
    if (head == rows_.size() && !cut_off) return schedule();
    const std::size_t first = cut_off ? 0 : head + 1;
    if (cut_off) heads_ = heads_above;
    heads_above = heads_;
    for (const GridRow& row : rows_) {
      for (const GridCell& cell : row)
        heads_above.end = std::max(heads_above.end, cell.span.end);
    }
    if (is_programme(first)) return out;
    join_torn_rows(first);
    add_merged_numbers(first);
    std::vector<Span> above(heads_.columns.size());
    for (std::size_t k = first; k < rows_.size(); ++k) {
      const GridRow& cells = rows_[k];
      if (is_group(cells) || heads_next(k) || is_head_again(cells)) continue;
      // The rows beside a task that is merged over them are all its own.
      const bool goes_on = !out.empty() && has_merged_task(cells);
      TaskRow row;
      for (std::size_t c = 0; c < std::min(cells.size(), heads_.columns.size());
           ++c) {
        if (goes_on && cells[c].merged) continue;
        Span cell = cells[c].span;
        if (is_same_as_above(r_, cell)) cell = above[c];
        above[c] = cell;
        row.cells.emplace_back(heads_.columns[c], cell);
      }
      if (goes_on) {
        auto& task = out.back().cells;
        task.insert(task.end(), row.cells.begin(), row.cells.end());
      } else if (!row.cell(Column::task).empty()) {
        out.push_back(std::move(row));
      }
    }
    return out;
  }

 private:
  // As wide as the table of `above`, right behind it, and it begins with a
  // number: its rows go on, on the next page.
  [[nodiscard]] bool continues(const Heads& above) const {
    constexpr std::uint32_t kBetweenPages = 300;  // bytes of a running head
    if (above.end == 0 || rows_.empty() || rows_[0].empty()) return false;
    std::size_t width = 0;
    for (const GridRow& row : rows_) width = std::max(width, row.size());
    const std::uint32_t begin = rows_[0][0].span.begin;
    return width == above.columns.size() && begin >= above.end &&
           begin - above.end < kBetweenPages &&
           is_ordinal(r_, rows_[0][0].span);
  }

  // `STT | Đơn vị được kiểm tra | Thời gian`, `STT | Trường | Thời gian đánh
  // giá`: when, and no tasks.
  [[nodiscard]] std::vector<TaskRow> schedule() {
    std::vector<TaskRow> out;
    if (!schedules_ || rows_.empty()) return out;
    const bool visits =
        std::any_of(rows_[0].begin(), rows_[0].end(), [&](const auto& cell) {
          return says(cell.span, column_of(cell.span) == Column::time
                                     ? "column_visits"
                                     : "column_visited");
        });
    read_heads(0, 0);
    if (!visits || !heads_.has(Column::time) || is_programme(1)) return out;
    for (std::size_t k = 1; k < rows_.size(); ++k) {
      for (std::size_t c = 0;
           c < std::min(rows_[k].size(), heads_.columns.size()); ++c) {
        if (heads_.columns[c] == Column::time && !rows_[k][c].merged)
          out.push_back({{{Column::time, rows_[k][c].span}}});
      }
    }
    return out;
  }

  // `7h30 - 8h00 | Đón tiếp đại biểu`: the hours of one day, and who speaks.
  [[nodiscard]] bool is_programme(std::size_t from) const {
    std::size_t hours = 0;
    for (std::size_t k = from; k < rows_.size(); ++k) {
      for (std::size_t c = 0;
           c < std::min(rows_[k].size(), heads_.columns.size()); ++c) {
        const std::string_view cell = trim(r_.folded(rows_[k][c].span));
        if (heads_.columns[c] != Column::time || cell.empty()) continue;
        if (!is_hour(cell)) return false;
        ++hours;
      }
    }
    return hours > 1;
  }

  // `7h30 - 8h00`, `7 giờ 30`, `08:15`
  [[nodiscard]] static bool is_hour(std::string_view cell) {
    const std::size_t unit = cell.find_first_not_of(kDigits);
    if (unit == 0 || unit == std::string_view::npos || unit > 2 ||
        cell.find("ngày") != std::string_view::npos)
      return false;
    const std::string_view rest = trim(cell.substr(unit));
    return starts_with(rest, "h") || starts_with(rest, "g") ||
           starts_with(rest, ":");
  }

  [[nodiscard]] bool has_merged_task(const GridRow& row) const {
    for (std::size_t c = 0; c < std::min(row.size(), heads_.columns.size());
         ++c) {
      if (heads_.columns[c] == Column::task) return row[c].merged;
    }
    return false;
  }

  [[nodiscard]] bool says(Span cell, std::string_view list) const {
    return head_says(r_.rules, r_.folded(cell), list);
  }

  [[nodiscard]] Column column_of(Span cell) const {
    return column_below(r_.rules, r_.folded(cell));
  }

  // The row of heads, among the first three, the last one of heads that are
  // several rows high; the number of rows if there is none.
  std::size_t find_head() {
    for (std::size_t k = 0; k < std::min(kHeadRows, rows_.size()); ++k) {
      const std::size_t bottom = head_bottom(rows_, k);
      read_heads(k, bottom);
      if (heads_.is_task_table()) return bottom;
      // Cells of tasks may be merged too.
      read_heads(k, k);
      if (bottom > k && heads_.is_task_table()) return k;
    }
    return rows_.size();
  }

  // What each column is by the lowest of its heads that says so: `Chủ trì`
  // below `Cơ quan thực hiện`.
  void read_heads(std::size_t top, std::size_t bottom) {
    heads_.columns.clear();
    std::optional<std::size_t> task;
    Span task_head;
    std::size_t columns = 0;
    for (std::size_t k = top; k <= bottom; ++k)
      columns = std::max(columns, rows_[k].size());
    for (std::size_t c = 0; c < columns; ++c) {
      Column column = Column::other;
      Span head;
      for (std::size_t k = bottom + 1; k > top && column == Column::other;
           --k) {
        if (c >= rows_[k - 1].size()) continue;
        head = rows_[k - 1][c].span;
        column = column_of(head);
      }
      if (column == Column::task && task) {
        // `Nhóm nhiệm vụ | Nhiệm vụ`, `Nội dung | Hành động cụ thể`
        const bool finer = says(head, "column_finer") ||
                           starts_with(r_.folded(task_head), "nhóm ");
        heads_.columns[*task] = finer ? Column::other : Column::task;
        if (!finer) column = Column::other;
      }
      if (column == Column::task) {
        task = c;
        task_head = head;
      }
      heads_.columns.push_back(column);
    }
  }

  // An empty cell of a one-cell-a-line table looks like the end of its row:
  // what follows without a number goes on behind it.
  void join_torn_rows(std::size_t from) {
    for (std::size_t k = from; k + 1 < rows_.size();) {
      const bool open = rows_[k].size() < heads_.columns.size() &&
                        rows_[k].size() > 1 && is_ordinal(r_, rows_[k][0].span);
      const bool torn =
          !rows_[k + 1].empty() && !is_ordinal(r_, rows_[k + 1][0].span) &&
          rows_[k].size() + 1 + rows_[k + 1].size() <= heads_.columns.size();
      if (!open || !torn) {
        ++k;
        continue;
      }
      rows_[k].push_back({});
      rows_[k].insert(rows_[k].end(), rows_[k + 1].begin(), rows_[k + 1].end());
      rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(k + 1));
    }
  }

  // Where cells stand one below the other, a number that is merged over two
  // rows is lost to the second, whose task then stands in its column.
  void add_merged_numbers(std::size_t from) {
    if (heads_.columns.size() < 3 || heads_.columns[0] != Column::other ||
        heads_.columns[1] != Column::task || heads_.columns[2] != Column::lead)
      return;
    for (std::size_t k = std::max(from, std::size_t{1}); k < rows_.size();
         ++k) {
      GridRow& row = rows_[k];
      if (row.size() < 2 || row.size() >= heads_.columns.size()) continue;
      const auto& [task, rows, merged] = row[0];
      const Span body = row[1].span;
      if (!merged && !row[1].merged && has_word(r_, task) &&
          !is_ordinal(r_, task) &&
          r_.printed(task).find(' ') != std::string_view::npos &&
          !begins_agency(r_, task.begin, task.end) &&
          begins_agency(r_, body.begin, body.end))
        row.insert(row.begin(), GridCell{});
    }
  }

  // What a group costs, or all of them.
  [[nodiscard]] bool is_sum(const GridRow& row, std::size_t c) const {
    return c < heads_.columns.size() && heads_.columns[c] == Column::other &&
           c > 1 &&
           trim(r_.printed(row[c].span)).find_first_not_of("0123456789.,") ==
               std::string_view::npos;
  }

  // A row that names a group of tasks: nothing but its number and its name.
  // Beside a merged cell the name alone is a task, if it stands where tasks do.
  [[nodiscard]] bool is_group(const GridRow& row) const {
    std::size_t filled = 0;
    std::size_t last = 0;
    bool merged = false;
    for (std::size_t c = 0; c < row.size(); ++c) {
      merged = merged || row[c].merged;
      if (row[c].merged || trim(r_.text.text, row[c].span).empty() ||
          is_sum(row, c))
        continue;
      ++filled;
      last = c;
    }
    if (filled > 2 || has_merged_task(row)) return false;
    if (filled <= 1) {
      return filled == 0 || !merged || last >= heads_.columns.size() ||
             heads_.columns[last] != Column::task;
    }
    const std::string_view label = trim(r_.printed(row[0].span));
    const ListMark mark = list_mark(std::string(label) + ". x");
    return mark.kind == Marker::roman || mark.kind == Marker::named ||
           is_all_upper(label);
  }

  // The lowest number of a row: `a)` of `14 | a)`.
  [[nodiscard]] ListMark number_of(const GridRow& row) const {
    constexpr std::size_t kMostNumbers = 3;
    ListMark number;
    for (std::size_t c = 0; c < std::min(kMostNumbers, row.size()); ++c) {
      if (row[c].merged) continue;
      if (ListMark mark = ordinal_mark(r_, row[c].span);
          mark.kind != Marker::none)
        number = std::move(mark);
    }
    return number;
  }

  // Whether a cell of `row` is so, asked with its column and what stands there.
  template <typename F>
  [[nodiscard]] bool has_cell(const GridRow& row, F&& is_so) const {
    for (std::size_t c = 0; c < std::min(row.size(), heads_.columns.size());
         ++c) {
      if (is_so(heads_.columns[c], trim(r_.folded(row[c].span)))) return true;
    }
    return false;
  }

  [[nodiscard]] bool names_bodies(const GridRow& row) const {
    return has_cell(row, [](Column column, std::string_view cell) {
      return (column == Column::lead || column == Column::support) &&
             !cell.empty();
    });
  }

  // A time of its own, in its column or in its task.
  [[nodiscard]] bool is_dated(const GridRow& row) const {
    return has_cell(row, [](Column column, std::string_view cell) {
      return cell.find_first_of(kDigits) != std::string_view::npos &&
             (column == Column::time ||
              (column == Column::task &&
               cell.find("ngày ") != std::string_view::npos));
    });
  }

  // `4 | Rà soát thủ tục | | Các chỉ tiêu sau:` above `a)`, `b)`, which name
  // the bodies: the name of those tasks.
  [[nodiscard]] bool heads_next(std::size_t k) const {
    if (k + 1 == rows_.size() || names_bodies(rows_[k]) ||
        !names_bodies(rows_[k + 1]) || is_dated(rows_[k]))
      return false;
    const ListMark own = number_of(rows_[k]);
    const ListMark below = number_of(rows_[k + 1]);
    if (own.kind == Marker::none || own.kind == Marker::letter) return false;
    return below.kind == Marker::letter ||
           starts_with(below.label, own.label + ".");
  }

  // The heads once more, in front of a group of tasks: every cell is the name
  // of a column. It may lack the column of numbers, so its places say nothing.
  [[nodiscard]] bool is_head_again(const GridRow& row) const {
    constexpr std::size_t kLongestHead = 60;  // bytes
    std::size_t heads = 0;
    for (const auto& [cell, rows, merged] : row) {
      if (merged || trim(r_.text.text, cell).empty() || r_.folded(cell) == "tt")
        continue;
      const bool head =
          cell.size() <= kLongestHead &&
          (column_of(cell) != Column::other || says(cell, "column_other"));
      if (!head) return false;
      ++heads;
    }
    return heads > 2;
  }

  const Reading& r_;
  std::vector<GridRow> rows_;
  bool assigns_;    // it stands in a part whose leaves are obligations
  bool schedules_;  // in one where times count
  Heads heads_;
};

}  // namespace

Span TaskRow::cell(Column column) const {
  for (const auto& [kind, span] : cells) {
    if (kind == column) return span;
  }
  return {};
}

std::vector<Span> TaskRow::all(Column column) const {
  std::vector<Span> spans;
  for (const auto& [kind, span] : cells) {
    if (kind == column && !span.empty()) spans.push_back(span);
  }
  return spans;
}

std::vector<TaskRow> read_task_rows(const Reading& reading) {
  std::vector<TaskRow> rows;
  Heads heads;
  for (const Grid& grid : reading.grids) {
    for (TaskRow& row : TableReader(reading, grid).read(heads))
      rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace kehoach
