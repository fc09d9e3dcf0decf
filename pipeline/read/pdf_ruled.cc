#include "read/pdf_ruled.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "read/pdf_rows.h"
#include "text/text.h"

namespace kehoach {
namespace {

// The place of the grid that `box` stands on; nothing if it is outside.
std::optional<std::uint32_t> place_of(const RuledTable& table, const Box& box) {
  const float x = (box.x0 + box.x1) / 2;
  const float y = (box.y0 + box.y1) / 2;
  const auto at = [](const std::vector<float>& edges, float value) {
    return std::upper_bound(edges.begin(), edges.end(), value) - edges.begin();
  };
  const auto column = at(table.xs, x);
  const auto row = at(table.ys, y);
  if (column == 0 || row == 0 ||
      static_cast<std::size_t>(column) == table.xs.size() ||
      static_cast<std::size_t>(row) == table.ys.size()) {
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(static_cast<std::size_t>(row - 1) *
                                        table.columns() +
                                    static_cast<std::size_t>(column - 1));
}

// What one cell holds.
struct Cell {
  PdfPage page;                     // its words alone
  std::vector<std::uint32_t> from;  // their indices on the page
};

bool begins_with_digit(const PdfPage& page, const PageRow& row) {
  const std::string& text = page.words[row.segments[0].words[0]].text;
  return is_digit(static_cast<unsigned char>(text[0]));
}

// The words of `cell` in reading order: upright ones, then turned ones.
Segment segment_of(const Cell& cell, const std::vector<PageRow>& rows) {
  std::vector<std::uint32_t> order;
  for (const PageRow& row : rows) {
    for (const Segment& segment : row.segments) {
      order.insert(order.end(), segment.words.begin(), segment.words.end());
    }
  }
  for (std::uint32_t i = 0; i < cell.page.words.size(); ++i) {
    if (cell.page.words[i].quarter_turns != 0) order.push_back(i);
  }
  Segment out;
  for (const std::uint32_t i : order) {
    const PdfWord& word = cell.page.words[i];
    const Segment one{{cell.from[i]}, word.box, word.size};
    out.words.empty() ? void(out = one) : append(out, one);
  }
  return out;
}

// How many rows the cell that begins at `place` stands for.
std::uint32_t rows_of_cell(const RuledTable& table, std::uint32_t place) {
  const auto columns = static_cast<std::uint32_t>(table.columns());
  std::uint32_t rows = 1;
  while (place + rows * columns < table.cells.size() &&
         table.cells[place + rows * columns] == table.cells[place]) {
    ++rows;
  }
  return rows;
}

std::optional<FilledTable> filled(const PdfPage& page, RuledTable table) {
  std::map<std::uint32_t, Cell> cells;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const PdfWord& word = page.words[i];
    const auto place =
        place_of(table, word.cell == 0 ? word.box : page.cells[word.cell - 1U]);
    if (!place) continue;
    Cell& cell = cells[table.cells[*place]];
    cell.page.words.push_back(word);
    cell.from.push_back(i);
  }
  const auto columns = static_cast<std::uint32_t>(table.columns());
  FilledTable out;
  std::set<std::uint32_t> used;
  for (const auto& entry : cells) {
    const std::uint32_t place = entry.first;
    const Cell& cell = entry.second;
    const std::vector<PageRow> rows = rows_of(cell.page);
    const std::uint32_t column = place % columns;
    const auto numbers = std::count_if(
        rows.begin(), rows.end(),
        [&](const PageRow& row) { return begins_with_digit(cell.page, row); });
    if (column == 0 && numbers > 1) return std::nullopt;
    used.insert(column);
    PageLine line{segment_of(cell, rows), false, {}};
    line.place = {0, place / columns, column, rows_of_cell(table, place)};
    out.cells.push_back(std::move(line));
  }
  if (used.size() < 2) return std::nullopt;
  out.table = std::move(table);
  return out;
}

}  // namespace

std::vector<FilledTable> filled_tables(const PdfPage& page) {
  std::vector<FilledTable> out;
  for (RuledTable& table : ruled_tables(page)) {
    if (auto table_filled = filled(page, std::move(table))) {
      out.push_back(std::move(*table_filled));
    }
  }
  return out;
}

}  // namespace kehoach
