// `kehoach review cell` from the shell's side, and what audits make of it.
#include <algorithm>

#include "cli/review_program.h"
#include "model/audit.h"
#include "text/has.h"

namespace kehoach {
namespace {

class CellReviewTest : public ReviewTest {
 protected:
  CellReviewTest() {
    import("tinh.txt", sample_text("218"));
    import("huyen.txt", lower_plan());
  }
  // It lacks what the higher one asks for rubbish.
  static std::string lower_plan() {
    return replaced(sample_text("96"),
                    "Kiểm tra, xử lý hành vi xả rác xuống suối.",
                    "Trồng cây ven đường liên xã.");
  }
  // Names the higher plan as the one that it carries out.
  void put_below() {
    import("huyen.txt",
           replaced(lower_plan(),
                    "Kế hoạch số 220/KH-UBND ngày 20/6/2024 của UBND tỉnh",
                    "Kế hoạch số 218/KH-UBND ngày 22/8/2024 của UBND huyện "
                    "Suối Mơ"));
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

// A tree says which gaps have a reason, and from whom; all stays as it was
// found.
TEST_F(CellReviewTest, MarksJustifiedGapsInATree) {
  put_below();
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
  for (const char* format : {"text", "csv", "html"}) {
    EXPECT_TRUE(
        has(shown(format), "Đã giải trình: Huyện không có suối. (Bình, "))
        << format << shown(format);
  }
  EXPECT_TRUE(has(shown("json"),
                  R"("justified_cells":["o3"],"justifications":[{)"
                  R"("obligation":"o3",)"));
  EXPECT_EQ(shown("xlsx").substr(0, 2), "PK");
}

TEST_F(CellReviewTest, RollsUpWhatPeopleCorrectedInATree) {
  put_below();
  const auto tree = [&] {
    return run(
        {"audit", "--tree", "218/KH-UBND", "-d", db, "--format", "json"});
  };
  ASSERT_EQ(tree().status, 1);
  EXPECT_TRUE(has(tree().out, R"("corrected":0,"justified":0,"cells":"c)"));
  for (const char* gap : {"o2", "o3"})
    judge_cell(gap, {"correct", "--status", "covered", "--link", "o1"});
  EXPECT_TRUE(has(tree().out, R"("cells":"ccc")")) << tree().out;
  EXPECT_EQ(tree().status, 0);
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
