// The report of an audit in each format.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "report/layout.h"
#include "report/report.h"
#include "report/sample_audits.h"
#include "report/widest_line.h"
#include "report/workbook_parts.h"
#include "text/has.h"

namespace kehoach {
namespace {

std::string written(const std::vector<Audit>& audits, AuditFormat format,
                    Language language = Language::vi, bool gaps = false) {
  AuditReport how;
  how.format = format;
  how.language = language;
  how.gaps = gaps;
  const auto report = audit_report(audits, how);
  EXPECT_TRUE(report) << report.error().message;
  return report ? *report : "";
}

std::string text_of(const std::vector<Audit>& audits, std::size_t width,
                    bool colour = false, bool gaps = false) {
  AuditReport how;
  how.gaps = gaps;
  how.style = {width, colour};
  return *audit_report(audits, how);
}

// Lines that end in CR LF, as all must, with LF alone.
std::string without_returns(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty()) {
      EXPECT_EQ(line.back(), '\r') << line;
      out.append(line.substr(0, line.size() - 1)).append("\n");
    }
  }
  return out;
}

TEST(AuditText, PutsGapsFirstWithBothQuotes) {
  EXPECT_EQ(
      text_of({sample_audit()}, 80),
      R"TEXT(Đối chiếu Kế hoạch số 96/KH-UBND ngày 05/6/2024 của Ủy ban nhân dân huyện An
Trạch với Kế hoạch số 344-KH/TU ngày 22/4/2024 của Tỉnh ủy Cửu Hà: có 1/3 nhiệm
vụ được triển khai đầy đủ, 01 nhiệm vụ được triển khai một phần, 01 nhiệm vụ
chưa được triển khai.

Ma trận (3)
  ● Đầy đủ  ◐ Một phần  ○ Chưa có
  ● II.1         Thu gom rác trên sông, báo cáo trước ngày 10/11.
  ◐ II.2         Đặt thùng rác ở chợ; xử phạt người xả rác.
  ○ II.3.-       Trồng cây <ven> sông & "kênh".

Chưa có (1)

  3. mục II.3, gạch đầu dòng, tr. 3 - Hội Nông dân; Đoàn Thanh niên
     Trồng cây <ven> sông & "kênh".
     ○ Chưa có

Một phần (1)

  2. mục II.2, tr. 3
     Đặt thùng rác ở chợ; xử phạt người xả rác.
     ◐ Một phần (0,50)
       → mục III.2.b: Đặt thùng rác ở các chợ.
         Cùng nêu: đặt thùng rác ở chợ (0,50)

Đầy đủ (1)

  1. mục II.1, tr. 2 - Sở Tài nguyên và Môi trường
     Thu gom rác trên sông, báo cáo trước ngày 10/11.
     ● Đầy đủ (0,83)
       → mục III.2.a: Thu gom rác trên các kênh, rạch; báo cáo trước ngày 25/11.
         Cùng nêu: thu gom rác (0,83)
       ! Thời hạn muộn hơn: Muộn hơn 15 ngày.
         Cấp trên: "trước ngày 10/11"
         Cấp dưới: "trước ngày 25/11"

Phát hiện (1)
  ! Căn cứ văn bản cũ: Dẫn kế hoạch đã được thay thế.
    Cấp dưới: "số 12-KH/TU"

Nhiệm vụ riêng (1)
  mục IV: Khen thưởng ấp sạch.

Nguồn (2)
  Cấp trên: Kế hoạch số 344-KH/TU ngày 22/4/2024 của Tỉnh ủy Cửu Hà
    Bảo vệ dòng sông
    plans/344.pdf
  Cấp dưới: Kế hoạch số 96/KH-UBND ngày 05/6/2024 của Ủy ban nhân dân huyện An
    Trạch
    Triển khai thực hiện Kế hoạch số 344-KH/TU
    plans/96.docx
)TEXT");
}

TEST(AuditText, ShowsOnlyGapsIfAsked) {
  const std::string text = text_of({sample_audit()}, 80, false, true);
  EXPECT_TRUE(has(text, "Ma trận (2)"));
  EXPECT_TRUE(has(text, "có 1/3 nhiệm\nvụ"));
  EXPECT_FALSE(has(text, "Thu gom rác"));
  EXPECT_FALSE(has(text, "Khen thưởng"));
}

TEST(AuditText, NumbersSeveralChildren) {
  const std::string text = text_of({sample_audit(), second_audit()}, 80);
  EXPECT_TRUE(has(text, "  [2] Kế hoạch số 96/KH-UBND ngày 21/6/2024")) << text;
  EXPECT_TRUE(has(text, "  ◐● II.2         Đặt thùng rác")) << text;
  EXPECT_TRUE(has(text, "  ○· II.3.-       Trồng cây")) << text;
  EXPECT_TRUE(has(text, "     · Chưa đối chiếu: [2]\n     ○ Chưa có: [1]\n"))
      << text;
}

TEST(AuditText, FitsNarrowTerminals) {
  std::vector<Audit> audits = {sample_audit(), second_audit()};
  audits[0].items[0].parent.quote = std::string(300, 'x') + " y";
  for (int i = 0; i < 70; ++i) {
    audits.push_back(second_audit());
    audits.back().child.path = std::to_string(i);
  }
  for (const std::size_t width : {60U, 80U}) {
    std::string text = text_of({sample_audit()}, width, true);
    EXPECT_LE(widest_line(text), width);
    EXPECT_TRUE(has(text, "\x1b[31m")) << text;
    // Only a word that is longer than a line may stand out.
    text = text_of(audits, width);
    for (const std::string_view line : split(text, '\n')) {
      const bool is_long_word = has(line, "xxx") && !has(line, "…");
      EXPECT_TRUE(is_long_word || columns(line) <= width) << line;
    }
  }
}

TEST(AuditText, SaysWhenThereIsNothing) {
  EXPECT_EQ(text_of({}, 80), "Không có kết quả đối chiếu nào.\n");
  const std::string empty = text_of({Audit()}, 80);
  EXPECT_TRUE(has(empty, "không nêu\nnhiệm vụ nào")) << empty;
  EXPECT_TRUE(has(empty, "Không có nhiệm vụ nào.")) << empty;
}

TEST(AuditSummary, IsAdministrativeProse) {
  EXPECT_EQ(
      written({sample_audit()}, AuditFormat::summary),
      R"TEXT(Đối chiếu Kế hoạch số 96/KH-UBND ngày 05/6/2024 của Ủy ban nhân dân huyện An Trạch với Kế hoạch số 344-KH/TU ngày 22/4/2024 của Tỉnh ủy Cửu Hà: có 1/3 nhiệm vụ được triển khai đầy đủ, 01 nhiệm vụ được triển khai một phần, 01 nhiệm vụ chưa được triển khai.
Các nhiệm vụ chưa được triển khai:
- Mục II.3, gạch đầu dòng, tr. 3: Trồng cây <ven> sông & "kênh".
Các nhiệm vụ mới được triển khai một phần:
- Mục II.2, tr. 3: Đặt thùng rác ở chợ; xử phạt người xả rác.
Những điểm cần xem xét, điều chỉnh:
- Mục II.1, tr. 2: Thời hạn muộn hơn (Muộn hơn 15 ngày);
- Căn cứ văn bản cũ (Dẫn kế hoạch đã được thay thế).
Ngoài ra, Kế hoạch số 96/KH-UBND ngày 05/6/2024 của Ủy ban nhân dân huyện An Trạch nêu 01 nhiệm vụ riêng, không ứng với nhiệm vụ nào của cấp trên.
)TEXT");
  EXPECT_EQ(
      written({sample_audit()}, AuditFormat::summary, Language::en),
      R"TEXT(96/KH-UBND of Ủy ban nhân dân huyện An Trạch, 2024-06-05 against 344-KH/TU of Tỉnh ủy Cửu Hà, 2024-04-22: 1 of 3 obligations are covered, 1 partly, 1 not at all.
Obligations that are missing:
- II.3.-, p. 3: Trồng cây <ven> sông & "kênh".
Obligations that are covered in part:
- II.2, p. 3: Đặt thùng rác ở chợ; xử phạt người xả rác.
To look at again:
- II.1, p. 2: Later deadline (Muộn hơn 15 ngày);
- Outdated parent (Dẫn kế hoạch đã được thay thế).
Besides, 96/KH-UBND of Ủy ban nhân dân huyện An Trạch, 2024-06-05 has 1 obligations of its own that answer to none of the parent.
)TEXT");
}

TEST(AuditSummary, ComparesSeveralChildren) {
  EXPECT_EQ(
      written({sample_audit(), second_audit()}, AuditFormat::summary),
      R"TEXT(Kết quả đối chiếu 02 kế hoạch cấp dưới với Kế hoạch số 344-KH/TU ngày 22/4/2024 của Tỉnh ủy Cửu Hà:
- Kế hoạch số 96/KH-UBND ngày 05/6/2024 của Ủy ban nhân dân huyện An Trạch: có 1/3 nhiệm vụ được triển khai đầy đủ, 01 nhiệm vụ được triển khai một phần, 01 nhiệm vụ chưa được triển khai;
- Kế hoạch số 96/KH-UBND ngày 21/6/2024 của Ủy ban nhân dân thị xã Tân Lộ: toàn bộ 02 nhiệm vụ được triển khai đầy đủ.
Các nhiệm vụ chưa được triển khai:
- Mục II.3, gạch đầu dòng, tr. 3: Trồng cây <ven> sông & "kênh" (1/2 kế hoạch: 96/KH-UBND - Ủy ban nhân dân huyện An Trạch).
Các nhiệm vụ mới được triển khai một phần:
- Mục II.2, tr. 3: Đặt thùng rác ở chợ; xử phạt người xả rác (1/2 kế hoạch: 96/KH-UBND - Ủy ban nhân dân huyện An Trạch).
Những điểm cần xem xét, điều chỉnh:
- Mục II.1, tr. 2, 96/KH-UBND - Ủy ban nhân dân huyện An Trạch: Thời hạn muộn hơn (Muộn hơn 15 ngày);
- 96/KH-UBND - Ủy ban nhân dân huyện An Trạch: Căn cứ văn bản cũ (Dẫn kế hoạch đã được thay thế).
Ngoài ra, Kế hoạch số 96/KH-UBND ngày 05/6/2024 của Ủy ban nhân dân huyện An Trạch nêu 01 nhiệm vụ riêng, không ứng với nhiệm vụ nào của cấp trên.
)TEXT");
}

TEST(AuditSummary, SaysThatAllIsCovered) {
  Audit audit = second_audit();
  EXPECT_TRUE(has(written({audit}, AuditFormat::summary),
                  ": toàn bộ 02 nhiệm vụ được triển khai đầy đủ.\n"));
}

TEST(AuditJson, IsOneLineForEachAudit) {
  EXPECT_EQ(written({sample_audit(), second_audit()}, AuditFormat::json),
            to_json(sample_audit()) + "\n" + to_json(second_audit()) + "\n");
}

TEST(AuditCsv, HasALineForEachCell) {
  const std::string csv = written({sample_audit()}, AuditFormat::csv);
  EXPECT_EQ(csv.substr(0, 3), "\xEF\xBB\xBF");
  const std::string table = csv.substr(3);
  EXPECT_EQ(
      without_returns(table),
      R"TEXT("Cấp trên: Số, ký hiệu","Cấp trên: Tệp","TT","Cấp trên: Mục","Cấp trên: Chủ trì","Cấp trên: Nội dung","Cấp dưới: Số, ký hiệu","Cấp dưới: Cơ quan ban hành","Cấp dưới: Tệp","Trạng thái","Điểm","Cấp dưới: Mục","Cấp dưới: Chủ trì","Cấp dưới: Nội dung","Lý do","Phát hiện","Ý kiến soát xét"
"344-KH/TU","plans/344.pdf","1","mục II.1, tr. 2","Sở Tài nguyên và Môi trường","Thu gom rác trên sông, báo cáo trước ngày 10/11.","96/KH-UBND","Ủy ban nhân dân huyện An Trạch","plans/96.docx","Đầy đủ","0,83","mục III.2.a","Phòng Tài nguyên và Môi trường","Thu gom rác trên các kênh, rạch; báo cáo trước ngày 25/11.","Cùng nêu: thu gom rác","Thời hạn muộn hơn: Muộn hơn 15 ngày.",""
"344-KH/TU","plans/344.pdf","2","mục II.2, tr. 3","","Đặt thùng rác ở chợ; xử phạt người xả rác.","96/KH-UBND","Ủy ban nhân dân huyện An Trạch","plans/96.docx","Một phần","0,50","mục III.2.b","","Đặt thùng rác ở các chợ.","Cùng nêu: đặt thùng rác ở chợ","",""
"344-KH/TU","plans/344.pdf","3","mục II.3, gạch đầu dòng, tr. 3","Hội Nông dân; Đoàn Thanh niên","Trồng cây <ven> sông & ""kênh"".","96/KH-UBND","Ủy ban nhân dân huyện An Trạch","plans/96.docx","Chưa có","0,00","","","","","",""
)TEXT");
}

struct CsvCase {
  const char* quote;
  const char* field;
};

// What a program of an office would run becomes text; the rest stays.
const CsvCase kCsvFields[] = {
    {"=1+1", "\"'=1+1\""},
    {"+84 là mã nước", "\"'+84 là mã nước\""},
    {"-2+3", "\"'-2+3\""},
    {"@SUM(A1)", "\"'@SUM(A1)\""},
    {"\t=1", "\"?=1\""},
    {"a = 1", "\"a = 1\""},
    {"- Sở Y tế", "\"'- Sở Y tế\""},
    {"-.5+A1", "\"'-.5+A1\""},
    {"=5", "\"'=5\""},
    {"-12", "\"-12\""},
    {"-1.250,75", "\"-1.250,75\""},
    {"+3", "\"+3\""},
    {"=", "\"=\""},
    {"nói \"có\", rồi\nlàm", "\"nói \"\"có\"\", rồi\nlàm\""},
    {"", "\"\""},
};

TEST(AuditCsv, GuardsAgainstFormulas) {
  for (const CsvCase& c : kCsvFields) {
    Audit audit = sample_audit();
    audit.items[2].parent.quote = c.quote;
    const std::string csv = written({audit}, AuditFormat::csv);
    EXPECT_TRUE(has(csv, std::string("\"Hội Nông dân; Đoàn Thanh niên\",") +
                             c.field + ",\"96/KH-UBND\""))
        << csv;
  }
}

// A name is one line, whatever it is.
TEST(AuditCsv, ShowsFileNamesAsTheyCanBeShown) {
  Audit audit = sample_audit();
  audit.parent.path = "a\x1b[2J\r\n\u202Efdp.txt";
  audit.child.path = "b\n.txt";
  const std::string csv = written({audit}, AuditFormat::csv);
  EXPECT_TRUE(has(csv, "\"a?[2J???fdp.txt\"")) << csv;
  EXPECT_TRUE(has(csv, "\"b?.txt\"")) << csv;
  EXPECT_EQ(csv_row({"\t=1"}), "\"'\t=1\"\r\n");
}

// What the tests with other programs read is what these tests know.
TEST(AuditSamples, StandInAFile) {
  std::ifstream in(std::string(KEHOACH_SOURCE_DIR) +
                   "/tests/report/audits.jsonl");
  std::stringstream content;
  content << in.rdbuf();
  EXPECT_EQ(content.str(),
            to_json(sample_audit()) + "\n" + to_json(second_audit()) + "\n");
}

TEST(AuditFormat, HasNames) {
  for (std::size_t i = 0; i < kAuditFormats; ++i) {
    const auto format = static_cast<AuditFormat>(i);
    EXPECT_EQ(audit_format_named(name_of(format)), format);
  }
  EXPECT_FALSE(audit_format_named("pdf"));
}

TEST(AuditReport, GroupsNumbersThatAChildDrops) {
  Audit audit = sample_audit();
  audit.findings.assign(
      3, {FindingKind::dropped_target, "đạt 95%", "", "Không còn con số."});
  const std::string text = text_of({audit}, 80);
  EXPECT_EQ(count_of(text, "! Bỏ chỉ tiêu (3):"), 1U) << text;
  EXPECT_EQ(count_of(text, "    - \"đạt 95%\"\n"), 3U) << text;
  EXPECT_EQ(count_of(text, "Không còn con số."), 0U) << text;
  AuditReport summary;
  summary.format = AuditFormat::summary;
  EXPECT_EQ(count_of(*audit_report({audit}, summary),
                     "Bỏ chỉ tiêu (không còn 3 con số của kế hoạch trên)"),
            1U);
}

}  // namespace
}  // namespace kehoach
