#include <gtest/gtest.h>

#include "review/review.h"

namespace kehoach {
namespace {

constexpr const char* kParent = "Tổ chức quét dọn các chợ của huyện.";
constexpr const char* kLine = "Quét dọn chợ Mới.";

Audit audit_with(const char* parent, const std::vector<const char*>& lines) {
  AuditItem item;
  item.parent.quote = parent;
  for (const char* line : lines) {
    AuditLink link;
    link.child.quote = line;
    item.links.push_back(std::move(link));
  }
  Audit audit;
  audit.items = {std::move(item)};
  return audit;
}

CellReview cell(ReviewVerdict verdict, std::vector<std::string> lines) {
  CellReview review;
  review.decision.verdict = verdict;
  review.parent_quote = kParent;
  review.child_quotes = std::move(lines);
  return review;
}

struct CellCase {
  const char* name;
  CellReview review;
  Audit audit;
  std::optional<ReviewState> state;  // nothing: no mark
  std::size_t links = 0;             // that are left
};

const CellCase kCases[] = {
    // A gap for which there is a reason.
    {"justified", cell(ReviewVerdict::justified, {}), audit_with(kParent, {}),
     ReviewState::current, 0},
    {"justified beside a line", cell(ReviewVerdict::justified, {kLine}),
     audit_with(kParent, {kLine}), ReviewState::current, 1},
    {"the parent asks for something else", cell(ReviewVerdict::justified, {}),
     audit_with("Tổ chức quét dọn các chợ của huyện hằng ngày.", {}),
     ReviewState::suspect, 0},
    {"the child says more", cell(ReviewVerdict::justified, {}),
     audit_with(kParent, {kLine}), ReviewState::suspect, 1},
    {"the child says less", cell(ReviewVerdict::justified, {kLine}),
     audit_with(kParent, {}), ReviewState::suspect, 0},
    {"the parent asks for it no more", cell(ReviewVerdict::justified, {}),
     audit_with("Trồng cây ven đường.", {}), std::nullopt, 0},

    // A link that is wrong.
    {"the link goes", cell(ReviewVerdict::link_wrong, {kLine}),
     audit_with(kParent, {"Trồng cây.", kLine}), ReviewState::current, 1},
    {"its line changed", cell(ReviewVerdict::link_wrong, {kLine}),
     audit_with(kParent, {"Quét dọn chợ Mới hằng ngày."}), ReviewState::suspect,
     1},
    {"the parent changed", cell(ReviewVerdict::link_wrong, {kLine}),
     audit_with("Tổ chức quét dọn các chợ của xã.", {kLine}),
     ReviewState::suspect, 1},
    {"there is no such link any more", cell(ReviewVerdict::link_wrong, {kLine}),
     audit_with(kParent, {"Trồng cây."}), std::nullopt, 1},
};

TEST(ApplyReviews, MarksRows) {
  for (const CellCase& c : kCases) {
    Audit audit = c.audit;
    apply_reviews({c.review}, audit);
    const AuditItem& item = audit.items[0];
    ASSERT_EQ(item.review.size(), c.state ? 1U : 0U) << c.name;
    if (c.state) {
      EXPECT_EQ(item.review[0].state, *c.state) << c.name;
    }
    EXPECT_EQ(item.links.size(), c.links) << c.name;
    EXPECT_EQ(item.status, c.audit.items[0].status) << c.name;
  }
}

// A gap that was justified while the wrong link still stood there, and after.
TEST(ApplyReviews, CountsLinksThatWereTakenAway) {
  for (const auto& seen :
       {std::vector<std::string>{kLine}, std::vector<std::string>{}}) {
    Audit audit = audit_with(kParent, {kLine});
    apply_reviews({cell(ReviewVerdict::justified, seen),
                   cell(ReviewVerdict::link_wrong, {kLine})},
                  audit);
    const AuditItem& item = audit.items[0];
    EXPECT_TRUE(item.links.empty());
    ASSERT_EQ(item.review.size(), 2U);
    for (const AuditReview& review : item.review)
      EXPECT_EQ(review.state, ReviewState::current) << seen.size();
  }
}

}  // namespace
}  // namespace kehoach
