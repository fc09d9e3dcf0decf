#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "report/layout.h"
#include "report/workbook.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::size_t kMostLetters = 32000;  // 32767 are the most of a cell
constexpr std::uint32_t kHeadRow = 2;
constexpr double kLineHeight = 15;    // points, of a font of 11
constexpr std::size_t kWidest = 260;  // letters that one page can take
constexpr std::uint8_t kPaperA4 = 9;
// The clock would make each file another.
constexpr std::time_t kCreated = 946684800;  // 2000-01-01T00:00:00Z

const Failure& no_room() {
  static const Failure failure(
      Error{Error::Kind::io,
            "the workbook cannot be made; is there room in memory and in the "
            "folder for temporary files?"});
  return failure;
}

// What a cell can hold: no control characters but line breaks, not too long.
std::string cell_text(std::string_view text) {
  const std::string clean = printable_lines(text);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < clean.size(); ++letters) {
    if (letters == kMostLetters) return clean.substr(0, at) + "…";
    at += decode_at(clean, at).size;
  }
  return clean;
}

// Bytes that a library writes to a path, without a file.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("workbook", MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }

  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] std::string path() const {
    return "/proc/self/fd/" + std::to_string(descriptor_);
  }
  // Empty where it cannot be read.
  [[nodiscard]] std::string bytes() const {
    std::string all;
    std::array<char, 1 << 16> part{};
    lseek(descriptor_, 0, SEEK_SET);
    for (;;) {
      const ssize_t size = ::read(descriptor_, part.data(), part.size());
      if (size < 0) return "";
      if (size == 0) return all;
      all.append(part.data(), static_cast<std::size_t>(size));
    }
  }

 private:
  int descriptor_;
};

lxw_format* new_format(lxw_workbook* book) {
  lxw_format* const format = workbook_add_format(book);
  format_set_font_name(format, "Times New Roman");
  format_set_font_size(format, 11);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

lxw_format* new_cell_format(lxw_workbook* book, bool centred) {
  lxw_format* const format = new_format(book);
  format_set_text_wrap(format);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, 0xB7B7B7);
  if (centred) format_set_align(format, LXW_ALIGN_CENTER);
  return format;
}

// Owned by the workbook.
struct Formats {
  lxw_format *text, *centred, *head, *title, *note;
  std::array<lxw_format*, 4> colours;

  explicit Formats(lxw_workbook* book)
      : text(new_cell_format(book, false)),
        centred(new_cell_format(book, true)),
        head(new_cell_format(book, true)),
        title(new_format(book)),
        note(new_format(book)),
        colours() {
    format_set_bold(head);
    format_set_align(head, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bg_color(head, 0xDDE6F0);
    format_set_bold(title);
    format_set_font_size(title, 14);
    format_set_text_wrap(note);
    // Fill and letters, dark enough on paper without colours.
    constexpr std::array<std::array<lxw_color_t, 2>, 4> kColours = {
        {{0xC6EFCE, 0x00521A},
         {0xFFEB9C, 0x6B4700},
         {0xFFC7CE, 0x8A0008},
         {0xDDE3F5, 0x23346B}}};
    for (std::size_t i = 0; i < colours.size(); ++i) {
      colours[i] = workbook_add_format(book);
      format_set_bg_color(colours[i], kColours[i][0]);
      format_set_font_color(colours[i], kColours[i][1]);
    }
  }

  [[nodiscard]] lxw_format* of(CellStyle style) const {
    switch (style) {
      case CellStyle::text:
        return text;
      case CellStyle::centred:
      case CellStyle::status:
        return centred;
      case CellStyle::head:
        return head;
      case CellStyle::title:
        return title;
      case CellStyle::note:
        break;
    }
    return note;
  }
};

class SheetWriter {
 public:
  SheetWriter(lxw_worksheet* sheet, const Formats& formats, const Sheet& what)
      : sheet_(sheet), formats_(formats), columns_(what.columns), what_(what) {}

  void write();

 private:
  void write(std::size_t column, std::string_view text, CellStyle style) const;
  void across(std::uint32_t row, std::string_view text, CellStyle style,
              double line) const;
  void fit_height(const std::vector<std::string>& cells) const;
  void write_head();
  void write_row(const std::vector<std::string>& cells);
  void colour() const;
  void print() const;

  lxw_worksheet* sheet_;
  const Formats& formats_;
  const std::vector<Column>& columns_;
  const Sheet& what_;
  std::uint32_t row_ = 0;
};

void SheetWriter::write(std::size_t column, std::string_view text,
                        CellStyle style) const {
  worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(column),
                         cell_text(text).c_str(), formats_.of(style));
}

// Programs do not fit the height of merged cells by themselves.
void SheetWriter::across(std::uint32_t row, std::string_view text,
                         CellStyle style, double line) const {
  double width = 0;
  for (const Column& column : columns_) width += column.width;
  const double lines =
      std::ceil(static_cast<double>(columns(text)) / std::max(width, 1.0));
  worksheet_set_row(sheet_, row, line * std::clamp(lines, 1.0, 20.0), nullptr);
  if (columns_.size() > 1) {
    worksheet_merge_range(sheet_, row, 0, row,
                          static_cast<lxw_col_t>(columns_.size() - 1),
                          cell_text(text).c_str(), formats_.of(style));
  } else {
    worksheet_write_string(sheet_, row, 0, cell_text(text).c_str(),
                           formats_.of(style));
  }
}

// Some programs do not fit rows to their text by themselves.
void SheetWriter::fit_height(const std::vector<std::string>& cells) const {
  constexpr double kHighest = 400;  // points; 409 are the most of a row
  std::size_t most = 1;
  for (std::size_t i = 0; i < cells.size() && i < columns_.size(); ++i) {
    const auto width = static_cast<std::size_t>(columns_[i].width);
    std::size_t lines = 0;
    for (const std::string_view line : split(cells[i], '\n')) {
      const std::string wrapped = wrap("", line, 0, width);
      lines += static_cast<std::size_t>(
          std::count(wrapped.begin(), wrapped.end(), '\n'));
    }
    most = std::max(most, lines);
  }
  worksheet_set_row(
      sheet_, row_,
      std::min(kLineHeight * static_cast<double>(most) + 2, kHighest), nullptr);
}

void SheetWriter::write_head() {
  across(0, what_.title, CellStyle::title, kLineHeight + 5);
  across(1, what_.note, CellStyle::note, kLineHeight + 1);
  row_ = kHeadRow;
  std::vector<std::string> heads;
  for (const Column& column : columns_) heads.push_back(column.head);
  fit_height(heads);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto at = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet_, at, at, columns_[i].width, nullptr);
    write(i, columns_[i].head, CellStyle::head);
  }
  ++row_;
}

void SheetWriter::write_row(const std::vector<std::string>& cells) {
  fit_height(cells);
  for (std::size_t i = 0; i < cells.size() && i < columns_.size(); ++i)
    write(i, cells[i], columns_[i].style);
  ++row_;
}

void SheetWriter::write() {
  write_head();
  for (const std::vector<std::string>& cells : what_.rows) write_row(cells);
  worksheet_freeze_panes(sheet_, kHeadRow + 1,
                         static_cast<lxw_col_t>(what_.fixed));
  // Filters and colours reach over the rows that are there.
  if (row_ > kHeadRow + 1) {
    worksheet_autofilter(sheet_, kHeadRow, 0, row_ - 1,
                         static_cast<lxw_col_t>(columns_.size() - 1));
    colour();
  }
  print();
}

void SheetWriter::colour() const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].style != CellStyle::status) continue;
    for (const ColouredText& each : what_.colours) {
      std::string value = "\"" + each.text + "\"";
      lxw_conditional_format condition{};
      condition.type = LXW_CONDITIONAL_TYPE_CELL;
      condition.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
      condition.value_string = value.data();
      condition.format =
          formats_.colours[static_cast<std::size_t>(each.colour)];
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_conditional_format_range(sheet_, kHeadRow + 1, at, row_ - 1, at,
                                         &condition);
    }
  }
}

void SheetWriter::print() const {
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, kPaperA4);
  worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
  worksheet_repeat_rows(sheet_, kHeadRow, kHeadRow);
  worksheet_set_footer(sheet_, "&L&9&A&R&9&P/&N");
  double width = 0;
  for (const Column& column : columns_) width += column.width;
  if (width <= kWidest) {
    worksheet_fit_to_pages(sheet_, 1, 0);
  } else if (what_.fixed > 0) {
    worksheet_repeat_columns(sheet_, 0,
                             static_cast<lxw_col_t>(what_.fixed - 1));
  }
}

struct Free {
  void operator()(lxw_workbook* owned) const { lxw_workbook_free(owned); }
};

}  // namespace

Result<std::string> write_workbook(const Workbook& workbook) {
  const MemoryFile memory;
  if (!memory.is_open()) return no_room();
  std::unique_ptr<lxw_workbook, Free> book(workbook_new(memory.path().c_str()));
  if (book == nullptr) return no_room();
  std::string name = cell_text(workbook.title);
  std::string program = "kehoach";
  lxw_doc_properties properties{};
  properties.title = name.data();
  properties.author = program.data();
  properties.created = kCreated;
  if (workbook_set_properties(book.get(), &properties) != LXW_NO_ERROR)
    return no_room();
  const Formats formats(book.get());
  for (const Sheet& sheet : workbook.sheets) {
    SheetWriter(workbook_add_worksheet(book.get(), sheet.name.c_str()), formats,
                sheet)
        .write();
  }
  // Closing frees it.
  if (workbook_close(book.release()) != LXW_NO_ERROR) return no_room();
  std::string bytes = memory.bytes();
  if (bytes.empty()) return no_room();
  return bytes;
}

}  // namespace kehoach
