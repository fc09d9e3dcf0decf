#include "cli/nearest.h"

#include "text/text.h"

namespace kehoach {

std::string nearest(const std::string& typed,
                    const std::vector<std::string>& names) {
  std::string best;
  std::size_t distance = 3;
  for (const std::string& name : names) {
    const std::size_t edits = edit_distance(typed, name);
    if (edits < distance && edits < name.size()) {
      distance = edits;
      best = name;
    }
  }
  return best;
}

}  // namespace kehoach
