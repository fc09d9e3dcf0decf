// What `read` makes of a file, whatever its format was.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "model/stamp.h"
#include "text/text.h"

namespace kehoach {

// One word of a paged source. `page` is 1-based; `font` indexes
// `SourceText::fonts`.
struct SourceWord {
  Span span;
  std::uint32_t page = 0;
  Box box;
  std::uint16_t font = 0;
  float size = 0;
  // 1 for text; below that, how sure it is of what it recognised in a picture.
  float confidence = 1;
  friend bool operator==(const SourceWord&, const SourceWord&) = default;
};

// Where a line or a paragraph stands in a table; `table` is 0 outside of tables
// and counts from 1, `row` and `column` count from 0. `rows`: how many rows a
// merged cell stands for, this one and those below it.
struct TablePlace {
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t rows = 1;
  friend bool operator==(const TablePlace&, const TablePlace&) = default;
};

// One printed line. Unpaged sources have page 0 and an empty box.
struct SourceLine {
  Span span;  // without the line break
  std::uint32_t page = 0;
  Box box;
  bool bold = false;
  bool italic = false;
  // Running head, page number, stamp, portal chrome: kept as text, dropped
  // later.
  bool furniture = false;
  TablePlace place;  // styled sources only; Markdown tables are found later
  friend bool operator==(const SourceLine&, const SourceLine&) = default;
};

struct SourceText {
  // `text/plain`, `text/markdown`, `text/html`, `application/pdf`, `image/png`
  std::string media_type;
  std::string text;  // valid UTF-8; lines end in '\n'
  std::vector<SourceLine> lines;
  std::vector<SourceWord> words;   // paged sources only, in text order
  std::vector<std::string> fonts;  // names as embedded
  std::uint32_t pages = 0;         // 0 for unpaged sources
  // The lines know their emphasis and their tables. If not, what looks like
  // Markdown is Markdown.
  bool styled = false;
  // Leads from `text` to the bytes of the file; empty means one to one. Styled
  // sources have none: words of pages carry boxes, and the text of the others
  // stands in no one place of their files.
  OffsetMap bytes;
  std::vector<Stamp> stamps;            // paged sources only, by page
  std::vector<Diagnostic> diagnostics;  // spans in `text`
};

}  // namespace kehoach
