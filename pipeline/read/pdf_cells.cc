#include "read/pdf_cells.h"

#include <algorithm>
#include <map>

#include "read/pdf_rows.h"

namespace kehoach {
namespace {

bool is_parted(const std::vector<bool>& gaps) {
  return std::find(gaps.begin(), gaps.end(), true) != gaps.end();
}

// The gaps that part the rows of `table`, each as narrow as it ever is.
std::vector<Gap> parting_gaps(const std::vector<PageRow>& rows,
                              const std::vector<std::vector<bool>>& gaps,
                              TableRows table) {
  std::vector<Gap> all;
  for (std::size_t r = table.first; r < table.last; ++r) {
    const std::vector<Segment>& segments = rows[r].segments;
    for (std::size_t s = 0; s < gaps[r].size(); ++s) {
      if (!gaps[r][s]) continue;
      all.push_back({segments[s].box.x1, segments[s + 1].box.x0});
    }
  }
  // The narrowest first: a gap across an empty cell holds two of them.
  std::sort(all.begin(), all.end(),
            [](const Gap& a, const Gap& b) { return a.width() < b.width(); });
  std::vector<Gap> kept;
  for (const Gap& gap : all) {
    bool is_known = false;
    for (Gap& other : kept) {
      const Gap common = {std::max(gap.x0, other.x0),
                          std::min(gap.x1, other.x1)};
      if (common.width() <= 0) continue;
      is_known = true;
      other = common;
    }
    if (!is_known) kept.push_back(gap);
  }
  return kept;
}

// The white that runs through the whole table, from left to right: wherever no
// word of any row stands, and more than a space would leave.
std::vector<Gap> columns_of(const PdfPage& page,
                            const std::vector<PageRow>& rows, TableRows table) {
  constexpr float kLeast = 0.35F;  // of the size of letters
  std::vector<Box> words;
  for (std::size_t r = table.first; r < table.last; ++r) {
    for (const Segment& segment : rows[r].segments) {
      for (const std::uint32_t i : segment.words) {
        words.push_back(page.words[i].box);
      }
    }
  }
  std::sort(words.begin(), words.end(),
            [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  const float least = kLeast * rows[table.first].segments[0].size;
  std::vector<Gap> between;
  float right = words[0].x1;
  for (const Box& word : words) {
    if (word.x0 - right >= least) between.push_back({right, word.x0});
    right = std::max(right, word.x1);
  }
  return between;
}

std::size_t column_at(const std::vector<Gap>& between, float x) {
  std::size_t column = 0;
  while (column < between.size() &&
         x > (between[column].x0 + between[column].x1) / 2) {
    ++column;
  }
  return column;
}

// What one printed row holds of one column.
struct Piece {
  std::size_t column = 0;
  Segment segment;
};

std::vector<Piece> pieces_of(const PdfPage& page, const PageRow& row,
                             const std::vector<Gap>& between) {
  // Less white than this stands between words of one cell that spans columns.
  constexpr float kPadding = 0.35F;
  std::vector<Piece> pieces;
  for (const Segment& segment : row.segments) {
    for (std::size_t i = 0; i < segment.words.size(); ++i) {
      const PdfWord& word = page.words[segment.words[i]];
      const Segment one{{segment.words[i]}, word.box, word.size};
      const std::size_t column =
          column_at(between, (word.box.x0 + word.box.x1) / 2);
      const bool goes_on =
          !pieces.empty() &&
          (column == pieces.back().column ||
           (i > 0 &&
            word.box.x0 - pieces.back().segment.box.x1 < kPadding * word.size));
      if (goes_on) {
        append(pieces.back().segment, one);
      } else {
        pieces.push_back({column, one});
      }
    }
  }
  return pieces;
}

// White above each printed row of the table but the first; none where rows of
// different columns overlap.
std::vector<float> white_between(const std::vector<PageRow>& rows,
                                 TableRows table) {
  std::vector<float> white;
  float bottom = rows[table.first].box.y1;
  for (std::size_t r = table.first + 1; r < table.last; ++r) {
    white.push_back(std::max(0.0F, rows[r].box.y0 - bottom));
    bottom = std::max(bottom, rows[r].box.y1);
  }
  return white;
}

// The white that parts rows, if it differs from that between lines: the middle
// of the widest step between the widths that occur.
float parting_white(std::vector<float> white, float size) {
  constexpr float kStep = 0.2F;  // of the size of letters
  std::sort(white.begin(), white.end());
  float widest = kStep * size;
  float parting = -1;
  for (std::size_t i = 1; i < white.size(); ++i) {
    if (white[i] - white[i - 1] <= widest) continue;
    widest = white[i] - white[i - 1];
    parting = (white[i] + white[i - 1]) / 2;
  }
  return parting;
}

bool has_number(const PdfPage& page, const std::vector<Piece>& pieces) {
  if (pieces[0].column != 0) return false;
  const std::string& text = page.words[pieces[0].segment.words[0]].text;
  return text[0] >= '0' && text[0] <= '9';
}

bool has_numbers(const PdfPage& page, const std::vector<PageRow>& rows,
                 TableRows table, const std::vector<Gap>& between) {
  int numbers = 0;
  for (std::size_t r = table.first; r < table.last && numbers < 2; ++r) {
    if (has_number(page, pieces_of(page, rows[r], between))) ++numbers;
  }
  return numbers > 1;
}

// For each printed row: does a row of the table begin with it?
std::vector<bool> row_begins(const PdfPage& page,
                             const std::vector<PageRow>& rows, TableRows table,
                             const TableGrid& grid,
                             const std::vector<std::vector<Piece>>& pieces) {
  const std::vector<float> white = white_between(rows, table);
  std::vector<bool> begins(pieces.size(), true);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (grid.parting_white >= 0) {
      begins[i] = white[i - 1] > grid.parting_white;
    } else if (grid.numbered) {
      begins[i] = has_number(page, pieces[i]);
    }
  }
  return begins;
}

void add_cells(std::map<std::size_t, Segment>& cells, std::uint32_t row,
               std::vector<PageLine>& lines) {
  for (auto& [column, cell] : cells) {
    const TablePlace place{0, row, static_cast<std::uint32_t>(column)};
    lines.push_back({std::move(cell), false, place});
  }
  cells.clear();
}

bool leaves_open(const PageRow& row, const std::vector<Gap>& between) {
  return std::all_of(between.begin(), between.end(),
                     [&](Gap gap) { return narrow(gap, row); });
}

// True if `row`, below or above `other`, is a wrapped line of one of its cells.
bool is_wrapped_line(const PageRow& row, const PageRow& other,
                     const std::vector<Gap>& between) {
  constexpr float kLeading = 0.5F;  // of the size of letters
  const float white =
      std::max(row.box.y0 - other.box.y1, other.box.y0 - row.box.y1);
  return row.segments.size() == 1 && leaves_open(row, between) &&
         white < kLeading * row.segments[0].size;
}

// Takes the next parted row below into `table`, with the rows of wrapped lines
// before it; false if there is none.
bool take_next(const std::vector<PageRow>& rows,
               const std::vector<std::vector<bool>>& gaps,
               const std::vector<Gap>& between, TableRows& table) {
  constexpr std::size_t kTallest = 8;
  const std::size_t end = std::min(rows.size(), table.last + kTallest);
  for (std::size_t r = table.last; r < end; ++r) {
    if (is_parted(gaps[r])) {
      table.last = r + 1;
      return true;
    }
    if (!leaves_open(rows[r], between)) return false;
  }
  return false;
}

}  // namespace

std::vector<TableRows> tables_in(const std::vector<PageRow>& rows,
                                 const std::vector<std::vector<bool>>& gaps) {
  std::vector<TableRows> tables;
  std::size_t free = 0;  // rows before it are taken
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!is_parted(gaps[r])) continue;
    TableRows table{r, r + 1};
    std::vector<Gap> between = parting_gaps(rows, gaps, table);
    while (take_next(rows, gaps, between, table)) {
      between = parting_gaps(rows, gaps, table);
    }
    while (table.first > free &&
           is_wrapped_line(rows[table.first - 1], rows[table.first], between)) {
      --table.first;
    }
    while (table.last < rows.size() &&
           is_wrapped_line(rows[table.last], rows[table.last - 1], between)) {
      ++table.last;
    }
    tables.push_back(table);
    free = table.last;
    r = table.last - 1;
  }
  return tables;
}

TableGrid grid_of(const PdfPage& page, const std::vector<PageRow>& rows,
                  TableRows table) {
  TableGrid grid;
  grid.between = columns_of(page, rows, table);
  grid.parting_white = parting_white(white_between(rows, table),
                                     rows[table.first].segments[0].size);
  grid.numbered = has_numbers(page, rows, table, grid.between);
  return grid;
}

std::vector<PageLine> cells_of(const PdfPage& page,
                               const std::vector<PageRow>& rows,
                               TableRows table, const TableGrid& grid) {
  std::vector<std::vector<Piece>> pieces;
  for (std::size_t r = table.first; r < table.last; ++r) {
    pieces.push_back(pieces_of(page, rows[r], grid.between));
  }
  const std::vector<bool> begins = row_begins(page, rows, table, grid, pieces);
  std::vector<PageLine> lines;
  std::map<std::size_t, Segment> cells;
  std::uint32_t row = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0 && begins[i]) add_cells(cells, row++, lines);
    for (Piece& piece : pieces[i]) {
      Segment& cell = cells[piece.column];
      if (cell.words.empty()) {
        cell = std::move(piece.segment);
      } else {
        append(cell, piece.segment);
      }
    }
  }
  add_cells(cells, row, lines);
  return lines;
}

}  // namespace kehoach
