// Tables of Word documents.
#include <gtest/gtest.h>

#include "read/docx_builder.h"
#include "read/flow_lines.h"
#include "read/read.h"

namespace kehoach {
namespace {

std::string cell(std::string_view content, std::string_view props = "") {
  return "<w:tc><w:tcPr>" + std::string(props) + "</w:tcPr>" +
         std::string(content) + "</w:tc>";
}
std::string cell_of(std::string_view text, std::string_view props = "") {
  return cell(text.empty() ? "<w:p/>" : para(text), props);
}
std::string row(std::string_view cells) {
  return "<w:tr>" + std::string(cells) + "</w:tr>";
}
std::string table(std::string_view rows) {
  return "<w:tbl>" + std::string(rows) + "</w:tbl>";
}
std::string control(std::string_view content) {
  return "<w:sdt><w:sdtContent>" + std::string(content) +
         "</w:sdtContent></w:sdt>";
}

constexpr std::string_view kBegins = "<w:vMerge w:val=\"restart\"/>";
constexpr std::string_view kGoesOn = "<w:vMerge/>";
constexpr std::string_view kTwoColumns = "<w:gridSpan w:val=\"2\"/>";

struct CellsCase {
  const char* name;
  std::string body;
  Lines expected;
};

void PrintTo(const CellsCase& c, std::ostream* out) { *out << c.name; }

class DocxTables : public testing::TestWithParam<CellsCase> {};

TEST_P(DocxTables, KnowTheirCells) {
  const auto source = read(docx(GetParam().body), "a.docx");
  ASSERT_TRUE(source) << source.error().message;
  EXPECT_EQ(lines_of(*source), GetParam().expected);
}

const std::string kTableHead = row(cell_of("h") + cell_of("k"));
const std::string kRow = row(cell_of("a") + cell_of("b"));

INSTANTIATE_TEST_SUITE_P(
    All, DocxTables,
    testing::Values(
        CellsCase{"Plain",
                  table(kTableHead + kRow),
                  {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1"}},
        CellsCase{"MergedColumns",
                  table(row(cell_of("h", kTwoColumns) + cell_of("k")) +
                        row(cell_of("a") + cell_of("b") + cell_of("c"))),
                  {"h@1.0.0", "k@1.0.2", "a@1.1.0", "b@1.1.1", "c@1.1.2"}},
        CellsCase{"MergedRows",
                  table(kTableHead + row(cell_of("a", kBegins) + cell_of("b")) +
                        row(cell_of("x", kGoesOn) + cell_of("c")) +
                        row(cell_of("", kGoesOn) + cell_of("d")) +
                        row(cell_of("e") + cell_of("f"))),
                  {"h@1.0.0", "k@1.0.1", "a@1.1.0+3", "b@1.1.1", "c@1.2.1",
                   "d@1.3.1", "e@1.4.0", "f@1.4.1"}},
        CellsCase{"TwoMergesInOneColumn",
                  table(kTableHead + row(cell_of("a", kBegins) + cell_of("b")) +
                        row(cell_of("c", kBegins) + cell_of("d")) +
                        row(cell_of("", kGoesOn) + cell_of("e"))),
                  {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1", "c@1.2.0+2",
                   "d@1.2.1", "e@1.3.1"}},
        CellsCase{"AMergeThatNeverBegan",
                  table(kTableHead + row(cell_of("a", kGoesOn) + cell_of("b"))),
                  {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1"}},
        CellsCase{"AMergeBehindAnotherColumn",
                  table(row(cell_of("h") + cell_of("k", kBegins)) +
                        row(cell_of("a") + cell_of("", kGoesOn)) +
                        row(cell_of("b") + cell_of("c"))),
                  {"h@1.0.0", "k@1.0.1+2", "a@1.1.0", "b@1.2.0", "c@1.2.1"}},
        CellsCase{"MergedTheOldWay",
                  table(row(cell_of("h", "<w:hMerge w:val=\"restart\"/>") +
                            cell_of("", "<w:hMerge/>") + cell_of("k")) +
                        row(cell_of("a") + cell_of("b") + cell_of("c"))),
                  {"h@1.0.0", "k@1.0.2", "a@1.1.0", "b@1.1.1", "c@1.1.2"}},
        CellsCase{"AnIndentedRow",
                  table(kTableHead +
                        "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" +
                        cell_of("b") + "</w:tr>"),
                  {"h@1.0.0", "k@1.0.1", "b@1.1.1"}},
        CellsCase{"RowsAndCellsInsideOfControls",
                  table(control(kTableHead) +
                        row(control(cell_of("a")) + cell_of("b"))),
                  {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1"}},
        CellsCase{
            "ATableInsideOfATable",
            table(kTableHead + row(cell_of("a") +
                                   cell(table(kTableHead + kRow) + "<w:p/>"))),
            {"h", "k", "a", "h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1", ""}},
        CellsCase{"TextBehindATable",
                  table(kTableHead + kRow) + para("x"),
                  {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1", "x"}},
        CellsCase{"SpansBeyondReason",
                  table(kTableHead +
                        row(cell_of("a", "<w:gridSpan w:val=\"999999999\"/>") +
                            cell_of("b", "<w:gridSpan w:val=\"-3\"/>"))),
                  {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.256"}},
        CellsCase{"LetterheadInATable",
                  table(row(cell_of("UBND XÃ PHÚ KHÊ") +
                            cell_of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) +
                        row(cell_of("Số: 5/KH-UBND") +
                            cell_of("Phú Khê, ngày 01 tháng 3 năm 2025"))),
                  {"UBND XÃ PHÚ KHÊ", "Số: 5/KH-UBND",
                   "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                   "Phú Khê, ngày 01 tháng 3 năm 2025"}}),
    [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace kehoach
