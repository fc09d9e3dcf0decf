// A plan by itself: does it say who does what, by when, with what result?
#pragma once

#include <string>
#include <vector>

#include "model/lint.h"
#include "model/model.h"

namespace kehoach {

// What an official should look at before a plan is signed, in the order of the
// text. Severity `warning` is a mistake unless there is a reason for it; `info`
// is often meant so.
//
//   check                  severity  what
//   no-lead                info      an obligation that nobody is in charge of;
//                          warning   a plan that names nobody at all
//   no-deadline            info      an obligation without date or rhythm, of
//                                    its own or of its part;
//                          warning   a plan without any
//   target-without-task    info      no obligation speaks of what is measured
//   lead-not-recipient     warning   a body is in charge and is not sent the
//                                    plan
//   deadline-before-issue  warning   a date that was over when the plan was
//                                    signed
//   two-leads              warning   the same lead (`chủ trì`, `đầu mối`) is
//                                    given to two bodies;
//                          info      the same task is
//   numbering              warning   a number or letter that skips or comes
//                                    twice
//   reference-dates        warning   a document is cited with two dates
//   reference-replaced     warning   a document is cited that `replaced` names
//
// Never fails. Numbers of items are checked where the outline is there, which a
// database does not keep.
[[nodiscard]] std::vector<LintFinding> lint(
    const Plan& plan, const std::vector<Replacement>& replaced = {});

}  // namespace kehoach
