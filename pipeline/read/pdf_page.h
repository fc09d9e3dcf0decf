// What the PDF reader's own files hand to each other.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "model/source_text.h"

namespace kehoach {

// The font of words that were recognised in a picture.
inline constexpr std::uint16_t kNoFont = 0xFFFF;

// Whether `place` is one that a page can have. The largest page has 14,400
// points (ISO 32000-1, annex C.2); broken numbers in a drawing reach any
// distance, infinity and no number at all.
[[nodiscard]] inline bool is_near(float place) {
  constexpr float kFarthest = 1e6F;
  return std::abs(place) <= kFarthest;
}
[[nodiscard]] inline bool is_near(const Box& box) {
  return is_near(box.x0) && is_near(box.y0) && is_near(box.x1) &&
         is_near(box.y1);
}

// A word as Poppler found it, in page points with the origin at the top left.
struct PdfWord {
  std::string text;  // UTF-8, not empty
  Box box;
  float size = 0;  // of its font
  std::uint16_t font = 0;
  std::uint8_t quarter_turns = 0;  // clockwise
  bool space_after = false;
  // The annotation that it stands in, counted from 1 on each page; 0: the page
  // itself. Numbers, dates and stamps of signing software are annotations.
  std::uint16_t note = 0;
  // In which of `PdfPage::cells` it was recognised, counted from 1; 0: none.
  std::uint16_t cell = 0;
  float confidence = 1;  // below 1: recognised in a picture
};

// Whether it has a place and a size that a page can have.
[[nodiscard]] inline bool can_be_seen(const PdfWord& word) {
  return is_near(word.box) && is_near(word.size);
}

// A line drawn level or upright: a rule, the edge of a cell. Its box has no
// height, or no width.
struct Ruling {
  Box box;
  [[nodiscard]] bool level() const { return box.y0 == box.y1; }
  friend bool operator==(const Ruling&, const Ruling&) = default;
};

struct PdfPage {
  float width = 0;
  float height = 0;
  std::vector<PdfWord> words;
  std::vector<Ruling> rulings;
  // Of tables in a picture, set straight: words may stand beside them.
  std::vector<Box> cells;
  // Whether something is drawn on it that may show words: a picture, or the
  // outlines of letters. Notes on the page don't count.
  bool pictures = true;
  // Whether more is drawn than is read (`ReadLimits`): words may be missing.
  bool cut = false;
  // Degrees, clockwise: by how much the page was turned about its middle to
  // make its lines level. Boxes lie in the turned page.
  float tilt = 0;
};

// Words that stand on one baseline next to each other, by their indices in
// `PdfPage::words`, from left to right.
struct Segment {
  std::vector<std::uint32_t> words;
  Box box;
  float size = 0;  // the largest of its words
};

// Everything on one baseline: a printed line of text, or one line of each
// column that stands there.
struct PageRow {
  std::vector<Segment> segments;  // from left to right, never empty
  Box box;
};

// A line as it will be read. `alone`: nothing else stood on its row. `place`
// counts the tables of the page from 1, and the rows that stand on it.
struct PageLine {
  Segment segment;
  bool alone = true;
  TablePlace place;
};

}  // namespace kehoach
