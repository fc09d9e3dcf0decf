// `kehoach review` from the shell's side.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "model/audit.h"
#include "text/has.h"
#include "text/text.h"

namespace kehoach {
namespace {

std::string replaced(std::string text, const std::string& from,
                     const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

class ReviewTest : public testing::Test {
 protected:
  ReviewTest() { import("a.txt", sample_text("15")); }

  void import(const std::string& name, const std::string& text,
              const std::string& into = "") {
    const std::string file = dir.write("in/" + name, text);
    const Ran ran = run({"import", file, "-d", into.empty() ? db : into});
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  Ran review(std::vector<std::string> arguments, const HowToRun& how = {}) {
    arguments.insert(arguments.begin(), "review");
    arguments.insert(arguments.end(), {"-d", db});
    return run(arguments, how);
  }
  void judge(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--by", "Bình"});
    const Ran ran = review(std::move(arguments));
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  // What `listed` prints, each with a verdict: the first field tells which.
  static std::string accepted(const std::string& listed) {
    std::string lines;
    for (const std::string_view line : split(listed, '\n')) {
      if (line.empty()) continue;
      lines += std::string(line.substr(0, line.size() - 1)) +
               R"(,"verdict":"accept"})"
               "\n";
    }
    return lines;
  }

  TempDir dir;
  std::string db = dir / "plans.db";
};

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
    {"no name", {"set", "o1@#1", "accept"}, "--by is required"},
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

class CellReviewTest : public ReviewTest {
 protected:
  CellReviewTest() {
    import("tinh.txt", sample_text("218"));
    import("huyen.txt", replaced(sample_text("96"),
                                 "Kiểm tra, xử lý hành vi xả rác xuống suối.",
                                 "Trồng cây ven đường liên xã."));
  }
  void judge_cell(const std::string& obligation,
                  std::vector<std::string> rest) {
    rest.insert(rest.begin(),
                {"cell", "218/KH-UBND", "96/KH-UBND", obligation});
    judge(std::move(rest));
  }
  Ran audit(const std::string& format = "json") {
    return run(
        {"audit", "218/KH-UBND", "96/KH-UBND", "-d", db, "--format", format});
  }
  AuditItem item(const std::string& id) {
    const auto found = audit_from_json(audit().out);
    EXPECT_TRUE(found);
    for (const AuditItem& each : found->items) {
      if (each.parent.id == id) return each;
    }
    ADD_FAILURE() << id;
    return {};
  }
};

TEST_F(CellReviewTest, JustifiesAGap) {
  const AuditItem before = item("o3");
  ASSERT_NE(before.status, Coverage::covered);
  EXPECT_EQ(audit().status, 1);
  const Ran waiting = review({"list", "218/KH-UBND", "96/KH-UBND"});
  EXPECT_TRUE(has(waiting.out, "o3  218/KH-UBND -> 96/KH-UBND")) << waiting.out;
  judge_cell("o3", {"justify", "--note", "Huyện không có suối."});
  const AuditItem after = item("o3");
  ASSERT_EQ(after.review.size(), 1U);
  EXPECT_EQ(after.review[0].decision.note, "Huyện không có suối.");
  EXPECT_EQ(after.review[0].state, ReviewState::current);
  EXPECT_EQ(after.status, before.status);
  EXPECT_EQ(after.links, before.links);
  for (const char* format : {"text", "csv", "html", "summary"}) {
    const Ran ran = audit(format);
    EXPECT_TRUE(has(ran.out, "Đã giải trình: Huyện không có suối. (Bình"))
        << format;
    // A gap with a reason is no gap for those who act on the exit status.
    EXPECT_EQ(ran.status, 0) << format;
  }
  EXPECT_EQ(review({"list", "218/KH-UBND", "96/KH-UBND"}).out, "");
  // Said again, it takes the place of what was said before.
  judge_cell("o3", {"justify", "--note", "Suối đã lấp."});
  ASSERT_EQ(item("o3").review.size(), 1U);
  EXPECT_EQ(item("o3").review[0].decision.note, "Suối đã lấp.");
}

// Whether plans are named by file or by code, and in whatever order.
TEST_F(CellReviewTest, ShowsVerdictsBesideFiles) {
  judge_cell("o3", {"justify", "--note", "Huyện không có suối."});
  const std::string tinh = dir / "in/tinh.txt";
  const std::string huyen = dir / "in/huyen.txt";
  const std::vector<std::string> rest = {"-d", db, "--format", "json"};
  const std::vector<std::vector<std::string>> ways = {
      {tinh, huyen},
      {"218/KH-UBND", huyen},
      {tinh, "96/KH-UBND"},
      {tinh, huyen, "96/KH-UBND"},
      {tinh, "96/KH-UBND", huyen}};
  for (const std::vector<std::string>& names : ways) {
    std::vector<std::string> arguments = {"audit"};
    arguments.insert(arguments.end(), names.begin(), names.end());
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(split(ran.out, '\n').size(), names.size());
    for (const std::string_view line : split(ran.out, '\n')) {
      if (!line.empty()) {
        EXPECT_TRUE(has(line, "Huyện không có suối.")) << line;
      }
    }
  }
  // Nobody asked for the database.
  EXPECT_EQ(run({"audit", tinh, huyen}).status, 1);
}

// However plans are named, there is one verdict about a thing.
TEST_F(CellReviewTest, KnowsPlansByAllTheirNames) {
  const std::string rest = R"(,"verdict":"accept"})"
                           "\n";
  const Ran take = review(
      {"take", "-", "--by", "Bình"},
      {R"({"id":"o1@#2")" + rest + R"({"id":"o1@218/KH-UBND")" + rest +
       R"({"parent":"#2","child":"#3","obligation":"o1")" + rest +
       R"({"parent":"218/KH-UBND","child":"96/KH-UBND","obligation":"o1")" +
       rest});
  ASSERT_EQ(take.status, 0) << take.err;
  const Ran kept = review({"export"});
  EXPECT_EQ(std::count(kept.out.begin(), kept.out.end(), '\n'), 2) << kept.out;
}

TEST_F(CellReviewTest, RejectsALink) {
  const AuditItem before = item("o1");
  ASSERT_EQ(before.links.size(), 1U);
  judge_cell("o3", {"justify", "--note", "Huyện không có suối."});
  ASSERT_EQ(audit().status, 0);
  judge_cell("o1", {"link-wrong", "--link", before.links[0].child.id});
  const AuditItem after = item("o1");
  EXPECT_EQ(after.links, before.links);
  EXPECT_EQ(after.status, before.status);
  ASSERT_EQ(after.review.size(), 1U);
  EXPECT_EQ(after.review[0].child_quote, before.links[0].child.quote);
  EXPECT_TRUE(has(audit("text").out, "Dẫn sai"));
  EXPECT_EQ(audit().status, 1);
}

TEST_F(CellReviewTest, SaysWhatItKept) {
  EXPECT_EQ(review({"cell", "218/KH-UBND", "96/KH-UBND", "o3", "justify",
                    "--note", "Huyện không có suối.", "--by", "Bình"})
                .err,
            "kehoach: verdict kept: o3 of 218/KH-UBND in 96/KH-UBND justified, "
            "by Bình\n");
  EXPECT_EQ(review({"set", "o1@#1", "accept", "--by", "Bình"}).err,
            "kehoach: verdict kept: o1@#1 accept, by Bình\n");
}

// A tree counts gaps that have a reason; all stays as it was found.
TEST_F(CellReviewTest, CountsJustifiedGapsInATree) {
  import("huyen.txt",
         replaced(replaced(sample_text("96"),
                           "Kiểm tra, xử lý hành vi xả rác xuống suối.",
                           "Trồng cây ven đường liên xã."),
                  "Kế hoạch số 220/KH-UBND ngày 20/6/2024 của UBND tỉnh",
                  "Kế hoạch số 218/KH-UBND ngày 22/8/2024 của UBND huyện Suối "
                  "Mơ"));
  const std::vector<std::string> tree = {"audit", "--tree", "218/KH-UBND",
                                         "-d",    db,       "--format"};
  const auto shown = [&](const std::string& format) {
    std::vector<std::string> arguments = tree;
    arguments.push_back(format);
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 1) << ran.err;
    return ran.out;
  };
  EXPECT_TRUE(has(shown("json"), R"("justified":0,"cells":"c)"));
  EXPECT_FALSE(has(shown("text"), "giải trình"));
  judge_cell("o3", {"justify", "--note", "Huyện không có suối."});
  EXPECT_TRUE(has(shown("json"), R"("justified":1,"cells":"c)"));
  EXPECT_TRUE(has(shown("text"), "1 chỗ thiếu so với kế hoạch trên"));
  EXPECT_TRUE(has(shown("text"), "(đã"));
}

TEST_F(CellReviewTest, SuspectsAGapWhoseTextChanged) {
  judge_cell("o3", {"justify", "--note", "Huyện không có suối."});
  import("tinh.txt", replaced(sample_text("218"),
                              "Kiểm tra, xử lý hành vi xả rác xuống suối.",
                              "Kiểm tra, xử lý hành vi xả rác xuống suối và "
                              "hồ."));
  ASSERT_EQ(item("o3").review.size(), 1U);
  EXPECT_EQ(item("o3").review[0].state, ReviewState::suspect);
  EXPECT_EQ(audit().status, 1);
  EXPECT_TRUE(has(review({"list", "--suspect"}).out, "suspect, justified"));
  // Judged again, it is suspect no more.
  judge_cell("o3", {"justify", "--note", "Huyện không có hồ."});
  ASSERT_EQ(item("o3").review.size(), 1U);
  EXPECT_EQ(item("o3").review[0].state, ReviewState::current);
  EXPECT_EQ(review({"list", "--suspect"}).out, "");
}

TEST_F(CellReviewTest, ExportsAnAuditThatWasJudgedWhole) {
  judge_cell("o1", {"accept"});
  judge_cell("o2", {"correct", "--status", "partial", "--link", "o2"});
  EXPECT_EQ(review({"gold", "-o", dir / "gold"}).status, 1);
  judge_cell("o3", {"justify", "--note", "Huyện không có suối."});
  const Ran gold = review({"gold", "-o", dir / "gold"});
  ASSERT_EQ(gold.status, 0) << gold.err;
  EXPECT_TRUE(has(gold.out, "tinh--huyen.coverage.json")) << gold.out;
  const std::string written = bytes_of(dir / "gold/tinh--huyen.coverage.json");
  EXPECT_TRUE(has(written, R"("parent": "tinh")")) << written;
  EXPECT_TRUE(has(written, R"("status": "partial")")) << written;
  EXPECT_TRUE(has(written, R"("why": "Huyện không có suối.")")) << written;
}

}  // namespace
}  // namespace kehoach
