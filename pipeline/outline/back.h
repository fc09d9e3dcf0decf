// Private to the room: recipients and signature, at the end of a document.
#pragma once

#include <cstddef>
#include <vector>

#include "outline/zones.h"

namespace kehoach {

// The first paragraph of the recipients or of the signature, whichever is
// first.
[[nodiscard]] std::size_t find_back(const std::vector<Line>& lines,
                                    std::size_t body, std::size_t until);

struct BackMatter {
  const std::vector<Line>& lines;
  std::vector<Node>& nodes;

  // Gives kinds to recipients and signature lines from `i`; returns where they
  // end.
  std::size_t name_nodes(std::size_t i, std::size_t until) const;
};

}  // namespace kehoach
