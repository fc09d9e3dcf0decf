#include "cli/review_desk.h"

#include <algorithm>

#include "audit/audit.h"
#include "cli/commands.h"

namespace kehoach {
namespace {

std::string id_of(const DocumentToReview& document) {
  return document.id == 0 ? "" : "#" + std::to_string(document.id);
}

bool is_wanted(WhatToJudge what, Certainty certainty,
               const FactReview* review) {
  const bool changed =
      review != nullptr && review->state != ReviewState::current;
  if (changed || what == WhatToJudge::all) return true;
  return what == WhatToJudge::open && review == nullptr &&
         certainty != Certainty::high;
}

bool is_wanted(WhatToJudge what, const AuditItem& item) {
  const bool changed = std::any_of(
      item.review.begin(), item.review.end(), [](const AuditReview& review) {
        return review.state != ReviewState::current;
      });
  return changed || what == WhatToJudge::all ||
         (what == WhatToJudge::open && is_open(item));
}

FactToJudge gone(const std::string& document, const FactReview& match) {
  FactToJudge fact;
  fact.document = document;
  fact.evidence.quote = match.review.quote;
  fact.review = match;
  return fact;
}

// The facts of a plan, and the decisions that have none any more.
void add_facts(const ReviewedPlan& reviewed, WhatToJudge what,
               std::vector<FactToJudge>& facts) {
  const Plan& plan = reviewed.plan;
  const std::string name = plan.document.code.value_or(reviewed.path);
  std::map<FactPlace, const FactReview*> decided;
  for (const FactReview& match : reviewed.reviews) {
    if (match.fact) {
      decided.emplace(*match.fact, &match);
    } else {
      facts.push_back(gone(name, match));
    }
  }
  for (const FactPlace place : all_facts(plan)) {
    const auto at = decided.find(place);
    const FactReview* const match = at == decided.end() ? nullptr : at->second;
    Evidence evidence = evidence_of(plan, place);
    if (!is_wanted(what, evidence.certainty, match)) continue;
    FactToJudge fact{fact_id(place, reviewed.id), name, std::move(evidence),
                     fact_json(plan, place),      {},   std::nullopt};
    fact.values = fact_values(plan, place);
    if (match != nullptr) fact.review = *match;
    facts.push_back(std::move(fact));
  }
}

void unsure_first(std::vector<FactToJudge>& facts) {
  std::stable_sort(facts.begin(), facts.end(),
                   [](const FactToJudge& a, const FactToJudge& b) {
                     return a.evidence.certainty < b.evidence.certainty;
                   });
}

CellToJudge gone(const ReviewDesk::PairName& pair, const CellReview& review) {
  return {pair.first, pair.second, std::nullopt, review};
}

}  // namespace

std::string fact_id(FactPlace place, DocumentId document) {
  return name_of(place) + "@#" + std::to_string(document);
}

Result<ReviewedPlan> ReviewDesk::load(const DocumentToReview& document) {
  auto plan = store_->load_plan(document.id);
  if (!plan) return Failure(plan.error());
  if (plan->source.path.empty()) plan->source.path = document.path;
  const auto reviews = store_->reviews().of_document(plan->source.sha256);
  if (!reviews) return Failure(reviews.error());
  auto matches = match_reviews(*plan, *reviews);
  return ReviewedPlan{document.id, document.path, std::move(*plan),
                      std::move(matches)};
}

Result<ReviewedPlan*> ReviewDesk::find(const std::string& code_or_id) {
  const auto name = names_.find(code_or_id);
  if (name != names_.end() && plans_.count(name->second) > 0)
    return &plans_.at(name->second);
  const auto found = one_plan(*store_, code_or_id);
  if (!found) return Failure(found.error());
  if (!*found) return invalid("no plan '" + code_or_id + "' is there");
  const DocumentId id = (*found)->id;
  names_[code_or_id] = id;
  const auto known = plans_.find(id);
  if (known != plans_.end()) return &known->second;
  auto loaded = load({id, (*found)->source_path, ""});
  if (!loaded) return Failure(loaded.error());
  return &plans_.emplace(id, std::move(*loaded)).first->second;
}

Result<ReviewedPair*> ReviewDesk::pair(const std::string& parent,
                                       const std::string& child) {
  if (rules_->file.empty())
    return invalid("the rules have no audit.toml; copy it from rules/");
  const auto above = find(parent);
  if (!above) return Failure(above.error());
  const auto below = find(child);
  if (!below) return Failure(below.error());
  const std::pair ids((*above)->id, (*below)->id);
  const auto known = pairs_.find(ids);
  if (known != pairs_.end()) return &known->second;
  const Plan& plan = (*above)->plan;
  ReviewedPair made{Auditor(plan, *rules_).audit((*below)->plan), {}, {}};
  auto reviews = store_->reviews().of_pair(plan.source.sha256,
                                           (*below)->plan.source.sha256);
  if (!reviews) return Failure(reviews.error());
  made.reviews = std::move(*reviews);
  made.orphans = apply_reviews(made.reviews, made.audit);
  return &pairs_.emplace(ids, std::move(made)).first->second;
}

Result<JudgedDocuments> ReviewDesk::judged() {
  JudgedDocuments judged;
  std::map<DocumentId, DocumentToReview> here;
  ReviewedDocument last;
  DocumentToReview document;
  Result<void> found;
  const auto visited = store_->reviews().visit([&](const Review& review) {
    if (document.id == 0 || review.document != last) {
      const auto known = store_->reviews().find(review.document);
      if (!known) {
        found = Failure(known.error());
        return false;
      }
      document = *known;
      last = review.document;
    }
    if (document.id != 0) {
      here.emplace(document.id, document);
    } else {
      judged.lost.push_back(gone(last.sha256.substr(0, 12),
                                 {review, ReviewState::orphan, std::nullopt}));
    }
    return true;
  });
  if (!found) return Failure(found.error());
  if (!visited) return Failure(visited.error());
  for (auto& [id, one] : here) judged.here.push_back(std::move(one));
  return judged;
}

Result<std::vector<FactToJudge>> ReviewDesk::facts(WhatToJudge what) {
  auto known = judged();
  if (!known) return Failure(known.error());
  std::vector<FactToJudge> all = std::move(known->lost);
  if (what != WhatToJudge::changed) {
    auto documents = store_->reviews().documents(what == WhatToJudge::all);
    if (!documents) return Failure(documents.error());
    known->here = std::move(*documents);
  }
  for (const DocumentToReview& document : known->here) {
    const auto reviewed = load(document);
    if (!reviewed) return Failure(reviewed.error());
    add_facts(*reviewed, what, all);
  }
  unsure_first(all);
  return all;
}

Result<std::vector<FactToJudge>> ReviewDesk::facts_of(
    const std::string& code_or_id, WhatToJudge what) {
  const auto found = find(code_or_id);
  if (!found) return Failure(found.error());
  std::vector<FactToJudge> all;
  add_facts(**found, what, all);
  unsure_first(all);
  return all;
}

Result<std::map<ReviewDesk::PairName, std::vector<CellReview>>>
ReviewDesk::pairs() {
  std::vector<CellReview> all;
  const auto visited =
      store_->reviews().visit_cells([&](const CellReview& review) {
        all.push_back(review);
        return true;
      });
  if (!visited) return Failure(visited.error());
  std::map<PairName, std::vector<CellReview>> found;
  for (CellReview& review : all) {
    const auto parent = store_->reviews().find(review.parent);
    if (!parent) return Failure(parent.error());
    const auto child = store_->reviews().find(review.child);
    if (!child) return Failure(child.error());
    found[{id_of(*parent), id_of(*child)}].push_back(std::move(review));
  }
  return found;
}

Result<std::vector<CellToJudge>> ReviewDesk::cells(WhatToJudge what) {
  const auto known = pairs();
  if (!known) return Failure(known.error());
  std::vector<CellToJudge> all;
  for (const auto& [name, reviews] : *known) {
    if (name.first.empty() || name.second.empty()) {
      for (const CellReview& review : reviews)
        all.push_back(gone(name, review));
      continue;
    }
    auto found = cells_of(name.first, name.second, what);
    if (!found) return found;
    for (CellToJudge& cell : *found) all.push_back(std::move(cell));
    forget();
  }
  return all;
}

Result<std::vector<CellToJudge>> ReviewDesk::cells_of(const std::string& parent,
                                                      const std::string& child,
                                                      WhatToJudge what) {
  const auto found = pair(parent, child);
  if (!found) return Failure(found.error());
  std::vector<CellToJudge> all;
  for (const CellReview& review : (*found)->orphans)
    all.push_back(gone({parent, child}, review));
  for (const AuditItem& item : (*found)->audit.items) {
    if (is_wanted(what, item))
      all.push_back({parent, child, item, std::nullopt});
  }
  return all;
}

}  // namespace kehoach
