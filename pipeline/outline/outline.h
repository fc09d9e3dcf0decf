// Stage 3: the only place that knows how plans are laid out.
//
// Letterhead, number and date, title, preamble, parts and items, tables,
// recipients, signature: every paragraph gets its kind, its place in the tree
// and the role of the section it stands in.
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace kehoach {

// Pure and total: a text that is no plan gives an outline of bare paragraphs.
// Nodes come in the order of the paragraphs, one for each. What a heading or an
// opening sentence means is said by the rules of the family `outline`.
//
// A decision that issues a plan (`Quyết định ban hành Kế hoạch`) keeps its own
// nodes in front; `plan_begin` tells where the plan inside begins.
//
// A part of the first level that holds tasks because no rule knows its heading
// gives the diagnostic `section-unsure`. With a `log` every question to the
// rules is kept there.
[[nodiscard]] Outline outline(const NormalText& text, const Rulebook& rules,
                              LookLog* log = nullptr);

}  // namespace kehoach
