// What people say of a row, once it is marked.
#include "review/rows.h"

#include <gtest/gtest.h>

namespace kehoach {
namespace {

AuditReview verdict(ReviewVerdict verdict,
                    ReviewState state = ReviewState::current,
                    std::optional<CoverageVerdict> value = std::nullopt) {
  AuditReview review;
  review.decision.verdict = verdict;
  review.state = state;
  if (verdict == ReviewVerdict::link_wrong) review.child_quote = kLine;
  review.value = std::move(value);
  return review;
}

struct JudgedCase {
  const char* name;
  Coverage status;  // as it was found
  std::vector<AuditReview> reviews;
  Coverage judged;
  bool settled;
  bool open;
};
const AuditReview kReason = verdict(ReviewVerdict::justified);
AuditReview corrected(Coverage status) {
  return verdict(ReviewVerdict::correct, ReviewState::current,
                 CoverageVerdict{status, {}});
}
constexpr auto kCovered = Coverage::covered;
constexpr auto kPartial = Coverage::partial;
constexpr auto kMissing = Coverage::missing;

const JudgedCase kJudged[] = {
    {"a gap", kPartial, {}, kPartial, false, true},
    {"covered", kCovered, {}, kCovered, false, false},
    {"justified", kMissing, {kReason}, kMissing, true, false},
    {"justified, but changed since",
     kMissing,
     {verdict(ReviewVerdict::justified, ReviewState::suspect)},
     kMissing,
     false,
     true},
    {"covered, whatever reason was given",
     kCovered,
     {kReason},
     kCovered,
     false,
     false},
    {"a gap that is one",
     kMissing,
     {verdict(ReviewVerdict::accept)},
     kMissing,
     false,
     true},
    {"a gap that is none",
     kMissing,
     {corrected(kCovered)},
     kCovered,
     false,
     false},
    {"a gap that is none, so that it needs no reason",
     kMissing,
     {corrected(kCovered), kReason},
     kCovered,
     false,
     false},
    {"covered in part after all",
     kCovered,
     {corrected(kPartial)},
     kPartial,
     false,
     true},
    {"and justified",
     kCovered,
     {corrected(kPartial), kReason},
     kPartial,
     true,
     false},
    {"corrected, but changed since",
     kMissing,
     {verdict(ReviewVerdict::correct, ReviewState::suspect,
              CoverageVerdict{kCovered, {}})},
     kMissing,
     false,
     true},
    {"covered by a line that does not",
     kCovered,
     {verdict(ReviewVerdict::link_wrong)},
     kMissing,
     false,
     true},
    {"and with a reason",
     kCovered,
     {verdict(ReviewVerdict::link_wrong), kReason},
     kMissing,
     true,
     false},
    {"covered by a line that changed",
     kCovered,
     {verdict(ReviewVerdict::link_wrong, ReviewState::suspect)},
     kCovered,
     false,
     false},
};

TEST(Rows, AreWhatPeopleSay) {
  for (const JudgedCase& c : kJudged) {
    AuditItem item = audit_with(kParent, {kLine}).items[0];
    item.status = c.status;
    item.review = c.reviews;
    EXPECT_EQ(judged_status(item), c.judged) << c.name;
    EXPECT_EQ(is_settled(item), c.settled) << c.name;
    EXPECT_EQ(justification(item) != nullptr, c.settled) << c.name;
    EXPECT_EQ(is_open(item), c.open) << c.name;
  }
}

// Rows as people say that they are, and only where they said it of all.
TEST(CoverageGold, IsWhatPeopleSay) {
  Audit audit = audit_with(kParent, {kLine, "Trồng cây."});
  AuditItem& item = audit.items[0];
  item.status = Coverage::partial;
  EXPECT_FALSE(gold_of(audit));
  item.review = {verdict(ReviewVerdict::link_wrong)};
  EXPECT_FALSE(gold_of(audit));
  item.review.push_back(verdict(ReviewVerdict::accept, ReviewState::suspect));
  EXPECT_FALSE(gold_of(audit));
  item.review[1].state = ReviewState::current;
  item.review[1].decision.note = "Một chợ.";
  EXPECT_EQ(gold_of(audit),
            (std::vector<GoldCell>{
                {kParent, {Coverage::partial, {"Trồng cây."}}, "Một chợ."}}));
  item.review[1] = verdict(ReviewVerdict::correct, ReviewState::current,
                           CoverageVerdict{Coverage::covered, {kLine}});
  EXPECT_EQ(
      gold_of(audit),
      (std::vector<GoldCell>{{kParent, {Coverage::covered, {kLine}}, ""}}));
  item.review[1] = verdict(ReviewVerdict::justified);
  item.status = Coverage::missing;
  EXPECT_EQ(gold_of(audit),
            (std::vector<GoldCell>{{kParent, {Coverage::missing, {}}, ""}}));
}

}  // namespace
}  // namespace kehoach
