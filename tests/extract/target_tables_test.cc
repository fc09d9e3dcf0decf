// Tables of targets: which columns are read, what a cell is worth, what groups
// of rows add, and rows that a crawl has torn.
#include <gtest/gtest.h>

#include <sstream>

#include "extract/sheet.h"

namespace kehoach {
namespace {

using Targets = std::vector<std::string>;

// The targets of a plan with `body` behind its head, as `indicator = value unit
// (due)`.
Targets targets_of(const std::string& body, const std::string& date) {
  const Plan plan = read_text(
      "<html><p>ỦY BAN NHÂN DÂN</p><p>TỈNH KHÁNH HÒA</p><p>Số: 8916/KH-UBND</p>"
      "<p>Khánh Hòa, " +
      date + "</p><p>KẾ HOẠCH</p><p>Chăm sóc trẻ em</p>" + body);
  Targets out;
  for (const Target& t : plan.targets) {
    std::ostringstream line;
    line << t.indicator << ' ' << t.comparator << ' ' << t.value;
    if (t.value_to) line << ".." << *t.value_to;
    line << ' ' << t.unit << (t.due ? " (" + *t.due + ")" : "");
    out.push_back(line.str());
  }
  return out;
}

Targets targets_in(const std::string& marks,
                   const std::string& heading = "I. MỤC TIÊU") {
  return targets_of("<p>" + heading + "</p><table>" + table(marks) + "</table>",
                    "ngày 13 tháng 11 năm 2025");
}

struct Grid {
  const char* name;
  std::string marks;
  Targets expected;
};

void PrintTo(const Grid& c, std::ostream* out) { *out << c.name; }

std::string name_of(const testing::TestParamInfo<Grid>& info) {
  return info.param.name;
}

// ---- columns

class TargetHeads : public testing::TestWithParam<Grid> {};

TEST_P(TargetHeads, SayWhatIsRead) {
  EXPECT_EQ(targets_in(GetParam().marks), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, TargetHeads,
    testing::Values(
        Grid{"Years",
             "/|TT|Chỉ tiêu|ĐVT|Năm 2026|2027/|1|Trường học|trường|5|6",
             {"Trường học = 5 trường (2026)", "Trường học = 6 trường (2027)"}},
        Grid{"WithoutNumbersAndUnits",
             "/|Nội dung chỉ tiêu|Mục tiêu đến năm 2030 (%)/|Trẻ em có thẻ|95",
             {"Trẻ em có thẻ = 95 % (2030)"}},
        Grid{"YearsBelowAPeriod",
             "/|^2Chỉ tiêu|^2ĐVT|>2Giai đoạn 2026 - 2030/|2026|2030"
             "/|Trường học|trường|5|6",
             {"Trường học = 5 trường (2026)", "Trường học = 6 trường (2030)"}},
        Grid{"YearsBelowAPeriodThatIsNotMerged",
             "/|TT|Chỉ tiêu|ĐVT|Giai đoạn 2026 - 2030|/||||2026|2030"
             "/|1|Trường học|trường|5|6",
             {"Trường học = 5 trường (2026)", "Trường học = 6 trường (2030)"}},
        Grid{
            "MeasuresBelowYears",
            "/|^2Sản phẩm|>2Kế hoạch 2026|>2Kế hoạch 2027/|Lượng (tấn)|Giá trị "
            "(tỷ đồng)|Lượng (tấn)|Giá trị (tỷ đồng)/|Muối|5|6|7|8",
            {"Muối: Lượng = 5 tấn (2026)", "Muối: Giá trị = 6 tỷ đồng (2026)",
             "Muối: Lượng = 7 tấn (2027)", "Muối: Giá trị = 8 tỷ đồng (2027)"}},
        Grid{"PlanBesideResult",
             "/|Chỉ tiêu|ĐVT|Thực hiện 2024|ƯTH năm 2025|Kế hoạch 2026"
             "/|Trường học|trường|3|4|5",
             {"Trường học = 5 trường (2026)"}},
        Grid{"SubjectAndItsTarget",
             "/|Nội dung|Đơn vị tính|Chỉ tiêu/|Trường học|trường|5",
             {"Trường học = 5 trường"}},
        Grid{"TargetAndTask",
             "/|TT|Nhiệm vụ|Chỉ tiêu|ĐVT|Năm 2026|Đơn vị chủ trì/|1|Xây "
             "trường|Trường mới|trường|5|Sở Xây dựng",
             {"Trường mới = 5 trường (2026)"}},
        Grid{"Lead",
             "/|TT|Chỉ tiêu|ĐVT|Kết quả cần đạt|Cơ quan chủ trì theo dõi, đánh "
             "giá/|1|Trường mới|trường|5|Sở Xây dựng",
             {"Trường mới = 5 trường"}},
        // Nothing is to be reached, or it can't be told.
        Grid{"Tasks",
             "/|TT|Nhiệm vụ|Chủ trì|Năm 2026/|1|Tập huấn|Sở Y tế|5",
             {}},
        Grid{"Subject", "/|Nội dung|ĐVT|Năm 2026|Năm 2027/|Thuế|tỷ|5|6", {}},
        Grid{"Results", "/|Chỉ tiêu|ĐVT|Kết quả năm 2025/|Trường|trường|5", {}},
        Grid{"ResultsWithoutAYear",
             "/|Chỉ tiêu|ĐVT|Kết quả/|Trường|trường|5",
             {}},
        Grid{"Report",
             "/|Chỉ tiêu|ĐVT|Kế hoạch|Thực hiện|So sánh/|Trường|trường|5|4|80%",
             {}},
        Grid{"PlanOfAYearThatIsTold",
             "/|Chỉ tiêu|ĐVT|Kế hoạch 2025|Ước thực hiện 2025/|Trường|trường|5"
             "|4",
             {}},
        Grid{"YearsBelowAPlanAndItsResult",
             "/|^2Chỉ tiêu|>2Năm 2025/|Kế hoạch|Ước thực hiện/|Trường|5|4",
             {}},
        Grid{"Past", "/|Chỉ tiêu|ĐVT|Năm 2023|Năm 2024/|Trường|trường|5|6", {}},
        Grid{"Comparison",
             "/|Chỉ tiêu|ĐVT|So sánh 2026 với 2025/|Trường|trường|5",
             {}},
        Grid{
            "Forecast", "/|Chỉ tiêu|ĐVT|Dự kiến năm 2026/|Trường|trường|5", {}},
        Grid{"Costs", "/|Chỉ tiêu|Kinh phí năm 2026|Vốn 2027/|Trường|5|6", {}},
        Grid{"Places",
             "/|Chỉ tiêu|ĐVT|Xã Phú Khê|Xã Tân Lộ/|Trường|trường|5|6",
             {}},
        Grid{
            "ValuesLeftOfTheirIndicator", "/|Năm 2026|Chỉ tiêu/|5|Trường", {}}),
    name_of);

TEST(TargetTables, TargetAndTaskAreBothRead) {
  const Plan plan = read_text(
      "<html><p>ỦY BAN NHÂN DÂN</p><p>TỈNH KHÁNH HÒA</p><p>Số: 16/KH-UBND</p>"
      "<p>KẾ HOẠCH</p><p>Chăm sóc trẻ em</p><p>I. NHIỆM VỤ</p><table>" +
      table("/|TT|Nhiệm vụ|Chỉ tiêu|ĐVT|Năm 2026|Đơn vị chủ trì/|1|Xây trường|"
            "Trường mới|trường|5|Sở Xây dựng") +
      "</table>");
  ASSERT_EQ(plan.obligations.size(), 1U);
  EXPECT_EQ(plan.obligations[0].evidence.quote, "Xây trường");
  EXPECT_EQ(join(plan.obligations[0].lead), "Sở Xây dựng");
  ASSERT_EQ(plan.targets.size(), 1U);
  EXPECT_EQ(plan.targets[0].evidence.quote, "Trường mới trường 5");
  EXPECT_EQ(plan.targets[0].evidence.rule, "target.table");
}

// ---- cells

class TargetCells : public testing::TestWithParam<Grid> {};

TEST_P(TargetCells, AreValues) {
  EXPECT_EQ(targets_in("/|TT|Chỉ tiêu|ĐVT|Năm 2026/|1|" + GetParam().marks),
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, TargetCells,
    testing::Values(
        Grid{"Thousands", "Cây|cây|26.120", {"Cây = 26120 cây (2026)"}},
        Grid{"Decimals",
             "Cây|triệu cây|1.026,5",
             {"Cây = 1026.5 triệu cây (2026)"}},
        Grid{"LeadingZero", "Cây|cây|09", {"Cây = 9 cây (2026)"}},
        Grid{"Zero", "Vụ cháy|vụ|0", {"Vụ cháy = 0 vụ (2026)"}},
        Grid{"AtLeast", "Cây|cây|≥ 30", {"Cây >= 30 cây (2026)"}},
        Grid{"AtLeastInTwoSigns", "Cây|%| >= 80%", {"Cây >= 80 % (2026)"}},
        Grid{"Above", "Cây|%|trên 90", {"Cây > 90 % (2026)"}},
        Grid{"Below", "Cây|%|< 0,7", {"Cây < 0.7 % (2026)"}},
        Grid{"OrMore", "Cây|%|90 trở lên", {"Cây >= 90 % (2026)"}},
        Grid{"Verb", "Cây|%|Đạt 90%", {"Cây = 90 % (2026)"}},
        Grid{"Range", "Cây|cây|40 - 50", {"Cây = 40..50 cây (2026)"}},
        Grid{"RangeOfPercents", "Cây||20% - 50%", {"Cây = 20..50 % (2026)"}},
        Grid{"RangeInWords",
             "Cây|cây|từ 40 đến 50",
             {"Cây = 40..50 cây (2026)"}},
        Grid{"UnitInTheCell",
             "Trường mới||10 trường",
             {"Trường mới = 10 trường (2026)"}},
        Grid{"UnitInBrackets",
             "Diện tích (ha)||10",
             {"Diện tích = 10 ha (2026)"}},
        Grid{"NameInBrackets",
             "Chỉ số (HDI)||0,7",
             {"Chỉ số (HDI) = 0.7  (2026)"}},
        Grid{"UnitAsAbove",
             "Cây|cây|5/|2|Hoa|nt|6",
             {"Cây = 5 cây (2026)", "Hoa = 6 cây (2026)"}},
        Grid{"ComparatorInTheIndicator",
             "Cây đạt trên|%|90",
             {"Cây > 90 % (2026)"}},
        Grid{"CostAsAShare",
             "Kinh phí nghiên cứu|% GDP|2",
             {"Kinh phí nghiên cứu = 2 % GDP (2026)"}},
        // No value.
        Grid{"Empty", "Cây|cây|", {}}, Grid{"Dash", "Cây|cây|-", {}},
        Grid{"Words", "Lĩnh vực|thứ bậc|Một số lĩnh vực", {}},
        Grid{
            "WordsAboutANumber", "Cây|%|90, tăng dần đến 95 theo lộ trình", {}},
        Grid{"TwoValues", "Hạng|thứ bậc|≤ 3 Đông Nam Á; ≤ 50 Thế giới", {}},
        Grid{"Condition", "Hạng|thứ bậc|≤ 3 Đông Nam Á", {}},
        Grid{"Date", "Trường||30.6.2026", {}},
        Grid{"Quarter", "Trường||Quý II", {}},
        Grid{"Year", "Hoàn thành đề án||2027", {}},
        Grid{"Brackets", "Cây|cây|(5)", {}}, Grid{"Negative", "Cây|%|-5", {}},
        Grid{"DotsOrDecimals", "Cây|cây|1,500", {}},
        Grid{"Formula", "Cây|cây|4=3/2", {}},
        Grid{"FallingRange", "Cây|cây|50 - 40", {}},
        Grid{"NumberInTheUnit", "Cây|5|6", {}},
        Grid{"Cost", "Kinh phí hỗ trợ|triệu đồng|500", {}},
        Grid{"CostWithoutUnit", "Tổng mức đầu tư||500", {}},
        Grid{"NumbersOfColumns", "2|3|4", {}},
        Grid{"LongestNumber", "Cây|cây|" + std::string(90, '9'), {}}),
    name_of);

// ---- rows

class TargetRows : public testing::TestWithParam<Grid> {};

TEST_P(TargetRows, AddWhatTheyStandIn) {
  EXPECT_EQ(targets_in(GetParam().marks, "PHỤ LỤC"), GetParam().expected);
}

const std::string kYear = "/|TT|Chỉ tiêu|ĐVT|Năm 2026";
const std::string kResult = "/|TT|Chỉ tiêu|ĐVT|Kết quả";

INSTANTIATE_TEST_SUITE_P(
    All, TargetRows,
    testing::Values(
        Grid{"GroupDates",
             kResult + "/|I|Đến năm 2030/|1|Cây|cây|5/|II|Đến năm 2045/|2|Cây|"
                       "cây|6",
             {"Cây = 5 cây (2030)", "Cây = 6 cây (2045)"}},
        Grid{"GroupOverTheWholeRow",
             kResult + "/|>4I. Đến năm 2030/|1|Cây|cây|5",
             {"Cây = 5 cây (2030)"}},
        Grid{"GroupWithoutAYearEndsTheYear",
             kResult + "/|I|Đến năm 2030/|1|Cây|cây|5/|II|Khác/|2|Cây|cây|6",
             {"Cây = 5 cây (2030)"}},
        Grid{"GroupIsNamed",
             kYear + "/|I|CÂY TRỒNG/|1|Cà phê/|-|Diện tích|ha|5/|-|Sản lượng|"
                     "tấn|6/|2|Chè|ha|7",
             {"Cà phê: Diện tích = 5 ha (2026)",
              "Cà phê: Sản lượng = 6 tấn (2026)", "Chè = 7 ha (2026)"}},
        Grid{"GroupWithoutANumber",
             "/|Chỉ tiêu|ĐVT|Năm 2026/|Cà phê/|Diện tích|ha|5/|Hộ trồng|hộ|6",
             {"Cà phê: Diện tích = 5 ha (2026)", "Hộ trồng = 6 hộ (2026)"}},
        Grid{"GroupOfNumberedRowsIsNotNamed",
             kYear + "/|1|Dịch vụ công/|1.1|Tỷ lệ hồ sơ trực tuyến|%|80",
             {"Tỷ lệ hồ sơ trực tuyến = 80 % (2026)"}},
        Grid{"RowOfWordsIsNoGroup",
             kYear + "/|1|Hạ tầng||Tiên tiến/|-|Diện tích|ha|5",
             {"Diện tích = 5 ha (2026)"}},
        Grid{"MergedUnit",
             kYear + "/|1|Cây|^2cây|5/|2|Hoa|6",
             {"Cây = 5 cây (2026)", "Hoa = 6 cây (2026)"}},
        Grid{"MergedIndicator",
             "/|Chỉ tiêu|ĐVT|Năm 2026/|^2Cây|cây|5/|ha|6",
             {"Cây = 5 cây (2026)", "Cây = 6 ha (2026)"}},
        Grid{"PartsOfACost",
             kYear +
                 "/|1|Tổng kinh phí|tỷ đồng|9/|-|Xã hội hóa|tỷ đồng|4/|2|Doanh "
                 "thu|tỷ đồng|6",
             {"Doanh thu = 6 tỷ đồng (2026)"}},
        Grid{"GroupOfCosts",
             kYear +
                 "/|I|KINH PHÍ/|1|Xã hội hóa|tỷ đồng|4/|II|KẾT QUẢ/|2|Doanh "
                 "thu|tỷ đồng|6",
             {"Doanh thu = 6 tỷ đồng (2026)"}},
        // A row that misses its number may miss any cell.
        Grid{"ShiftedRow",
             kYear + "/|1|Cây|cây|5/|Hoa|cây|6",
             {"Cây = 5 cây (2026)"}}),
    name_of);

TEST(TargetTables, ACaptionDatesThem) {
  EXPECT_EQ(targets_in("/|Chỉ tiêu|Mục tiêu/|Cây|5 cây",
                       "PHỤ LỤC</p><p>CHỈ TIÊU ĐẾN NĂM 2028</p><p>(Kèm theo Kế "
                       "hoạch ngày 13 tháng 11 năm 2025)"),
            Targets{"Cây = 5 cây (2028)"});
}

TEST(TargetTables, ACaptionOrAPartMayRuleThemOut) {
  const std::string marks = "/|Chỉ tiêu|Năm 2026/|Cây|5 cây";
  EXPECT_EQ(targets_in(marks).size(), 1U);
  for (const char* heading :
       {"PHỤ LỤC</p><p>DỰ TOÁN NĂM 2026",
        "PHỤ LỤC</p><p>DỰ BÁO MỘT SỐ CHỈ TIÊU", "II. KINH PHÍ THỰC HIỆN",
        "I. ĐÁNH GIÁ TÌNH HÌNH"}) {
    EXPECT_EQ(targets_in(marks, heading), Targets{}) << heading;
  }
}

// The second half of 2025 is compared with, the first half is planned for.
TEST(TargetTables, TheYearOfThePlanIsReadWhereItLiesAhead) {
  const std::string body = "<p>I. MỤC TIÊU</p><table>" +
                           table("/|Chỉ tiêu|2025|2026/|Cây|5 cây|6 cây") +
                           "</table>";
  EXPECT_EQ(targets_of(body, "ngày 13 tháng 1 năm 2025"),
            (Targets{"Cây = 5 cây (2025)", "Cây = 6 cây (2026)"}));
  EXPECT_EQ(targets_of(body, "ngày 13 tháng 11 năm 2025"),
            Targets{"Cây = 6 cây (2026)"});
}

// ---- tables of one cell a line

// `|` is a line of its own.
Targets crawled(const std::string& cells) {
  std::string lines;
  for (const char c : cells)
    lines += c == '|' ? std::string("\n|\n") : std::string(1, c);
  const Plan plan = plan_of("I. MỤC TIÊU\n\n" + lines + "\n");
  Targets out;
  for (const Target& t : plan.targets) {
    std::ostringstream line;
    line << t.indicator << ' ' << t.value << ' ' << t.unit << ' '
         << t.due.value_or("-");
    out.push_back(line.str());
  }
  return out;
}

class TornRows : public testing::TestWithParam<Grid> {};

TEST_P(TornRows, ArePutTogether) {
  EXPECT_EQ(crawled(GetParam().marks), GetParam().expected);
}

const std::string kCrawledHead =
    "|TT|Chỉ tiêu|ĐVT|ƯTH năm 2024|Giai đoạn 2025 - 2030||Năm 2025|Năm 2030|";

INSTANTIATE_TEST_SUITE_P(
    All, TornRows,
    testing::Values(
        Grid{"Whole",
             kCrawledHead + "|1|Cây|cây|4|5|6|",
             {"Cây 5 cây 2025", "Cây 6 cây 2030"}},
        Grid{"EmptyCell",
             kCrawledHead + "|1|Cây|cây||5|6||2|Hoa|cây|4||6|",
             {"Cây 5 cây 2025", "Cây 6 cây 2030", "Hoa 6 cây 2030"}},
        Grid{"EmptyEnd",
             kCrawledHead + "|1|Cây|cây|4|5|||2|Hoa|cây|4|5|6|",
             {"Cây 5 cây 2025", "Hoa 5 cây 2025", "Hoa 6 cây 2030"}},
        Grid{"EmptyNumber",
             kCrawledHead + "|1|Cây|cây|4|5|6|||Hoa|cây|4|5|6|",
             {"Cây 5 cây 2025", "Cây 6 cây 2030", "Hoa 5 cây 2025",
              "Hoa 6 cây 2030"}},
        Grid{"EmptyNumberOfTheFirst",
             kCrawledHead + "||Hoa|cây|4|5|6|",
             {"Hoa 5 cây 2025", "Hoa 6 cây 2030"}},
        Grid{"Group",
             kCrawledHead + "|1|Cà phê||||||-|Diện tích|ha|4|5|6|",
             {"Cà phê: Diện tích 5 ha 2025", "Cà phê: Diện tích 6 ha 2030"}},
        Grid{"MeasuresBelowYears",
             "|TT|Mặt hàng|Kế hoạch 2025|Kế hoạch 2026||Lượng (tấn)|Giá trị|"
             "Lượng (tấn)|Giá trị||1|Muối|5|6|7|8||2|Cá||6||8|",
             {"Muối: Lượng 5 tấn 2025", "Muối: Giá trị 6  2025",
              "Muối: Lượng 7 tấn 2026", "Muối: Giá trị 8  2026",
              "Cá: Giá trị 6  2025", "Cá: Giá trị 8  2026"}},
        // The table's width, and which year may have an estimate.
        Grid{"EstimateOfTheRunningYear",
             "|TT|Chỉ tiêu|ĐVT|Năm hiện hành 2024|Năm 2025|Năm 2026||Kế hoạch|"
             "Ước thực hiện||1|Cây|cây|4|4|5|6|",
             {"Cây 5 cây 2025", "Cây 6 cây 2026"}},
        Grid{"YearsBelowTheSecondOfTwo",
             "|TT|Chỉ tiêu|Năm hiện hành 2024|Kế hoạch 3 năm||Dự toán giao|"
             "Đánh giá thực hiện|Năm 2025|Năm 2026|Năm 2027||A|B|1|2|3|4|5||1|"
             "Cây|3|4|5|6|7|",
             {"Cây 5  2025", "Cây 6  2026", "Cây 7  2027"}},
        Grid{"EstimateOfOneOfTwoYears",
             "|TT|Chỉ tiêu|ĐVT|Năm 2025|Năm 2025||Kế hoạch|Ước thực hiện||1|"
             "Cây|cây|4|5|6|",
             {}},
        // Rows that come out in no way, or in two.
        Grid{"TooLong", kCrawledHead + "|1|Cây|cây|4|5|6|7|", {}},
        Grid{"MissingCell",
             kCrawledHead + "|1|Cây|4|5|6||2|Hoa|cây|4|5|6|",
             {"Hoa 5 cây 2025", "Hoa 6 cây 2030"}},
        Grid{"MergedHeads",
             "|TT|Chỉ tiêu|Giai đoạn 2021 - 2025|Giai đoạn 2026 - 2030||2024|"
             "2025|2030||1|Cây|4|5|6|",
             {}}),
    name_of);

// Pipe tables know their empty cells.
TEST(TargetTables, ShortRowsOfPipeTablesAreNotJoined) {
  const Plan plan = plan_of(
      "I. MỤC TIÊU\n\n| TT | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2026 |\n|---|---|"
      "---|---|---|\n| I | Nhóm một | | | |\n| 1 | Cây | | | |\n| 2 | Hoa | "
      "cây "
      "| | 6 |");
  ASSERT_EQ(plan.targets.size(), 1U);
  EXPECT_EQ(plan.targets[0].indicator, "Hoa");
  EXPECT_EQ(plan.targets[0].due, "2026");
}

}  // namespace
}  // namespace kehoach
