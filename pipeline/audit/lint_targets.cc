// Which targets no task works for.

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "audit/lint_checks.h"
#include "text/text.h"

namespace kehoach {
namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

// Words that stand in indicators of any subject.
bool is_common(std::string_view word) {
  static const std::set<std::string_view> kCommon = {
      "ty",  "le",    "so",     "luong", "cac",  "cua",   "tren", "dia",
      "ban", "tinh",  "huyen",  "xa",    "duoc", "it",    "nhat", "dat",
      "va",  "co",    "cho",    "trong", "tu",   "den",   "nam",  "tro",
      "len", "voi",   "ve",     "theo",  "la",   "tai",   "moi",  "hang",
      "mot", "nhung", "phuong", "thi",   "tran", "thanh", "pho",  "quan"};
  return kCommon.count(word) > 0;
}

// Pairs of neighbouring words of `text`, without the common ones: single
// syllables mean little.
Pairs pairs_of(std::string_view text) {
  const std::string folded = fold_for_search(text);
  Pairs pairs;
  std::string last;
  for (const std::string_view word : split(folded, ' ')) {
    if (word.empty() || is_common(word)) continue;
    if (!last.empty()) pairs.emplace(last, word);
    last = word;
  }
  return pairs;
}

}  // namespace

void lint_targets(const Plan& plan, LintFindings& found) {
  // A list of targets alone: the tasks stand in another document.
  if (plan.obligations.empty()) return;
  Pairs tasks;
  for (const Obligation& o : plan.obligations)
    tasks.merge(pairs_of(o.evidence.quote));
  std::set<std::string> said;
  for (const Target& t : plan.targets) {
    if (t.obligation) continue;
    const Pairs pairs = pairs_of(t.indicator);
    if (pairs.empty()) continue;
    const bool is_served =
        std::any_of(pairs.begin(), pairs.end(),
                    [&](const auto& pair) { return tasks.count(pair) > 0; });
    // One indicator has a value for each of several years.
    if (is_served || !said.insert(fold_for_search(t.indicator)).second)
      continue;
    found.push_back(lint_finding(
        Severity::info, "target-without-task",
        "Không nhiệm vụ nào nói đến chỉ tiêu \"" + t.indicator + "\".",
        t.evidence));
  }
}

}  // namespace kehoach
