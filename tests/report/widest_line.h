// How wide a text is on a terminal.
#pragma once

#include <algorithm>
#include <string_view>

#include "report/layout.h"
#include "text/text.h"

namespace kehoach {

inline std::size_t widest_line(std::string_view text) {
  std::size_t widest = 0;
  for (const std::string_view line : split(text, '\n'))
    widest = std::max(widest, columns(line));
  return widest;
}

}  // namespace kehoach
