// Private to the room: the heads above each column of a table of targets.
#pragma once

#include "extract/facts.h"

namespace kehoach {

// What stands above one column: the head, and the one below it, if any.
struct Head {
  Span upper;
  Span lower;
};

// The years that a head names, and whether all its words are known.
struct Period {
  std::vector<std::string> years;
  bool planned = false;  // `Mục tiêu`, `Kế hoạch`
  bool known = false;
  [[nodiscard]] bool is_value() const {
    return known && years.size() <= 2 && (planned || !years.empty());
  }
  [[nodiscard]] std::string due() const {
    return years.empty() ? "" : years.back();
  }
};

// The words of heads.
class HeadWords {
 public:
  HeadWords(const Reading& reading, bool of_money)
      : r_(reading), of_money_(of_money) {}

  // True where `head`, without its unit, is one of `list` and nothing else.
  [[nodiscard]] bool is(Span head, const Phrases& list) const;
  [[nodiscard]] Period period(Span head) const;

 private:
  const Reading& r_;
  bool of_money_;
};

struct TableHeads {
  std::vector<Head> heads;    // by column
  std::size_t first_row = 0;  // below them
};

// The heads of each column, where the first of their rows is `top`: one row, or
// two where heads of the first are merged over several columns. A source of one
// cell a line does not say over how many; then the years in the second row, or
// the width of the table, must leave one way to read it:
//
//   [TT] [Nội dung] [Năm 2025] [Năm 2026]   above
//   [Kế hoạch] [Ước thực hiện]              above rows of five cells
//
// Only of the year that is running there is an estimate, so the two stand below
// 2025. Nothing where it can't be told. Linear in the cells.
[[nodiscard]] std::optional<TableHeads> lay_out_heads(
    const Reading& reading, const HeadWords& words,
    const std::vector<GridRow>& rows, std::size_t top);

// `2026` at byte `at`, between word boundaries.
[[nodiscard]] bool is_year_at(std::string_view text, std::size_t at);

}  // namespace kehoach
