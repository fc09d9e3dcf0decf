// Private to the room: checks the tables of bodies when rules are loaded.
#pragma once

#include <vector>

#include "rulebook/rulebook.h"

namespace kehoach {

// Error: the first line of `agencies.tsv` or `branches.tsv` that is wrong, by
// file and line: a level, branch or date that is none, a line that stands
// twice, `merged_into` that names nobody.
[[nodiscard]] Result<void> check_bodies(const std::vector<RuleFile>& files);

}  // namespace kehoach
