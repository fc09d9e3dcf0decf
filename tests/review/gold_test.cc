#include <gtest/gtest.h>

#include "review/review.h"

namespace kehoach {
namespace {

Plan sample() {
  Plan plan;
  plan.document.title = "Giữ sạch dòng suối";
  for (const char* quote : {"Quét dọn chợ.", "Trồng cây."}) {
    Obligation o;
    o.id = "o" + std::to_string(plan.obligations.size() + 1);
    o.evidence.quote = quote;
    plan.obligations.push_back(std::move(o));
  }
  Deadline d;
  d.evidence.quote = "trước ngày 10/12";
  d.obligation = "o2";
  plan.deadlines = {d};
  return plan;
}

std::vector<FactReview> all_right(const Plan& plan) {
  std::vector<FactReview> reviews;
  for (const FactPlace place : all_facts(plan)) {
    FactReview match;
    match.review.kind = place.kind;
    match.state = ReviewState::current;
    match.fact = place;
    reviews.push_back(std::move(match));
  }
  return reviews;
}

TEST(Gold, IsThePlanWhereAllIsRight) {
  const Plan plan = sample();
  const auto gold = gold_of(plan, all_right(plan));
  ASSERT_TRUE(gold);
  EXPECT_EQ(gold->obligations, plan.obligations);
  EXPECT_EQ(gold->deadlines, plan.deadlines);
}

TEST(Gold, WaitsForEveryFact) {
  const Plan plan = sample();
  for (std::size_t i = 0; i < all_right(plan).size(); ++i) {
    auto one_less = all_right(plan);
    one_less.erase(one_less.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_FALSE(gold_of(plan, one_less)) << i;
    auto one_suspect = all_right(plan);
    one_suspect[i].state = ReviewState::suspect;
    EXPECT_FALSE(gold_of(plan, one_suspect)) << i;
  }
}

// What hung on a fact that is wrong stays, and hangs on nothing.
TEST(Gold, CorrectsAndLeavesOut) {
  const Plan plan = sample();
  auto reviews = all_right(plan);
  reviews[1].review.decision.verdict = ReviewVerdict::correct;
  reviews[1].review.correction = R"({"lead":["Đội vệ sinh"]})";
  reviews[2].review.decision.verdict = ReviewVerdict::wrong;
  const auto gold = gold_of(plan, reviews);
  ASSERT_TRUE(gold);
  ASSERT_EQ(gold->obligations.size(), 1U);
  EXPECT_EQ(gold->obligations[0].lead,
            (std::vector<std::string>{"Đội vệ sinh"}));
  ASSERT_EQ(gold->deadlines.size(), 1U);
  EXPECT_EQ(gold->deadlines[0].obligation, std::nullopt);
}

TEST(Gold, IsNoneOfAPlanThatIsNone) {
  const Plan plan = sample();
  auto reviews = all_right(plan);
  reviews[0].review.decision.verdict = ReviewVerdict::wrong;
  EXPECT_FALSE(gold_of(plan, reviews));
}

}  // namespace
}  // namespace kehoach
