// A Plan as bytes, for the way from one process of the program to another.
//
// Nothing else reads them: they are those of this build on this machine, and
// are never stored. All of the plan is there, also what its JSON leaves out.
#pragma once

#include <string>
#include <string_view>

#include "model/plan.h"
#include "model/result.h"

namespace kehoach {

[[nodiscard]] std::string to_bytes(const Plan& plan);
// Reads back what `to_bytes` gave. The process that sent them may have been
// taken over by its document, so that nothing is believed: Error where they are
// cut, too long, or hold what no plan holds (numbers that are none, places
// beyond the text, a tree that is a circle). Rules are only names and numbers:
// nothing may be looked up by them unchecked.
[[nodiscard]] Result<Plan> plan_from_bytes(std::string_view bytes);

}  // namespace kehoach
