#include "extract/letters.h"

#include <algorithm>

namespace kehoach {
namespace {

bool gives_order(const Reading& r, Span body) {
  const std::string_view f = r.folded(body);
  for (std::size_t at = 0; at < f.size();
       at = std::min(f.find(' ', at), f.size()) + 1) {
    if (r.words.orders.stands_at(f, at)) return true;
  }
  return false;
}

}  // namespace

bool tells_to_do(const Reading& reading, const Holders& holders,
                 std::size_t node) {
  const auto& nodes = reading.outline.nodes;
  const Node& n = nodes[node];
  if (n.role == SectionRole::situation) return holders.any_in(n.body);
  if (n.role != SectionRole::preamble && n.role != SectionRole::none)
    return false;
  if (holders.any_in(n.body)) return true;
  return n.kind == NodeKind::lead_in && node + 1 < nodes.size() &&
         holders.any_in(nodes[node + 1].body) && gives_order(reading, n.body);
}

}  // namespace kehoach
