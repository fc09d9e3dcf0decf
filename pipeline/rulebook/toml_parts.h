// Private to the room: what the readers of TOML share.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>

#include "text/text.h"

namespace kehoach {

[[nodiscard]] inline int line_of(const toml::node& node) {
  return static_cast<int>(node.source().begin.line);
}

// The key of `names` that may have been meant; empty where none is near.
template <typename Map>
[[nodiscard]] std::string nearest(const Map& names, std::string_view wrong) {
  std::string best;
  std::size_t least = 3;  // farther names are no help
  for (const auto& [name, value] : names) {
    const std::size_t distance = edit_distance(name, wrong);
    if (distance < least) least = distance, best = name;
  }
  return best;
}

}  // namespace kehoach
