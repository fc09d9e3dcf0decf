// Private to the room: the parts and items that are open at a paragraph.
#pragma once

#include <cstdint>
#include <vector>

#include "model/model.h"

namespace kehoach {

struct Frame {
  std::int32_t node = -1;
  Marker kind = Marker::none;
  int parts = 0;         // of a decimal number
  bool lead_in = false;  // a bare sentence that ends in a colon
  bool heading = false;
};

// Whether the list of `item` goes on with `next`: `c)` behind `b)`, `2.2`
// behind `2.1`. Parts with Roman numbers are no lists.
[[nodiscard]] bool goes_on(const Node& item, const ListMark& next);

// Closes what a mark of this kind cannot stand under.
void close_levels(Marker kind, int parts, std::vector<Frame>& open);

}  // namespace kehoach
