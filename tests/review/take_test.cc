// Decisions that come from elsewhere never take the place of one about another
// fact.
#include <gtest/gtest.h>

#include "review/facts.h"
#include "review/review.h"

namespace kehoach {
namespace {

Review said(std::int64_t id, const char* at, const Fact& fact) {
  Review review;
  review.id = id;
  review.decision.reviewed_at = at;
  review.quote = fact.quote;
  review.begin = fact.begin;
  review.reading = fact_values(plan_of({fact}), {KindOfFact::obligation, 0});
  return review;
}

constexpr const char* kMarket = "Quét dọn chợ Mới trước ngày 10/12.";
constexpr const char* kLaterMarket = "Quét dọn chợ Mới trước ngày 20/12.";
constexpr const char* kTrees = "Trồng cây ven đường.";

struct TakeCase {
  const char* name;
  std::vector<Fact> here;  // empty: the document is not here
  std::vector<Review> known, coming;
  // The ids of what is kept: 0 for one that stands beside the known ones.
  std::vector<std::int64_t> kept;
};

const TakeCase kTakes[] = {
    // One thing: the later stays.
    {"the first", {{5, kMarket}}, {}, {said(0, "2026", {5, kMarket})}, {0}},
    {"a later one",
     {{5, kMarket}},
     {said(7, "2025", {5, kMarket})},
     {said(0, "2026", {5, kMarket})},
     {7}},
    {"an earlier one",
     {{5, kMarket}},
     {said(7, "2026", {5, kMarket})},
     {said(0, "2025", {5, kMarket})},
     {}},
    {"the same once more",
     {{5, kMarket}},
     {said(7, "2026", {5, kMarket})},
     {said(0, "2026", {5, kMarket})},
     {}},
    {"of another reading of the words",
     {{5, kMarket}},
     {said(7, "2025", {9, kMarket, "Công an"})},
     {said(0, "2026", {5, kMarket})},
     {7}},
    {"judged again after the words changed",
     {{5, kLaterMarket}},
     {said(7, "2025", {5, kMarket})},
     {said(0, "2026", {5, kLaterMarket})},
     {7}},
    {"of two that come the later",
     {{5, kMarket}},
     {},
     {said(0, "2026", {5, kMarket}), said(0, "2025", {5, kMarket})},
     {0}},
    {"of a document that is not here",
     {},
     {said(7, "2025", {5, kMarket})},
     {said(0, "2026", {5, kMarket})},
     {7}},

    // Two things.
    {"words that are like those of a fact that was judged",
     {{5, kMarket}},
     {said(7, "2025", {5, kMarket})},
     {said(0, "2026", {90, kLaterMarket})},
     {0}},
    {"one of two facts of equal words",
     {{5, kMarket}, {90, kMarket}},
     {said(7, "2025", {5, kMarket}), said(8, "2025", {90, kMarket})},
     {said(0, "2026", {90, kMarket})},
     {8}},
    {"said twice of one of two facts of equal words",
     {{5, kMarket}, {90, kMarket}},
     {said(8, "2024", {90, kMarket})},
     {said(0, "2026", {5, kMarket}), said(0, "2025", {5, kMarket, "Công an"})},
     {0}},
    {"the second of two facts of the same place",
     {{5, kMarket, "Công an"}, {5, kMarket}},
     {said(7, "2025", {5, kMarket, "Công an"})},
     {said(0, "2026", {5, kMarket})},
     {0}},
    {"both of them, of a document that is not here",
     {},
     {},
     {said(0, "2025", {5, kMarket, "Công an"}), said(0, "2026", {5, kMarket})},
     {0, 0}},
    {"something else",
     {{5, kMarket}, {90, kTrees}},
     {said(7, "2025", {5, kMarket})},
     {said(0, "2026", {90, kTrees})},
     {0}},
};

TEST(NewerReviews, KeepOneDecisionOfAThing) {
  for (const TakeCase& c : kTakes) {
    const Plan plan = plan_of(c.here);
    const auto newer =
        newer_reviews(c.here.empty() ? nullptr : &plan, c.known, c.coming);
    std::vector<std::int64_t> ids;
    for (const Review& review : newer) ids.push_back(review.id);
    EXPECT_EQ(ids, c.kept) << c.name;
  }
}

TEST(NewerReviews, SayWhatTheLaterSaid) {
  const Plan plan = plan_of({{5, kMarket}});
  Review later = said(0, "2026", {5, kMarket});
  later.decision.verdict = ReviewVerdict::wrong;
  const auto newer =
      newer_reviews(&plan, {}, {said(0, "2025", {5, kMarket}), later});
  EXPECT_EQ(newer, std::vector<Review>{later});
}

}  // namespace
}  // namespace kehoach
