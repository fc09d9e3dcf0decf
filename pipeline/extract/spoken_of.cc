#include "extract/spoken_of.h"

namespace kehoach {
namespace {

// True where `last` is the last of several nodes right below `part`, all of
// them items, and nothing stands below the others.
bool is_last_of_bare_items(const std::vector<Node>& nodes, std::size_t last,
                           std::int32_t part) {
  const auto first = static_cast<std::size_t>(part) + 1;
  for (std::size_t k = first; k < nodes.size() && nodes[k].parent >= part;
       ++k) {
    const bool below = nodes[k].parent == part;
    if (k > last && below) return false;
    if (k < last && (!below || nodes[k].kind != NodeKind::item)) return false;
  }
  return first < last;
}

}  // namespace

std::int32_t items_spoken_of(const Reading& reading, std::int32_t parent) {
  if (parent < 0) return parent;
  const auto& nodes = reading.outline.nodes;
  const auto index = static_cast<std::size_t>(parent);
  const Node& node = nodes[index];
  if (node.marker == Marker::dash || node.marker == Marker::plus)
    return node.parent;
  const bool all = node.kind == NodeKind::item && node.parent >= 0 &&
                   is_last_of_bare_items(nodes, index, node.parent);
  return all ? node.parent : parent;
}

}  // namespace kehoach
