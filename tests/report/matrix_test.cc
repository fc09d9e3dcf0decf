#include "report/matrix.h"

#include <gtest/gtest.h>

#include "report/sample_audits.h"

namespace kehoach {
namespace {

TEST(Matrices, PutChildrenOfOneParentSideBySide) {
  const std::vector<Audit> audits = {sample_audit(), second_audit()};
  const auto all = matrices(audits, false);
  ASSERT_EQ(all.size(), 1U);
  ASSERT_EQ(all[0].children.size(), 2U);
  ASSERT_EQ(all[0].rows.size(), 3U);
  EXPECT_EQ(all[0].rows[0].worst(), Coverage::covered);
  EXPECT_EQ(all[0].rows[0].findings(), 1U);
  EXPECT_EQ(all[0].rows[1].worst(), Coverage::partial);
  EXPECT_EQ(all[0].rows[1].count(Coverage::covered), 1U);
  // The second audit knows nothing of the third obligation: that is no gap.
  EXPECT_EQ(all[0].rows[2].cells[1], nullptr);
  EXPECT_EQ(all[0].rows[2].count(Coverage::missing), 1U);
}

TEST(Matrices, KeepGapsAndTheirNumbers) {
  const std::vector<Audit> audits = {sample_audit(), second_audit()};
  const auto all = matrices(audits, true);
  ASSERT_EQ(all[0].rows.size(), 2U);
  EXPECT_EQ(all[0].rows[0].number, 2U);
  EXPECT_EQ(all[0].rows[1].number, 3U);
}

// What people say may open a row, and closes none: the reason is to be seen.
TEST(Matrices, KeepWhatPeopleSayIsAGap) {
  std::vector<Audit> audits = {sample_audit()};
  AuditReview review;
  review.decision.verdict = ReviewVerdict::link_wrong;
  review.child_quote = audits[0].items[0].links[0].child.quote;
  audits[0].items[0].review = {review};
  review.decision.verdict = ReviewVerdict::justified;
  audits[0].items[1].review = {review};
  EXPECT_EQ(matrices(audits, true)[0].rows.size(), 3U);
  audits[0].items[0].review[0].state = ReviewState::suspect;
  EXPECT_EQ(matrices(audits, true)[0].rows.size(), 2U);
}

AuditReview said(ReviewVerdict verdict,
                 std::optional<Coverage> status = std::nullopt) {
  AuditReview review;
  review.decision.verdict = verdict;
  if (status) review.value = CoverageVerdict{*status, {}};
  if (verdict == ReviewVerdict::link_wrong)
    review.child_quote = sample_audit().items[0].links[0].child.quote;
  return review;
}

TEST(Matrices, HaveOpenRowsWhereSomebodyHasToAct) {
  constexpr auto kCovered = Coverage::covered;
  constexpr auto kPartial = Coverage::partial;
  constexpr auto kMissing = Coverage::missing;
  struct Case {
    const char* name;
    Coverage found;
    std::vector<AuditReview> reviews;
    std::optional<Coverage> open;
  };
  const AuditReview reason = said(ReviewVerdict::justified);
  const Case cases[] = {
      {"as found", kPartial, {}, kPartial},
      {"corrected to be covered",
       kMissing,
       {said(ReviewVerdict::correct, kCovered)},
       std::nullopt},
      {"corrected to be a gap",
       kCovered,
       {said(ReviewVerdict::correct, kPartial)},
       kPartial},
      {"justified", kMissing, {reason}, std::nullopt},
      {"all its links rejected",
       kCovered,
       {said(ReviewVerdict::link_wrong)},
       kMissing},
  };
  for (const Case& c : cases) {
    Audit audit = sample_audit();
    audit.items.resize(1);
    audit.items[0].status = c.found;
    audit.items[0].review = c.reviews;
    MatrixRow row;
    row.cells = {&audit.items[0], nullptr};
    EXPECT_EQ(row.open(), c.open) << c.name;
    EXPECT_EQ(row.is_judged(), !c.reviews.empty()) << c.name;
  }
}

TEST(Matrices, CountTheSameAuditOnce) {
  const std::vector<Audit> audits = {sample_audit(), sample_audit()};
  EXPECT_EQ(matrices(audits, false)[0].children.size(), 1U);
  EXPECT_TRUE(matrices({}, false).empty());
}

struct ParentCase {
  const char* name;
  AuditedPlan a, b;
  bool same;
};

const ParentCase kParents[] = {
    {"one plan in two files",
     {"a.pdf", "1/KH-UBND", "UBND tỉnh A", "2024-01-02", ""},
     {"a.docx", "1/KH-UBND", "UBND tỉnh A", "2024-01-02", ""},
     true},
    {"the number of another province",
     {"a.pdf", "1/KH-UBND", "UBND tỉnh A", "2024-01-02", ""},
     {"b.pdf", "1/KH-UBND", "UBND tỉnh B", "2024-01-02", ""},
     false},
    {"the number of another year",
     {"a.pdf", "1/KH-UBND", "UBND tỉnh A", "2024-01-02", ""},
     {"a.pdf", "1/KH-UBND", "UBND tỉnh A", "2025-01-02", ""},
     false},
    {"no number, one file",
     {"a.pdf", {}, {}, {}, ""},
     {"a.pdf", {}, {}, {}, ""},
     true},
    {"no number, two files",
     {"a.pdf", {}, {}, {}, ""},
     {"b.pdf", {}, {}, {}, ""},
     false},
    {"a number against none",
     {"a.pdf", "1/KH-UBND", {}, {}, ""},
     {"a.pdf", {}, {}, {}, ""},
     false},
};

TEST(Matrices, KnowAParentAgain) {
  for (const ParentCase& c : kParents) {
    std::vector<Audit> audits = {sample_audit(), second_audit()};
    audits[0].parent = c.a;
    audits[1].parent = c.b;
    EXPECT_EQ(matrices(audits, false).size(), c.same ? 1U : 2U) << c.name;
  }
}

TEST(Findings, AreOneGroupWhereSeveralNumbersAreGone) {
  const Finding gone = {FindingKind::dropped_target, "95%", "", ""};
  const Finding old = {FindingKind::outdated_parent, "", "số 12", ""};
  EXPECT_EQ(grouped({gone, old}).single.size(), 2U);
  EXPECT_TRUE(grouped({gone, old}).dropped.empty());
  const std::vector<Finding> three = {gone, old, gone};
  EXPECT_EQ(grouped(three).single, std::vector<const Finding*>{&three[1]});
  EXPECT_EQ(grouped(three).dropped.size(), 2U);
  EXPECT_TRUE(grouped({}).single.empty());
}

}  // namespace
}  // namespace kehoach
