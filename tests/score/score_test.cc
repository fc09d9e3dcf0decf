#include "score/score.h"

#include <gtest/gtest.h>

#include "store/temp_dir.h"

namespace kehoach {
namespace {

constexpr std::string_view kGold = R"({"schema": "kehoach.plan/1",
 "document": {"type": "KH", "number": null, "title": "Giữ sạch dòng suối"},
 "references": [{"code": "220/KH-UBND", "issued_on": "2024-06-20",
                 "relation": "implements", "quote": "Kế hoạch số 220/KH-UBND"}],
 "obligations": [{"quote": "Tuyên truyền cho trẻ em", "lead": ["Phòng Y tế"],
                  "support": ["Phòng Tư pháp"]},
                 {"quote": "Kiểm tra việc xả rác", "lead": [], "support": []}],
 "deadlines": [{"quote": "trước ngày 10/12 hằng năm", "kind": "recurring",
                "value": "--12-10"}],
 "targets": [{"quote": "đạt 84,3% số hộ", "indicator": "số hộ",
              "comparator": "=", "value": 84.3, "unit": "%", "due": "2025"}]})";

Gold gold() {
  auto read = gold_from_json(kGold);
  EXPECT_TRUE(read) << read.error().message;
  return std::move(*read);
}

Evaluation run_of(const Plan& plan) {
  Evaluation run;
  add_score("a", gold(), plan, run);
  return run;
}

TEST(Score, IsFullForTheGoldItself) {
  const Evaluation run = run_of(gold().plan);
  for (const auto& [name, count] : run.rows) EXPECT_EQ(count.f1(), 1) << name;
  EXPECT_EQ(run.mean_strict_f1(), 1);
  EXPECT_TRUE(run.misses.empty());
  // Fields that the gold leaves out are not asked for.
  EXPECT_EQ(run.row("document (all fields)"), (Count{3, 3, 3}));
  EXPECT_EQ(run.rows.count("document.signer"), 0U);
  EXPECT_EQ(run.rows.count("document.recipients"), 0U);
}

struct MissCase {
  const char* name;
  void (*spoil)(Plan&);
  const char* row;
  Count count;
  const char* note;
};

const MissCase kMisses[] = {
    {"a title of other words",
     [](Plan& p) { p.document.title = "Suối"; },
     "document.title",
     {0, 1, 1},
     "document.title: gold \"Giữ sạch dòng suối\", got \"Suối\""},
    {"a number that the document lacks",
     [](Plan& p) { p.document.number = "7"; },
     "document.number",
     {0, 1, 1},
     "document.number: gold \"\", got \"7\""},
    {"another date",
     [](Plan& p) { p.references[0].issued_on.reset(); },
     "references strict (+date, relation)",
     {0, 1, 1},
     "reference 220/KH-UBND: gold 2024-06-20 implements, got (none) "
     "implements"},
    {"another relation",
     [](Plan& p) { p.references[0].relation = "basis"; },
     "references.parents",
     {0, 1, 0},
     "reference 220/KH-UBND: gold 2024-06-20 implements, got 2024-06-20 "
     "basis"},
    {"a reference too many",
     [](Plan& p) {
       p.references.push_back(p.references[0]);
       p.references[1].code = "1/X-Y";
     },
     "references relaxed (code)",
     {1, 1, 2},
     "reference wrongly found: 1/X-Y"},
    {"no obligation",
     [](Plan& p) { p.obligations.pop_back(); },
     "obligations relaxed (place)",
     {1, 2, 1},
     "obligation missed: \"Kiểm tra việc xả rác\""},
    {"another lead",
     [](Plan& p) { p.obligations[0].lead = {"Phòng Tài chính"}; },
     "obligations strict (+lead, support)",
     {1, 2, 2},
     "obligation \"Tuyên truyền cho trẻ em\": lead gold [Phòng Y tế], got "
     "[Phòng Tài chính]"},
    {"a support too many",
     [](Plan& p) { p.obligations[1].support = {"Công an"}; },
     "assignments (support)",
     {1, 1, 2},
     "obligation \"Kiểm tra việc xả rác\": support gold [], got [Công an]"},
    {"another value",
     [](Plan& p) { p.deadlines[0].value = "--12"; },
     "deadlines strict (+kind, value)",
     {0, 1, 1},
     "deadline \"trước ngày 10/12 hằng năm\": gold recurring --12-10, got "
     "recurring --12 from \"trước ngày 10/12 hằng năm\""},
    {"a deadline elsewhere",
     [](Plan& p) { p.deadlines[0].evidence.quote = "hằng quý, 5/5"; },
     "deadlines relaxed (place)",
     {0, 1, 1},
     "deadline missed: \"trước ngày 10/12 hằng năm\""},
    {"another number",
     [](Plan& p) { p.targets[0].value = 84; },
     "targets relaxed (value, place)",
     {0, 1, 1},
     "target missed: \"đạt 84,3% số hộ\""},
    {"another comparator",
     [](Plan& p) { p.targets[0].comparator = ">="; },
     "targets strict (all fields)",
     {0, 1, 1},
     "target gold [số hộ = 84.3 %, 2025], got [số hộ >= 84.3 %, 2025]"},
};

TEST(Score, NamesEveryMiss) {
  for (const MissCase& c : kMisses) {
    Plan plan = gold().plan;
    c.spoil(plan);
    const Evaluation run = run_of(plan);
    EXPECT_EQ(run.row(c.row), c.count) << c.name;
    ASSERT_EQ(run.misses.count("a"), 1U) << c.name;
    EXPECT_EQ(run.misses.at("a").front(), c.note) << c.name;
    EXPECT_LT(run.mean_strict_f1(), 1 + (c.count.right > 0 ? 1 : 0)) << c.name;
  }
}

TEST(Score, IsNothingWithoutAReading) {
  Evaluation run;
  add_score("a", gold(), std::nullopt, run);
  EXPECT_EQ(run.documents, 1U);
  EXPECT_EQ(run.read, 0U);
  EXPECT_EQ(run.row("targets strict (all fields)"), (Count{0, 1, 0}));
  EXPECT_EQ(run.misses.at("a").front(), "no reading of this document");
  EXPECT_LT(run.mean_strict_f1(), 0.2);
}

TEST(Count, OfNothingIsFull) {
  EXPECT_EQ((Count{0, 0, 0}.f1()), 1);
  EXPECT_EQ((Count{0, 1, 0}.f1()), 0);
  EXPECT_EQ((Count{0, 0, 1}.f1()), 0);
  EXPECT_DOUBLE_EQ((Count{1, 2, 1}.f1()), 2.0 / 3);
}

TEST(RunJson, IsReadBack) {
  Evaluation run;
  add_score("a", gold(), std::nullopt, run);
  const auto back = run_from_json(to_json(run));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->rows, run.rows);
  EXPECT_EQ(back->misses, run.misses);
  EXPECT_EQ(back->read, 0U);
  for (const char* wrong : {"", "{}", "[]", "{\"schema\":\"kehoach.eval/1\"}"})
    EXPECT_FALSE(run_from_json(wrong)) << wrong;
}

TEST(GoldFromJson, RefusesWhatIsNone) {
  EXPECT_FALSE(gold_from_json("{}"));
  EXPECT_FALSE(gold_from_json("not JSON"));
}

TEST(FindGold, PairsByName) {
  const TempDir dir;
  for (const char* name : {"a.gold.json", "a.pdf", "a.txt", "a.b.txt",
                           "a.coverage.json", "b.gold.json", "c.txt"})
    dir.write(name, "");
  const auto all = find_gold(dir.path(), {});
  ASSERT_TRUE(all) << all.error().message;
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ((*all)[0].name, "a");
  EXPECT_EQ((*all)[0].documents,
            (std::vector<std::string>{dir / "a.txt", dir / "a.pdf"}));
  EXPECT_TRUE((*all)[1].documents.empty());
  const auto one = find_gold(dir.path(), {"elsewhere/a.docx"});
  ASSERT_TRUE(one);
  ASSERT_EQ(one->size(), 1U);
  EXPECT_EQ((*one)[0].documents, std::vector<std::string>{"elsewhere/a.docx"});
  const auto none = find_gold(dir.path(), {"c.txt"});
  ASSERT_FALSE(none);
  EXPECT_NE(none.error().message.find("c.txt: there is no "),
            std::string::npos);
  EXPECT_FALSE(find_gold(dir / "gone", {}));
  const TempDir empty;
  EXPECT_FALSE(find_gold(empty.path(), {}));
}

TEST(Score, TellsHowOftenFactsWereRightByHowSureTheyAre) {
  Plan plan = gold().plan;
  plan.obligations[0].evidence.certainty = Certainty::low;
  plan.obligations[0].lead = {"Phòng Tài chính"};
  plan.deadlines[0].evidence.certainty = Certainty::medium;
  const Evaluation run = run_of(plan);
  EXPECT_EQ(run.sure("obligations", Certainty::low), (Count{0, 0, 1}));
  EXPECT_EQ(run.sure("obligations", Certainty::high), (Count{1, 0, 1}));
  EXPECT_EQ(run.sure("deadlines", Certainty::medium), (Count{1, 0, 1}));
  EXPECT_EQ(run.sure("", Certainty::high), (Count{3, 0, 3}));
  EXPECT_NE(to_json(run).find("\"certainty\""), std::string::npos);
}

}  // namespace
}  // namespace kehoach
