// Decisions, from what a person types to the rows of a database. Private to
// cli/.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
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

// An audit of two plans of the database, and what was decided about it.
struct ReviewedPair {
  Audit audit;  // marked
  std::vector<CellReview> reviews, orphans;
};

// The documents whose facts have decisions.
struct JudgedDocuments {
  std::vector<DocumentToReview> here;  // by id
  std::vector<FactToJudge> lost;       // decisions about those that are gone
};

// Which facts and cells are listed.
enum class WhatToJudge : std::uint8_t {
  open,     // what waits for a verdict, and what changed since it had one
  changed,  // the latter
  all,
};

class ReviewDesk {
 public:
  // Both must live as long. Facts need no rules of auditing.
  ReviewDesk(Store& store, const AuditRules& rules)
      : store_(&store), rules_(&rules) {}

  // The one plan of a code or #id, read once. Error: none, or several.
  [[nodiscard]] Result<ReviewedPlan*> find(const std::string& code_or_id);
  [[nodiscard]] Result<ReviewedPlan> load(const DocumentToReview& document);
  // Audited once. Error: as `find`; no rules of auditing.
  [[nodiscard]] Result<ReviewedPair*> pair(const std::string& parent,
                                           const std::string& child);

  [[nodiscard]] Result<JudgedDocuments> judged();
  // Those of low certainty first.
  [[nodiscard]] Result<std::vector<FactToJudge>> facts(WhatToJudge what);
  [[nodiscard]] Result<std::vector<FactToJudge>> facts_of(
      const std::string& code_or_id, WhatToJudge what);
  // Of all pairs that have decisions.
  [[nodiscard]] Result<std::vector<CellToJudge>> cells(WhatToJudge what);
  [[nodiscard]] Result<std::vector<CellToJudge>> cells_of(
      const std::string& parent, const std::string& child, WhatToJudge what);
  // A parent and a child, by #id; empty where the document is gone.
  using PairName = std::pair<std::string, std::string>;
  [[nodiscard]] Result<std::map<PairName, std::vector<CellReview>>> pairs();

  // Gives back the memory of plans and audits that were asked for.
  void forget() {
    plans_.clear();
    pairs_.clear();
  }

  // Keep decisions, to be committed with others. Error: no such plan, fact or
  // link; a verdict for the other kind; a correction that does not fit; no
  // name.
  [[nodiscard]] Result<void> decide(const DecisionLine& line);
  // Of decisions about one thing the latest stays. Gives how many were kept.
  [[nodiscard]] Result<std::size_t> keep(const std::vector<Review>& reviews);
  [[nodiscard]] Result<std::size_t> keep(
      const std::vector<CellReview>& reviews);

 private:
  [[nodiscard]] Result<void> decide_fact(const DecisionLine& line);
  [[nodiscard]] Result<void> decide_cell(const DecisionLine& line);
  // Of one document, of one pair.
  [[nodiscard]] Result<std::size_t> keep_facts(
      const std::vector<Review>& reviews);
  [[nodiscard]] Result<std::size_t> keep_cells(
      const std::vector<CellReview>& reviews);
  // A document as this database has it: its bytes or others of the same plan,
  // else the bytes that were asked for and no plan.
  struct Here {
    std::string sha256;
    std::optional<Plan> plan;
  };
  [[nodiscard]] Result<Here> here(const ReviewedDocument& document);

  Store* store_;
  const AuditRules* rules_;
  std::map<std::string, DocumentId> names_;  // what was typed
  std::map<DocumentId, ReviewedPlan> plans_;
  std::map<std::pair<DocumentId, DocumentId>, ReviewedPair> pairs_;
};

// `o12@#3`
[[nodiscard]] std::string fact_id(FactPlace place, DocumentId document);

}  // namespace kehoach
