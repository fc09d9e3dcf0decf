// The rows of tables, before anyone asks what their columns say.

#include <algorithm>

#include "extract/facts.h"

namespace kehoach {
namespace {

// Sheets of figures have more columns, tables of tasks and targets never.
constexpr std::uint32_t kMostColumns = 40;

void add(Grid& grid, const Node& node) {
  if (node.place.column >= kMostColumns) return;
  if (node.place.row >= grid.rows.size()) grid.rows.resize(node.place.row + 1);
  GridRow& row = grid.rows[node.place.row];
  if (node.place.column >= row.size()) row.resize(node.place.column + 1);
  GridCell& cell = row[node.place.column];
  cell.span =
      cell.span.empty() ? node.span : Span{cell.span.begin, node.span.end};
  cell.rows = std::max(cell.rows, node.place.rows);
}

void spread_merged_cells(std::vector<GridRow>& rows) {
  for (std::size_t k = 0; k < rows.size(); ++k) {
    for (std::size_t c = 0; c < rows[k].size(); ++c) {
      const GridCell cell = rows[k][c];
      if (cell.merged) continue;
      const std::size_t end = std::min(k + cell.rows, rows.size());
      for (std::size_t below = k + 1; below < end; ++below) {
        GridRow& row = rows[below];
        if (row.size() <= c) row.resize(c + 1);
        if (row[c].span.empty()) row[c] = {cell.span, 1, true};
      }
    }
  }
}

}  // namespace

std::vector<Grid> read_grids(const Reading& reading) {
  std::vector<Grid> grids;
  const auto& nodes = reading.outline.nodes;
  std::uint32_t id = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind != NodeKind::cell) continue;
    if (grids.empty() || nodes[i].place.table != id) {
      if (!grids.empty()) spread_merged_cells(grids.back().rows);
      grids.push_back({{}, i});
    }
    id = nodes[i].place.table;
    add(grids.back(), nodes[i]);
  }
  if (!grids.empty()) spread_merged_cells(grids.back().rows);
  return grids;
}

std::size_t head_bottom(const std::vector<GridRow>& rows, std::size_t top) {
  std::size_t bottom = top;
  for (const GridCell& cell : rows[top]) {
    const std::size_t end = std::min(top + cell.rows, rows.size());
    bottom = std::max(bottom, std::min(end - 1, top + kHeadRows - 1));
  }
  return bottom;
}

const Phrase* phrase_in(std::string_view folded, const Phrases& list) {
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const Phrase* found =
        is_word_boundary(folded, at) ? list.at(folded, at) : nullptr;
    if (found != nullptr) return found;
  }
  return nullptr;
}

bool says(const Reading& reading, Span span, const Phrases& list) {
  return phrase_in(reading.folded(span), list) != nullptr;
}

ListMark ordinal_mark(const Reading& reading, Span cell) {
  const std::string text(trim(reading.printed(cell)));
  if (text.empty() || text.size() > 8) return {};
  ListMark dotted = list_mark(text + ". x");
  return dotted.kind != Marker::none ? dotted : list_mark(text + " x");
}

bool is_ordinal(const Reading& reading, Span cell) {
  return ordinal_mark(reading, cell).kind != Marker::none;
}

bool has_word(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    letters = is_letter(c.value) ? letters + 1 : 0;
    if (letters == 2) return true;
    at += c.size;
  }
  return false;
}

bool has_word(const Reading& reading, Span cell) {
  return has_word(reading.printed(cell));
}

bool is_same_as_above(const Reading& reading, Span cell) {
  const std::string folded = fold_for_search(reading.printed(cell));
  const std::string_view text = trim(reading.printed(cell));
  return folded == "nt" || folded == "nhu tren" || text == "″" ||
         text == "\"" || text == "”";
}

}  // namespace kehoach
