// For tests of what is printed.
#pragma once

#include <string_view>

namespace kehoach {

inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace kehoach
