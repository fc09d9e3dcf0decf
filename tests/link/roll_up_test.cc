// What becomes of the obligations of a root, through the plans between.
#include <gtest/gtest.h>

#include "audit/audit.h"
#include "link/archive.h"
#include "link/link.h"
#include "review/review.h"

namespace kehoach {
namespace {

// An audit of a pair: for each obligation of the parent a letter (c, p, m) and
// the obligations that answer.
EdgeAudit edge(std::size_t parent, const std::string& cells,
               std::vector<std::vector<std::uint32_t>> answers) {
  EdgeAudit e;
  e.done = true;
  e.parent = parent;
  for (const char c : cells) {
    e.status.push_back(c == 'c'   ? Coverage::covered
                       : c == 'p' ? Coverage::partial
                                  : Coverage::missing);
  }
  e.answers = std::move(answers);
  return e;
}

struct RollUpCase {
  const char* name;
  std::size_t root;
  std::size_t obligations;
  std::vector<EdgeAudit> edges;
  std::vector<std::string> cells;  // by node
};

TEST(RollUp, FollowsObligationsThroughTheLevels) {
  const std::vector<RollUpCase> cases = {
      {"nothing below", 0, 2, {{}}, {""}},
      {"right below the root: as audited",
       0,
       3,
       {{}, edge(0, "cpm", {{0}, {1}, {}})},
       {"", "cpm"}},
      {"two levels: what the plan between makes of it",
       0,
       2,
       {{}, edge(0, "cc", {{1}, {0}}), edge(1, "mc", {{}, {0}})},
       {"", "cc", "cm"}},
      {"what is missing above is missing below",
       0,
       2,
       {{}, edge(0, "cm", {{0}, {1}}), edge(1, "cc", {{0}, {1}})},
       {"", "cm", "cm"}},
      {"nothing is better than above",
       0,
       1,
       {{}, edge(0, "p", {{0}}), edge(1, "c", {{0}})},
       {"", "p", "p"}},
      {"two thirds of the answers are not enough",
       0,
       1,
       {{}, edge(0, "c", {{0, 1, 2}}), edge(1, "ccm", {{0}, {1}, {}})},
       {"", "c", "p"}},
      {"three in four are",
       0,
       1,
       {{}, edge(0, "c", {{0, 1, 2, 3}}), edge(1, "cccm", {{0}, {1}, {2}, {}})},
       {"", "c", "c"}},
      {"partly done is not missing",
       0,
       1,
       {{}, edge(0, "c", {{0, 1}}), edge(1, "pm", {{0}, {}})},
       {"", "c", "p"}},
      {"an answer that two obligations give counts once",
       0,
       1,
       {{}, edge(0, "c", {{0, 0, 1}}), edge(1, "cm", {{0}, {}})},
       {"", "c", "p"}},
      {"a third level, past a plan that was not audited",
       0,
       1,
       {{}, edge(0, "c", {{0}}), {}, edge(1, "c", {{2}})},
       {"", "c", "", "c"}},
      {"only what hangs below the root that is followed",
       1,
       1,
       {{}, edge(0, "c", {{0}}), edge(1, "c", {{0}}), edge(0, "c", {{0}})},
       {"", "", "c", ""}},
      {"a root without obligations", 0, 0, {{}, edge(0, "", {})}, {"", ""}},
  };
  for (const RollUpCase& c : cases) {
    const auto through = roll_up(c.root, c.obligations, c.edges).through;
    ASSERT_EQ(through.size(), c.cells.size()) << c.name;
    for (std::size_t node = 0; node < through.size(); ++node) {
      std::string cells;
      for (const Coverage status : through[node])
        cells += kehoach::name_of(status).front();
      EXPECT_EQ(cells, c.cells[node]) << c.name << ", node " << node;
    }
  }
}

// The same with justified gaps, by the parent's obligations.
EdgeAudit justified(EdgeAudit e, const std::vector<std::uint32_t>& gaps) {
  for (const std::uint32_t above : gaps) {
    JustifiedGap gap;
    gap.above = above;
    gap.status = e.status[above];
    e.justified.push_back(gap);
  }
  return e;
}

struct JustifiedCase {
  const char* name;
  std::size_t obligations;
  std::vector<EdgeAudit> edges;
  std::vector<std::string> cells;  // by node: j where it is justified
  // By node, then by justified gap.
  std::vector<std::vector<std::vector<std::uint32_t>>> about;
};

TEST(RollUp, TellsWhichCellsAreJustified) {
  const std::vector<JustifiedCase> cases = {
      {"right below the root",
       3,
       {{}, justified(edge(0, "cpm", {{0}, {1}, {}}), {2})},
       {"", "--j"},
       {{}, {{2}}}},
      {"what is covered is no gap, whatever was said of it",
       1,
       {{}, justified(edge(0, "c", {{0}}), {0})},
       {"", "-"},
       {{}, {{0}}}},
      {"all gaps of a row, or it is none",
       1,
       {{},
        edge(0, "c", {{0, 1}}),
        justified(edge(1, "mm", {{}, {}}), {0}),
        justified(edge(1, "mm", {{}, {}}), {0, 1})},
       {"", "-", "-", "j"},
       {{}, {}, {{0}}, {{0}, {0}}}},
      {"one gap, two rows",
       2,
       {{}, edge(0, "cc", {{0}, {0}}), justified(edge(1, "m", {{}}), {0})},
       {"", "--", "jj"},
       {{}, {}, {{0, 1}}}},
      {"the reason stands above",
       2,
       {{}, justified(edge(0, "mm", {{}, {}}), {0}), edge(1, "c", {{0}})},
       {"", "j-", "j-"},
       {{}, {{0}}, {}}},
      {"here, but not above",
       1,
       {{}, edge(0, "p", {{0}}), justified(edge(1, "m", {{}}), {0})},
       {"", "-", "-"},
       {{}, {}, {{0}}}},
      {"covered above by no obligation that could be followed",
       1,
       {{}, edge(0, "c", {{}}), edge(1, "c", {{0}})},
       {"", "-", "-"},
       {{}, {}, {}}},
      {"about nothing of the root",
       1,
       {{}, edge(0, "c", {{0}}), justified(edge(1, "cm", {{0}, {}}), {1})},
       {"", "-", "-"},
       {{}, {}, {{}}}},
  };
  for (const JustifiedCase& c : cases) {
    const RolledUp rolled = roll_up(0, c.obligations, c.edges);
    for (std::size_t node = 0; node < c.edges.size(); ++node) {
      std::string cells;
      for (const bool is_justified : rolled.justified[node])
        cells += is_justified ? 'j' : '-';
      EXPECT_EQ(cells, c.cells[node]) << c.name << ", node " << node;
      EXPECT_EQ(rolled.about[node], c.about[node])
          << c.name << ", node " << node;
    }
  }
}

Plan with_obligations(PlanFacts facts, const std::vector<const char*>& quotes) {
  Plan plan = plan_of(facts);
  int number = 0;
  for (const char* quote : quotes) {
    Obligation o;
    o.id = "o" + std::to_string(++number);
    o.evidence.quote = quote;
    o.evidence.rule = "obligation.leaf";
    o.path = "II." + std::to_string(number);
    o.modality = "must";
    plan.obligations.push_back(std::move(o));
  }
  return plan;
}

constexpr const char* kCollect = "Thu gom rác thải nhựa trên sông, kênh, rạch";
constexpr const char* kTeach = "Tuyên truyền, tập huấn cho học sinh, giáo viên";

class TreeAudits : public LinkTest {
 protected:
  void save_plan(const std::string& name, const Plan& plan) {
    const auto saved = store->save_plan(
        {name, SourceStatus::loaded, "", sha256_hex(name), 1}, plan);
    ASSERT_TRUE(saved) << saved.error().message;
  }
  void SetUp() override {
    begin();
    const CitedCode directive = {"61-CT/TW", "Ban Bí thư", "2024-03-12"};
    const CitedCode province = {"218/KH-UBND", "UBND tỉnh Cửu Hà",
                                "2024-06-25"};
    save_plan("61", with_obligations({"61-CT/TW",
                                      "Ban Bí thư",
                                      "2024-03-12",
                                      "central",
                                      "Rác thải nhựa",
                                      {}},
                                     {kCollect, kTeach}));
    save_plan("218", with_obligations({"218/KH-UBND",
                                       "UBND tỉnh Cửu Hà",
                                       "2024-06-25",
                                       "province",
                                       "Rác thải nhựa",
                                       {directive}},
                                      {kTeach, kCollect}));
    save_plan("96", with_obligations({"96/KH-UBND",
                                      "UBND huyện An Trạch",
                                      "2024-08-12",
                                      "district",
                                      "Rác thải nhựa",
                                      {province}},
                                     {kCollect}));
    save_plan("sở", with_obligations({"5/KH-STNMT",
                                      "Sở Tài nguyên và Môi trường tỉnh Cửu Hà",
                                      "2024-08-12",
                                      "unit",
                                      "Rác thải nhựa",
                                      {province}},
                                     {}));
    finish();
  }
  // A person judges what `child` makes of an obligation of `parent`.
  void judge(const std::string& parent, const std::string& child,
             const char* quote, ReviewVerdict verdict,
             std::optional<CoverageVerdict> value = std::nullopt) {
    const auto plan_named = [&](const std::string& name) {
      const auto known = store->find_by_sha256(sha256_hex(name));
      return *store->load_plan((*known)->id);
    };
    const Audit found = kehoach::audit(plan_named(parent), plan_named(child),
                                       shipped().audit());
    const auto item = std::find_if(
        found.items.begin(), found.items.end(),
        [&](const AuditItem& each) { return each.parent.quote == quote; });
    ASSERT_NE(item, found.items.end());
    CellReview review;
    review.decision = {verdict, "", "Bình", "2026-01-31T08:30:00Z"};
    review.parent.sha256 = sha256_hex(parent);
    review.child.sha256 = sha256_hex(child);
    review.parent_quote = quote;
    review.status = item->status;
    for (const AuditLink& link : item->links)
      review.child_quotes.push_back(link.child.quote);
    review.value = std::move(value);
    const auto known =
        *store->reviews().of_pair(review.parent.sha256, review.child.sha256);
    if (const auto before = earlier_cell(known, review, found))
      review.id = known[*before].id;
    begin();
    const auto saved = store->reviews().save(review);
    ASSERT_TRUE(saved) << saved.error().message;
    finish();
  }
  Result<TreeAudit> audit(const std::string& root, std::size_t threads = 1) {
    family = *family_of(*store, shipped(), root);
    TreeAuditOptions options;
    options.threads = threads;
    options.on_progress = [this](std::uint64_t done, std::uint64_t all) {
      steps.emplace_back(done, all);
    };
    return audit_family([this] { return open_store(path, Access::read); },
                        shipped(), family, options);
  }
  [[nodiscard]] std::size_t node_of(std::string_view code) const {
    std::size_t at = 0;
    while (family.nodes.at(at).document.code != code) ++at;
    return at;
  }

  PlanFamily family;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> steps;
};

// Cells go by what people say, and so do the plans below.
TEST_F(TreeAudits, GoByWhatPeopleSay) {
  judge("218", "96", kTeach, ReviewVerdict::correct,
        CoverageVerdict{Coverage::partial, {}});
  judge("218", "96", kTeach, ReviewVerdict::justified);
  auto tree = audit("218/KH-UBND");
  ASSERT_TRUE(tree) << tree.error().message;
  EXPECT_EQ(tree->rows[0].deep, (CoverageCounts{0, 1, 0}));
  EXPECT_EQ(tree->rows[1].deep, (CoverageCounts{1, 0, 0}));
  const EdgeAudit& edge = tree->edges[node_of("96/KH-UBND")];
  EXPECT_EQ(edge.corrected, 1U);
  ASSERT_EQ(edge.justified.size(), 1U);
  EXPECT_EQ(edge.justified[0].status, Coverage::partial);
  // What is none after all needs no reason.
  judge("218", "96", kTeach, ReviewVerdict::correct,
        CoverageVerdict{Coverage::covered, {kCollect}});
  tree = audit("218/KH-UBND");
  EXPECT_EQ(tree->rows[0].deep, (CoverageCounts{1, 0, 0}));
  const EdgeAudit& now = tree->edges[node_of("96/KH-UBND")];
  EXPECT_EQ(now.answers[0], std::vector<std::uint32_t>{0});
  EXPECT_TRUE(now.justified.empty());
}

TEST_F(TreeAudits, FollowNoLinkThatPeopleRejected) {
  judge("61", "218", kCollect, ReviewVerdict::link_wrong);
  auto tree = audit("61-CT/TW");
  ASSERT_TRUE(tree) << tree.error().message;
  EXPECT_EQ(tree->rows[0].deep, (CoverageCounts{0, 0, 2}));
  EXPECT_TRUE(tree->edges[1].answers[0].empty());
  EXPECT_EQ(tree->edges[1].corrected, 1U);
  // Named by people, another obligation is followed instead.
  judge("61", "218", kCollect, ReviewVerdict::correct,
        CoverageVerdict{Coverage::covered, {kTeach}});
  tree = audit("61-CT/TW");
  EXPECT_EQ(tree->edges[1].answers[0], std::vector<std::uint32_t>{0});
  EXPECT_EQ(tree->rows[0].deep, (CoverageCounts{1, 0, 1}));
}

TEST_F(TreeAudits, CountByLevel) {
  const auto tree = audit("61-CT/TW");
  ASSERT_TRUE(tree) << tree.error().message;
  ASSERT_EQ(tree->rows.size(), 2U);
  const RollupRow& collect = tree->rows[0];
  const RollupRow& teach = tree->rows[1];
  EXPECT_EQ(collect.direct, (CoverageCounts{1, 0, 0}));
  EXPECT_EQ(collect.deep, (CoverageCounts{2, 0, 0}));
  EXPECT_EQ(collect.levels[0], (CoverageCounts{1, 0, 0}));
  EXPECT_EQ(collect.levels[1], (CoverageCounts{1, 0, 0}));
  EXPECT_EQ(collect.levels[2], (CoverageCounts{0, 0, 0}));
  EXPECT_EQ(teach.direct, (CoverageCounts{1, 0, 0}));
  EXPECT_EQ(teach.deep, (CoverageCounts{1, 0, 1}));
  EXPECT_EQ(teach.levels[1], (CoverageCounts{0, 0, 1}));
  EXPECT_EQ(steps.back(), (std::pair<std::uint64_t, std::uint64_t>(3, 3)));
}

TEST_F(TreeAudits, AreTheSameForAnyNumberOfThreads) {
  const auto one = audit("61-CT/TW", 1);
  const auto many = audit("61-CT/TW", 4);
  ASSERT_TRUE(one && many);
  EXPECT_EQ(one->through, many->through);
  EXPECT_EQ(one->justified, many->justified);
}

TEST_F(TreeAudits, StartWhereObligationsAre) {
  ASSERT_TRUE(audit("218/KH-UBND"));
  drop("61");
  // The directive is only cited now; one plan stands for it.
  const auto tree = audit("61-CT/TW");
  ASSERT_TRUE(tree) << tree.error().message;
  EXPECT_EQ(family.nodes[tree->root].document.code, "218/KH-UBND");
  EXPECT_EQ(tree->rows.size(), 2U);
  const auto nothing = audit("5/KH-STNMT");
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().message,
            "5/KH-STNMT: no plan with obligations is in the archive");
}

}  // namespace
}  // namespace kehoach
