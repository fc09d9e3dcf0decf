#include <gtest/gtest.h>

#include "report/report.h"
#include "store/sample_plan.h"

namespace kehoach {
namespace {

std::vector<LintFinding> sample_findings() {
  std::vector<LintFinding> found = {{Severity::info,
                                     "no-deadline",
                                     "Nhiệm vụ không nêu thời hạn.",
                                     "IV.1.-",
                                     "Trồng cây.",
                                     {5, 9},
                                     2},
                                    {Severity::warning,
                                     "numbering",
                                     "Số thứ tự \"b\" lặp lại.",
                                     "IV.2.b",
                                     "b) Quét sân.",
                                     {10, 20},
                                     3},
                                    {Severity::info,
                                     "no-deadline",
                                     "Nhiệm vụ không nêu thời hạn.",
                                     "IV.1.+",
                                     "Tưới cây.",
                                     {30, 39},
                                     0}};
  for (int i = 0; i < 12; ++i) {
    found.push_back({Severity::info,
                     "no-lead",
                     "Không ai.",
                     "V." + std::to_string(i),
                     "Q.",
                     {40, 42},
                     0});
  }
  return found;
}

TEST(LintText, SumsUpWhatIsWeak) {
  EXPECT_EQ(
      lint_text(sample_plan(), sample_findings(), {false, {80, false}}),
      R"TEXT(Kế hoạch số 1515/KH-UBND ngày 22/8/2024 của Ủy ban nhân dân thành phố Suối Mơ: 1
  cảnh báo, 14 điểm nên xem
  plans/a.txt
  ! mục IV.2.b, tr. 3: Số thứ tự "b" lặp lại. [numbering]
    "b) Quét sân."
  · Nhiệm vụ không nêu thời hạn hay chế độ định kỳ (2): IV.1 [no-deadline]
  · Nhiệm vụ không nêu cơ quan chủ trì (12): V.0; V.1; V.2; V.3; V.4; V.5; V.6;
    V.7; … [no-lead]
)TEXT");
}

TEST(LintText, ListsAllIfAsked) {
  const std::string text =
      lint_text(sample_plan(), sample_findings(), {true, {80, false}});
  EXPECT_NE(text.find("  · mục IV.1, gạch đầu dòng, tr. 2: Nhiệm vụ không nêu "
                      "thời hạn. [no-deadline]\n    \"Trồng cây.\"\n"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find("(12)"), std::string::npos);
}

TEST(LintText, SaysThatAllIsWell) {
  EXPECT_NE(lint_text(Plan(), {}, {}).find("không có gì cần xem lại"),
            std::string::npos);
}

TEST(LintJson, IsOneLine) {
  std::vector<LintFinding> found = sample_findings();
  found.resize(2);
  EXPECT_EQ(
      lint_json(sample_plan(), found),
      R"({"schema":"kehoach.lint/1","plan":{"path":"plans/a.txt","code":"1515/KH-UBND","issuer":"Ủy ban nhân dân thành phố Suối Mơ","issued_on":"2024-08-22"},"findings":[{"check":"no-deadline","severity":"info","message":"Nhiệm vụ không nêu thời hạn.","path":"IV.1.-","quote":"Trồng cây.","span":[5,9],"page":2},{"check":"numbering","severity":"warning","message":"Số thứ tự \"b\" lặp lại.","path":"IV.2.b","quote":"b) Quét sân.","span":[10,20],"page":3}],"summary":{"warning":1,"info":1}})");
}

}  // namespace
}  // namespace kehoach
