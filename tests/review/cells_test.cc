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
};

const CellCase kCases[] = {
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
  for (const CellCase& c : kCases) {
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

struct OpenCase {
  const char* name;
  Coverage status;
  std::vector<AuditReview> reviews;
  bool open;
};
const OpenCase kOpen[] = {
    {"a gap", Coverage::partial, {}, true},
    {"covered", Coverage::covered, {}, false},
    {"justified",
     Coverage::missing,
     {verdict(ReviewVerdict::justified)},
     false},
    {"justified, but changed since",
     Coverage::missing,
     {verdict(ReviewVerdict::justified, ReviewState::suspect)},
     true},
    {"a gap that is one",
     Coverage::missing,
     {verdict(ReviewVerdict::accept)},
     true},
    {"a gap that is none",
     Coverage::missing,
     {verdict(ReviewVerdict::correct, ReviewState::current,
              CoverageVerdict{Coverage::covered, {}})},
     false},
    {"covered in part after all",
     Coverage::covered,
     {verdict(ReviewVerdict::correct, ReviewState::current,
              CoverageVerdict{Coverage::partial, {}})},
     true},
    {"and justified",
     Coverage::covered,
     {verdict(ReviewVerdict::correct, ReviewState::current,
              CoverageVerdict{Coverage::partial, {}}),
      verdict(ReviewVerdict::justified)},
     false},
    {"covered by a line that does not",
     Coverage::covered,
     {verdict(ReviewVerdict::link_wrong)},
     true},
    {"covered by a line that changed",
     Coverage::covered,
     {verdict(ReviewVerdict::link_wrong, ReviewState::suspect)},
     false},
};

TEST(IsOpen, AsksForSomebodyToAct) {
  for (const OpenCase& c : kOpen) {
    AuditItem item = audit_with(kParent, {kLine}).items[0];
    item.status = c.status;
    item.review = c.reviews;
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
