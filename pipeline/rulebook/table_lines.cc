#include "rulebook/table_lines.h"

#include <algorithm>

#include "text/text.h"

namespace kehoach {

std::vector<TableLine> table_lines(std::string_view content) {
  std::vector<std::string_view> names;
  std::vector<TableLine> lines;
  int number = 0;
  for (std::string_view text : split(content, '\n')) {
    ++number;
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    if (text.empty() || text.front() == '#') continue;
    const auto cells = split(text, '\t');
    if (names.empty()) {
      names = cells;
      continue;
    }
    TableLine line;
    line.number = number;
    for (std::size_t i = 0; i < std::min(names.size(), cells.size()); ++i)
      line.cells.emplace(names[i], trim(cells[i]));
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace kehoach
