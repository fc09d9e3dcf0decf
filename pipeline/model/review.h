// What people decided about facts that were read and about cells of audits.
//
// A decision stands beside what was read and never over it. It keeps the words
// and the values that the person saw, so that it can be told later whether they
// still stand there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/audit.h"
#include "model/decision.h"
#include "model/plan.h"
#include "model/result.h"

namespace kehoach {

// ---- which fact -------------------------------------------------------------

enum class KindOfFact : std::uint8_t {
  document,  // number, issuer, date, ... of the plan itself
  reference,
  obligation,
  deadline,
  target,
};
inline constexpr std::size_t kKindsOfFact = 5;
[[nodiscard]] std::string_view name_of(KindOfFact kind);
[[nodiscard]] std::optional<KindOfFact> kind_of_fact_named(
    std::string_view name);

// A fact of a plan, by its place in the list of its kind, from 0.
struct FactPlace {
  KindOfFact kind = KindOfFact::document;
  std::size_t index = 0;
  friend auto operator<=>(const FactPlace&, const FactPlace&) = default;
};
// `doc`, `r1`, `o12`, `d3`, `t5`
[[nodiscard]] std::string name_of(FactPlace place);
// Nothing for a name that is none.
[[nodiscard]] std::optional<FactPlace> fact_named(std::string_view name);
// All facts of `plan`: the document, then by kind.
[[nodiscard]] std::vector<FactPlace> all_facts(const Plan& plan);
// Where a fact stands; of the document, its title without a place.
[[nodiscard]] Evidence evidence_of(const Plan& plan, FactPlace place);

// The fact as kehoach.plan/1 prints it.
[[nodiscard]] std::string fact_json(const Plan& plan, FactPlace place);
// The same without its place (an item that is inserted above moves it), its
// rule and the ids of this reading: what a person judges and may correct.
[[nodiscard]] std::string fact_values(const Plan& plan, FactPlace place);
// `values` with the fields that `correction` has; null takes one away. They are
// printed as `fact_values` would print a fact that is read so: corrected words
// are no part of them. Error: no JSON object, a field that facts of this kind
// do not have, or a value of another type.
[[nodiscard]] Result<std::string> corrected_values(KindOfFact kind,
                                                   std::string_view values,
                                                   std::string_view correction);
// Gives the fact the values of `correction`. Error: a value of another type.
[[nodiscard]] Result<void> correct_fact(Plan& plan, FactPlace place,
                                        std::string_view correction);

// ---- decisions --------------------------------------------------------------

// The document that a decision is about.
struct ReviewedDocument {
  std::string sha256;
  std::string plan;  // Code, issuer and date, folded, as the store has them;
                     // empty where it knew too little.
  friend auto operator<=>(const ReviewedDocument&,
                          const ReviewedDocument&) = default;
};

// A decision about a fact.
struct Review {
  std::int64_t id = 0;  // in the database; 0 for a new one
  ReviewDecision decision;
  KindOfFact kind = KindOfFact::obligation;
  ReviewedDocument document;
  std::string quote;        // as it was read then
  std::uint32_t begin = 0;  // of its span
  std::string reading;      // fact_values of then
  std::string correction;   // the fields that change; empty for others
  friend bool operator==(const Review&, const Review&) = default;
};

// A decision about what a child makes of an obligation of its parent.
struct CellReview {
  std::int64_t id = 0;
  ReviewDecision decision;
  ReviewedDocument parent, child;
  std::string parent_quote;
  Coverage status = Coverage::missing;  // as it was found then
  // Of link_wrong the one link; of others all links of then, in order.
  std::vector<std::string> child_quotes;
  std::optional<CoverageVerdict> value;  // of correct
  // Of the parent's span; nothing where it was not kept.
  std::optional<std::uint32_t> begin = std::nullopt;
  friend bool operator==(const CellReview&, const CellReview&) = default;
};

// ---- decisions in bulk ------------------------------------------------------

// A decision as a person writes it, who knows ids. Of a fact `{"id": "o12@#3",
// "verdict": ...}`, of a cell `{"parent": CODE, "child": CODE, "obligation":
// "o3", "verdict": ...}`, with `link` (an id of the child) where a link is
// wrong. Both may have `value` (an object), `note`, `by` and `at`.
struct DecisionLine {
  std::string id;                         // of a fact; empty for a cell
  std::string parent, child, obligation;  // of a cell
  std::string link;
  std::string value;  // JSON; empty where there is none
  ReviewDecision decision;
  friend bool operator==(const DecisionLine&, const DecisionLine&) = default;
};

// `{"lead": [...], "support": [...]}` of the lists that are not empty; one
// empty name alone stands for nobody.
[[nodiscard]] std::string names_correction(
    const std::vector<std::string>& lead,
    const std::vector<std::string>& support);

// kehoach.review/1, on one line: a decision as it was kept. It knows its
// documents by their bytes and the fact by its words, so any database can take
// it. `about` says of what: a kind of fact, or `cell`.
//
//   {"schema":"kehoach.review/1","about":"obligation","document":{"sha256":...,
//    "plan":...},"quote":...,"begin":120,"reading":{...},"verdict":"correct",
//    "value":{"lead":["Sở Y tế"]},"note":"","by":"Trần Thị Bình","at":...}
//   {"schema":"kehoach.review/1","about":"cell","parent":{...},"child":{...},
//    "quote":...,"begin":120,"status":"missing","links":[],"verdict":"justified",...}
[[nodiscard]] std::string to_json(const Review& review);
[[nodiscard]] std::string to_json(const CellReview& review);

// A line of a file of decisions, of either form. Error: none of them, or a
// verdict that does not fit.
using AnyDecision = std::variant<DecisionLine, Review, CellReview>;
[[nodiscard]] Result<AnyDecision> decision_from_json(std::string_view line);

}  // namespace kehoach
