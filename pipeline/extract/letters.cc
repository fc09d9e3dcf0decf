#include "extract/letters.h"

#include <algorithm>

namespace kehoach {
namespace {

bool holds_one(const std::vector<Obligation>& obligations, const Node& node) {
  return std::any_of(
      obligations.begin(), obligations.end(),
      [&](const Obligation& o) { return node.body.contains(o.evidence.span); });
}

bool gives_order(const Reading& r, Span body) {
  const std::string_view f = r.folded(body);
  for (std::size_t at = 0; at < f.size();
       at = std::min(f.find(' ', at), f.size()) + 1) {
    if (r.words.orders.stands_at(f, at)) return true;
  }
  return false;
}

}  // namespace

bool tells_to_do(const Reading& reading,
                 const std::vector<Obligation>& obligations, std::size_t node) {
  const auto& nodes = reading.outline.nodes;
  const Node& n = nodes[node];
  if (n.role == SectionRole::situation) return holds_one(obligations, n);
  if (n.role != SectionRole::preamble && n.role != SectionRole::none)
    return false;
  if (holds_one(obligations, n)) return true;
  return n.kind == NodeKind::lead_in && node + 1 < nodes.size() &&
         holds_one(obligations, nodes[node + 1]) &&
         gives_order(reading, n.body);
}

}  // namespace kehoach
