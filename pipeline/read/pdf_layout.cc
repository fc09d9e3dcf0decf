#include "read/pdf_layout.h"

#include <algorithm>
#include <string>

#include "read/pdf_blocks.h"
#include "read/pdf_continued.h"
#include "read/pdf_furniture.h"
#include "read/pdf_rows.h"
#include "read/pdf_tables.h"
#include "text/text.h"

namespace kehoach {
namespace {

// True if `row` stands alone in the margin, apart from its neighbour in the
// text: a page number or a running head, as far as one page can tell.
bool is_marginal(const PdfPage& page, const PageRow& row,
                 const PageRow& neighbour) {
  const float white =
      std::max(row.box.y0 - neighbour.box.y1, neighbour.box.y0 - row.box.y1);
  if (row.segments.size() > 1) return false;
  std::string text;
  for (const std::uint32_t word : row.segments[0].words) {
    text += page.words[word].text + " ";
  }
  return may_be_furniture({row.box, page.height, true}, trim(text),
                          white > row.segments[0].size);
}

class PageReader {
 public:
  explicit PageReader(const PdfPage& page)
      : page_(page), rows_(rows_of(page)) {}

  PageLayout read(const std::optional<TableGrid>& open) {
    const std::vector<TwoColumns> blocks = two_column_blocks(page_, rows_);
    const std::size_t last = foot(blocks.empty() ? 0 : blocks.back().last);
    const std::size_t first =
        head(blocks.empty() ? last : blocks.front().first);
    std::size_t next = 0;
    while (next < first) add_row(rows_[next++]);
    if (open) {
      next += add_continued(
          slice(first, blocks.empty() ? last : blocks.front().first), *open);
    }
    for (const TwoColumns& block : blocks) {
      add_rows(slice(next, block.first));
      add_column(block, false);
      add_column(block, true);
      next = block.last;
    }
    add_rows(slice(next, last));
    const std::optional<TableGrid> left_open = out_.open;
    for (next = last; next < rows_.size(); ++next) add_row(rows_[next]);
    out_.open = left_open;
    add_turned();
    return std::move(out_);
  }

 private:
  // Behind the rows of the top margin, `limit` at most.
  [[nodiscard]] std::size_t head(std::size_t limit) const {
    std::size_t first = 0;
    while (first + 1 < limit &&
           is_marginal(page_, rows_[first], rows_[first + 1])) {
      ++first;
    }
    return first;
  }

  // Where the rows of the bottom margin begin, `limit` at least.
  [[nodiscard]] std::size_t foot(std::size_t limit) const {
    std::size_t last = rows_.size();
    while (last > limit + 1 &&
           is_marginal(page_, rows_[last - 1], rows_[last - 2])) {
      --last;
    }
    return last;
  }

  [[nodiscard]] std::vector<PageRow> slice(std::size_t first,
                                           std::size_t last) const {
    using Offset = std::vector<PageRow>::difference_type;
    return {rows_.begin() + static_cast<Offset>(first),
            rows_.begin() + static_cast<Offset>(last)};
  }

  // One column of a block, a line for each of its rows.
  void add_column(const TwoColumns& block, bool right) {
    for (std::size_t r = block.first; r < block.last; ++r) {
      Segment line;
      for (const Segment& segment : rows_[r].segments) {
        const float middle = (segment.box.x0 + segment.box.x1) / 2;
        if ((middle >= block.split) != right) continue;
        line.words.empty() ? void(line = segment) : append(line, segment);
      }
      if (!line.words.empty()) out_.lines.push_back({std::move(line), false});
    }
    out_.open.reset();
  }

  // A row outside of blocks and tables: one line, whatever its gaps.
  void add_row(const PageRow& row) {
    Segment line = row.segments[0];
    for (std::size_t s = 1; s < row.segments.size(); ++s) {
      append(line, row.segments[s]);
    }
    out_.lines.push_back({std::move(line), true});
    out_.open.reset();
  }

  void add_table(const std::vector<PageRow>& rows, TablePart part) {
    ++tables_;
    for (PageLine& cell : cells_of(page_, rows, part.rows, part.grid)) {
      cell.place.table = tables_;
      out_.lines.push_back(std::move(cell));
    }
    out_.open = std::move(part.grid);
  }

  // How many of `rows` the table takes that the page before left open.
  std::size_t add_continued(const std::vector<PageRow>& rows,
                            const TableGrid& open) {
    std::optional<TablePart> part = continued_table(page_, rows, open);
    if (!part) return 0;
    const std::size_t taken = part->rows.last;
    out_.continues = true;
    add_table(rows, std::move(*part));
    return taken;
  }

  // Rows between two blocks.
  void add_rows(const std::vector<PageRow>& rows) {
    std::size_t next = 0;
    for (const TableRows table : tables_in(rows, column_gaps(page_, rows))) {
      for (; next < table.first; ++next) add_row(rows[next]);
      add_table(rows, {table, grid_of(page_, rows, table)});
      next = table.last;
    }
    for (; next < rows.size(); ++next) add_row(rows[next]);
  }

  void add_turned() {
    bool goes_on = false;
    for (std::uint32_t i = 0; i < page_.words.size(); ++i) {
      const PdfWord& word = page_.words[i];
      if (word.quarter_turns == 0) continue;
      Segment segment{{i}, word.box, word.size};
      if (goes_on) {
        append(out_.lines.back().segment, segment);
      } else {
        out_.lines.push_back({std::move(segment), false});
      }
      goes_on = word.space_after;
    }
  }

  const PdfPage& page_;
  const std::vector<PageRow> rows_;
  std::uint32_t tables_ = 0;
  PageLayout out_;
};

}  // namespace

PageLayout layout(const PdfPage& page, const std::optional<TableGrid>& open) {
  return PageReader(page).read(open);
}

}  // namespace kehoach
