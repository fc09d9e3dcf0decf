#include "read/flow_text.h"

#include <gtest/gtest.h>

#include <string>

#include "read/flow_lines.h"

namespace kehoach {
namespace {

// A document in marks: `{` table `|` cell `/` row `}`, a digit behind `|` for
// rows that a cell takes up, behind `!` for columns, `;` ends a paragraph, `*`
// turns bold on and off, `(` and `)` stand around text that hangs beside.
SourceText flow(std::string_view marks) {
  FlowText flow;
  bool bold = false;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const char next = i + 1 < marks.size() ? marks[i + 1] : '\0';
    const bool number = next >= '1' && next <= '9';
    const auto count = static_cast<std::uint32_t>(number ? next - '0' : 1);
    switch (marks[i]) {
      case '{':
        flow.begin_table();
        break;
      case '/':
        flow.begin_row();
        break;
      case '|':
        flow.begin_cell({1, count});
        i += number ? 1 : 0;
        break;
      case '!':
        flow.begin_cell({count, 1});
        i += number ? 1 : 0;
        break;
      case '}':
        flow.end_table();
        break;
      case ';':
        flow.end_paragraph();
        break;
      case '(':
        flow.begin_aside();
        break;
      case ')':
        flow.end_aside();
        break;
      case '*':
        bold = !bold;
        break;
      default:
        flow.add(marks.substr(i, 1), {bold, false});
    }
  }
  return flow.take("text/html");
}

struct FlowCase {
  const char* name;
  std::string marks;
  Lines expected;
};

void PrintTo(const FlowCase& c, std::ostream* out) { *out << c.name; }

class FlowTextLines : public testing::TestWithParam<FlowCase> {};

TEST_P(FlowTextLines, AreRead) {
  EXPECT_EQ(lines_of(flow(GetParam().marks)), GetParam().expected);
}

const std::string kMotto = "CONG HOA XA HOI CHU NGHIA";

INSTANTIATE_TEST_SUITE_P(
    All, FlowTextLines,
    testing::Values(
        FlowCase{"Nothing", "", {}},
        FlowCase{"Paragraphs", "a;;b", {"a", "", "b"}},
        // Tables of facts.
        FlowCase{"CellsKnowTheirPlace",
                 "{/|h|k/|a|b}x",
                 {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1", "x"}},
        FlowCase{"TablesAreCounted",
                 "{/|h|k/|a|b}{/|h|k/|a|b}",
                 {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1", "h@2.0.0",
                  "k@2.0.1", "a@2.1.0", "b@2.1.1"}},
        FlowCase{"MergedColumnsCount",
                 "{/!2h|k/|a|b|c}",
                 {"h@1.0.0", "k@1.0.2", "a@1.1.0", "b@1.1.1", "c@1.1.2"}},
        FlowCase{"MergedRowsPushTheCellsBelow",
                 "{/|2h|k/|a/|b|c}",
                 {"h@1.0.0+2", "k@1.0.1", "a@1.1.1", "b@1.2.0", "c@1.2.1"}},
        FlowCase{"EmptyCellsKeepTheirColumn",
                 "{/|h|k/|;|b}",
                 {"h@1.0.0", "k@1.0.1", "b@1.1.1"}},
        FlowCase{"CellsHaveParagraphs",
                 "{/|h;i|k/|a|b}",
                 {"h@1.0.0", "i@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1"}},
        // Tables that are none.
        FlowCase{"LetterheadGivesItsColumnsInTurn",
                 "{/|A|" + kMotto + "/|s|d}",
                 {"A", "s", kMotto, "d"}},
        FlowCase{"RecipientsStandBesideTheSignature",
                 "{/|Noi nhan:;- a|C;N}",
                 {"Noi nhan:", "- a", "C", "N"}},
        FlowCase{"OneRowIsAFrame", "{/|a|b|c}", {"a", "b", "c"}},
        FlowCase{"OneColumnIsAFrame", "{/|a/|b}", {"a", "b"}},
        FlowCase{
            "ATableOfTablesIsAPage",
            "{/|m|n/|x{/|h|k/|a|b}|o}",
            {"m", "n", "x", "h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1", "o"}},
        FlowCase{"ALongTableWithRecipientsIsATable",
                 "{/|h|k/|a|b/|a|b/|a|b/|a|b/|a|b/|Noi nhan|b}",
                 {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1", "a@1.2.0",
                  "b@1.2.1", "a@1.3.0", "b@1.3.1", "a@1.4.0", "b@1.4.1",
                  "a@1.5.0", "b@1.5.1", "Noi nhan@1.6.0", "b@1.6.1"}},
        FlowCase{"AFormToFillInIsATable",
                 "{/|h|k|l|m/|;|;|;|;}",
                 {"h@1.0.0", "k@1.0.1", "l@1.0.2", "m@1.0.3"}},
        // Text that hangs beside a line.
        FlowCase{"AsidesStandBeforeTheirLine",
                 "a;b(x;y)c;d",
                 {"a", "x", "y", "bc", "d"}},
        FlowCase{"AsidesHoldTables",
                 "b({/|h|k/|a|b})c",
                 {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1", "bc"}},
        FlowCase{"AsidesInsideOfEachOther", "a(b(c)d)e", {"c", "bd", "ae"}},
        FlowCase{"AnAsideThatIsLeftOpen", "a(b", {"b", "a"}},
        FlowCase{"AnAsideThatNeverBegan", "a)b", {"ab"}},
        // What does not fit.
        FlowCase{"CellsOutsideOfTables", "a|b/c}d", {"a", "b", "c", "d"}},
        FlowCase{"ATableThatIsLeftOpen",
                 "{/|h|k/|a|b",
                 {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1"}},
        FlowCase{"TextBesideTheCells", "{x/|a}", {"x", "a"}}),
    [](const auto& c) { return c.param.name; });

TEST(FlowText, ALineIsBoldIfAllOfItIs) {
  const SourceText source = flow("*a*b;*c *;d;;");
  ASSERT_EQ(source.lines.size(), 4U);
  EXPECT_FALSE(source.lines[0].bold);
  EXPECT_TRUE(source.lines[1].bold);
  EXPECT_FALSE(source.lines[2].bold);
  EXPECT_FALSE(source.lines[3].bold);
}

TEST(FlowText, DeepTablesEnd) {
  FlowText flow;
  for (int i = 0; i < 100000; ++i) {
    flow.begin_table();
    flow.begin_row();
    flow.begin_cell({});
  }
  flow.add("a", {});
  for (int i = 0; i < 100000; ++i) flow.end_table();
  flow.add("b", {});
  EXPECT_EQ(lines_of(flow.take("text/html")), (Lines{"a", "b"}));
}

TEST(FlowText, WideTablesOfManyRowsTakeLinearTime) {
  FlowText flow;
  flow.begin_table();
  flow.begin_row();
  for (int i = 0; i < 100000; ++i) flow.begin_cell({});
  for (int i = 0; i < 100000; ++i) {
    flow.begin_row();
    flow.begin_cell({});
  }
  flow.add("CONG HOA XA HOI CHU NGHIA", {});
  EXPECT_EQ(lines_of(flow.take("text/html")).size(), 1U);
}

TEST(FlowText, RowsWithoutEndAreBounded) {
  FlowText flow;
  flow.begin_table();
  for (int row = 0; row < 100'000; ++row) {
    flow.begin_row();
    flow.begin_cell({});
    flow.add("a", {});
    for (int i = 0; row == 0 && i < 100'000; ++i) flow.begin_cell({});
    flow.begin_cell({});
    flow.add("b", {});
  }
  const SourceText source = flow.take("text/html");
  ASSERT_EQ(source.lines.size(), 200'000U);
  EXPECT_EQ(source.lines[1].place.column, FlowText::kMostColumns);
  EXPECT_EQ(source.lines[3].place.column, 1U);
}

TEST(FlowText, WideAndTallCellsAreBounded) {
  FlowText flow;
  flow.begin_table();
  flow.begin_row();
  flow.begin_cell({4000000000U, 4000000000U});
  flow.add("a", {});
  EXPECT_EQ(lines_of(flow.take("text/html")), Lines{"a"});
}

}  // namespace
}  // namespace kehoach
