// Private to the room: gazetteers as they stand in their files.
#pragma once

#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"

namespace kehoach {

// A line of a gazetteer, with its number in the file.
struct TableLine {
  int number = 0;
  Row cells;

  // Empty where the table has no such column.
  [[nodiscard]] std::string_view operator[](std::string_view column) const {
    const auto at = cells.find(column);
    return at == cells.end() ? std::string_view{} : at->second;
  }
};

// Tab separated, names in the first line; `#` opens a comment.
[[nodiscard]] std::vector<TableLine> table_lines(std::string_view content);

}  // namespace kehoach
