// Private to the room: whole rows of tables of one cell a line.
#pragma once

#include "extract/facts.h"

namespace kehoach {

struct WholeRow {
  GridRow cells;       // no more than the table is wide
  bool placed = true;  // its cells stand below their own heads
};

// Puts the rows of a table together that were torn at empty cells.
//
// Between two cells the source gives one mark for each empty cell and two for
// the end of a row, so a row of known width comes out in one way:
//
//   [9, Sữa] [14.000] [19.000], 6 columns == [9, Sữa, , 14.000, , 19.000]
//
// What goes on in the next row begins with no word and no number of a row. Rows
// that don't come out at the table's width stay what they are, and are not
// `placed` if more than their last cells are lacking. Tables that have empty
// cells, or merged ones, are no such tables and are left alone. Linear in the
// cells.
class RowJoiner {
 public:
  RowJoiner(const Reading& reading, const std::vector<GridRow>& rows,
            std::size_t first, std::size_t width);

  [[nodiscard]] std::vector<WholeRow> read() const;

 private:
  struct Joined {
    WholeRow row;
    std::size_t next = 0;   // the first row behind it
    std::size_t empty = 0;  // cells before it
  };
  [[nodiscard]] std::optional<Joined> join(std::size_t k,
                                           std::size_t empty) const;
  [[nodiscard]] bool may_be_torn() const;
  [[nodiscard]] bool goes_on(const GridRow& row) const;
  [[nodiscard]] std::size_t next_filled(std::size_t k) const;

  const Reading& r_;
  const std::vector<GridRow>& rows_;
  std::size_t first_;
  std::size_t width_;
};

}  // namespace kehoach
