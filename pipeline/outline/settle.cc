#include "outline/settle.h"

#include "outline/headings.h"
#include "outline/zones.h"

namespace kehoach {
namespace {

// A part that says no more than its name: the rest is in an appendix.
bool is_name_of_part(const Node& node, std::string_view body) {
  return (node.marker == Marker::roman || node.marker == Marker::named) &&
         !ends_in(body, ".;");
}

// Whether anything but annotations stands under heading `i`.
bool has_text(std::size_t i, std::size_t end, const std::vector<Node>& nodes) {
  for (std::size_t k = i + 1; k < end; ++k) {
    const Node& other = nodes[k];
    if (other.parent < static_cast<std::int32_t>(i)) return false;
    if (other.parent == static_cast<std::int32_t>(i) &&
        other.kind != NodeKind::annotation &&
        other.role != SectionRole::closing)
      return true;
  }
  return false;
}

}  // namespace

void settle(const NormalText& text, std::size_t i, std::size_t end,
            std::vector<Node>& nodes) {
  Node& node = nodes[i];
  const std::string_view body = slice(text.text, node.body);
  if (node.parent >= 0 &&
      nodes[static_cast<std::size_t>(node.parent)].kind ==
          NodeKind::annotation &&
      node.kind != NodeKind::cell) {
    set_kind(node, NodeKind::annotation, Because::annotated);
    return;
  }
  if (node.kind == NodeKind::item && node.has_children) {
    const bool colon = ends_in(body, ":");
    set_kind(node, colon ? NodeKind::lead_in : NodeKind::heading,
             colon ? Because::colon : Because::children);
  }
  if (node.kind == NodeKind::heading && node.marker != Marker::none &&
      !node.has_children && !has_text(i, end, nodes) &&
      !is_name_of_part(node, body)) {
    set_kind(node, NodeKind::item, Because::nothing_below);
  }
}

}  // namespace kehoach
