// A workbook for programs of offices, in memory. Private to report/.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

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

// A table on a page: A title, a note, a head that stays in sight and is printed
// on each page, then rows. Text is never taken for a formula.
class Sheet {
 public:
  // Notes are wrapped over the whole width.
  void begin(std::string_view title, std::string_view note,
             std::vector<Column> columns);
  // A cell for each column.
  void row(const std::vector<std::string>& cells);
  // Call it last: filters and colours reach over the rows that are there. The
  // first `fixed` columns stay in sight.
  void end(std::size_t fixed, const std::vector<ColouredText>& colours);

 private:
  friend class Workbook;
  struct Formats;
  Sheet(lxw_worksheet* sheet, const Formats& formats)
      : sheet_(sheet), formats_(formats) {}

  void write(std::size_t column, std::string_view text, CellStyle style) const;
  void across(std::uint32_t row, std::string_view text, CellStyle style,
              double line) const;
  void fit_height(const std::vector<std::string>& cells) const;
  void print(std::size_t fixed) const;
  void colour(const std::vector<ColouredText>& colours) const;

  lxw_worksheet* sheet_;
  const Formats& formats_;
  std::vector<Column> columns_;
  std::uint32_t row_ = 0;
};

class Workbook {
 public:
  // Error: the system has no room for it.
  [[nodiscard]] static Result<Workbook> make(const std::string& title);
  Workbook(Workbook&&) noexcept;
  Workbook& operator=(Workbook&&) noexcept;
  ~Workbook();

  // At most 31 letters, none twice.
  [[nodiscard]] Sheet add(const std::string& name);
  // The file. The same calls give the same bytes. Error: no room.
  [[nodiscard]] Result<std::string> finish() &&;

 private:
  Workbook();

  struct File;
  std::unique_ptr<File> file_;
};

}  // namespace kehoach
