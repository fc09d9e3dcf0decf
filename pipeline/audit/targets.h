// Private to the room: whether two plans aim at the same, and who aims lower.
#pragma once

#include <optional>
#include <string>

#include "model/plan.h"

namespace kehoach {

// How much two indicators have in common, from 0 to 1.
[[nodiscard]] double indicator_likeness(const Target& a, const Target& b);
// What makes the child's target weaker, Vietnamese; nothing where it is not, or
// where the two can't be compared for sure. Numbers other than shares (%) are
// not compared: a district's part of a province's 45 is smaller, and right.
[[nodiscard]] std::optional<std::string> weakness(const Target& parent,
                                                  const Target& child);
// The number of the target as its quote prints it: `84,3%`.
[[nodiscard]] std::string printed_number(const Target& target);

}  // namespace kehoach
