// Private to the room: cells of tables that state their targets in words.
#pragma once

#include "extract/facts.h"
#include "extract/target_columns.h"

namespace kehoach {

struct AimCell {
  std::size_t node = 0;  // the first of the table, among Outline::nodes
  Span text;
  SectionRole role = SectionRole::objectives;
  bool product = false;  // what a task of the table is to yield
};

// The cells below `Chỉ tiêu` in tables that have no column of values:
//
//   [TT] [Chỉ tiêu]                           [Chủ trì]
//   [1]  [Tỷ lệ hộ có nước sạch đạt 95%]      [Sở Y tế]
//
// are read as objectives, the tasks of tables of tasks as tasks, and what these
// are to yield. Only cells that hold a digit are given, in the order of the
// text, each once however many rows it is merged over.
[[nodiscard]] std::vector<AimCell> read_aim_cells(const Reading& reading,
                                                  const GridColumns& columns);

}  // namespace kehoach
