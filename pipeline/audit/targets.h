// Private to the room: whether two plans aim at the same, and who aims lower.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/plan.h"

namespace kehoach {

// How much two indicators have in common, from 0 to 1.
[[nodiscard]] double indicator_likeness(const Target& a, const Target& b);
// What makes the child's target weaker, Vietnamese; nothing where it is not, or
// where the two can't be compared for sure. Numbers other than shares (%) are
// not compared: a district's part of a province's 45 is smaller, and right.
[[nodiscard]] std::optional<std::string> weakness(const Target& parent,
                                                  const Target& child);
// Whether `text` has the number of the target, however it is written: 1500 in
// `1.500 hộ` and not in `11500`; of a share only in front of a percent sign.
[[nodiscard]] bool states_number(std::string_view text, const Target& target);

}  // namespace kehoach
