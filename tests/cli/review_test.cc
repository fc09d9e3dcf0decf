// `kehoach review` from the shell's side.
#include <algorithm>
#include <filesystem>

#include "cli/review_program.h"
#include "text/has.h"

namespace kehoach {
namespace {

TEST_F(ReviewTest, KeepsAVerdictThroughImports) {
  judge({"set", "o1@#1", "correct", "--lead", "Phòng Tư pháp", "--note",
         "Đọc nhầm."});
  for (int round = 0; round < 2; ++round) {
    const Ran list = review({"list", "15/KH-UBND", "--all"});
    EXPECT_TRUE(has(list.out, "current, correct: by Bình, 20")) << list.out;
    EXPECT_TRUE(has(list.out, R"({"lead":["Phòng Tư pháp"]},)")) << list.out;
    EXPECT_TRUE(has(list.out, "Đọc nhầm.")) << list.out;
    EXPECT_EQ(run({"import", dir / "in", "-d", db, "--reread"}).status, 0);
  }
  // What was read stays as it was.
  EXPECT_TRUE(has(run({"export", "-d", db}).out, R"("lead":["Phòng Y tế"])"));
  EXPECT_TRUE(
      has(run({"show", "15/KH-UBND", "-d", db}).out, "Đã soát: sửa lại"));
}

TEST_F(ReviewTest, SuspectsWhatChangedAndTellsWhatIsGone) {
  judge({"set", "o1@#1", "accept"});
  judge({"set", "o2@#1", "accept"});
  judge({"set", "o3@#1", "accept"});
  EXPECT_EQ(review({"list", "--suspect"}).out, "");
  import("a.txt",
         replaced(replaced(sample_text("15"), "tuyên truyền cho trẻ em",
                           "tuyên truyền cho trẻ em và người già"),
                  "b) Báo cáo kết quả trước ngày 10/12 hằng năm.",
                  "b) Mua sắm trang thiết bị."));
  for (const auto& command : {std::vector<std::string>{"review", "list"},
                              {"review", "list", "--suspect"},
                              {"status", "--review"}}) {
    auto arguments = command;
    arguments.insert(arguments.end(), {"-d", db});
    const Ran list = run(arguments);
    EXPECT_TRUE(has(list.out, "suspect, accept: by Bình")) << list.out;
    EXPECT_TRUE(has(list.out, "và người già")) << list.out;
    EXPECT_TRUE(has(list.out, "(gone)  15/KH-UBND")) << list.out;
    EXPECT_TRUE(has(list.out, "orphan, accept: by Bình")) << list.out;
    EXPECT_FALSE(has(list.out, "current")) << list.out;
  }
  EXPECT_TRUE(has(run({"show", "15/KH-UBND", "-d", db}).out, "cần soát lại"));
  // A plan that is gone leaves its verdicts behind.
  import("a.txt", sample_text("16"));
  const Ran list = review({"list", "--suspect", "--format", "json"});
  EXPECT_EQ(std::count(list.out.begin(), list.out.end(), '\n'), 3);
  EXPECT_TRUE(has(list.out, R"("state":"orphan")")) << list.out;
  EXPECT_FALSE(has(list.out, R"("state":"suspect")")) << list.out;
}

TEST_F(ReviewTest, ExportsGoldThatScoresAsItWasJudged) {
  const std::string gold = dir / "in";
  EXPECT_EQ(review({"gold", "-o", gold}).status, 1);
  const Ran all = review({"list", "--all", "--format", "json"});
  const Ran take = review({"take", "-", "--by", "Bình"}, {accepted(all.out)});
  ASSERT_EQ(take.status, 0) << take.err;
  const Ran written = review({"gold", "-o", gold});
  EXPECT_EQ(written.status, 0) << written.err;
  EXPECT_EQ(written.out, gold + "/a.gold.json\n");
  EXPECT_EQ(run({"eval", gold, "--min", "1"}).status, 0);

  judge({"set", "o1@#1", "correct", "--lead", "Phòng Tư pháp"});
  ASSERT_EQ(review({"gold", "-o", gold}).status, 0);
  EXPECT_TRUE(has(bytes_of(gold + "/a.gold.json"), "Phòng Tư pháp"));
  EXPECT_EQ(run({"eval", gold, "--min", "1"}).status, 1);
}

struct RefusalCase {
  const char* name;
  std::vector<std::string> arguments;
  const char* part;
};
const RefusalCase kRefusals[] = {
    {"no command", {}, "a command is required"},
    {"no fact", {"set", "o99@#1", "accept", "--by", "B"}, "there is no o99@#1"},
    {"no id", {"set", "o1", "accept", "--by", "B"}, "names no fact"},
    {"no plan", {"set", "o1@#9", "accept", "--by", "B"}, "no plan '#9'"},
    {"no name", {"set", "o1@#1", "accept"}, "'--by' must be given: "},
    {"an empty name", {"set", "o1@#1", "accept", "--by", ""}, "--by"},
    {"a blank name", {"set", "o1@#1", "accept", "--by", " "}, "--by"},
    {"no value", {"set", "o1@#1", "correct", "--by", "B"}, "what is right?"},
    {"a value for nothing",
     {"set", "o1@#1", "accept", "--lead", "A", "--by", "B"},
     "goes with 'correct'"},
    {"a wrong field",
     {"set", "o1@#1", "correct", "--value", R"({"boss":1})", "--by", "B"},
     "no field 'boss'"},
    {"a verdict for cells",
     {"set", "o1@#1", "justify", "--by", "B"},
     "justify"},
    {"a gap without a reason",
     {"cell", "#1", "#1", "o1", "justify", "--by", "B"},
     "--note"},
    {"no gap",
     {"cell", "#1", "#1", "o1", "justify", "--note", "N", "--by", "B"},
     "there is no gap"},
    {"no obligation",
     {"cell", "#1", "#1", "o9", "accept", "--by", "B"},
     "#1 has no obligation 'o9'"},
    {"no status",
     {"cell", "#1", "#1", "o1", "correct", "--by", "B"},
     "--status"},
    {"a status for nothing",
     {"cell", "#1", "#1", "o1", "accept", "--status", "partial", "--by", "B"},
     "goes with 'correct'"},
    {"no such link",
     {"cell", "#1", "#1", "o1", "link-wrong", "--link", "o9", "--by", "B"},
     "no link to o9"},
    {"no plan to list", {"list", "9/KH-UBND"}, "no plan '9/KH-UBND'"},
    {"a wrong format", {"list", "--format", "xml"}, "xml"},
};

TEST_F(ReviewTest, RefusesWhatItCannotKeep) {
  for (const RefusalCase& c : kRefusals) {
    std::vector<std::string> arguments = c.arguments;
    arguments.insert(arguments.begin(), "review");
    if (!c.arguments.empty()) arguments.insert(arguments.end(), {"-d", db});
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 2) << c.name;
    EXPECT_TRUE(has(ran.err, c.part)) << c.name << ": " << ran.err;
  }
  EXPECT_FALSE(has(review({"list", "--all"}).out, ": by ")) << "one was kept";
}

// Nothing is judged in a database that is made for the occasion.
TEST_F(ReviewTest, MakesNoDatabase) {
  const std::string none = dir / "none.db";
  const Ran ran =
      run({"review", "set", "o1@#1", "accept", "--by", "B", "-d", none});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "no such database")) << ran.err;
  EXPECT_FALSE(std::filesystem::exists(none));
}

TEST_F(ReviewTest, TakesAllLinesOrNone) {
  const Ran ran = review({"take", "-", "--by", "Bình"},
                         {R"({"id":"o1@#1","verdict":"accept"})"
                          "\n"
                          R"({"id":"o77@#1","verdict":"accept"})"
                          "\n"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "-:2: there is no o77@#1; nothing was kept"))
      << ran.err;
  EXPECT_FALSE(has(review({"list", "--all"}).out, ": by "));
}

TEST_F(ReviewTest, SaysWhyALineIsNoVerdict) {
  const std::pair<const char*, const char*> lines[] = {
      {"[1", "it is no JSON object"},
      {R"({"id":null,"verdict":"accept"})", "it is no decision: type must be"},
      {R"({"id":"o1@#1"})", "it has no verdict"},
      {R"({"schema":"kehoach.plan/1"})", "it is no kehoach.review/1"},
      {R"({"verdict":"accept"})", "it names neither a fact"},
  };
  for (const auto& [line, part] : lines) {
    const Ran ran = review({"take", "-", "--by", "Bình"}, {line});
    EXPECT_EQ(ran.status, 2) << line;
    EXPECT_TRUE(has(ran.err, std::string("-:1: ") + part)) << ran.err;
  }
}

TEST_F(ReviewTest, SaysWhatDoesNotFitInItsOwnWords) {
  for (const auto& [id, value] : {std::pair{"o1@#1", R"({"lead":"Sở Y tế"})"},
                                  {"d1@#1", R"({"value":7})"}}) {
    const Ran ran =
        review({"set", id, "correct", "--value", value, "--by", "Bình"});
    EXPECT_EQ(ran.status, 2) << ran.out;
    EXPECT_TRUE(has(ran.err, "the value fits no ")) << ran.err;
    EXPECT_FALSE(has(ran.err, "json.exception")) << ran.err;
  }
}

// From one database to another, which has the plan in other words, or gets it
// later; the later of two verdicts stays, whatever the order.
TEST_F(ReviewTest, CarriesVerdictsToAnotherDatabase) {
  judge({"set", "o1@#1", "accept"});
  judge({"set", "o3@#1", "correct", "--lead", "Công an xã"});
  const std::string verdicts = review({"export"}).out;
  EXPECT_EQ(std::count(verdicts.begin(), verdicts.end(), '\n'), 2);
  const std::string other = dir / "other.db";
  const auto there = [&](std::vector<std::string> arguments,
                         const HowToRun& how = {}) {
    arguments.insert(arguments.begin(), "review");
    arguments.insert(arguments.end(), {"-d", other});
    return run(arguments, how);
  };
  import("b.txt", sample_text("16"), other);
  EXPECT_TRUE(has(there({"take", "-"}, {verdicts}).err, "2 verdicts kept"));
  EXPECT_TRUE(has(there({"take", "-"}, {verdicts}).err,
                  "0 verdicts kept, 2 known already"));
  EXPECT_EQ(there({"export"}).out, verdicts);
  EXPECT_TRUE(has(there({"list"}).out, "orphan"));
  import("c.txt",
         replaced(sample_text("15"), "xả rác xuống suối", "xả rác ra suối"),
         other);
  const Ran list = there({"list", "15/KH-UBND", "--all"});
  EXPECT_TRUE(has(list.out, "current, accept: by Bình")) << list.out;
  EXPECT_TRUE(has(list.out, "suspect, correct: by Bình")) << list.out;

  const std::string at = R"("at":"2)";
  const std::string later = replaced(verdicts, at, R"("at":"3)");
  const std::string sooner = replaced(verdicts, at, R"("at":"1)");
  EXPECT_TRUE(has(there({"take", "-"}, {sooner}).err, "0 verdicts kept"));
  EXPECT_TRUE(has(there({"take", "-"}, {later}).err, "1 verdict kept"));
  EXPECT_EQ(there({"export"}).out, later);
}

}  // namespace
}  // namespace kehoach
