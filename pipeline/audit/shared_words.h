// Private to the room: what an action and its answer have in common, as people
// read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/match.h"

namespace kehoach {

// Phrases of the parent's action, as printed.
struct SharedWords {
  std::vector<std::string> shared;   // the weightiest first
  std::vector<std::string> alike;    // which the child says in other words
  std::vector<std::string> lacking;  // in the child's obligation
};
[[nodiscard]] SharedWords shared_words(const Matcher& matcher,
                                       const PreparedPlan& parent,
                                       ActionPlace place,
                                       const PreparedPlan& child,
                                       std::uint32_t obligation,
                                       std::string_view quote);

[[nodiscard]] Span span_of(const MarkedText& text, std::uint32_t action);
// The words of an action, as `quote`, the text of its obligation, prints them.
[[nodiscard]] std::string action_text(const MarkedText& text,
                                      std::uint32_t action,
                                      std::string_view quote);

}  // namespace kehoach
