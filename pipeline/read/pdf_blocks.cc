#include "read/pdf_blocks.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "read/form_words.h"
#include "read/pdf_rows.h"
#include "text/text.h"

namespace kehoach {
namespace {

// The white between two columns.
struct Corridor {
  float x0 = 0;
  float x1 = 0;
};

// What all steps of the search look at.
struct Search {
  const PdfPage& page;
  const std::vector<PageRow>& rows;
  Box content;  // around all rows
};

// The text of `segment`; empty where that can't be one of the form words.
std::string folded(const PdfPage& page, const Segment& segment) {
  std::string text;
  if (!may_begin_form_words(page.words[segment.words[0]].text)) return text;
  for (const std::uint32_t word : segment.words) {
    text += page.words[word].text + " ";
  }
  return fold_for_search(text);
}

float middle(const Box& box) { return (box.x0 + box.x1) / 2; }

// A title between the margins, which stands in neither column.
bool is_centred(const Search& search, const PageRow& row) {
  const float width = search.content.x1 - search.content.x0;
  return row.segments.size() == 1 &&
         std::abs(middle(row.box) - middle(search.content)) < 0.04F * width;
}

// Makes the corridor as narrow as `row` asks for; none is left if `row` runs
// across it.
std::optional<Corridor> narrowed(const Search& search, Corridor corridor,
                                 const PageRow& row) {
  for (const Segment& segment : row.segments) {
    const Box& box = segment.box;
    if (box.x1 <= corridor.x0 || box.x0 >= corridor.x1) continue;
    const bool from_left = box.x0 <= corridor.x0;
    const bool from_right = box.x1 >= corridor.x1;
    if (from_left && from_right) return std::nullopt;
    const bool is_left =
        from_left || (!from_right && middle(box) < middle(search.content));
    (is_left ? corridor.x0 : corridor.x1) = is_left ? box.x1 : box.x0;
    if (corridor.x1 - corridor.x0 < kColumnGap * segment.size) {
      return std::nullopt;
    }
  }
  return corridor;
}

float size_of(const PageRow& row) {
  return std::max_element(
             row.segments.begin(), row.segments.end(),
             [](const Segment& a, const Segment& b) { return a.size < b.size; })
      ->size;
}

// Takes rows below `block` in, as long as they leave the corridor open and the
// white above them is less than `reach` lines.
void extend_down(const Search& search, float reach, TwoColumns& block,
                 Corridor& corridor) {
  float bottom = search.rows[block.first].box.y1;
  while (block.last < search.rows.size()) {
    const PageRow& row = search.rows[block.last];
    if (row.box.y0 - bottom > reach * size_of(row)) return;
    if (is_centred(search, row)) return;
    const auto next = narrowed(search, corridor, row);
    if (!next) return;
    corridor = *next;
    bottom = std::max(bottom, row.box.y1);
    ++block.last;
  }
}

// Takes the rows directly above in that stand wholly in the other column than
// the one in which the block was found: baselines need not agree.
void extend_up(const Search& search, bool found_right, TwoColumns& block,
               Corridor& corridor) {
  while (block.first > 0) {
    const PageRow& row = search.rows[block.first - 1];
    const PageRow& below = search.rows[block.first];
    const bool is_right = middle(row.box) > middle(search.content);
    if (is_right == found_right || is_centred(search, row)) return;
    if (below.box.y0 - row.box.y1 > size_of(row)) return;
    const auto next = narrowed(search, corridor, row);
    if (!next || row.segments.size() > 1) return;
    corridor = *next;
    --block.first;
  }
}

// Both columns must hold something, or there is nothing to set apart.
bool has_both_columns(const Search& search, const TwoColumns& block) {
  bool left = false;
  bool right = false;
  for (std::size_t r = block.first; r < block.last; ++r) {
    for (const Segment& segment : search.rows[r].segments) {
      (middle(segment.box) < block.split ? left : right) = true;
    }
  }
  return left && right;
}

std::optional<TwoColumns> finish(const Search& search, bool found_right,
                                 TwoColumns block, Corridor corridor) {
  constexpr float kLetterheadReach = 3;
  constexpr float kSignatureReach = 12;  // room for a hand and a seal
  extend_down(search, found_right ? kLetterheadReach : kSignatureReach, block,
              corridor);
  extend_up(search, found_right, block, corridor);
  block.split = (corridor.x0 + corridor.x1) / 2;
  if (!has_both_columns(search, block)) return std::nullopt;
  return block;
}

// The block that row `r` belongs to, if one of its segments tells.
std::optional<TwoColumns> block_at(const Search& search, std::size_t r) {
  const PageRow& row = search.rows[r];
  const Box& content = search.content;
  for (std::size_t s = 0; s < row.segments.size(); ++s) {
    const Box& box = row.segments[s].box;
    if (is_motto(folded(search.page, row.segments[s])) &&
        middle(box) > middle(content)) {
      const float left = s > 0 ? row.segments[s - 1].box.x1 : content.x0;
      return finish(search, true, {r, r + 1}, {left, box.x0});
    }
  }
  if (!is_recipients_head(folded(search.page, row.segments[0]))) {
    return std::nullopt;
  }
  const float right =
      row.segments.size() > 1 ? row.segments[1].box.x0 : content.x1;
  return finish(search, false, {r, r + 1}, {row.segments[0].box.x1, right});
}

}  // namespace

std::vector<TwoColumns> two_column_blocks(const PdfPage& page,
                                          const std::vector<PageRow>& rows) {
  if (rows.empty()) return {};
  Search search{page, rows, rows[0].box};
  for (const PageRow& row : rows) {
    search.content = joined(search.content, row.box);
  }
  std::vector<TwoColumns> blocks;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::optional<TwoColumns> block = block_at(search, r);
    if (!block) continue;
    if (!blocks.empty()) {
      block->first = std::max(block->first, blocks.back().last);
    }
    r = block->last - 1;
    blocks.push_back(*block);
  }
  return blocks;
}

}  // namespace kehoach
