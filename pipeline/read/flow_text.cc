#include "read/flow_text.h"

#include <algorithm>
#include <optional>

#include "read/form_words.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::string_view kBlanksInLine = " \t\xC2\xA0";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kBlanksInLine) == std::string_view::npos;
}

}  // namespace

// Writes blocks as the lines of a SourceText.
class FlowText::Writer {
 public:
  Writer(const std::vector<Table>& tables, SourceText& out)
      : tables_(tables), out_(out) {}

  void write(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (block.table < 0) {
        line(block.line);
      } else {
        table(tables_[static_cast<std::size_t>(block.table)]);
      }
    }
  }

 private:
  // What a table is to its reader.
  enum class Role { data, side_by_side, frame };

  void line(const Line& line) {
    // Empty lines part paragraphs, which cells do by their place.
    if (place_.table != 0 && is_blank(line.text)) return;
    const auto begin = static_cast<std::uint32_t>(out_.text.size());
    out_.text += line.text;
    const auto end = static_cast<std::uint32_t>(out_.text.size());
    out_.text += '\n';
    const bool filled = !is_blank(line.text);
    out_.lines.push_back({.span = {begin, end},
                          .bold = filled && line.bold,
                          .italic = filled && line.italic,
                          .place = place_});
  }

  void table(const Table& table) {
    if (place_.table != 0) return row_by_row(table);
    switch (role_of(table)) {
      case Role::data:
        return data(table);
      case Role::side_by_side:
        return column_by_column(table);
      case Role::frame:
        return row_by_row(table);
    }
  }

  void data(const Table& table) {
    ++count_;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (const Cell& cell : table.rows[row]) {
        place_ = {count_, static_cast<std::uint32_t>(row), cell.column,
                  cell.shape.rows};
        write(cell.blocks);
      }
    }
    place_ = {};
  }

  void row_by_row(const Table& table) {
    for (const auto& row : table.rows) {
      for (const Cell& cell : row) write(cell.blocks);
    }
  }

  void column_by_column(const Table& table) {
    std::vector<const Cell*> cells;
    for (const auto& row : table.rows) {
      for (const Cell& cell : row) cells.push_back(&cell);
    }
    std::stable_sort(
        cells.begin(), cells.end(),
        [](const Cell* a, const Cell* b) { return a->column < b->column; });
    for (const Cell* cell : cells) write(cell->blocks);
  }

  static bool is_filled(const Cell& cell) {
    return std::any_of(
        cell.blocks.begin(), cell.blocks.end(),
        [](const Block& b) { return b.table >= 0 || !is_blank(b.line.text); });
  }

  static Role role_of(const Table& table) {
    std::size_t rows = 0;
    std::size_t widest = 0;
    bool holds_tables = false;
    bool administrative = false;
    for (const auto& row : table.rows) {
      std::size_t filled = 0;
      for (const Cell& cell : row) {
        if (!is_filled(cell)) continue;
        ++filled;
        for (const Block& block : cell.blocks) {
          holds_tables = holds_tables || block.table >= 0;
          administrative = administrative || is_form_word(block.line.text);
        }
      }
      rows += filled > 0 ? 1 : 0;
      widest = std::max(widest, filled);
    }
    constexpr std::size_t kTallestForm = 6;  // rows
    if (administrative && widest <= 3 && rows <= kTallestForm)
      return Role::side_by_side;
    // A head above empty rows is a form to fill in.
    constexpr std::size_t kWideForm = 4;  // columns
    const bool is_form = widest >= kWideForm && table.rows.size() > 1;
    if ((rows <= 1 && !is_form) || widest <= 1 || holds_tables)
      return Role::frame;
    return Role::data;
  }

  // `CỘNG HÒA XÃ HỘI ...`, `Nơi nhận:`: never in a table of facts.
  static bool is_form_word(std::string_view line) {
    if (is_blank(line)) return false;
    const std::string folded = fold_for_search(line);
    return is_motto(folded) || is_recipients_head(folded);
  }

  const std::vector<Table>& tables_;
  SourceText& out_;
  TablePlace place_;
  std::uint32_t count_ = 0;
};

std::vector<FlowText::Block>& FlowText::here() {
  if (open_.empty()) return blocks_;
  Table& table = tables_[open_.back()];
  if (table.rows.empty()) table.rows.emplace_back();
  if (table.rows.back().empty()) table.rows.back().emplace_back();
  return table.rows.back().back().blocks;
}

void FlowText::add(std::string_view text, RunStyle style) {
  if (!is_blank(text)) {
    line_.bold = line_.bold && style.bold;
    line_.italic = line_.italic && style.italic;
  }
  line_.text += text;
}

void FlowText::break_line() {
  here().push_back({std::move(line_), -1});
  line_ = {};
}

void FlowText::end_paragraph() { break_line(); }

// What stands on the line when a table or cell begins or ends is a line.
void FlowText::flush() {
  if (!is_blank(line_.text)) break_line();
  line_ = {};
}

void FlowText::begin_aside() {
  set_aside_.push_back(std::move(line_));
  line_ = {};
}

void FlowText::end_aside() {
  if (set_aside_.empty()) return;
  flush();
  line_ = std::move(set_aside_.back());
  set_aside_.pop_back();
}

void FlowText::begin_table() {
  flush();
  if (open_.size() >= kDeepest) {
    ++too_deep_;
    return;
  }
  const std::size_t index = tables_.size();
  here().push_back({{}, static_cast<std::int32_t>(index)});
  tables_.emplace_back();
  open_.push_back(index);
}

void FlowText::begin_row() {
  flush();
  if (open_.empty() || too_deep_ > 0) return;
  Table& table = tables_[open_.back()];
  if (!table.rows.empty()) {
    for (std::uint32_t& rows : table.taken) rows -= rows > 0 ? 1 : 0;
  }
  table.rows.emplace_back();
}

void FlowText::begin_cell(CellShape shape) {
  flush();
  if (open_.empty() || too_deep_ > 0) return;
  if (shape.columns == 0 || shape.columns > kMostColumns) shape.columns = 1;
  if (shape.rows == 0 || shape.rows > kMostRows) shape.rows = 1;
  Table& table = tables_[open_.back()];
  if (table.rows.empty()) table.rows.emplace_back();
  auto& row = table.rows.back();
  std::uint32_t column =
      row.empty() ? 0 : row.back().column + row.back().shape.columns;
  while (column < table.taken.size() && table.taken[column] > 0) ++column;
  column = std::min(column, kMostColumns);
  const std::size_t end = static_cast<std::size_t>(column) + shape.columns;
  if (table.taken.size() < end) table.taken.resize(end);
  std::fill(table.taken.begin() + column,
            table.taken.begin() + static_cast<std::ptrdiff_t>(end), shape.rows);
  row.push_back({column, shape, {}});
}

void FlowText::end_table() {
  flush();
  if (too_deep_ > 0) {
    --too_deep_;
  } else if (!open_.empty()) {
    open_.pop_back();
  }
}

SourceText FlowText::take(std::string media_type) {
  while (!set_aside_.empty()) end_aside();
  flush();
  open_.clear();
  too_deep_ = 0;
  SourceText out;
  out.media_type = std::move(media_type);
  out.styled = true;
  Writer(tables_, out).write(blocks_);
  blocks_.clear();
  tables_.clear();
  return out;
}

}  // namespace kehoach
