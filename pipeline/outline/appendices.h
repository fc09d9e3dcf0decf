// Private to the room: what stands behind the signature.
#pragma once

#include <vector>

#include "model/model.h"
#include "outline/zones.h"

namespace kehoach {

// Tells the appendices of a plan from each other, from paragraph `begin` on.
//
// Blank forms (a record to be filled in, with dots or a letterhead of its own)
// become paragraphs of no part, cells too: nothing in them is said by the plan.
// Of the others, prose orders something only where the appendix is about tasks;
// tables keep their role, since their heads tell what they hold. Gives one
// diagnostic for each form.
[[nodiscard]] std::vector<Diagnostic> settle_appendices(
    const std::vector<Line>& lines, const Rulebook& rules, std::size_t begin,
    std::vector<Node>& nodes);

}  // namespace kehoach
