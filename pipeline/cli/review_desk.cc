#include "cli/review_desk.h"

#include <algorithm>

#include "audit/audit.h"
#include "text/text.h"

namespace kehoach {
namespace {

Failure wrong(const std::string& message) {
  return Failure(Error{Error::Kind::invalid, message});
}

bool same_words(std::string_view a, std::string_view b) {
  return fold_for_search(a) == fold_for_search(b);
}

bool is_of_facts(ReviewVerdict verdict) {
  return verdict == ReviewVerdict::accept || verdict == ReviewVerdict::wrong ||
         verdict == ReviewVerdict::correct;
}

// The decision that `now` takes the place of; 0 if there is none.
std::int64_t earlier(const std::vector<CellReview>& before,
                     const CellReview& now) {
  for (const CellReview& other : before) {
    if (other.decision.verdict != now.decision.verdict ||
        !same_words(other.parent_quote, now.parent_quote))
      continue;
    const bool same_link =
        !other.child_quotes.empty() && !now.child_quotes.empty() &&
        same_words(other.child_quotes.front(), now.child_quotes.front());
    if (now.decision.verdict == ReviewVerdict::justified || same_link)
      return other.id;
  }
  return 0;
}

// The lines of the child that the decision is about.
Result<std::vector<std::string>> lines_of(const AuditItem& item,
                                          const DecisionLine& line) {
  std::vector<std::string> quotes;
  for (const AuditLink& link : item.links) {
    if (line.decision.verdict == ReviewVerdict::justified ||
        line.link == link.child.id ||
        (line.link.empty() && item.links.size() == 1))
      quotes.push_back(link.child.quote);
  }
  if (line.decision.verdict == ReviewVerdict::justified || quotes.size() == 1)
    return quotes;
  return wrong(line.link.empty()
                   ? line.obligation + " has " +
                         std::to_string(item.links.size()) +
                         " links; name one with --link"
                   : line.obligation + " has no link to " + line.link);
}

// A correction has a value that fits the fact; nothing else has one.
Result<void> check_value(const Review& review, const Plan& plan,
                         FactPlace place) {
  const std::string& value = review.correction;
  if ((review.decision.verdict == ReviewVerdict::correct) == value.empty()) {
    return wrong(value.empty()
                     ? "what is right? Give --value, --lead or --support"
                     : "a value goes with 'correct' alone");
  }
  if (value.empty()) return {};
  const auto known = corrected_values(review.kind, review.reading, value);
  if (!known) return Failure(known.error());
  Plan copy = plan;
  return correct_fact(copy, place, value);
}

}  // namespace

std::string fact_id(FactPlace place, DocumentId document) {
  return name_of(place) + "@#" + std::to_string(document);
}

std::vector<FactToJudge> facts_to_judge(const ReviewedPlan& reviewed) {
  const Plan& plan = reviewed.plan;
  const std::string name = plan.document.code.value_or(reviewed.path);
  std::map<FactPlace, const FactReview*> decided;
  std::vector<FactToJudge> all;
  for (const FactReview& match : reviewed.reviews) {
    if (match.fact) {
      decided.emplace(*match.fact, &match);
      continue;
    }
    FactToJudge gone;
    gone.document = name;
    gone.evidence.quote = match.review.quote;
    gone.review = match;
    all.push_back(std::move(gone));
  }
  for (const FactPlace place : all_facts(plan)) {
    FactToJudge fact{fact_id(place, reviewed.id), name,
                     evidence_of(plan, place),    fact_json(plan, place),
                     fact_values(plan, place),    std::nullopt};
    const auto at = decided.find(place);
    if (at != decided.end()) fact.review = *at->second;
    all.push_back(std::move(fact));
  }
  return all;
}

Result<ReviewedPlan> ReviewDesk::load(const DocumentToReview& document) {
  auto plan = store_->load_plan(document.id);
  if (!plan) return Failure(plan.error());
  const auto reviews = store_->reviews().of_document(plan->source.sha256);
  if (!reviews) return Failure(reviews.error());
  auto matches = match_reviews(*plan, *reviews);
  return ReviewedPlan{document.id, document.path, std::move(*plan),
                      std::move(matches)};
}

Result<ReviewedPlan*> ReviewDesk::find(const std::string& code_or_id) {
  const auto known = plans_.find(code_or_id);
  if (known != plans_.end()) return &known->second;
  const auto found = store_->find_documents(code_or_id);
  if (!found) return Failure(found.error());
  if (found->empty()) return wrong("no plan '" + code_or_id + "' is there");
  std::string others;
  for (const DocumentSummary& document : *found) {
    if (document.plan_key.empty() ||
        document.plan_key != found->front().plan_key)
      others += "  " + document_line(document);
  }
  if (found->size() > 1 && !others.empty()) {
    return wrong("'" + code_or_id +
                 "' may be several plans; give one of them by #id:\n  " +
                 document_line(found->front()) + others);
  }
  auto loaded = load({found->front().id, found->front().source_path});
  if (!loaded) return Failure(loaded.error());
  return &plans_.emplace(code_or_id, std::move(*loaded)).first->second;
}

Result<void> ReviewDesk::decide(const DecisionLine& line) {
  if (line.decision.reviewer.empty())
    return wrong("who decides? Give a name with --by");
  const bool is_fact = !line.id.empty();
  if (is_fact != is_of_facts(line.decision.verdict)) {
    return wrong(is_fact ? "a fact is accept, wrong or correct"
                         : "a cell is justified or link-wrong");
  }
  return is_fact ? decide_fact(line) : decide_cell(line);
}

Result<void> ReviewDesk::decide_fact(const DecisionLine& line) {
  const std::size_t at = line.id.find('@');
  const auto place = fact_named(line.id.substr(0, at));
  if (!place || at == std::string::npos) {
    return wrong("'" + line.id +
                 "' names no fact; ids are such as o12@#3, as 'kehoach review' "
                 "lists them");
  }
  auto found = find(line.id.substr(at + 1));
  if (!found) return Failure(found.error());
  ReviewedPlan& reviewed = **found;
  const auto facts = all_facts(reviewed.plan);
  if (std::find(facts.begin(), facts.end(), *place) == facts.end())
    return wrong("there is no " + line.id);
  const Evidence evidence = evidence_of(reviewed.plan, *place);
  Review review{0,
                line.decision,
                place->kind,
                reviewed.plan.source.sha256,
                evidence.quote,
                evidence.span.begin,
                fact_values(reviewed.plan, *place),
                line.value};
  if (auto fits = check_value(review, reviewed.plan, *place); !fits)
    return fits;
  const auto before = std::find_if(
      reviewed.reviews.begin(), reviewed.reviews.end(),
      [&](const FactReview& match) { return match.fact == place; });
  if (before != reviewed.reviews.end()) review.id = before->review.id;
  const auto id = store_->reviews().save(review);
  if (!id) return Failure(id.error());
  review.id = *id;
  FactReview match{std::move(review), ReviewState::current, place};
  if (before != reviewed.reviews.end()) {
    *before = std::move(match);
  } else {
    reviewed.reviews.push_back(std::move(match));
  }
  return {};
}

Result<void> ReviewDesk::decide_cell(const DecisionLine& line) {
  if (rules_->audit().file.empty())
    return wrong("the rules have no audit.toml; copy it from rules/");
  const auto parent = find(line.parent);
  if (!parent) return Failure(parent.error());
  const auto child = find(line.child);
  if (!child) return Failure(child.error());
  const Audit audit =
      Auditor((*parent)->plan, rules_->audit()).audit((*child)->plan);
  const auto item = std::find_if(
      audit.items.begin(), audit.items.end(),
      [&](const AuditItem& i) { return i.parent.id == line.obligation; });
  if (item == audit.items.end()) {
    return wrong(line.parent + " has no obligation '" + line.obligation +
                 "'; ids are such as o12, as 'kehoach audit --format json' "
                 "prints them");
  }
  const bool is_gap = line.decision.verdict == ReviewVerdict::justified;
  if (is_gap && line.decision.note.empty())
    return wrong("why is the gap justified? Say it with --note");
  auto quotes = lines_of(*item, line);
  if (!quotes) return Failure(quotes.error());
  CellReview review{0,
                    line.decision,
                    (*parent)->plan.source.sha256,
                    (*child)->plan.source.sha256,
                    item->parent.quote,
                    std::move(*quotes)};
  const auto before =
      store_->reviews().of_pair(review.parent_sha256, review.child_sha256);
  if (!before) return Failure(before.error());
  review.id = earlier(*before, review);
  const auto id = store_->reviews().save(review);
  if (!id) return Failure(id.error());
  return {};
}

}  // namespace kehoach
