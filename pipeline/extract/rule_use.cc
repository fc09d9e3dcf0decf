// What came of each rule.

#include <map>

#include "extract/extract.h"

namespace kehoach {
namespace {

using Places = std::map<std::string_view, std::size_t>;

Places places_of(const Rulebook& rules) {
  Places places;
  for (std::size_t i = 0; i < rules.rules().size(); ++i)
    places.emplace(rules.rules()[i].id, i);
  return places;
}

template <typename Facts>
void count(const Facts& facts, const Places& places,
           std::vector<RuleUse>& uses) {
  for (const auto& fact : facts) {
    // Leaves of the outline are facts by their place, by no rule of the book.
    const auto at = places.find(fact.evidence.rule);
    if (at != places.end()) ++uses[at->second].used;
  }
}

}  // namespace

void count_looks(const Rulebook& rules, const LookLog& log,
                 std::vector<RuleUse>& uses) {
  uses.resize(rules.rules().size());
  for (const Look& look : log.looks) {
    for (const Attempt& attempt : look.attempts) {
      RuleUse& use =
          uses[static_cast<std::size_t>(attempt.rule - rules.rules().data())];
      if (attempt.verdict == Verdict::inside_word) continue;
      ++use.hits;
      use.kept += attempt.verdict == Verdict::won ? 1 : 0;
      use.time += attempt.time;
    }
  }
}

void count_facts(const Rulebook& rules, const Plan& plan,
                 std::vector<RuleUse>& uses) {
  uses.resize(rules.rules().size());
  const Places places = places_of(rules);
  count(plan.references, places, uses);
  count(plan.obligations, places, uses);
  count(plan.deadlines, places, uses);
  count(plan.targets, places, uses);
  for (const Node& node : plan.outline.nodes) {
    for (const std::int32_t rule : {node.rule, node.role_rule}) {
      if (rule >= 0) ++uses[static_cast<std::size_t>(rule)].used;
    }
  }
}

}  // namespace kehoach
