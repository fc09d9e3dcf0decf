#include "read/pdf_layout.h"

#include <algorithm>

#include "read/pdf_blocks.h"
#include "read/pdf_cells.h"
#include "read/pdf_rows.h"
#include "read/pdf_tables.h"

namespace kehoach {
namespace {

// One column of a block, a line for each of its rows.
void add_column(const std::vector<PageRow>& rows, const TwoColumns& block,
                bool right, std::vector<PageLine>& lines) {
  for (std::size_t r = block.first; r < block.last; ++r) {
    Segment line;
    for (const Segment& segment : rows[r].segments) {
      const float middle = (segment.box.x0 + segment.box.x1) / 2;
      if ((middle >= block.split) != right) continue;
      line.words.empty() ? void(line = segment) : append(line, segment);
    }
    if (!line.words.empty()) lines.push_back({std::move(line), false});
  }
}

// A row outside of blocks and tables: one line, whatever its gaps.
void add_row(const PageRow& row, std::vector<PageLine>& lines) {
  Segment line = row.segments[0];
  for (std::size_t s = 1; s < row.segments.size(); ++s) {
    append(line, row.segments[s]);
  }
  lines.push_back({std::move(line), true});
}

// The rows from `first` to `last`, between two blocks.
void add_rows(const PdfPage& page, const std::vector<PageRow>& all,
              std::size_t first, std::size_t last,
              std::vector<PageLine>& lines) {
  using Offset = std::vector<PageRow>::difference_type;
  const std::vector<PageRow> rows(all.begin() + static_cast<Offset>(first),
                                  all.begin() + static_cast<Offset>(last));
  const std::vector<std::vector<bool>> gaps = column_gaps(page, rows);
  std::size_t next = 0;
  for (const TableRows table : tables_in(rows, gaps)) {
    for (; next < table.first; ++next) add_row(rows[next], lines);
    for (PageLine& cell : cells_of(page, rows, table)) {
      lines.push_back(std::move(cell));
    }
    next = table.last;
  }
  for (; next < rows.size(); ++next) add_row(rows[next], lines);
}

void add_turned(const PdfPage& page, std::vector<PageLine>& lines) {
  bool goes_on = false;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const PdfWord& word = page.words[i];
    if (word.quarter_turns == 0) continue;
    Segment segment{{i}, word.box, word.size};
    if (goes_on) {
      append(lines.back().segment, segment);
    } else {
      lines.push_back({std::move(segment), false});
    }
    goes_on = word.space_after;
  }
}

}  // namespace

std::vector<PageLine> layout(const PdfPage& page) {
  const std::vector<PageRow> rows = rows_of(page);
  const std::vector<TwoColumns> blocks = two_column_blocks(page, rows);
  std::vector<PageLine> lines;
  std::size_t next = 0;
  for (const TwoColumns& block : blocks) {
    add_rows(page, rows, next, block.first, lines);
    add_column(rows, block, false, lines);
    add_column(rows, block, true, lines);
    next = block.last;
  }
  add_rows(page, rows, next, rows.size(), lines);
  add_turned(page, lines);
  return lines;
}

}  // namespace kehoach
