// Decisions, from what a person types to the rows of a database. Private to
// cli/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/report.h"
#include "review/review.h"
#include "rulebook/rulebook.h"
#include "store/store.h"

namespace kehoach {

// A plan of the database, and what was decided about it.
struct ReviewedPlan {
  DocumentId id = 0;
  std::string path;
  Plan plan;
  std::vector<FactReview> reviews;
};

class ReviewDesk {
 public:
  // `store` and `rules` must live as long.
  ReviewDesk(Store& store, const Rulebook& rules)
      : store_(&store), rules_(&rules) {}

  // The one plan of a code or #id, read once. Error: none, or several.
  [[nodiscard]] Result<ReviewedPlan*> find(const std::string& code_or_id);
  [[nodiscard]] Result<ReviewedPlan> load(const DocumentToReview& document);

  // Keeps one decision, to be committed with others. Error: no such plan, fact
  // or link; a verdict for the other kind; a correction that fits no fact; no
  // name.
  [[nodiscard]] Result<void> decide(const DecisionLine& line);

 private:
  [[nodiscard]] Result<void> decide_fact(const DecisionLine& line);
  [[nodiscard]] Result<void> decide_cell(const DecisionLine& line);

  Store* store_;
  const Rulebook* rules_;
  std::map<std::string, ReviewedPlan> plans_;  // by what was typed
};

// `o12@#3`
[[nodiscard]] std::string fact_id(FactPlace place, DocumentId document);
// The facts of a plan, and the decisions that have none any more.
[[nodiscard]] std::vector<FactToJudge> facts_to_judge(
    const ReviewedPlan& reviewed);

}  // namespace kehoach
