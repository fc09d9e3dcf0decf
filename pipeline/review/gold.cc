#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "review/review.h"

namespace kehoach {
namespace {

// Leaves out the facts of `kind` whose places are in `wrong`.
template <typename T>
void leave_out(std::vector<T>& facts, KindOfFact kind,
               const std::set<FactPlace>& wrong) {
  std::vector<T> kept;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (wrong.count({kind, i}) == 0) kept.push_back(std::move(facts[i]));
  }
  facts = std::move(kept);
}

// What hangs on an obligation that is left out hangs on none.
template <typename T>
void unhang(std::vector<T>& facts, const std::set<std::string>& ids) {
  for (T& fact : facts) {
    if (fact.obligation && ids.count(*fact.obligation) == 0)
      fact.obligation.reset();
  }
}

}  // namespace

std::optional<Plan> gold_of(const Plan& plan,
                            const std::vector<FactReview>& reviews) {
  std::map<FactPlace, const Review*> decided;
  for (const FactReview& match : reviews) {
    if (match.fact && match.state == ReviewState::current)
      decided.emplace(*match.fact, &match.review);
  }
  Plan gold = plan;
  std::set<FactPlace> wrong;
  for (const FactPlace place : all_facts(plan)) {
    const auto at = decided.find(place);
    if (at == decided.end()) return std::nullopt;
    if (at->second->decision.verdict == ReviewVerdict::wrong)
      wrong.insert(place);
    const std::string& correction = at->second->correction;
    if (!correction.empty() && !correct_fact(gold, place, correction))
      return std::nullopt;
  }
  if (wrong.count(FactPlace{}) > 0) return std::nullopt;
  leave_out(gold.references, KindOfFact::reference, wrong);
  leave_out(gold.obligations, KindOfFact::obligation, wrong);
  leave_out(gold.deadlines, KindOfFact::deadline, wrong);
  leave_out(gold.targets, KindOfFact::target, wrong);
  std::set<std::string> ids;
  for (const Obligation& o : gold.obligations) ids.insert(o.id);
  unhang(gold.deadlines, ids);
  unhang(gold.targets, ids);
  gold.bodies.clear();
  gold.diagnostics.clear();
  return gold;
}

}  // namespace kehoach
