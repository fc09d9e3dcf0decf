#include <gtest/gtest.h>

#include "review/rows.h"

namespace kehoach {
namespace {

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
};

const CellCase kCellCases[] = {
    // A gap for which there is a reason.
    {"justified", cell(ReviewVerdict::justified, {}), audit_with(kParent, {}),
     ReviewState::current},
    {"justified beside a line", cell(ReviewVerdict::justified, {kLine}),
     audit_with(kParent, {kLine}), ReviewState::current},
    {"the parent asks for something else", cell(ReviewVerdict::justified, {}),
     audit_with("Tổ chức quét dọn các chợ của huyện hằng ngày.", {}),
     ReviewState::suspect},
    {"the child says more", cell(ReviewVerdict::justified, {}),
     audit_with(kParent, {kLine}), ReviewState::suspect},
    {"the child says less", cell(ReviewVerdict::justified, {kLine}),
     audit_with(kParent, {}), ReviewState::suspect},
    {"the parent asks for it no more", cell(ReviewVerdict::justified, {}),
     audit_with("Trồng cây ven đường.", {}), std::nullopt},

    // A link that is wrong.
    {"the link is marked", cell(ReviewVerdict::link_wrong, {kLine}),
     audit_with(kParent, {"Trồng cây.", kLine}), ReviewState::current},
    {"its line changed", cell(ReviewVerdict::link_wrong, {kLine}),
     audit_with(kParent, {"Quét dọn chợ Mới hằng ngày."}),
     ReviewState::suspect},
    {"the parent changed", cell(ReviewVerdict::link_wrong, {kLine}),
     audit_with("Tổ chức quét dọn các chợ của xã.", {kLine}),
     ReviewState::suspect},
    {"there is no such link any more", cell(ReviewVerdict::link_wrong, {kLine}),
     audit_with(kParent, {"Trồng cây."}), std::nullopt},
};

TEST(ApplyReviews, MarksRowsAndChangesNothing) {
  for (const CellCase& c : kCellCases) {
    Audit audit = c.audit;
    const auto orphans = apply_reviews({c.review}, audit);
    AuditItem item = audit.items[0];
    ASSERT_EQ(item.review.size(), c.state ? 1U : 0U) << c.name;
    EXPECT_EQ(orphans.size(), c.state ? 0U : 1U) << c.name;
    if (c.state) {
      EXPECT_EQ(item.review[0].state, *c.state) << c.name;
    }
    item.review.clear();
    EXPECT_EQ(item, c.audit.items[0]) << c.name;
  }
}

TEST(ApplyReviews, RejectsTheLinkThatWasMarked) {
  Audit audit = audit_with(kParent, {"Trồng cây.", kLine});
  apply_reviews({cell(ReviewVerdict::link_wrong, {kLine})}, audit);
  const AuditItem& item = audit.items[0];
  EXPECT_FALSE(is_rejected(item, item.links[0]));
  EXPECT_TRUE(is_rejected(item, item.links[1]));
}

// Two obligations of equal words, each with its lines.
Audit twins(const std::vector<const char*>& first,
            const std::vector<const char*>& second) {
  Audit audit = audit_with(kParent, first);
  audit.items.push_back(audit_with(kParent, second).items[0]);
  audit.items[0].parent.span = {10, 20};
  audit.items[1].parent.span = {90, 99};
  return audit;
}

CellReview at(std::uint32_t begin, CellReview review) {
  review.begin = begin;
  return review;
}

struct TwinCase {
  const char* name;
  std::vector<CellReview> reviews;
  Audit audit;
  std::vector<int> items;  // -1: an orphan
};
const TwinCase kTwins[] = {
    {"the first",
     {at(10, cell(ReviewVerdict::justified, {}))},
     twins({}, {}),
     {0}},
    {"the second",
     {at(90, cell(ReviewVerdict::justified, {}))},
     twins({}, {}),
     {1}},
    {"both, the second first",
     {at(90, cell(ReviewVerdict::justified, {})),
      at(10, cell(ReviewVerdict::justified, {}))},
     twins({}, {}),
     {1, 0}},
    {"both moved",
     {at(30, cell(ReviewVerdict::justified, {})),
      at(110, cell(ReviewVerdict::justified, {}))},
     twins({}, {}),
     {0, 1}},
    {"both, in a file that does not know their places",
     {cell(ReviewVerdict::justified, {}), cell(ReviewVerdict::justified, {})},
     twins({}, {}),
     {0, 1}},
    {"the one that has the line",
     {cell(ReviewVerdict::link_wrong, {kLine})},
     twins({}, {kLine}),
     {1}},
    {"verdicts of several sorts about one",
     {at(90, cell(ReviewVerdict::justified, {kLine})),
      at(90, cell(ReviewVerdict::link_wrong, {kLine})),
      at(90, cell(ReviewVerdict::accept, {kLine}))},
     twins({}, {kLine}),
     {1, 1, 1}},
    {"the same said twice",
     {cell(ReviewVerdict::accept, {}), cell(ReviewVerdict::correct, {})},
     audit_with(kParent, {}),
     {0, -1}},
};

TEST(MatchCells, TellsRowsOfEqualWordsApart) {
  for (const TwinCase& c : kTwins) {
    const auto places = match_cells(c.reviews, c.audit);
    std::vector<int> items;
    for (const auto& place : places)
      items.push_back(place ? static_cast<int>(place->item) : -1);
    EXPECT_EQ(items, c.items) << c.name;
  }
}

struct EarlierCase {
  const char* name;
  std::vector<CellReview> reviews;
  CellReview now;
  Audit audit;
  std::optional<std::size_t> before;
};
const EarlierCase kEarlier[] = {
    {"none",
     {},
     cell(ReviewVerdict::accept, {}),
     audit_with(kParent, {}),
     std::nullopt},
    {"another status",
     {cell(ReviewVerdict::accept, {})},
     cell(ReviewVerdict::correct, {}),
     audit_with(kParent, {}),
     0},
    {"another sort of verdict",
     {cell(ReviewVerdict::justified, {})},
     cell(ReviewVerdict::accept, {}),
     audit_with(kParent, {}),
     std::nullopt},
    {"the other of two rows",
     {at(10, cell(ReviewVerdict::accept, {}))},
     at(90, cell(ReviewVerdict::accept, {})),
     twins({}, {}),
     std::nullopt},
    {"another link",
     {cell(ReviewVerdict::link_wrong, {kLine})},
     cell(ReviewVerdict::link_wrong, {"Trồng cây."}),
     audit_with(kParent, {kLine, "Trồng cây."}),
     std::nullopt},
};

TEST(EarlierCell, IsAboutTheSameRow) {
  for (const EarlierCase& c : kEarlier)
    EXPECT_EQ(earlier_cell(c.reviews, c.now, c.audit), c.before) << c.name;
}

// What is judged again is suspect no more.
TEST(EarlierCell, IsFoundWhereTheWordsChanged) {
  const char* const now = "Tổ chức quét dọn các chợ của xã.";
  CellReview again = cell(ReviewVerdict::justified, {});
  again.parent_quote = now;
  EXPECT_EQ(earlier_cell({cell(ReviewVerdict::justified, {})}, again,
                         audit_with(now, {})),
            0U);
}

CellReview dated(const char* when, std::int64_t id, CellReview review) {
  review.decision.reviewed_at = when;
  review.id = id;
  return review;
}

TEST(NewerCells, KeepOneDecisionOfARow) {
  Plan once;
  once.obligations.resize(1);
  once.obligations[0].evidence.quote = kParent;
  Plan twice = once;
  twice.obligations.push_back(once.obligations[0]);
  const CellReview first = at(10, cell(ReviewVerdict::accept, {}));
  const CellReview second = at(90, cell(ReviewVerdict::accept, {}));
  const auto ids = [](const Plan* parent, std::vector<CellReview> known,
                      const std::vector<CellReview>& coming) {
    std::vector<std::int64_t> found;
    for (const CellReview& each : newer_cells(parent, std::move(known), coming))
      found.push_back(each.id);
    return found;
  };
  using Ids = std::vector<std::int64_t>;
  EXPECT_EQ(ids(nullptr, {dated("1", 7, first)}, {dated("2", 0, first)}),
            Ids{7});
  EXPECT_EQ(ids(nullptr, {dated("2", 7, first)}, {dated("1", 0, first)}),
            Ids{});
  EXPECT_EQ(ids(nullptr, {dated("1", 7, first)}, {dated("2", 0, second)}),
            Ids{0});
  EXPECT_EQ(ids(&twice, {dated("1", 7, first)}, {dated("2", 0, second)}),
            Ids{0});
  // The words moved.
  EXPECT_EQ(ids(&once, {dated("1", 7, first)}, {dated("2", 0, second)}),
            Ids{7});
  EXPECT_EQ(ids(&twice, {dated("1", 7, first), dated("1", 8, second)},
                {dated("2", 0, second)}),
            Ids{8});
  // Of two that come, the later.
  EXPECT_EQ(ids(nullptr, {}, {dated("2", 0, first), dated("1", 0, first)}),
            Ids{0});
}

struct StatusCase {
  const char* name;
  ReviewVerdict verdict;
  Coverage then, now;
  std::optional<Coverage> corrected;
  ReviewState state;
};
const StatusCase kStatuses[] = {
    {"as it was accepted", ReviewVerdict::accept, Coverage::partial,
     Coverage::partial, std::nullopt, ReviewState::current},
    {"found otherwise since", ReviewVerdict::accept, Coverage::partial,
     Coverage::missing, std::nullopt, ReviewState::suspect},
    {"still as it was corrected", ReviewVerdict::correct, Coverage::missing,
     Coverage::missing, Coverage::partial, ReviewState::current},
    {"now found as it was corrected", ReviewVerdict::correct, Coverage::missing,
     Coverage::partial, Coverage::partial, ReviewState::current},
    {"neither", ReviewVerdict::correct, Coverage::missing, Coverage::covered,
     Coverage::partial, ReviewState::suspect},
    {"a gap with a reason, whatever part of it", ReviewVerdict::justified,
     Coverage::missing, Coverage::partial, std::nullopt, ReviewState::current},
};

TEST(ApplyReviews, AsksAgainWhenTheStatusChanges) {
  for (const StatusCase& c : kStatuses) {
    Audit audit = audit_with(kParent, {kLine});
    audit.items[0].status = c.now;
    CellReview review = cell(c.verdict, {kLine});
    review.status = c.then;
    if (c.corrected) review.value = {*c.corrected, {}};
    apply_reviews({review}, audit);
    ASSERT_EQ(audit.items[0].review.size(), 1U) << c.name;
    EXPECT_EQ(audit.items[0].review[0].state, c.state) << c.name;
  }
}

}  // namespace
}  // namespace kehoach
