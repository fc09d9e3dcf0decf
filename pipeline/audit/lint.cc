// What a plan by itself leaves open.

#include "audit/lint.h"

#include <algorithm>
#include <utility>

#include "audit/lint_checks.h"

namespace kehoach {

LintFinding lint_finding(Severity severity, std::string_view check,
                         std::string message, const Evidence& evidence,
                         std::string path) {
  return {severity,        std::string(check), std::move(message),
          std::move(path), evidence.quote,     evidence.span,
          evidence.page};
}

LintFinding lint_finding(std::string_view check, std::string message) {
  return {Severity::warning, std::string(check), std::move(message)};
}

std::string lint_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-')
    return std::string(iso);
  std::string_view month = iso.substr(5, 2);
  // Decree 30/2020/NĐ-CP, appendix I: days and the months 1 and 2 have a zero.
  if (month[0] == '0' && month[1] > '2') month.remove_prefix(1);
  std::string date(iso.substr(8, 2));
  date.append("/").append(month).append("/").append(iso.substr(0, 4));
  return date;
}

std::vector<LintFinding> lint(const Plan& plan,
                              const std::vector<Replacement>& replaced) {
  LintFindings found;
  lint_leads(plan, found);
  lint_two_leads(plan, found);
  lint_deadlines(plan, found);
  lint_targets(plan, found);
  lint_recipients(plan, found);
  lint_numbering(plan, found);
  lint_references(plan, replaced, found);
  std::stable_sort(found.begin(), found.end(),
                   [](const LintFinding& a, const LintFinding& b) {
                     return a.span.begin < b.span.begin;
                   });
  return found;
}

}  // namespace kehoach
