// Private to the room: lines without their markup, and the cells of tables.
#pragma once

#include <vector>

#include "model/model.h"

namespace kehoach {

// A printed line, or one cell of it. `pieces` are spans of the cleaned text
// that stay when markup is taken away; `plain` is what they spell.
struct MarkedLine {
  std::vector<Span> pieces;
  std::string plain;
  std::uint8_t heading = 0;
  bool bold = false;
  bool italic = false;
  bool open = false;         // emphasis goes on in the next line
  bool blank = false;        // nothing, or a ruled line
  std::uint32_t indent = 0;  // blanks that the source has in front of it
  TablePlace place;
  std::uint32_t page = 0;
  Box box;
  // Letters of the line and of its first word with the markup, which counts for
  // a program that breaks lines, and of `plain`, since others add it later.
  std::uint32_t letters = 0;
  std::uint32_t first_letters = 0;
  std::uint32_t plain_letters = 0;
};

// A line of the cleaned text, and the source line it was made from.
struct CleanLine {
  Span span;
  const SourceLine* source = nullptr;
  std::uint32_t indent = 0;
};

// Takes the Markdown away. Pipe tables, and tables of one cell a line between
// lone pipes, give one MarkedLine for each line of a cell.
[[nodiscard]] std::vector<MarkedLine> mark_lines(
    std::string_view cleaned, const std::vector<CleanLine>& lines,
    bool is_markdown);

}  // namespace kehoach
