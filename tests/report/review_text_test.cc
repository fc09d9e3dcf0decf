// What people decided, in every format of an audit.
#include <gtest/gtest.h>

#include "report/report.h"
#include "report/sample_audits.h"
#include "report/workbook_parts.h"
#include "text/has.h"

namespace kehoach {
namespace {

ReviewDecision decision(ReviewVerdict verdict, const char* note = "") {
  return {verdict, note, "Trần Thị <Bình>", "2026-01-31T08:30:00Z"};
}

// A link that was rejected, a status that was corrected, a gap that was
// justified.
Audit judged_audit() {
  Audit audit = sample_audit();
  audit.items[0].review = {{decision(ReviewVerdict::link_wrong),
                            ReviewState::current,
                            audit.items[0].links[0].child.quote, std::nullopt}};
  audit.items[1].review = {{decision(ReviewVerdict::correct, "Có ở mục IV."),
                            ReviewState::current, "",
                            CoverageVerdict{Coverage::covered, {}}}};
  audit.items[2].review = {{decision(ReviewVerdict::justified, "Không có sông"),
                            ReviewState::current, "", std::nullopt}};
  return audit;
}

std::string as_written(const std::vector<Audit>& audits, AuditFormat format,
                       Language language = Language::vi) {
  AuditReport how;
  how.format = format;
  how.language = language;
  how.style = {200, false};
  const auto report = audit_report(audits, how);
  EXPECT_TRUE(report) << report.error().message;
  return report ? *report : "";
}

constexpr const char* kWords[] = {"Dẫn sai",
                                  "Người soát đánh giá: Đầy đủ: Có ở mục IV.",
                                  "Đã giải trình: Không có sông"};

TEST(ReviewsInReports, StandBesideWhatWasFound) {
  for (const auto format : {AuditFormat::text, AuditFormat::csv,
                            AuditFormat::html, AuditFormat::summary}) {
    const std::string text = as_written({judged_audit()}, format);
    for (const char* words : kWords)
      EXPECT_TRUE(has(text, words)) << name_of(format) << text;
    EXPECT_TRUE(has(text, "31/1/2026")) << name_of(format);
    // The counts are those of the audit.
    if (format != AuditFormat::csv) {
      EXPECT_TRUE(has(text,
                      "01 nhiệm vụ chưa được triển khai (đã giải trình "
                      "01)"))
          << name_of(format) << text;
    }
  }
  const std::string strings = workbook_part(
      as_written({judged_audit()}, AuditFormat::xlsx), "xl/sharedStrings.xml");
  for (const char* words : kWords) EXPECT_TRUE(has(strings, words)) << words;
}

TEST(ReviewsInReports, AreNamedByTheirPlanWhereThereAreSeveral) {
  const std::vector<Audit> two = {judged_audit(), second_audit()};
  EXPECT_TRUE(has(as_written(two, AuditFormat::summary),
                  "96/KH-UBND - Ủy ban nhân dân huyện An Trạch: Đã giải trình"))
      << as_written(two, AuditFormat::summary);
  EXPECT_TRUE(has(
      workbook_part(as_written(two, AuditFormat::xlsx), "xl/sharedStrings.xml"),
      kWords[2]));
}

TEST(ReviewsInReports, AreEnglishWhereTheLabelsAre) {
  const std::string text =
      as_written({judged_audit()}, AuditFormat::text, Language::en);
  EXPECT_TRUE(has(text, "Justified: Không có sông")) << text;
  EXPECT_TRUE(has(text, "Wrong link")) << text;
}

TEST(ReviewsInReports, StrikeOutRejectedLinksOfThePage) {
  EXPECT_TRUE(has(as_written({judged_audit()}, AuditFormat::html),
                  "class=\"link rejected\""));
  EXPECT_FALSE(has(as_written({sample_audit()}, AuditFormat::html),
                   "class=\"link rejected\""));
  EXPECT_TRUE(
      has(as_written({judged_audit()}, AuditFormat::html), "&lt;Bình&gt;"));
}

TEST(ReviewsInReports, AreWhatTheFiltersOfThePageGoBy) {
  const std::string html = as_written({judged_audit()}, AuditFormat::html);
  // Only the rejected link is left for somebody to act on.
  EXPECT_TRUE(has(html, "Chỉ các lỗ hổng (1)")) << html;
  EXPECT_TRUE(has(html, "Chỉ nhiệm vụ chưa có (1)"));
  EXPECT_TRUE(has(html, "Chỉ nhiệm vụ có ý kiến soát xét (3)"));
  EXPECT_EQ(count_of(html, " data-open=\"missing\" data-judged>"), 1U);
  EXPECT_EQ(count_of(html, " data-open="), 1U);
  // Beside what was found stands what people say.
  EXPECT_TRUE(has(html,
                  "<span class=\"state partial\">Một phần</span> <span "
                  "class=\"state covered\">người soát: Đầy đủ</span>"))
      << html;
  EXPECT_TRUE(has(html,
                  "<span class=\"state missing\">Chưa có</span> <span "
                  "class=\"state settled\">đã giải trình</span>"));
  EXPECT_FALSE(has(as_written({sample_audit()}, AuditFormat::html),
                   "Chỉ nhiệm vụ có ý kiến soát xét"));
}

TEST(ReviewsInReports, StandInTheOverviewOfSeveral) {
  const std::vector<Audit> two = {judged_audit(), second_audit()};
  const std::string html = as_written(two, AuditFormat::html);
  for (const char* cell : {">Đầy đủ → Chưa có</td>", ">Một phần → Đầy đủ</td>",
                           ">Chưa có (đã giải trình)</td>"})
    EXPECT_TRUE(has(html, cell)) << cell << html;
  EXPECT_TRUE(has(html, "<td class=\"settled\" title=\"Đã giải trình: Không"));
  // Two decisions about a cell are one line: its tooltip has no other.
  std::vector<Audit> twice = {judged_audit(), second_audit()};
  twice[0].items[2].review.push_back(
      {decision(ReviewVerdict::accept), ReviewState::current, "", {}});
  EXPECT_TRUE(has(as_written(twice, AuditFormat::html),
                  "Bình&gt;, 31/1/2026); Đã soát, đúng (Trần"));
  const std::string book = as_written(two, AuditFormat::xlsx);
  EXPECT_TRUE(has(workbook_part(book, "xl/sharedStrings.xml"),
                  "Chưa có (đã giải trình)"));
  EXPECT_TRUE(has(workbook_part(book, "xl/worksheets/sheet1.xml"),
                  "<formula>\"Chưa có (đã giải trình)\"</formula>"));
  EXPECT_TRUE(has(as_written(two, AuditFormat::text), "\n  ◇· II.3.-"))
      << as_written(two, AuditFormat::text);
  EXPECT_TRUE(has(as_written(two, AuditFormat::text), "◇ đã giải trình"));
}

// Where only gaps are quoted, what was judged is quoted too.
TEST(ReviewsInReports, StandOnThePageOfVeryManyChildren) {
  std::vector<Audit> audits = {judged_audit()};
  for (int i = 0; i < 50; ++i) {
    audits.push_back(second_audit());
    audits.back().child.path += std::to_string(i);
  }
  const std::string page = as_written(audits, AuditFormat::html);
  EXPECT_TRUE(has(page, ">◐→●</td>"));
  EXPECT_TRUE(has(page, ">◇</td>"));
  for (const char* words : kWords) EXPECT_TRUE(has(page, words)) << words;
}

// What was corrected to be covered is no gap, whatever reason was given.
TEST(ReviewsInReports, CountAReasonOnlyForAGap) {
  Audit audit = judged_audit();
  audit.items[2].review.push_back(audit.items[1].review[0]);
  const std::string text = as_written({audit}, AuditFormat::summary);
  EXPECT_FALSE(has(text, "(đã giải trình")) << text;
}

TEST(ReviewsInReports, SayWhenTheyAreSuspect) {
  Audit audit = judged_audit();
  audit.items[2].review[0].state = ReviewState::suspect;
  const std::string text = as_written({audit}, AuditFormat::summary);
  EXPECT_TRUE(has(text, "cần soát lại")) << text;
  EXPECT_FALSE(has(text, "đã giải trình 01")) << text;
}

TEST(JudgeText, ShowsARowAndWhatIsGone) {
  const AuditItem item = judged_audit().items[0];
  const std::string row =
      judge_text(CellToJudge{"#1", "96/KH-UBND", item, std::nullopt}, {});
  EXPECT_TRUE(has(row, "o1  #1 -> 96/KH-UBND  covered")) << row;
  EXPECT_TRUE(has(row, "-> o7  Thu gom rác")) << row;
  EXPECT_TRUE(has(row, "current, link-wrong: by Trần Thị <Bình>")) << row;
  CellReview review;
  review.decision = decision(ReviewVerdict::justified, "Không có sông");
  review.parent_quote = "Trồng cây.";
  const std::string lost =
      judge_text(CellToJudge{"", "#2", std::nullopt, review}, {});
  EXPECT_TRUE(has(lost, "(gone)  (gone) -> #2")) << lost;
  EXPECT_TRUE(has(lost, "orphan, justified")) << lost;
}

TEST(JudgeJson, NamesTheRowAsVerdictsDo) {
  const std::string row = judge_json(
      CellToJudge{"#1", "96/KH-UBND", judged_audit().items[2], std::nullopt});
  EXPECT_EQ(row.rfind(R"({"parent":"#1","child":"96/KH-UBND",)"
                      R"("obligation":"o3","cell":{"parent":{)",
                      0),
            0U)
      << row;
}

TEST(CoverageJson, IsAGoldAlignment) {
  EXPECT_EQ(
      coverage_json("tinh", "huyen",
                    {{"Trồng cây.", {Coverage::partial, {"Trồng."}}, ""}}),
      R"({"parent":"tinh","child":"huyen","items":[{"parent":)"
      R"("Trồng cây.","status":"partial","links":["Trồng."],"why":""}]})");
}

}  // namespace
}  // namespace kehoach
