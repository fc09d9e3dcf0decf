// Tables of tasks: which column says what, and the rows that are tasks.

#include <algorithm>

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

class TableReader {
 public:
  TableReader(const Reading& reading, std::uint32_t table) : r_(reading) {
    for (const Node& node : reading.outline.nodes) {
      if (node.kind != NodeKind::cell || node.place.table != table) continue;
      if (node.place.row >= rows_.size()) rows_.resize(node.place.row + 1);
      auto& row = rows_[node.place.row];
      if (node.place.column >= row.size()) row.resize(node.place.column + 1);
      Span& cell = row[node.place.column];
      cell = cell.empty() ? node.span : Span{cell.begin, node.span.end};
    }
  }

  std::vector<TaskRow> read() {
    std::vector<TaskRow> out;
    const std::size_t first = find_head();
    if (first == rows_.size()) return out;
    join_torn_rows(first + 1);
    std::vector<Span> above(heads_.columns.size());
    for (std::size_t k = first + 1; k < rows_.size(); ++k) {
      if (is_group(rows_[k]) || is_head_again(rows_[k])) continue;
      TaskRow row;
      for (std::size_t c = 0;
           c < std::min(rows_[k].size(), heads_.columns.size()); ++c) {
        Span cell = rows_[k][c];
        if (is_same_as_above(cell)) cell = above[c];
        above[c] = cell;
        row.cells.emplace_back(heads_.columns[c], cell);
      }
      if (!row.cell(Column::task).empty()) out.push_back(std::move(row));
    }
    return out;
  }

 private:
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

  // The row of heads, among the first three; the number of rows if there is
  // none.
  std::size_t find_head() {
    for (std::size_t k = 0; k < std::min<std::size_t>(3, rows_.size()); ++k) {
      heads_.columns.clear();
      bool task = false;
      for (const Span cell : rows_[k]) {
        Column c = column_of(cell);
        if (c == Column::task && task) c = Column::other;
        task = task || c == Column::task;
        heads_.columns.push_back(c);
      }
      if (heads_.is_task_table()) return k;
    }
    return rows_.size();
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
                        rows_[k].size() > 1 && is_ordinal(rows_[k][0]);
      const bool torn =
          !rows_[k + 1].empty() && !is_ordinal(rows_[k + 1][0]) &&
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
  [[nodiscard]] bool is_group(const std::vector<Span>& row) const {
    const auto filled = std::count_if(row.begin(), row.end(), [&](Span cell) {
      return !trim(r_.text.text, cell).empty();
    });
    if (filled > 2) return false;
    if (filled <= 1) return true;
    const std::string_view label = trim(r_.printed(row[0]));
    const ListMark mark = list_mark(std::string(label) + ". x");
    return mark.kind == Marker::roman || mark.kind == Marker::named ||
           is_all_upper(label);
  }

  // The heads once more, in front of a group of tasks: every cell is the name
  // of a column. It may lack the column of numbers, so its places say nothing.
  [[nodiscard]] bool is_head_again(const std::vector<Span>& row) const {
    constexpr std::size_t kLongestHead = 60;  // bytes
    std::size_t heads = 0;
    for (const Span cell : row) {
      if (trim(r_.text.text, cell).empty() || r_.folded(cell) == "tt") continue;
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

  const Reading& r_;
  std::vector<std::vector<Span>> rows_;
  Heads heads_;
};

}  // namespace

Span TaskRow::cell(Column column) const {
  for (const auto& [kind, span] : cells) {
    if (kind == column) return span;
  }
  return {};
}

std::vector<TaskRow> read_task_rows(const Reading& reading) {
  std::vector<TaskRow> rows;
  for (const Table& table : reading.outline.tables) {
    for (TaskRow& row : TableReader(reading, table.id).read())
      rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace kehoach
