#include "read/pdf_tables.h"

#include <algorithm>
#include <string_view>

#include "read/pdf_rows.h"

namespace kehoach {
namespace {

// How far up and down a gap is followed; pages have some fifty rows, and a
// hostile one must not cost the square of its rows.
constexpr std::size_t kReach = 100;
constexpr float kTallCell = 6;  // lines of white that a cell may hold

Gap gap_behind(const PageRow& row, std::size_t segment) {
  return {row.segments[segment].box.x1, row.segments[segment + 1].box.x0};
}

enum class Meeting { shares, passes, crosses };

// What `row` does to the white `gap`: parts there too (and narrows it), leaves
// it open, or runs across. `at` is the segment before the shared gap.
Meeting meet(const PageRow& row, Gap& gap, std::size_t& at) {
  for (at = 0; at + 1 < row.segments.size(); ++at) {
    const Gap other = gap_behind(row, at);
    const Gap common = {std::max(gap.x0, other.x0), std::min(gap.x1, other.x1)};
    if (common.width() >= kColumnGap * 0.7F * row.segments[at].size) {
      gap = common;
      return Meeting::shares;
    }
  }
  return narrow(gap, row) ? Meeting::passes : Meeting::crosses;
}

bool is_far(const PageRow& above, const PageRow& below) {
  return below.box.y0 - above.box.y1 > kTallCell * below.segments[0].size;
}

// Calls `visit(row, segment)` for each row that shares the gap behind `segment`
// of row `r`, that row included, until it says to stop.
template <typename Visit>
void follow(const std::vector<PageRow>& rows, std::size_t r,
            std::size_t segment, Visit visit) {
  if (visit(r, segment)) return;
  for (const int step : {-1, 1}) {
    Gap gap = gap_behind(rows[r], segment);
    std::size_t row = r;
    for (std::size_t n = 0; n < kReach; ++n) {
      const std::size_t next = row + static_cast<std::size_t>(step);
      if (next >= rows.size()) break;
      if (is_far(rows[std::min(row, next)], rows[std::max(row, next)])) break;
      std::size_t at = 0;
      const Meeting meeting = meet(rows[next], gap, at);
      if (meeting == Meeting::crosses) break;
      if (meeting == Meeting::shares && visit(next, at)) return;
      row = next;
    }
  }
}

}  // namespace

bool narrow(Gap& gap, const PageRow& row) {
  constexpr float kLeast = 0.35F;  // of the size of letters: more than a space
  for (const Segment& segment : row.segments) {
    const Box& box = segment.box;
    if (box.x1 <= gap.x0 || box.x0 >= gap.x1) continue;
    if (box.x0 <= gap.x0) {
      gap.x0 = box.x1;
    } else if (box.x1 >= gap.x1) {
      gap.x1 = box.x0;
    } else {
      return false;
    }
    if (gap.width() < kLeast * segment.size) return false;
  }
  return true;
}

bool is_mark(const PdfPage& page, const Segment& segment) {
  constexpr std::size_t kShort = 5;
  return segment.words.size() == 1 &&
         page.words[segment.words[0]].text.size() <= kShort;
}

std::vector<std::vector<bool>> column_gaps(const PdfPage& page,
                                           const std::vector<PageRow>& rows) {
  constexpr int kShared = 3;
  std::vector<std::vector<bool>> shared(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    shared[r].resize(rows[r].segments.size() - 1);
    for (std::size_t s = 0; s < shared[r].size(); ++s) {
      int count = 0;
      follow(rows, r, s,
             [&](std::size_t, std::size_t) { return ++count >= kShared; });
      shared[r][s] = count >= kShared;
    }
  }
  std::vector<std::vector<bool>> columns = shared;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (columns[r].empty() || !columns[r][0]) continue;
    if (!is_mark(page, rows[r].segments[0])) continue;
    bool beside = false;
    follow(rows, r, 0, [&](std::size_t row, std::size_t) {
      beside = std::count(shared[row].begin(), shared[row].end(), true) > 1;
      return beside;
    });
    columns[r][0] = beside;
  }
  return columns;
}

}  // namespace kehoach
