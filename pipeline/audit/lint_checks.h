// The checks of a plan by itself. Private to audit/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/lint.h"
#include "model/lint.h"
#include "model/model.h"

namespace kehoach {

using LintFindings = std::vector<LintFinding>;

void lint_leads(const Plan& plan, LintFindings& found);
void lint_two_leads(const Plan& plan, LintFindings& found);
void lint_deadlines(const Plan& plan, LintFindings& found);
void lint_targets(const Plan& plan, LintFindings& found);
void lint_recipients(const Plan& plan, LintFindings& found);
void lint_numbering(const Plan& plan, LintFindings& found);
void lint_references(const Plan& plan, const std::vector<Replacement>& replaced,
                     LintFindings& found);

// A finding about what stands under `evidence`.
[[nodiscard]] LintFinding lint_finding(Severity severity,
                                       std::string_view check,
                                       std::string message,
                                       const Evidence& evidence,
                                       std::string path = "");
// A finding about the plan as a whole.
[[nodiscard]] LintFinding lint_finding(std::string_view check,
                                       std::string message);
// `2024-06-05` as `05/6/2024`; other text is given back.
[[nodiscard]] std::string lint_date(std::string_view iso);

}  // namespace kehoach
