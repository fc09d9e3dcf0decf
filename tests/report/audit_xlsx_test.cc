#include <gtest/gtest.h>

#include "report/report.h"
#include "report/sample_audits.h"
#include "report/workbook_parts.h"
#include "text/has.h"

namespace kehoach {
namespace {

std::string workbook(const std::vector<Audit>& audits, bool gaps = false,
                     Language language = Language::vi) {
  AuditReport how;
  how.format = AuditFormat::xlsx;
  how.gaps = gaps;
  how.language = language;
  const auto report = audit_report(audits, how);
  EXPECT_TRUE(report) << report.error().message;
  return report ? *report : "";
}

TEST(AuditXlsx, HasItsSheets) {
  const std::string names =
      workbook_part(workbook({sample_audit()}), "xl/workbook.xml");
  std::size_t last = 0;
  for (const char* name : {"Ma trận", "Phát hiện", "Nhiệm vụ riêng", "Nguồn"}) {
    const std::size_t at =
        names.find(std::string("<sheet name=\"") + name + "\"");
    ASSERT_NE(at, std::string::npos) << name << names;
    EXPECT_GT(at, last);
    last = at;
  }
  EXPECT_TRUE(has(workbook_part(workbook({sample_audit(), second_audit()}),
                                "xl/workbook.xml"),
                  "<sheet name=\"Chi tiết\""));
  EXPECT_TRUE(
      has(workbook_part(workbook({}, false, Language::en), "xl/workbook.xml"),
          "<sheet name=\"Own obligations\""));
}

TEST(AuditXlsx, FreezesFiltersAndColoursTheMatrix) {
  const std::string sheet =
      workbook_part(workbook({sample_audit()}), "xl/worksheets/sheet1.xml");
  EXPECT_TRUE(has(sheet, "<pane xSplit=\"3\" ySplit=\"3\" topLeftCell=\"D4\""))
      << sheet;
  EXPECT_TRUE(has(sheet, "<autoFilter ref=\"A3:J6\"/>"));
  EXPECT_EQ(count_of(sheet, "<cfRule type=\"cellIs\""), 3U);
  EXPECT_TRUE(has(sheet, "<conditionalFormatting sqref=\"E4:E6\">"));
  EXPECT_TRUE(has(sheet, "<formula>\"Chưa có\"</formula>"));
  EXPECT_TRUE(has(sheet, "paperSize=\"9\""));
  EXPECT_TRUE(has(sheet, "orientation=\"landscape\""));
  EXPECT_TRUE(has(workbook_part(workbook({sample_audit()}), "xl/workbook.xml"),
                  "'Ma trận'!$3:$3"));
}

TEST(AuditXlsx, WritesTextAndNoFormulas) {
  Audit audit = sample_audit();
  audit.items[0].parent.quote = "=HYPERLINK(\"http://example.org\")";
  audit.own[0].quote = "http://example.org";
  const std::string bytes = workbook({audit});
  for (const char* sheet :
       {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"}) {
    const std::string xml = workbook_part(bytes, sheet);
    EXPECT_FALSE(has(xml, "<f>")) << sheet;
    EXPECT_FALSE(has(xml, "<hyperlink ")) << sheet;
    EXPECT_TRUE(has(xml, " t=\"s\"")) << sheet;
  }
  EXPECT_TRUE(has(workbook_part(bytes, "xl/sharedStrings.xml"),
                  "=HYPERLINK(\"http://example.org\")"));
}

// XML knows them as little as controls.
TEST(AuditXlsx, HasNoCharactersThatXmlHasNot) {
  Audit audit = sample_audit();
  audit.items[0].parent.quote = "Rà\uFFFE soát\uFFFF";
  audit.parent.path = "a\n\uFFFF.txt";
  const std::string text =
      workbook_part(workbook({audit}), "xl/sharedStrings.xml");
  EXPECT_TRUE(has(text, ">Rà? soát?<")) << text;
  EXPECT_TRUE(has(text, ">a??.txt<")) << text;
}

TEST(AuditXlsx, GivesTheSameBytesEachTime) {
  const std::vector<Audit> audits = {sample_audit(), second_audit()};
  EXPECT_EQ(workbook(audits), workbook(audits));
  EXPECT_TRUE(has(workbook_part(workbook(audits), "docProps/core.xml"),
                  "2000-01-01T00:00:00Z"));
}

TEST(AuditXlsx, CutsWhatACellCannotHold) {
  Audit audit = sample_audit();
  std::string& quote = audit.items[2].parent.quote;
  quote.clear();
  for (int i = 0; i < 40000; ++i) quote += "ề";
  quote += "\x01";
  const std::string text =
      workbook_part(workbook({audit}), "xl/sharedStrings.xml");
  EXPECT_TRUE(has(text, "ề…"));
  EXPECT_EQ(count_of(text, "ề"), 32000U + count_of(text, "riềng"));
}

TEST(AuditXlsx, KeepsManyChildrenAndNone) {
  std::vector<Audit> audits;
  for (int i = 0; i < 200; ++i) {
    audits.push_back(second_audit());
    audits.back().child.path = std::to_string(i);
  }
  const std::string bytes = workbook(audits);
  EXPECT_TRUE(has(workbook_part(bytes, "xl/worksheets/sheet1.xml"),
                  "<autoFilter ref=\"A3:GV5\"/>"));
  EXPECT_TRUE(has(workbook_part(workbook({}), "xl/sharedStrings.xml"),
                  "Không có kết quả đối chiếu nào."));
  EXPECT_TRUE(has(workbook_part(workbook({second_audit()}, true),
                                "xl/worksheets/sheet1.xml"),
                  "<sheetData>"));
}

}  // namespace
}  // namespace kehoach
