// Private to the room: what is wrong though an obligation is carried out.
#pragma once

#include <vector>

#include "audit/links.h"

namespace kehoach {

// What is wrong with how the child carries out `verdict`'s obligation. A wrong
// finding costs more trust than a missing one: where two facts can't be
// compared for sure, nothing is said.
[[nodiscard]] std::vector<Finding> findings_of(std::uint32_t obligation,
                                               const Judgement& verdict,
                                               const Side& parent,
                                               const Side& child);
// What is wrong with the child as a whole.
[[nodiscard]] std::vector<Finding> findings_of_plan(const Plan& parent,
                                                    const Plan& child);

}  // namespace kehoach
