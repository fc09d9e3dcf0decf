// Private to the room: the numbers of a paragraph, each with its clause.
#pragma once

#include "extract/facts.h"

namespace kehoach {

struct Quantity {
  const Match* match = nullptr;
  Span span;    // number and unit
  Span clause;  // in which it is the only one
  Span scope;   // `(khu vực nội thành)` right behind it, else empty
  std::uint32_t due_end = 0;  // where the words that date it end
  // `28%` of `17% (khu vực miền núi dưới 28%)`: the same elsewhere.
  bool bracketed = false;

  [[nodiscard]] bool is_percent() const {
    return match->rule->attribute("what") == "percent";
  }
};

// The quantities among `matches` that are measured for themselves, in order. A
// clause reaches from `;`, a full stop or the quantity before to the next of
// them.
[[nodiscard]] std::vector<Quantity> find_quantities(
    const Reading& reading, const Node& node,
    const std::vector<Match>& matches);

}  // namespace kehoach
