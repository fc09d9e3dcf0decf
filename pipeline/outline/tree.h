// Private to the room: the numbered tree of the body.
#pragma once

#include <vector>

#include "model/model.h"
#include "outline/zones.h"

namespace kehoach {

// Gives the paragraphs [begin, end) their kind, parent, path and section role.
void build_tree(const NormalText& text, const std::vector<Line>& lines,
                const Rulebook& rules, std::size_t begin, std::size_t end,
                LookLog* log, std::vector<Node>& nodes);

}  // namespace kehoach
