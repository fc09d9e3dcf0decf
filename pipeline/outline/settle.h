// Private to the room: what only the finished tree tells of a paragraph.
#pragma once

#include <vector>

#include "model/model.h"

namespace kehoach {

// An item with items of its own is a heading, one that ends in a colon above
// them a lead-in; what stands below an annotation belongs to it. The tree ends
// before node `end`.
void settle(const NormalText& text, std::size_t i, std::size_t end,
            std::vector<Node>& nodes);

}  // namespace kehoach
