#include "read/page_list.h"

namespace kehoach {

std::string page_list(const std::vector<std::size_t>& listed) {
  std::string list;
  for (std::size_t first = 0; first < listed.size(); ++first) {
    std::size_t last = first;
    while (last + 1 < listed.size() && listed[last + 1] == listed[last] + 1) {
      ++last;
    }
    if (!list.empty()) list += ", ";
    list += std::to_string(listed[first] + 1);
    if (last > first) list.append("-").append(std::to_string(listed[last] + 1));
    first = last;
  }
  return list;
}

std::string pages_named(const std::vector<std::size_t>& listed) {
  return (listed.size() == 1 ? "page " : "pages ") + page_list(listed);
}

}  // namespace kehoach
