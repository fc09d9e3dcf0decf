// `kehoach review` from the shell's side.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "model/audit.h"

namespace kehoach {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string replaced(std::string text, const std::string& from,
                     const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

class ReviewTest : public testing::Test {
 protected:
  ReviewTest() { import(sample_text("15")); }

  void import(const std::string& text) {
    const std::string file = dir.write("in/a.txt", text);
    const Ran ran = run({"import", file, "-d", db});
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  Ran review(std::vector<std::string> arguments, const HowToRun& how = {}) {
    arguments.insert(arguments.begin(), "review");
    arguments.insert(arguments.end(), {"-d", db});
    return run(arguments, how);
  }
  // One JSON object for each fact, with a verdict for it.
  std::string all_accepted() {
    const Ran ran = review({"--all", "--format", "json"});
    std::string lines;
    for (std::size_t at = 0; at < ran.out.size();) {
      const std::size_t end = ran.out.find('\n', at);
      const std::string line = ran.out.substr(at, end - at);
      const std::size_t id = line.find(R"("id":")");
      EXPECT_EQ(id, 1U) << line;
      lines += line.substr(0, line.find(',')) + R"(,"verdict":"accept"})"
                                                "\n";
      at = end + 1;
    }
    return lines;
  }

  TempDir dir;
  std::string db = dir / "plans.db";
};

TEST_F(ReviewTest, KeepsAVerdictThroughImports) {
  const Ran set = review({"set", "o1@#1", "correct", "--lead", "Phòng Tư pháp",
                          "--note", "Đọc nhầm.", "--by", "Bình"});
  ASSERT_EQ(set.status, 0) << set.err;
  for (int round = 0; round < 2; ++round) {
    const Ran list = review({"--all", "--document", "15/KH-UBND"});
    EXPECT_TRUE(has(list.out, "current, correct: by Bình, 20")) << list.out;
    EXPECT_TRUE(has(list.out, R"({"lead":["Phòng Tư pháp"]}, Đọc nhầm.)"))
        << list.out;
    EXPECT_EQ(run({"import", dir / "in", "-d", db, "--reread"}).status, 0);
  }
  // What was read stays as it was.
  EXPECT_TRUE(has(run({"export", "-d", db}).out, R"("lead":["Phòng Y tế"])"));
  EXPECT_TRUE(
      has(run({"show", "15/KH-UBND", "-d", db}).out, "Đã soát: sửa lại"));
}

TEST_F(ReviewTest, SuspectsWhatChanged) {
  ASSERT_EQ(review({"set", "o1@#1", "accept", "--by", "Bình"}).status, 0);
  ASSERT_EQ(review({"set", "o3@#1", "accept", "--by", "Bình"}).status, 0);
  EXPECT_EQ(review({"--suspect"}).out, "");
  import(replaced(sample_text("15"), "tuyên truyền cho trẻ em",
                  "tuyên truyền cho trẻ em và người già"));
  const Ran list = review({"--suspect"});
  EXPECT_TRUE(has(list.out, "suspect, accept: by Bình")) << list.out;
  EXPECT_TRUE(has(list.out, "và người già")) << list.out;
  EXPECT_FALSE(has(list.out, "current")) << list.out;
  EXPECT_FALSE(has(list.out, "xả rác xuống suối")) << list.out;
  EXPECT_TRUE(has(run({"show", "15/KH-UBND", "-d", db}).out, "cần soát lại"));
}

TEST_F(ReviewTest, ExportsGoldThatScoresAsItWasJudged) {
  const std::string gold = dir / "in";
  EXPECT_EQ(review({"export", "-o", gold}).status, 1);
  const Ran take = review({"take", "-", "--by", "Bình"}, {all_accepted()});
  ASSERT_EQ(take.status, 0) << take.err;
  const Ran written = review({"export", "-o", gold});
  EXPECT_EQ(written.status, 0) << written.err;
  EXPECT_EQ(written.out, gold + "/a.gold.json\n");
  EXPECT_EQ(run({"eval", gold, "--min", "1"}).status, 0);

  const Ran set = review(
      {"set", "o1@#1", "correct", "--lead", "Phòng Tư pháp", "--by", "Bình"});
  ASSERT_EQ(set.status, 0) << set.err;
  ASSERT_EQ(review({"export", "-o", gold}).status, 0);
  EXPECT_TRUE(has(content_of(gold + "/a.gold.json"), "Phòng Tư pháp"));
  EXPECT_EQ(run({"eval", gold, "--min", "1"}).status, 1);
}

struct RefusalCase {
  const char* name;
  std::vector<std::string> arguments;
  const char* part;
};
const RefusalCase kRefusals[] = {
    {"no fact", {"set", "o99@#1", "accept", "--by", "B"}, "there is no o99@#1"},
    {"no id", {"set", "o1", "accept", "--by", "B"}, "names no fact"},
    {"no plan", {"set", "o1@#9", "accept", "--by", "B"}, "no plan '#9'"},
    {"no name", {"set", "o1@#1", "accept"}, "--by is required"},
    {"an empty name", {"set", "o1@#1", "accept", "--by", ""}, "--by"},
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
    {"a wrong format", {"--format", "xml"}, "xml"},
};

TEST_F(ReviewTest, RefusesWhatItCannotKeep) {
  for (const RefusalCase& c : kRefusals) {
    const Ran ran = review(c.arguments);
    EXPECT_EQ(ran.status, 2) << c.name;
    EXPECT_TRUE(has(ran.err, c.part)) << c.name << ": " << ran.err;
  }
  EXPECT_FALSE(has(review({"--all"}).out, ": by ")) << "something was kept";
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
  EXPECT_FALSE(has(review({"--all"}).out, ": by "));
}

class CellReviewTest : public ReviewTest {
 protected:
  CellReviewTest() {
    import_as("tinh.txt", sample_text("218"));
    import_as("huyen.txt",
              replaced(sample_text("96"),
                       "Kiểm tra, xử lý hành vi xả rác xuống suối.",
                       "Trồng cây ven đường liên xã."));
  }
  void import_as(const std::string& name, const std::string& text) {
    const std::string file = dir.write("in/" + name, text);
    const Ran ran = run({"import", file, "-d", db});
    ASSERT_EQ(ran.status, 0) << ran.err;
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
  const Ran kept = review({"cell", "218/KH-UBND", "96/KH-UBND", "o3", "justify",
                           "--note", "Huyện không có suối.", "--by", "Bình"});
  ASSERT_EQ(kept.status, 0) << kept.err;
  const AuditItem after = item("o3");
  ASSERT_EQ(after.review.size(), 1U);
  EXPECT_EQ(after.review[0].decision.note, "Huyện không có suối.");
  EXPECT_EQ(after.review[0].state, ReviewState::current);
  EXPECT_EQ(after.status, before.status);
  EXPECT_EQ(after.links, before.links);
  for (const char* format : {"text", "csv", "html"}) {
    EXPECT_TRUE(has(audit(format).out, "Đã giải trình")) << format;
  }
  // Said again, it takes the place of what was said before.
  ASSERT_EQ(review({"cell", "218/KH-UBND", "96/KH-UBND", "o3", "justify",
                    "--note", "Suối đã lấp.", "--by", "An"})
                .status,
            0);
  ASSERT_EQ(item("o3").review.size(), 1U);
  EXPECT_EQ(item("o3").review[0].decision.reviewer, "An");
}

TEST_F(CellReviewTest, TakesAWrongLinkAway) {
  const AuditItem before = item("o1");
  ASSERT_FALSE(before.links.empty());
  const std::string link = before.links[0].child.id;
  const Ran kept = review({"cell", "218/KH-UBND", "96/KH-UBND", "o1",
                           "link-wrong", "--link", link, "--by", "Bình"});
  ASSERT_EQ(kept.status, 0) << kept.err;
  const AuditItem after = item("o1");
  EXPECT_EQ(after.links.size(), before.links.size() - 1);
  EXPECT_EQ(after.status, before.status);
  ASSERT_EQ(after.review.size(), 1U);
  EXPECT_EQ(after.review[0].child_quote, before.links[0].child.quote);
  EXPECT_TRUE(has(audit("text").out, "Liên kết sai"));
}

TEST_F(CellReviewTest, SuspectsAGapWhoseTextChanged) {
  ASSERT_EQ(review({"cell", "218/KH-UBND", "96/KH-UBND", "o3", "justify",
                    "--note", "Huyện không có suối.", "--by", "Bình"})
                .status,
            0);
  import_as(
      "tinh.txt",
      replaced(sample_text("218"), "Kiểm tra, xử lý hành vi xả rác xuống suối.",
               "Kiểm tra, xử lý hành vi xả rác xuống suối và hồ."));
  ASSERT_EQ(item("o3").review.size(), 1U);
  EXPECT_EQ(item("o3").review[0].state, ReviewState::suspect);
}

}  // namespace
}  // namespace kehoach
