// A workbook for programs of offices: what is in it, and its file. Private to
// report/.
//
// libxlsxwriter brings OpenSSL, which every start of a program that is linked
// with it pays for: `kehoach` loads what writes the file with the first
// workbook (late_sheets.cc), tests have it from the start (sheets.cc).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/result.h"

namespace kehoach {

enum class CellStyle : std::uint8_t {
  text,
  centred,
  status,
  head,
  title,
  note
};

struct Column {
  std::string head;
  double width = 10;  // in letters
  CellStyle style = CellStyle::text;
};

// A text that gets a colour of its own in cells of CellStyle::status.
enum class CellColour : std::uint8_t { good, fair, bad, settled };
struct ColouredText {
  std::string text;
  CellColour colour = CellColour::good;
};

// A table on a page: a title, a note (wrapped over the whole width), a head
// that stays in sight and is printed on each page, then rows. Text is never
// taken for a formula.
struct Sheet {
  std::string name;  // at most 31 letters, none twice
  std::string title, note;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  // a cell for each column
  std::size_t fixed = 0;                       // so many columns stay in sight
  std::vector<ColouredText> colours;

  void begin(std::string_view new_title, std::string_view new_note,
             std::vector<Column> new_columns) {
    title = new_title;
    note = new_note;
    columns = std::move(new_columns);
  }
  void row(std::vector<std::string> cells) { rows.push_back(std::move(cells)); }
  void end(std::size_t new_fixed, std::vector<ColouredText> new_colours) {
    fixed = new_fixed;
    colours = std::move(new_colours);
  }
};

struct Workbook {
  std::string title;
  std::deque<Sheet> sheets;  // whose places stay

  Sheet& add(std::string_view name) {
    sheets.emplace_back().name = name;
    return sheets.back();
  }
};

// The file. The same workbook gives the same bytes. Error: the system has no
// room for it.
[[nodiscard]] Result<std::string> write_workbook(const Workbook& workbook);

// write_workbook. Error: `unsupported`, where the module is missing.
using WorkbookWriter = Result<std::string> (*)(const Workbook& workbook);
[[nodiscard]] Result<WorkbookWriter> workbook_writer();

// The file of a workbook, by whoever writes it. Error: as both.
[[nodiscard]] inline Result<std::string> file_of(const Workbook& workbook) {
  const auto writer = workbook_writer();
  if (!writer) return Failure(writer.error());
  return (*writer)(workbook);
}

}  // namespace kehoach
