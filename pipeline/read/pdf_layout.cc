#include "read/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "read/pdf_blocks.h"
#include "read/pdf_continued.h"
#include "read/pdf_furniture.h"
#include "read/pdf_rows.h"
#include "read/pdf_ruled.h"
#include "read/pdf_tables.h"
#include "text/text.h"

namespace kehoach {
namespace {

// True if `row` stands alone in the margin, with `white` between it and the
// text: a page number or a running head, as far as one page can tell.
bool is_marginal(const PdfPage& page, const PageRow& row, float white) {
  if (row.segments.size() > 1) return false;
  std::string text;
  for (const std::uint32_t word : row.segments[0].words) {
    text += page.words[word].text + " ";
  }
  return may_be_furniture({row.box, page.height, true}, trim(text),
                          white > row.segments[0].size);
}

// The same columns on both sides of a page break. Scanned pages lie beside each
// other, and are not of one size.
bool same_edges(const std::vector<float>& a, const std::vector<float>& b,
                bool scanned) {
  constexpr float kBeside = 36;  // points
  if (a.empty() || b.empty()) return false;
  const float beside = scanned ? a[0] - b[0] : 0;
  const float near_by = scanned ? 8 : 4;
  return std::abs(beside) < kBeside &&
         std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](float x, float y) {
                      return std::abs(x - y - beside) < near_by;
                    });
}

class LayoutReader {
 public:
  explicit LayoutReader(const PdfPage& page)
      : page_(page), drawn_(filled_tables(page)), taken_(page.words.size()) {
    for (const FilledTable& table : drawn_) {
      for (const PageLine& cell : table.cells) {
        for (const std::uint32_t word : cell.segment.words) {
          taken_[word] = true;
        }
      }
    }
    rows_ = rows_of(page, taken_);
    for (const FilledTable& table : drawn_) {
      const float top = table.table.ys.front();
      const auto below =
          std::find_if(rows_.begin(), rows_.end(), [&](const PageRow& row) {
            return (row.box.y0 + row.box.y1) / 2 > top;
          });
      before_.push_back(static_cast<std::size_t>(below - rows_.begin()));
    }
  }

  PageLayout read(const std::optional<TableGrid>& open) {
    const std::vector<TwoColumns> blocks = two_column_blocks(page_, rows_);
    const std::size_t last = foot(blocks.empty() ? 0 : blocks.back().last);
    const std::size_t first =
        head(blocks.empty() ? last : blocks.front().first);
    std::size_t next = 0;
    while (next < first) add_row(rows_[next++]);
    out_.continues =
        open && !drawn_.empty() && before_[0] <= first &&
        same_edges(open->drawn, drawn_[0].table.xs, !page_.cells.empty());
    if (open && open->drawn.empty()) {
      const std::size_t end = blocks.empty() ? last : blocks.front().first;
      next += add_continued(
          slice(first, drawn_.empty() ? end : std::min(end, before_[0])),
          *open);
    }
    for (const TwoColumns& block : blocks) {
      add_range(next, block.first);
      add_column(block, false);
      add_column(block, true);
      next = block.last;
    }
    add_range(next, last);
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
    for (; first < limit; ++first) {
      float below = page_.height;
      if (first + 1 < rows_.size()) below = rows_[first + 1].box.y0;
      for (std::size_t t = 0; t < drawn_.size(); ++t) {
        if (before_[t] != first + 1) continue;
        below = std::min(below, drawn_[t].table.ys.front());
      }
      const float white = below - rows_[first].box.y1;
      if (below >= page_.height || !is_marginal(page_, rows_[first], white)) {
        break;
      }
    }
    return first;
  }

  // Where the rows of the bottom margin begin, `limit` at least.
  [[nodiscard]] std::size_t foot(std::size_t limit) const {
    std::size_t last = rows_.size();
    for (; last > limit; --last) {
      float above = 0;
      if (last > 1) above = rows_[last - 2].box.y1;
      for (std::size_t t = 0; t < drawn_.size(); ++t) {
        if (before_[t] != last - 1) continue;
        above = std::max(above, drawn_[t].table.ys.back());
      }
      const float white = rows_[last - 1].box.y0 - above;
      if (above <= 0 || !is_marginal(page_, rows_[last - 1], white)) break;
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

  void add_drawn(FilledTable& table) {
    ++tables_;
    for (PageLine& cell : table.cells) {
      cell.place.table = tables_;
      out_.lines.push_back(std::move(cell));
    }
    out_.open = TableGrid{.drawn = std::move(table.table.xs)};
  }

  // Rows [next, end) and the drawn tables that stand among them.
  void add_range(std::size_t next, std::size_t end) {
    for (; next_drawn_ < drawn_.size() && before_[next_drawn_] <= end;
         ++next_drawn_) {
      const std::size_t at = std::max(next, before_[next_drawn_]);
      add_rows(slice(next, at));
      add_drawn(drawn_[next_drawn_]);
      next = at;
    }
    add_rows(slice(next, end));
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
      if (word.quarter_turns == 0 || taken_[i]) continue;
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
  std::vector<FilledTable> drawn_;
  std::size_t next_drawn_ = 0;
  std::vector<bool> taken_;          // for each word: it stands in `drawn_`
  std::vector<PageRow> rows_;        // of the others
  std::vector<std::size_t> before_;  // for each of `drawn_`: the rows above it
  std::uint32_t tables_ = 0;
  PageLayout out_;
};

}  // namespace

PageLayout layout(const PdfPage& page, const std::optional<TableGrid>& open) {
  return LayoutReader(page).read(open);
}

}  // namespace kehoach
