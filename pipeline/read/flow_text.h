// Puts together the text of formats that hold paragraphs and tables instead of
// pages: word processors' files and web pages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/source_text.h"

namespace kehoach {

struct RunStyle {
  bool bold = false;
  bool italic = false;
};

// How many columns and rows of its table a cell takes up; at least one of each.
struct CellShape {
  std::uint32_t columns = 1;
  std::uint32_t rows = 1;
};

// Takes a document in its own order and gives its lines.
//
// A cell of a table becomes lines that know their place; the place counts the
// columns that merged cells take up. Not every table is one to its reader,
// though. These give plain lines instead, each column from top to bottom, the
// left one first, where they are set side by side, else row by row:
//
// - letterhead, and recipients beside signature (decree 30/2020/NĐ-CP, appendix
//   I), known by the motto and by `Nơi nhận`;
// - a table of one row or one column, which is a frame; a wide row above empty
//   ones is the head of a form, though;
// - a table that holds tables, which lays out a page.
//
// Tables inside the cell of a real table are lines of that cell.
//
//   FlowText flow;
//   flow.add("Số: 5/KH-UBND", {});
//   flow.end_paragraph();
//   flow.take("text/html").text == "Số: 5/KH-UBND\n"
//
// Calls that do not fit (a row outside of a table, an end without a beginning)
// change nothing; tables more than `kDeepest` deep are read as their parent's
// lines, cells that span more than `kMostColumns` columns or `kMostRows` rows
// span one, and all cells behind the last column stand in it.
class FlowText {
 public:
  static constexpr std::size_t kDeepest = 32;
  static constexpr std::uint32_t kMostColumns = 256;
  static constexpr std::uint32_t kMostRows = 4096;

  // Appends to the line; `text` is UTF-8 without line breaks.
  void add(std::string_view text, RunStyle style);
  // Ends the line; the paragraph goes on.
  void break_line();
  // Ends line and paragraph. One that is empty gives an empty line.
  void end_paragraph();

  // Text that hangs beside the line (a text box): what is added until it ends
  // makes lines of its own, in front of the line that it hangs at.
  void begin_aside();
  void end_aside();

  void begin_table();
  void begin_row();
  void begin_cell(CellShape shape);
  void end_table();

  // True while nothing was added to the line.
  [[nodiscard]] bool at_line_begin() const { return line_.text.empty(); }
  // What the line holds so far.
  [[nodiscard]] std::string_view line() const { return line_.text; }

  // Everything so far; open tables are closed.
  [[nodiscard]] SourceText take(std::string media_type);

 private:
  struct Line {
    std::string text;
    bool bold = true;
    bool italic = true;
  };
  struct Table;
  // A line, or a table: `table` indexes `tables_`.
  struct Block {
    Line line;
    std::int32_t table = -1;
  };
  struct Cell {
    std::uint32_t column = 0;
    CellShape shape;
    std::vector<Block> blocks;
  };
  struct Table {
    std::vector<std::vector<Cell>> rows;
    // Rows that a merged cell above still takes up, for each column.
    std::vector<std::uint32_t> taken;
  };
  class Writer;

  std::vector<Block>& here();
  void flush();

  std::vector<Block> blocks_;
  std::vector<Table> tables_;
  std::vector<std::size_t> open_;  // indices of the tables we are in
  std::size_t too_deep_ = 0;
  Line line_;
  std::vector<Line> set_aside_;
};

}  // namespace kehoach
