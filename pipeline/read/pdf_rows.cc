#include "read/pdf_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kehoach {
namespace {

// Where letters stand: Poppler's boxes reach below the baseline by the font's
// descent, which is near a fifth of the size in the fonts that offices use.
constexpr float kDescent = 0.216F;

float baseline(const PdfWord& word) {
  return word.box.y1 - kDescent * word.size;
}

struct Row {
  std::vector<std::uint32_t> words;
  float base = 0;
  float size = 0;  // the largest of its words
};

// The words that stand upright, by baseline, then from left to right.
std::vector<std::uint32_t> by_baseline(const PdfPage& page,
                                       const std::vector<bool>& taken) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    if (i < taken.size() && taken[i]) continue;
    if (page.words[i].quarter_turns == 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return baseline(page.words[a]) < baseline(page.words[b]);
                   });
  return order;
}

std::vector<Row> cluster(const PdfPage& page, const std::vector<bool>& taken) {
  constexpr float kTolerance = 0.3F;  // of the smaller size
  std::vector<Row> rows;
  for (const std::uint32_t i : by_baseline(page, taken)) {
    const PdfWord& word = page.words[i];
    const float base = baseline(word);
    if (rows.empty() ||
        base - rows.back().base >
            kTolerance * std::min(word.size, rows.back().size)) {
      rows.push_back({{}, base, word.size});
    }
    rows.back().words.push_back(i);
    rows.back().size = std::max(rows.back().size, word.size);
  }
  return rows;
}

// True if `mark` is short, printed small or written over the page later, and
// close to a word of `row`, level with it: a raised number, the day of signing.
bool is_mark_of(const PdfPage& page, const PdfWord& mark, const Row& row) {
  constexpr float kSmall = 0.8F;
  constexpr std::size_t kShort = 6;
  if (mark.text.size() > kShort ||
      (mark.size > kSmall * row.size && mark.note == 0))
    return false;
  const float middle = (mark.box.y0 + mark.box.y1) / 2;
  return std::any_of(row.words.begin(), row.words.end(), [&](std::uint32_t i) {
    const Box& box = page.words[i].box;
    const float gap = std::max(mark.box.x0 - box.x1, box.x0 - mark.box.x1);
    return middle > box.y0 && middle < box.y1 && gap < kColumnGap * row.size;
  });
}

// Moves raised and lowered marks from rows of their own to the neighbouring row
// that they stand in.
void settle_marks(const PdfPage& page, std::vector<Row>& rows) {
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (const std::size_t host : {r + 1, r - 1}) {
      if (host >= rows.size()) continue;
      auto& words = rows[r].words;
      const auto marks = std::stable_partition(
          words.begin(), words.end(), [&](std::uint32_t i) {
            return !is_mark_of(page, page.words[i], rows[host]);
          });
      rows[host].words.insert(rows[host].words.end(), marks, words.end());
      words.erase(marks, words.end());
    }
  }
  rows.erase(std::remove_if(rows.begin(), rows.end(),
                            [](const Row& row) { return row.words.empty(); }),
             rows.end());
}

PageRow cut(const PdfPage& page, Row row) {
  std::stable_sort(row.words.begin(), row.words.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return page.words[a].box.x0 < page.words[b].box.x0;
                   });
  PageRow out;
  out.box = page.words[row.words[0]].box;
  for (const std::uint32_t i : row.words) {
    const PdfWord& word = page.words[i];
    Segment* last = out.segments.empty() ? nullptr : &out.segments.back();
    if (last == nullptr || !(word.box.x0 - last->box.x1 <
                             kColumnGap * std::max(word.size, last->size))) {
      last = &out.segments.emplace_back();
      last->box = word.box;
    }
    last->words.push_back(i);
    last->box = joined(last->box, word.box);
    last->size = std::max(last->size, word.size);
    out.box = joined(out.box, word.box);
  }
  return out;
}

// `box` of a page of `width` and `height` after turning that page back by
// `turns` quarters.
Box turned_back(const Box& box, int turns, float width, float height) {
  switch (turns) {
    case 1:
      return {box.y0, width - box.x1, box.y1, width - box.x0};
    case 2:
      return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    default:
      return {height - box.y1, box.x0, height - box.y0, box.x1};
  }
}

}  // namespace

Box joined(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1),
          std::max(a.y1, b.y1)};
}

void append(Segment& segment, const Segment& more) {
  segment.words.insert(segment.words.end(), more.words.begin(),
                       more.words.end());
  segment.box = joined(segment.box, more.box);
  segment.size = std::max(segment.size, more.size);
}

PdfPage upright(PdfPage page) {
  std::array<std::size_t, 4> count{};
  for (const PdfWord& word : page.words) ++count.at(word.quarter_turns & 3U);
  const auto most = std::max_element(count.begin(), count.end());
  const int turns = static_cast<int>(most - count.begin());
  if (turns == 0 || count[0] == *most) return page;
  for (PdfWord& word : page.words) {
    word.box = turned_back(word.box, turns, page.width, page.height);
    word.quarter_turns =
        static_cast<std::uint8_t>((word.quarter_turns + 4 - turns) & 3);
  }
  for (Ruling& line : page.rulings) {
    line.box = turned_back(line.box, turns, page.width, page.height);
  }
  if (turns != 2) std::swap(page.width, page.height);
  return page;
}

std::vector<PageRow> rows_of(const PdfPage& page,
                             const std::vector<bool>& taken) {
  std::vector<Row> rows = cluster(page, taken);
  settle_marks(page, rows);
  std::vector<PageRow> out;
  out.reserve(rows.size());
  for (Row& row : rows) out.push_back(cut(page, std::move(row)));
  return out;
}

}  // namespace kehoach
