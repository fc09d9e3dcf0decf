// Stage 4, beside the others: what people decided, laid over what is read now.
//
// Pure functions. Nothing that was read is changed in place: what comes out is
// a list of matches, a marked audit, or a new plan.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/audit.h"
#include "model/plan.h"
#include "model/review.h"

namespace kehoach {

// How like two texts are, from 0 to 1: the share of words that both have
// (Dice), without accents, case or marks.
[[nodiscard]] double word_likeness(std::string_view a, std::string_view b);
// From here on the one is taken for a changed form of the other.
inline constexpr double kChangedText = 0.5;

// A decision, and the fact that it is about.
struct FactReview {
  Review review;
  ReviewState state = ReviewState::orphan;
  std::optional<FactPlace> fact;  // nothing for an orphan
  friend bool operator==(const FactReview&, const FactReview&) = default;
};

// Leads decisions to the facts of `plan`, in the order of `reviews`.
//
// A fact answers to one decision. Equal words come first, of several the
// nearest place, there the values that were judged; then, among what is left,
// the words that are most alike, and these are suspect. Accents and marks make
// no other words; other values do: a fact that is read differently is suspect,
// save where it is now read as it was corrected.
[[nodiscard]] std::vector<FactReview> match_reviews(
    const Plan& plan, const std::vector<Review>& reviews);

// What of `coming`, decisions about one document, is kept beside those that are
// `known`: of two about one thing the later. One that takes the place of a
// known one has its id. `plan` is the document as it is read here; null where
// it is not here.
//
// Two are about one thing where the words, their place and the values are the
// same, or where they lead to one fact and the coming one judged the very words
// of that. One that is merely like them may be about another fact, and stands
// beside.
[[nodiscard]] std::vector<Review> newer_reviews(
    const Plan* plan, const std::vector<Review>& known,
    const std::vector<Review>& coming);

// The plan as people say that it is: corrections made, wrong facts left out.
// Nothing where a fact has no decision that is current. An orphan about the
// same bytes counts no more than one about others: nobody can place it.
[[nodiscard]] std::optional<Plan> gold_of(
    const Plan& plan, const std::vector<FactReview>& reviews);

// The row of an audit, and of a wrong link the link, by their places in
// `items` and `links`.
struct CellPlace {
  std::size_t item = 0;
  std::optional<std::size_t> link;
  friend bool operator==(const CellPlace&, const CellPlace&) = default;
};

// Leads decisions to the rows of `audit`, in the order of `reviews`; nothing
// where nothing is like them any more.
//
// A row answers to one decision that accepts or corrects, one that justifies,
// and one about each link. Equal words come first, of several rows the nearest
// place.
[[nodiscard]] std::vector<std::optional<CellPlace>> match_cells(
    const std::vector<CellReview>& reviews, const Audit& audit);

// Marks the rows of `audit`, and changes nothing that was found. Gives the
// decisions that nothing is like any more.
//
// A decision is suspect when the parent's words changed, or when the lines of
// the child that stood beside it did, of a wrong link that line. One that
// accepts or corrects a status is suspect too when another status is found now,
// save the corrected one; a justified gap is not, whatever part of it is there.
std::vector<CellReview> apply_reviews(const std::vector<CellReview>& reviews,
                                      Audit& audit);

// Which of `reviews` a decision that is made `now` takes the place of, also
// where the words changed since; nothing where there is none.
[[nodiscard]] std::optional<std::size_t> earlier_cell(
    const std::vector<CellReview>& reviews, const CellReview& now,
    const Audit& audit);
// As `newer_reviews`, of decisions about the cells of one pair. Equal words in
// two places are two rows, unless `parent` has them once; null where it is not
// here.
[[nodiscard]] std::vector<CellReview> newer_cells(
    const Plan* parent, std::vector<CellReview> known,
    const std::vector<CellReview>& coming);

// Whether `item` has such a decision, and it is current.
[[nodiscard]] bool has_verdict(const AuditItem& item, ReviewVerdict verdict);
// Whether people say that `item` does not have this link.
[[nodiscard]] bool is_rejected(const AuditItem& item, const AuditLink& link);
// What people corrected a row to; null where nobody did.
[[nodiscard]] const CoverageVerdict* correction(const AuditItem& item);
// What a row is as people say: as they corrected it, and missing where they
// rejected all its links; else as it was found. What is suspect counts for
// nothing.
[[nodiscard]] Coverage judged_status(const AuditItem& item);
// The reason why a row that is a gap, as people say, is in order; null where
// it is no gap or nobody gave one.
[[nodiscard]] const AuditReview* justification(const AuditItem& item);
// Whether it is a gap, as people say, that they justified.
[[nodiscard]] bool is_settled(const AuditItem& item);
// Whether a row asks for somebody to act: a gap, as it was found or corrected,
// that nobody justified; also where all its links were rejected. What is
// suspect counts for nothing.
[[nodiscard]] bool is_open(const AuditItem& item);

// A row of a gold alignment.
struct GoldCell {
  std::string parent;  // its quote
  CoverageVerdict value;
  std::string why;  // what people noted
  friend bool operator==(const GoldCell&, const GoldCell&) = default;
};
// The rows as people say that they are: links that were rejected left out,
// corrections made. Nothing where a row was neither accepted, corrected nor
// justified, or is suspect.
[[nodiscard]] std::optional<std::vector<GoldCell>> gold_of(const Audit& audit);

}  // namespace kehoach
