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
  [[nodiscard]] bool has(Column c) const {
    return std::find(columns.begin(), columns.end(), c) != columns.end();
  }
  [[nodiscard]] bool is_task_table() const {
    return has(Column::task) &&
           (has(Column::lead) || has(Column::time) || has(Column::support));
  }
};

// A cell of one row. One that is merged over several rows stands in each of
// them, `merged` in all but the first.
struct Cell {
  Span span;
  std::uint32_t rows = 1;
  bool merged = false;
};
using Row = std::vector<Cell>;

class TableReader {
 public:
  explicit TableReader(const Reading& reading) : r_(reading) {}

  // The nodes of one table, in their order.
  void add(const Node& node) {
    if (node.place.column >= kMostColumns) return;
    if (node.place.row >= rows_.size()) rows_.resize(node.place.row + 1);
    Row& row = rows_[node.place.row];
    if (node.place.column >= row.size()) row.resize(node.place.column + 1);
    Cell& cell = row[node.place.column];
    cell.span =
        cell.span.empty() ? node.span : Span{cell.span.begin, node.span.end};
    cell.rows = std::max(cell.rows, node.place.rows);
  }

  std::vector<TaskRow> read() {
    std::vector<TaskRow> out;
    spread_merged_cells();
    const std::size_t head = find_head();
    if (head == rows_.size()) return out;
    join_torn_rows(head + 1);
    std::vector<Span> above(heads_.columns.size());
    for (std::size_t k = head + 1; k < rows_.size(); ++k) {
      const Row& cells = rows_[k];
      if (is_group(cells) || is_head_again(cells)) continue;
      // The rows beside a task that is merged over them are all its own.
      const bool goes_on = !out.empty() && has_merged_task(cells);
      TaskRow row;
      for (std::size_t c = 0; c < std::min(cells.size(), heads_.columns.size());
           ++c) {
        if (goes_on && cells[c].merged) continue;
        Span cell = cells[c].span;
        if (is_same_as_above(cell)) cell = above[c];
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
  void spread_merged_cells() {
    for (std::size_t k = 0; k < rows_.size(); ++k) {
      for (std::size_t c = 0; c < rows_[k].size(); ++c) {
        const Cell cell = rows_[k][c];
        if (cell.merged) continue;
        const std::size_t end = std::min(k + cell.rows, rows_.size());
        for (std::size_t below = k + 1; below < end; ++below) {
          Row& row = rows_[below];
          if (row.size() <= c) row.resize(c + 1);
          if (row[c].span.empty()) row[c] = {cell.span, 1, true};
        }
      }
    }
  }

  [[nodiscard]] bool has_merged_task(const Row& row) const {
    for (std::size_t c = 0; c < std::min(row.size(), heads_.columns.size());
         ++c) {
      if (heads_.columns[c] == Column::task) return row[c].merged;
    }
    return false;
  }

  [[nodiscard]] bool says(Span cell, std::string_view list) const {
    const std::string_view folded = r_.folded(cell);
    const auto& words = r_.rules.list(list);
    return std::any_of(words.begin(), words.end(), [&](const std::string& w) {
      return folded.find(w) != std::string_view::npos;
    });
  }

  [[nodiscard]] Column column_of(Span cell) const {
    const std::string_view folded = r_.folded(cell);
    const auto says = [&](std::string_view list) {
      return this->says(cell, list);
    };
    if (cell.empty() || folded.size() > 120) return Column::other;
    if (says("column_support"))
      return says("column_lead") ? Column::lead : Column::support;
    if (says("column_lead")) return Column::lead;
    if (says("column_time")) return Column::time;
    if (says("column_other")) return Column::other;
    if (says("column_task")) return Column::task;
    return Column::other;
  }

  // The row of heads, among the first three, the last one of heads that are
  // several rows high; the number of rows if there is none.
  std::size_t find_head() {
    for (std::size_t k = 0; k < std::min(kHeadRows, rows_.size()); ++k) {
      std::size_t bottom = k;
      for (const Cell& cell : rows_[k]) {
        const std::size_t end = std::min(k + cell.rows, rows_.size());
        bottom = std::max(bottom, std::min(end - 1, k + kHeadRows - 1));
      }
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
    bool task = false;
    std::size_t columns = 0;
    for (std::size_t k = top; k <= bottom; ++k)
      columns = std::max(columns, rows_[k].size());
    for (std::size_t c = 0; c < columns; ++c) {
      Column column = Column::other;
      for (std::size_t k = bottom + 1; k > top && column == Column::other;
           --k) {
        if (c < rows_[k - 1].size()) column = column_of(rows_[k - 1][c].span);
      }
      if (column == Column::task && task) column = Column::other;
      task = task || column == Column::task;
      heads_.columns.push_back(column);
    }
  }

  [[nodiscard]] bool is_ordinal(Span cell) const {
    const std::string_view text = trim(r_.printed(cell));
    if (text.empty() || text.size() > 8) return false;
    return list_mark(std::string(text) + ". x").kind != Marker::none ||
           list_mark(std::string(text) + " x").kind != Marker::none;
  }

  // An empty cell of a one-cell-a-line table looks like the end of its row:
  // what follows without a number goes on behind it.
  void join_torn_rows(std::size_t from) {
    for (std::size_t k = from; k + 1 < rows_.size();) {
      const bool open = rows_[k].size() < heads_.columns.size() &&
                        rows_[k].size() > 1 && is_ordinal(rows_[k][0].span);
      const bool torn =
          !rows_[k + 1].empty() && !is_ordinal(rows_[k + 1][0].span) &&
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

  // A row that names a group of tasks: nothing but its number and its name.
  // Beside a merged cell the name alone is a task, if it stands where tasks do.
  [[nodiscard]] bool is_group(const Row& row) const {
    std::size_t filled = 0;
    std::size_t last = 0;
    bool merged = false;
    for (std::size_t c = 0; c < row.size(); ++c) {
      merged = merged || row[c].merged;
      if (row[c].merged || trim(r_.text.text, row[c].span).empty()) continue;
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

  // The heads once more, in front of a group of tasks: every cell is the name
  // of a column. It may lack the column of numbers, so its places say nothing.
  [[nodiscard]] bool is_head_again(const Row& row) const {
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

  // `-nt-`, `nt`, `″`: as in the row above.
  [[nodiscard]] bool is_same_as_above(Span cell) const {
    const std::string folded = fold_for_search(r_.printed(cell));
    const std::string_view text = trim(r_.printed(cell));
    return folded == "nt" || folded == "nhu tren" || text == "″" ||
           text == "\"" || text == "”";
  }

  static constexpr std::size_t kHeadRows = 3;
  // Sheets of figures have more, tables of tasks never.
  static constexpr std::uint32_t kMostColumns = 40;

  const Reading& r_;
  std::vector<Row> rows_;
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
  std::optional<TableReader> table;
  std::uint32_t id = 0;
  const auto close = [&] {
    if (!table) return;
    for (TaskRow& row : table->read()) rows.push_back(std::move(row));
    table.reset();
  };
  for (const Node& node : reading.outline.nodes) {
    if (node.kind != NodeKind::cell) continue;
    if (node.place.table != id) close();
    id = node.place.table;
    if (!table) table.emplace(reading);
    table->add(node);
  }
  close();
  return rows;
}

}  // namespace kehoach
