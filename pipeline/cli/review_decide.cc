// The desk's other half: decisions that come in.

#include <algorithm>

#include "cli/review_desk.h"
#include "text/text.h"

namespace kehoach {
namespace {

// The lines of the child that the decision is about.
Result<std::vector<std::string>> lines_of(const AuditItem& item,
                                          const DecisionLine& line) {
  const bool of_all = line.decision.verdict != ReviewVerdict::link_wrong;
  if (of_all && !line.link.empty())
    return invalid("a link goes with 'link-wrong' alone");
  std::vector<std::string> quotes;
  for (const AuditLink& link : item.links) {
    if (of_all || line.link == link.child.id ||
        (line.link.empty() && item.links.size() == 1))
      quotes.push_back(link.child.quote);
  }
  if (of_all || quotes.size() == 1) return quotes;
  return invalid(line.link.empty()
                     ? line.obligation + " has " +
                           std::to_string(item.links.size()) +
                           " links; name one with --link"
                     : line.obligation + " has no link to " + line.link);
}

// What is right of a row: its links are ids in the line and quotes in what is
// kept.
Result<std::optional<CoverageVerdict>> value_of(const DecisionLine& line,
                                                const Plan& child) {
  const bool corrects = line.decision.verdict == ReviewVerdict::correct;
  if (corrects == line.value.empty()) {
    return invalid(corrects ? "what is right? Give --status"
                            : "a status goes with 'correct' alone");
  }
  if (!corrects) return std::optional<CoverageVerdict>();
  auto value = coverage_verdict_from_json(line.value);
  if (!value) return Failure(value.error());
  for (std::string& link : value->links) {
    const auto at =
        std::find_if(child.obligations.begin(), child.obligations.end(),
                     [&](const Obligation& o) { return o.id == link; });
    if (at == child.obligations.end())
      return invalid(line.child + " has no obligation '" + link + "'");
    link = at->evidence.quote;
  }
  return std::optional<CoverageVerdict>(std::move(*value));
}

Result<void> check_cell(const DecisionLine& line, AuditItem item) {
  if (line.decision.verdict != ReviewVerdict::justified) return {};
  if (line.decision.note.empty())
    return invalid("why is the gap justified? Say it with --note");
  const auto justifies = [](const AuditReview& review) {
    return review.decision.verdict == ReviewVerdict::justified;
  };
  item.review.erase(
      std::remove_if(item.review.begin(), item.review.end(), justifies),
      item.review.end());
  if (is_open(item)) return {};
  return invalid(line.obligation + " is covered; there is no gap to justify");
}

Result<CellReview> cell_of(const DecisionLine& line, const AuditItem& item,
                           const Plan& parent, const Plan& child) {
  if (auto fits = check_cell(line, item); !fits) return Failure(fits.error());
  auto quotes = lines_of(item, line);
  if (!quotes) return Failure(quotes.error());
  auto value = value_of(line, child);
  if (!value) return Failure(value.error());
  return CellReview{0,
                    line.decision,
                    {parent.source.sha256, ""},
                    {child.source.sha256, ""},
                    item.parent.quote,
                    item.status,
                    std::move(*quotes),
                    std::move(*value),
                    item.parent.span.begin};
}

// A correction has a value that fits the fact; nothing else has one.
Result<void> check_value(const Review& review, const Plan& plan,
                         FactPlace place) {
  const std::string& value = review.correction;
  if ((review.decision.verdict == ReviewVerdict::correct) == value.empty()) {
    return invalid(value.empty()
                       ? "what is right? Give --value, --lead or --support"
                       : "a value goes with 'correct' alone");
  }
  if (value.empty()) return {};
  const auto known = corrected_values(review.kind, review.reading, value);
  if (!known) return Failure(known.error());
  Plan copy = plan;
  return correct_fact(copy, place, value);
}

bool has_fact(const Plan& plan, FactPlace place) {
  const auto facts = all_facts(plan);
  return std::find(facts.begin(), facts.end(), place) != facts.end();
}

}  // namespace

Result<void> ReviewDesk::decide(const DecisionLine& line) {
  if (trim(line.decision.reviewer).empty())
    return invalid("who decides? Give a name with --by");
  if (!line.id.empty()) {
    if (is_of_facts(line.decision.verdict)) return decide_fact(line);
    return invalid("a fact is accept, wrong or correct");
  }
  if (line.parent.empty() || line.child.empty() || line.obligation.empty())
    return invalid(
        "it names neither a fact (id) nor a parent, child, obligation");
  if (is_of_cells(line.decision.verdict)) return decide_cell(line);
  return invalid("a cell is accept, correct, justified or link-wrong");
}

Result<void> ReviewDesk::decide_fact(const DecisionLine& line) {
  const std::size_t at = line.id.find('@');
  const auto place = fact_named(line.id.substr(0, at));
  if (!place || at == std::string::npos) {
    return invalid(
        "'" + line.id +
        "' names no fact; ids are such as o12@#3, as 'kehoach review "
        "list' prints them");
  }
  auto found = find(line.id.substr(at + 1));
  if (!found) return Failure(found.error());
  ReviewedPlan& reviewed = **found;
  if (!has_fact(reviewed.plan, *place))
    return invalid("there is no " + line.id);
  const Evidence evidence = evidence_of(reviewed.plan, *place);
  Review review{0,
                line.decision,
                place->kind,
                {reviewed.plan.source.sha256, ""},
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
  const auto found = pair(line.parent, line.child);
  if (!found) return Failure(found.error());
  ReviewedPair& reviewed = **found;
  const auto item = std::find_if(
      reviewed.audit.items.begin(), reviewed.audit.items.end(),
      [&](const AuditItem& i) { return i.parent.id == line.obligation; });
  if (item == reviewed.audit.items.end()) {
    return invalid(line.parent + " has no obligation '" + line.obligation +
                   "'; ids are such as o12, as 'kehoach review list " +
                   line.parent + " " + line.child + "' prints them");
  }
  const auto parent = find(line.parent);
  if (!parent) return Failure(parent.error());
  const auto child = find(line.child);
  if (!child) return Failure(child.error());
  auto made = cell_of(line, *item, (*parent)->plan, (*child)->plan);
  if (!made) return Failure(made.error());
  CellReview& review = *made;
  const auto before = earlier_cell(reviewed.reviews, review, reviewed.audit);
  if (before) review.id = reviewed.reviews[*before].id;
  const auto id = store_->reviews().save(review);
  if (!id) return Failure(id.error());
  review.id = *id;
  if (before) {
    reviewed.reviews[*before] = std::move(review);
  } else {
    reviewed.reviews.push_back(std::move(review));
  }
  for (AuditItem& each : reviewed.audit.items) each.review.clear();
  reviewed.orphans = apply_reviews(reviewed.reviews, reviewed.audit);
  return {};
}

Result<std::size_t> ReviewDesk::keep(const std::vector<Review>& reviews) {
  std::map<ReviewedDocument, std::vector<Review>> by_document;
  for (const Review& review : reviews)
    by_document[review.document].push_back(review);
  std::size_t kept = 0;
  for (const auto& [document, some] : by_document) {
    auto saved = keep_facts(some);
    if (!saved) return saved;
    kept += *saved;
  }
  return kept;
}

Result<ReviewDesk::Here> ReviewDesk::here(const ReviewedDocument& document) {
  const auto found = store_->reviews().find(document);
  if (!found) return Failure(found.error());
  if (found->id == 0) return Here{document.sha256, std::nullopt};
  auto plan = store_->load_plan(found->id);
  if (!plan) return Failure(plan.error());
  return Here{found->sha256, std::move(*plan)};
}

Result<std::size_t> ReviewDesk::keep_facts(const std::vector<Review>& reviews) {
  const auto document = here(reviews.front().document);
  if (!document) return Failure(document.error());
  const auto known = store_->reviews().of_document(document->sha256);
  if (!known) return Failure(known.error());
  const auto newer = newer_reviews(document->plan ? &*document->plan : nullptr,
                                   *known, reviews);
  for (const Review& review : newer) {
    const auto id = store_->reviews().save(review);
    if (!id) return Failure(id.error());
  }
  return newer.size();
}

Result<std::size_t> ReviewDesk::keep(const std::vector<CellReview>& reviews) {
  std::map<std::pair<ReviewedDocument, ReviewedDocument>,
           std::vector<CellReview>>
      by_pair;
  for (const CellReview& review : reviews)
    by_pair[{review.parent, review.child}].push_back(review);
  std::size_t kept = 0;
  for (const auto& [pair, some] : by_pair) {
    auto saved = keep_cells(some);
    if (!saved) return saved;
    kept += *saved;
  }
  return kept;
}

Result<std::size_t> ReviewDesk::keep_cells(
    const std::vector<CellReview>& reviews) {
  const auto parent = here(reviews.front().parent);
  if (!parent) return Failure(parent.error());
  const auto child = here(reviews.front().child);
  if (!child) return Failure(child.error());
  auto known = store_->reviews().of_pair(parent->sha256, child->sha256);
  if (!known) return Failure(known.error());
  const auto newer = newer_cells(parent->plan ? &*parent->plan : nullptr,
                                 std::move(*known), reviews);
  for (const CellReview& review : newer) {
    const auto id = store_->reviews().save(review);
    if (!id) return Failure(id.error());
  }
  return newer.size();
}

}  // namespace kehoach
