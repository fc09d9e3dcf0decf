// Private to link/: dates of which day, month and year are known.
#pragma once

#include <string>

namespace kehoach {

constexpr std::size_t kFullDate = 10;  // bytes of `2024-08-22`

inline bool is_full(const std::string& date) {
  return date.size() == kFullDate;
}

}  // namespace kehoach
