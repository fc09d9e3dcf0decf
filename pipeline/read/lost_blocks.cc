#include "read/lost_blocks.h"

#include <algorithm>

namespace kehoach {

std::string without_lost_blocks(std::string_view bytes, std::size_t unit) {
  constexpr std::size_t kLeast = 64;
  std::string kept;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t zero = std::min(bytes.find('\0', at), bytes.size());
    const std::size_t next =
        std::min(bytes.find_first_not_of('\0', zero), bytes.size());
    const bool lost = next - zero >= kLeast;
    const std::size_t begin = lost ? (zero + unit - 1) / unit * unit : next;
    kept += bytes.substr(at, begin - at);
    at = lost ? next / unit * unit : next;
  }
  return kept;
}

}  // namespace kehoach
