#include <gtest/gtest.h>

#include "review/facts.h"
#include "review/review.h"

namespace kehoach {

void PrintTo(ReviewState state, std::ostream* out) { *out << name_of(state); }

namespace {

// What a person says of the only fact of a plan.
Review review_of(const Fact& fact,
                 ReviewVerdict verdict = ReviewVerdict::accept,
                 const char* correction = "") {
  Review review;
  review.decision.verdict = verdict;
  review.quote = fact.quote;
  review.begin = fact.begin;
  review.reading = fact_values(plan_of({fact}), {KindOfFact::obligation, 0});
  review.correction = correction;
  return review;
}

struct MatchCase {
  const char* name;
  Review review;
  std::vector<Fact> now;
  ReviewState state = ReviewState::orphan;
  int fact = -1;
};

constexpr const char* kQuote = "Quét dọn chợ Mới trước ngày 10/12.";
constexpr const char* kToNobody = R"({"lead":["Sở Y tế"]})";

const MatchCase kCases[] = {
    // Nothing changed, or nothing that a person judged.
    {"the same",
     review_of({5, kQuote}),
     {{5, kQuote}},
     ReviewState::current,
     0},
    {"moved",
     review_of({5, kQuote}),
     {{1, "Trồng cây."}, {95, kQuote}},
     ReviewState::current,
     1},
    {"accents and marks",
     review_of({5, kQuote}),
     {{5, "Quét dọn chợ mới, trước ngày 10/12"}},
     ReviewState::current,
     0},
    {"a wrong one that is still read",
     review_of({5, kQuote}, ReviewVerdict::wrong),
     {{5, kQuote}},
     ReviewState::current,
     0},
    {"now read as it was corrected",
     review_of({5, kQuote}, ReviewVerdict::correct, kToNobody),
     {{5, kQuote, "Sở Y tế"}},
     ReviewState::current,
     0},

    // Read in another way than the person saw.
    {"another lead",
     review_of({5, kQuote}),
     {{5, kQuote, "Công an"}},
     ReviewState::suspect,
     0},
    {"neither as it was nor as it was corrected",
     review_of({5, kQuote}, ReviewVerdict::correct, kToNobody),
     {{5, kQuote, "Công an"}},
     ReviewState::suspect,
     0},
    {"a wrong one that is read otherwise",
     review_of({5, kQuote}, ReviewVerdict::wrong),
     {{5, kQuote, "Công an"}},
     ReviewState::suspect,
     0},

    // Other words.
    {"another day",
     review_of({5, kQuote}),
     {{5, "Quét dọn chợ Mới trước ngày 20/12."}},
     ReviewState::suspect,
     0},
    {"the more alike",
     review_of({5, kQuote}),
     {{5, "Quét dọn chợ Cũ và bến xe."},
      {60, "Quét dọn chợ Mới trước ngày 20/12."}},
     ReviewState::suspect,
     1},

    // Nothing is like it.
    {"gone", review_of({5, kQuote}), {}, ReviewState::orphan, -1},
    {"something else in its place",
     review_of({5, kQuote}),
     {{5, "Tuyên truyền cho học sinh."}},
     ReviewState::orphan,
     -1},
};

TEST(MatchReviews, TellsWhatStillHolds) {
  for (const MatchCase& c : kCases) {
    const auto found = match_reviews(plan_of(c.now), {c.review});
    ASSERT_EQ(found.size(), 1U) << c.name;
    EXPECT_EQ(found[0].state, c.state) << c.name;
    std::optional<FactPlace> fact;
    if (c.fact >= 0)
      fact =
          FactPlace{KindOfFact::obligation, static_cast<std::size_t>(c.fact)};
    EXPECT_EQ(found[0].fact, fact) << c.name;
  }
}

// Of facts with equal words each keeps its own decision, also when one is gone.
TEST(MatchReviews, TakesTheNearestOfEqualWords) {
  const std::vector<Review> reviews = {review_of({10, kQuote}),
                                       review_of({500, kQuote})};
  const auto both =
      match_reviews(plan_of({{12, kQuote}, {510, kQuote}}), reviews);
  EXPECT_EQ(both[0].fact->index, 0U);
  EXPECT_EQ(both[1].fact->index, 1U);
  const auto one = match_reviews(plan_of({{505, kQuote}}), reviews);
  EXPECT_EQ(one[0].state, ReviewState::orphan);
  EXPECT_EQ(one[1].state, ReviewState::current);
}

TEST(MatchReviews, KeepsKindsApart) {
  Review review = review_of({5, kQuote});
  review.kind = KindOfFact::deadline;
  const auto found = match_reviews(plan_of({{5, kQuote}}), {review});
  EXPECT_EQ(found[0].state, ReviewState::orphan);
}

// A plan has one identity: with another title it is suspect and not gone.
TEST(MatchReviews, FindsTheDocumentWhateverItsTitle) {
  Plan plan;
  plan.document.title = "Giữ sạch dòng suối";
  Review review;
  review.kind = KindOfFact::document;
  review.quote = plan.document.title;
  review.reading = fact_values(plan, {});
  EXPECT_EQ(match_reviews(plan, {review})[0].state, ReviewState::current);
  plan.document.title = "Trồng rừng";
  const auto found = match_reviews(plan, {review});
  EXPECT_EQ(found[0].state, ReviewState::suspect);
  EXPECT_EQ(found[0].fact, FactPlace{});
}

TEST(WordLikeness, IsTheShareOfCommonWords) {
  EXPECT_DOUBLE_EQ(word_likeness("Quét dọn", "quet don!"), 1);
  EXPECT_DOUBLE_EQ(word_likeness("quét chợ", "quét bến"), 0.5);
  EXPECT_DOUBLE_EQ(word_likeness("quét chợ", "trồng cây"), 0);
}

}  // namespace
}  // namespace kehoach
