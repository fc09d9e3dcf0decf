// Tables of tasks whose cells are merged, as web pages and word processors
// have them.
#include <gtest/gtest.h>

#include "extract/sheet.h"

namespace kehoach {
namespace {

// The tasks of a table, as `task: lead / support @ deadlines`.
std::vector<std::string> tasks_of(const std::string& rows) {
  const std::string page =
      "<html><p>ỦY BAN NHÂN DÂN</p><p>TỈNH KHÁNH HÒA</p><p>Số: 8916/KH-UBND</p>"
      "<p>Khánh Hòa, ngày 13 tháng 8 năm 2024</p><p>KẾ HOẠCH</p><p>Chăm sóc "
      "trẻ em</p><p>I. NHIỆM VỤ</p><table>" +
      rows + "</table>";
  const Plan plan = read_text(page);
  std::vector<std::string> out;
  for (const Obligation& o : plan.obligations) {
    if (o.path != "table") continue;
    std::string task = o.evidence.quote + ": " + join(o.lead);
    if (!o.support.empty()) task += " / " + join(o.support);
    for (const Deadline& d : plan.deadlines) {
      if (d.obligation == o.id) task += " @ " + d.value.value_or("-");
    }
    out.push_back(task);
  }
  return out;
}

using Tasks = std::vector<std::string>;

struct TableCase {
  const char* name;
  std::string marks;
  Tasks expected;
};

void PrintTo(const TableCase& c, std::ostream* out) { *out << c.name; }

class MergedCells : public testing::TestWithParam<TableCase> {};

TEST_P(MergedCells, AreRead) {
  EXPECT_EQ(tasks_of(table(GetParam().marks)), GetParam().expected);
}

const std::string kHead = "/|TT|Nhiệm vụ|Chủ trì|Phối hợp|Thời gian";

INSTANTIATE_TEST_SUITE_P(
    All, MergedCells,
    testing::Values(
        TableCase{"SumsOfGroups",
                  "/|TT|Nhiệm vụ|Chủ trì|Kinh phí (triệu đồng)/|I|GIAI ĐOẠN "
                  "2026-2030||817.000/|1|Tập huấn|Sở Y tế|500/|2|Tổng "
                  "kết|Sở Y tế|700/||Tổng cộng||818.200",
                  {"Tập huấn: Sở Y tế", "Tổng kết: Sở Y tế"}},
        TableCase{"None",
                  kHead +
                      "/|1|Tập huấn|Sở Y tế|Sở Nội vụ|2025/|2|Tổng kết|Sở Tư "
                      "pháp||2026",
                  {"Tập huấn: Sở Y tế / Sở Nội vụ @ 2025",
                   "Tổng kết: Sở Tư pháp @ 2026"}},
        // A cell beside several tasks holds for each of them.
        TableCase{
            "Lead",
            kHead + "/|1|Tập huấn|^2Sở Y tế|Sở Nội vụ|2025/|2|Tổng kết||2026",
            {"Tập huấn: Sở Y tế / Sở Nội vụ @ 2025",
             "Tổng kết: Sở Y tế @ 2026"}},
        TableCase{"SupportAndTime",
                  kHead +
                      "/|1|Tập huấn|Sở Y tế|^2Sở Nội vụ|^2 2025/|2|Tổng kết|Sở "
                      "Tư pháp",
                  {"Tập huấn: Sở Y tế / Sở Nội vụ @ 2025",
                   "Tổng kết: Sở Tư pháp / Sở Nội vụ @ 2025"}},
        TableCase{
            "NoLongerThanItIs",
            kHead + "/|1|Tập huấn|^2Sở Y tế||2025/|2|Tổng kết||2026/|3|Thi đua"
                    "|||2027",
            {"Tập huấn: Sở Y tế @ 2025", "Tổng kết: Sở Y tế @ 2026",
             "Thi đua:  @ 2027"}},
        TableCase{"WithoutNumbers",
                  "/|Nhiệm vụ|Chủ trì/|Tập huấn|^2Sở Y tế/|Tổng kết",
                  {"Tập huấn: Sở Y tế", "Tổng kết: Sở Y tế"}},
        TableCase{"LongerThanTheTable",
                  kHead + "/|1|Tập huấn|^9Sở Y tế||2025",
                  {"Tập huấn: Sở Y tế @ 2025"}},
        // A task beside several rows is one task.
        TableCase{"Task",
                  kHead +
                      "/|^2 1|^2Tập huấn|Sở Y tế|Sở Nội vụ|2025/|Sở Tư pháp||"
                      "2026/|2|Tổng kết|Sở Y tế||2027",
                  {"Tập huấn: Sở Y tế | Sở Tư pháp / Sở Nội vụ @ 2025 @ 2026",
                   "Tổng kết: Sở Y tế @ 2027"}},
        TableCase{"TaskAndLead",
                  kHead +
                      "/|^2 1|^2Tập huấn|^2Sở Y tế|Sở Nội vụ|2025/|Sở Tư pháp|"
                      "2026",
                  {"Tập huấn: Sở Y tế / Sở Nội vụ | Sở Tư pháp @ 2025 @ 2026"}},
        // Heads of two rows.
        TableCase{"Head",
                  "/|^2TT|^2Nhiệm vụ|>2Phân công|^2Thời gian/|Chủ trì|Phối hợp"
                  "/|1|Tập huấn|Sở Y tế|Sở Nội vụ|2025",
                  {"Tập huấn: Sở Y tế / Sở Nội vụ @ 2025"}},
        TableCase{
            "HeadThatSaysMoreBelow",
            "/|^2TT|^2Nhiệm vụ|>2Cơ quan thực hiện/|Chủ trì|Phối hợp/|1|Tập "
            "huấn|Sở Y tế|Sở Nội vụ",
            {"Tập huấn: Sở Y tế / Sở Nội vụ"}},
        // Rows that name a group stay what they are.
        TableCase{
            "Groups",
            kHead + "/|I|>4Nhóm một/|1|Tập huấn|^3Sở Y tế||2025/|II|Nhóm hai||"
                    "/|2|Tổng kết||2026",
            {"Tập huấn: Sở Y tế @ 2025", "Tổng kết: Sở Y tế @ 2026"}},
        // What is to be reached is no task, whoever sees to it.
        TableCase{
            "Indicators",
            "/|TT|Chỉ tiêu|Chủ trì/|1|Tỷ lệ hộ có điện đạt 99%|Sở Công Thương",
            {}},
        TableCase{
            "IndicatorsWithValues",
            "/|TT|Chỉ tiêu|Năm 2026|Chủ trì/|1|Tỷ lệ hộ có điện|99%|Sở Y tế",
            {}},
        // A name that is written short is one of its own, but not a field.
        TableCase{"ShortNames",
                  "/|TT|Nhiệm vụ|Chủ trì/|1|Rà soát|Tổng cục Thuế, TCHQ/|2|Tập "
                  "huấn|Sở VH, TTDL",
                  {"Rà soát: Tổng cục Thuế | TCHQ", "Tập huấn: Sở VH, TTDL"}},
        // Bodies with what they do, and names that hold a verb.
        TableCase{
            "LeadThatActs",
            "/|TT|Nhiệm vụ|Chủ trì/|1|Mở dữ liệu|Sở Nội vụ chủ trì hướng dẫn, "
            "tổng hợp; UBND cấp xã thực hiện/|2|Chấm thầu|Tổ thẩm định hồ "
            "sơ/|3|"
            "Bán đá|Các tổ chức khai thác đá",
            {"Mở dữ liệu: Sở Nội vụ | UBND cấp xã",
             "Chấm thầu: Tổ thẩm định hồ sơ",
             "Bán đá: Các tổ chức khai thác đá"}},
        TableCase{
            "TimesInTasks",
            "/|TT|Nhiệm vụ|Chủ trì/|1|Báo cáo trước ngày 05 tháng 12 năm "
            "2025|Sở Y tế",
            {"Báo cáo trước ngày 05 tháng 12 năm 2025: Sở Y tế @ 2025-12-05"}},
        // A row that names no body heads the rows that are lettered below it.
        TableCase{
            "RowsThatHead",
            "/|TT|Nhiệm vụ|Chủ trì|Phối hợp|Sản phẩm|Thời gian/|4|Rà soát thủ "
            "tục|||Các chỉ tiêu sau:|Như sau:/|a)|Cắt giảm hồ sơ|Sở Y tế||Báo "
            "cáo|2026/|5|Mở dữ liệu|||Cổng dữ liệu|2027/|6|In ấn|Sở Tư "
            "pháp||Sách|2027",
            {"Cắt giảm hồ sơ: Sở Y tế @ 2026", "Mở dữ liệu:  @ 2027",
             "In ấn: Sở Tư pháp @ 2027"}},
        // Words in front of the names, and names that look like lists.
        TableCase{
            "Openers",
            "/|TT|Nhiệm vụ|Chủ trì|Phối hợp/|1|Mở dữ liệu|Giao Sở Y tế|Đề nghị "
            "phối hợp với các Bộ, ngành liên quan/|2|In sách|Văn phòng Đoàn "
            "ĐBQH và HĐND tỉnh|Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh, "
            "Sở Y tế và Sở Nội vụ",
            {"Mở dữ liệu: Sở Y tế / các Bộ, ngành liên quan",
             "In sách: Văn phòng Đoàn ĐBQH và HĐND tỉnh / Đảng ủy Mặt trận Tổ "
             "quốc, các đoàn thể tỉnh | Sở Y tế | Sở Nội vụ"}},
        TableCase{
            "LinesThatWereJoined",
            "/|TT|Nhiệm vụ|Chủ trì/|1|Mở dữ liệu|Các Bộ, cơ quan UBND các "
            "tỉnh/|2|In sách|Văn phòng UBND tỉnh",
            {"Mở dữ liệu: Các Bộ, cơ quan | UBND các tỉnh",
             "In sách: Văn phòng UBND tỉnh"}},
        // No table of tasks.
        TableCase{"Figures", "/|^2TT|^2Xã|>2Hộ/|2024|2025/|1|Phú Khê|5|6", {}}),
    [](const auto& c) { return c.param.name; });

// Of two columns of tasks the finer one names them.
TEST(Tables, OfTwoColumnsOfTasks) {
  for (const auto& [heads, task] :
       {std::pair{"Nội dung hành động|Hành động cụ thể", "Tập huấn"},
        std::pair{"Nhóm nhiệm vụ|Nhiệm vụ", "Tập huấn"},
        std::pair{"Nhiệm vụ|Nội dung", "Phòng cháy"}}) {
    EXPECT_EQ(tasks_of(table("/|TT|" + std::string(heads) +
                             "|Chủ trì|Thời gian/|1|Phòng cháy|Tập huấn|Sở Y "
                             "tế|2025")),
              Tasks{std::string(task) + ": Sở Y tế @ 2025"})
        << heads;
  }
}

// A sentence that opens a table of tasks is none; above other tables it is.
TEST(Tables, TheSentenceAboveThem) {
  const auto read = [](const std::string& line, const std::string& heads) {
    const Plan plan = read_text(
        "<html><p>KẾ HOẠCH</p><p>Chăm sóc trẻ em</p><p>II. NHIỆM VỤ</p><p>1. " +
        line + "</p><table>" +
        table("/|TT|" + heads + "|Thời gian/|1|Tập huấn|Sở Y tế|2025") +
        "</table><p>2. Tổng kết.</p>");
    return quotes_of(plan);
  };
  EXPECT_EQ(read("Mở các lớp sau:", "Nội dung|Chủ trì"),
            "Tập huấn | Tổng kết.");
  EXPECT_EQ(read("Mở các lớp.", "Nội dung|Chủ trì"),
            "Mở các lớp. | Tập huấn | Tổng kết.");
  EXPECT_EQ(read("Mở các lớp sau:", "Tên lớp|Nơi học"),
            "Mở các lớp sau: | Tổng kết.");
}

// The hours of one day are a programme, and no tasks.
TEST(Tables, AProgrammeOrdersNothing) {
  for (const auto& [first, second, count] :
       {std::tuple{"7h30 - 8h00", "08:00", 0U},
        std::tuple{"7 giờ 30", "8 giờ ngày 5/3/2025", 2U},
        std::tuple{"Tháng 7", "Tháng 8", 2U}})
    EXPECT_EQ(tasks_of(table("/|Thời gian|Nội dung|Chủ trì/|" +
                             std::string(first) + "|Đón tiếp|Ban Tổ chức/|" +
                             std::string(second) + "|Khai mạc|Ban Tổ chức"))
                  .size(),
              count)
        << second;
}

// A word for who speaks for a body goes on in the next line of its cell.
TEST(Tables, LeadersOfABody) {
  EXPECT_EQ(tasks_of("<tr><td>TT<td>Nhiệm vụ<td>Chủ trì<td>Thời gian"
                     "<tr><td>1<td>Tập huấn<td><p>Lãnh đạo</p><p>Sở Y "
                     "tế</p><td>2025"),
            Tasks{"Tập huấn: Lãnh đạo Sở Y tế @ 2025"});
}

// Who is visited when: times, and no tasks.
// The year of one row does not date the share in another.
TEST(Tables, ATimeIsOfItsCell) {
  const Tasks expected = {"Nạo vét: Sở Y tế @ 2024", "Dọn 100% chợ: Sở Nội vụ",
                          "Trồng cây: Sở Y tế @ 2024"};
  EXPECT_EQ(tasks_of(table(kHead +
                           "/|1|Nạo vét|Sở Y tế||Trong năm 2024/|2|Dọn 100% "
                           "chợ|Sở Nội vụ||Thường xuyên/|3|Trồng cây|Sở Y tế||"
                           "Trong năm 2024")),
            expected);
}

// Where another document tells who and when, the cells do not.
TEST(Tables, AnotherDocumentSaysWhoAndWhen) {
  const Tasks expected = {"Nạo vét: "};
  EXPECT_EQ(
      tasks_of(table(kHead + "/|1|Nạo vét|Theo phân công tại Quyết định "
                             "số 17/QĐ-UBND||Theo Phương án số 71/PA-UBND "
                             "ngày 14/11/2024")),
      expected);
}

// Where no column names the bodies, the task itself does.
TEST(Tables, ATaskNamesItsBody) {
  const Tasks expected = {"Khoa lập danh sách đò: Khoa @ 2024",
                          "Sở Y tế phối hợp với Công an tỉnh khám: Sở Y tế / "
                          "Công an tỉnh @ 2025",
                          "Nạo vét: "};
  EXPECT_EQ(tasks_of(table("/|TT|Nhiệm vụ|Thời gian/|1|Khoa lập danh sách đò|"
                           "2024/|2|Sở Y tế phối hợp với Công an tỉnh khám|"
                           "2025/|3|Nạo vét|")),
            expected);
}

TEST(Tables, AScheduleGivesTimes) {
  for (const auto& [heads, times] :
       {std::pair{"Đơn vị được kiểm tra|Thời gian", "2025-03 2025-04 "},
        std::pair{"Tên trường|Thời gian đánh giá", "2025-03 2025-04 "},
        std::pair{"Đơn vị đã hoàn thành|Thời gian", ""}}) {
    const Plan plan = read_text(
        "<html><p>KẾ HOẠCH</p><p>Kiểm tra bến đò</p><p>II. NHIỆM "
        "VỤ</p><table>" +
        table("/|TT|" + std::string(heads) +
              "/|1|Xã Phú Khê|Tháng 3 năm 2025/|2|Xã Tân Hội|Tháng "
              "4 năm 2025") +
        "</table>");
    std::string found;
    for (const Deadline& d : plan.deadlines)
      found += d.value.value_or("-") + " ";
    EXPECT_EQ(found, times) << heads;
    EXPECT_TRUE(plan.obligations.empty()) << heads;
  }
}

// The page cut a table in two: its rows go on without its heads.
TEST(Tables, GoOnOnTheNextPage) {
  const auto read = [&](const std::string& below) {
    return tasks_of(table("/|TT|Nhiệm vụ|Chủ trì|Thời gian/|1|Tập huấn|Sở Y "
                          "tế|2025") +
                    "</table><p>Trang 2</p><table>" + table(below))
        .size();
  };
  EXPECT_EQ(read("/|2|Tổng kết|Sở Tư pháp|2026/|3|Báo cáo|Sở Y tế|2027"), 3U);
  EXPECT_EQ(read("/|2|Tổng kết|Sở Tư pháp/|3|Báo cáo|Sở Y tế"), 1U);
  EXPECT_EQ(read("/|Xã|Tổng kết|Sở Tư pháp|2026/|Thôn|Báo cáo|Sở Y tế|2027"),
            1U);
}

// One cell a line: the number that is merged over two rows is lost to the
// second.
TEST(Tables, ANumberMergedOverTwoRows) {
  const auto tasks = [](const std::string& second) {
    const Plan plan = read_text(
        "KẾ HOẠCH\n\nDọn bèo\n\nI. NHIỆM VỤ\n\n|\nTT\n|\nNhiệm vụ\n|\nChủ "
        "trì\n|\nThời gian\n|\n|\n1\n|\nRà soát bến đò\n|\nSở Y tế\n|\nQuý "
        "I/2025\n|\n|\n" +
        second + "\n|\n|\n2\n|\nDọn bèo\n|\nSở Nội vụ\n|\n2026\n|\n|\n\nHết.");
    std::string out;
    for (const Obligation& o : plan.obligations) {
      if (o.path == "table")
        out += o.evidence.quote + ": " + join(o.lead) + "; ";
    }
    return out;
  };
  EXPECT_EQ(tasks("Sửa bến đò\n|\nSở Xây dựng"),
            "Rà soát bến đò: Sở Y tế; Sửa bến đò: Sở Xây dựng; Dọn bèo: Sở Nội "
            "vụ; ");
  EXPECT_EQ(tasks("Tổng\n|\n5"),
            "Rà soát bến đò: Sở Y tế; Dọn bèo: Sở Nội vụ; ");
}

// A page without empty lines: its body stands behind the pipe of the
// letterhead.
TEST(Tables, RunningTextIsNoCell) {
  std::string body =
      "|\nSỞ Y TẾ\n|\nSố: 5/KH-SYT\n|\nKẾ HOẠCH\nDọn bèo\nThực "
      "hiện các việc sau:\n";
  const std::string words =
      " rà soát, dọn bèo trên các kênh, rạch trong toàn xã, báo cáo kết quả "
      "với "
      "Ủy ban nhân dân xã và các đơn vị có liên quan theo quy định.\n";
  for (int i = 1; i < 6; ++i) {
    body += std::to_string(i) + ". Sở Y tế";
    for (int k = 0; k < 4; ++k) body += words.substr(0, words.size() - 2) + ";";
    body += words;
  }
  EXPECT_EQ(read_text(body).obligations.size(), 5U);
}

}  // namespace
}  // namespace kehoach
