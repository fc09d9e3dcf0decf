#include "extract/sheet.h"

namespace kehoach {
namespace {

struct Case {
  std::string_view text;
  std::string_view lead;
  std::string_view support;
};

// The words of the item alone.
const Case kItems[] = {
    {"Sở Y tế chủ trì kiểm tra.", "Sở Y tế", ""},
    {"Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế và các sở, ngành liên "
     "quan bố trí kinh phí.",
     "Sở Tài chính", "Sở Y tế | các sở, ngành liên quan"},
    {"Các cơ quan, đơn vị và địa phương triển khai thực hiện.",
     "Các cơ quan, đơn vị và địa phương", ""},
    {"Các sở, ban, ngành, đoàn thể; Ủy ban nhân dân các huyện, thành phố đẩy "
     "mạnh xã hội hóa.",
     "Các sở, ban, ngành, đoàn thể | Ủy ban nhân dân các huyện, thành phố", ""},
    {"Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Phụ nữ hỗ trợ người dân.",
     "Mặt trận Tổ quốc | Đoàn Thanh niên | Hội Phụ nữ", ""},
    {"Căn cứ nội dung của kế hoạch, các sở, ban, ngành báo cáo kết quả.",
     "các sở, ban, ngành", ""},
    {"Chỉ đạo các ngành chức năng tăng cường kiểm tra.", "các ngành chức năng",
     ""},
    {"Chỉ đạo, phối hợp các cơ quan, các tổ chức chính trị - xã hội, tuyên "
     "truyền chủ trương.",
     "", "các cơ quan | các tổ chức chính trị - xã hội"},
    {"Phối hợp với lực lượng quân đội, công an hỗ trợ vận chuyển nước.", "",
     "lực lượng quân đội, công an"},
    {"Phối hợp chặt chẽ với các nhà mạng (Viettel, VNPT) để xây dựng lộ trình.",
     "", "các nhà mạng"},
    {"Kết hợp với Phòng Văn hóa và Thông tin biên soạn tài liệu.", "",
     "Phòng Văn hóa và Thông tin"},
    {"Sở Y tế phối hợp với các sở, ngành) kiểm tra.", "Sở Y tế",
     "các sở, ngành"},
    // Traps: nobody is named by these.
    {"Tăng cường phối hợp giữa gia đình, nhà trường và xã hội.", "", ""},
    {"Phát huy vai trò của các tổ chức chính trị - xã hội.", "", ""},
    {"Tiếp tục phối hợp liên ngành thực hiện Kế hoạch.", "", ""},
    {"Phối hợp tổ chức thực hiện phong trào.", "", ""},
    {"Báo cáo Ủy ban nhân dân tỉnh (qua Sở Y tế) kết quả thực hiện.", "", ""},
    {"Ban hành kế hoạch và tổ chức thực hiện.", "", ""},
    {"Tổ chức tuyên truyền, phổ biến pháp luật.", "", ""},
};

TEST(Roles, ByTheWordsOfTheItem) {
  for (const Case& c : kItems) {
    const Plan plan = task_of(std::string(c.text));
    ASSERT_EQ(plan.obligations.size(), 2U) << c.text;
    EXPECT_EQ(join(plan.obligations[0].lead), c.lead) << c.text;
    EXPECT_EQ(join(plan.obligations[0].support), c.support) << c.text;
    EXPECT_EQ(plan.obligations[0].evidence.quote, c.text);
    EXPECT_EQ(plan.obligations[0].evidence.quote,
              slice(plan.text, plan.obligations[0].evidence.span));
  }
}

TEST(Roles, TheHeadingLeadsUnlessTheTextNamesAnother) {
  const Plan plan = plan_of(
      "IV. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Y tế; Trung tâm Y tế thành phố\n\na) "
      "Chủ trì triển khai.\n\n"
      "b) Chỉ đạo các trạm y tế kiểm tra.\n\n2. Đề nghị Thành Đoàn\n\nTriển "
      "khai các hoạt động.\n\n"
      "3. Sở Tài chính: Bố trí kinh phí.");
  ASSERT_EQ(plan.obligations.size(), 4U);
  EXPECT_EQ(join(plan.obligations[0].lead),
            "Phòng Y tế | Trung tâm Y tế thành phố");
  EXPECT_EQ(join(plan.obligations[1].lead),
            "Phòng Y tế | Trung tâm Y tế thành phố");
  EXPECT_EQ(join(plan.obligations[2].lead), "Thành Đoàn");
  EXPECT_EQ(plan.obligations[2].modality, "requested");
  EXPECT_EQ(join(plan.obligations[3].lead), "Sở Tài chính");
  EXPECT_EQ(plan.obligations[3].modality, "must");
  EXPECT_EQ(plan.obligations[0].path, "IV.1.a");
}

TEST(Roles, LinesAboutTheItemsBeforeThem) {
  const Plan plan = plan_of(
      "II. NỘI DUNG\n\n1. Rà soát văn bản\n\na) Rà soát.\n\nb) Báo cáo.\n\n"
      "- Đơn vị chủ trì: Sở Tư pháp; Đơn vị phối hợp: Các sở, ngành; UBND các "
      "xã.\n\n2. Tập huấn.\n\n- Đơn vị chủ trì: Sở Y tế.");
  ASSERT_EQ(plan.obligations.size(), 3U);
  EXPECT_EQ(join(plan.obligations[1].lead), "Sở Tư pháp");
  EXPECT_EQ(join(plan.obligations[1].support), "Các sở, ngành | UBND các xã");
  EXPECT_EQ(join(plan.obligations[2].lead), "Sở Y tế");
}

TEST(Obligations, RowsOfATableOfTasks) {
  const Plan plan = plan_of(
      "Ban hành kèm theo.\n\n| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian "
      "|\n|---|---|---|---|---|\n"
      "| I | TUYÊN TRUYỀN | | | |\n| 1 | Xây dựng quy chế | Sở Y tế | Các sở, "
      "ngành | Quý IV/2025 |\n"
      "| 2 | Tập huấn | -nt- | | Hằng năm |");
  ASSERT_EQ(plan.obligations.size(), 2U);
  EXPECT_EQ(plan.obligations[0].evidence.quote, "Xây dựng quy chế");
  EXPECT_EQ(join(plan.obligations[0].support), "Các sở, ngành");
  EXPECT_EQ(join(plan.obligations[1].lead), "Sở Y tế");
  ASSERT_EQ(plan.deadlines.size(), 2U);
  EXPECT_EQ(plan.deadlines[0].value, "2025-Q4");
  EXPECT_EQ(plan.deadlines[0].obligation, "o1");
  EXPECT_EQ(plan.deadlines[1].value, "yearly");
}

TEST(Obligations, PurposeObjectivesHeadingsAndClosingAreNone) {
  const Plan plan = plan_of(
      "I. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n\nII. MỤC TIÊU\n\n- 90% trường "
      "học.\n\nIII. NHIỆM VỤ\n\n1. Tuyên truyền\n\na) Tổ chức hội nghị.\n\n"
      "IV. KINH PHÍ\n\nTừ ngân sách nhà nước.\n\nTrên đây là Kế hoạch, đề nghị "
      "các sở thực hiện./.");
  ASSERT_EQ(plan.obligations.size(), 2U);
  EXPECT_EQ(plan.obligations[0].evidence.quote, "Tổ chức hội nghị.");
  EXPECT_EQ(plan.obligations[1].section, SectionRole::funding);
}

// The rows between the heads and the heads again, as `task: lead`.
TEST(Tables, HeadsInTheMiddleAreNoTasks) {
  struct TableCase {
    std::string_view rows;
    std::string_view tasks;
  };
  for (const TableCase& c : {
           TableCase{"| 1 | Tập huấn | Sở Y tế | 2025 |\n"
                     "| | Nội dung | Đơn vị thực hiện | Thời gian |\n"
                     "| 2 | Tổng kết | Sở Nội vụ | 2026 |\n",
                     "Tập huấn | Tổng kết"},
           TableCase{"| 1 | Tập huấn | Sở Y tế | 2025 |\n"
                     "| TT | Nhiệm vụ | Chủ trì | Thời gian |\n"
                     "| 2 | Tổng kết | Sở Nội vụ | 2026 |\n",
                     "Tập huấn | Tổng kết"},
           // Tasks that speak of columns.
           TableCase{"| 1 | Nội dung tuyên truyền | Sở Y tế | 2025 |\n"
                     "| 2 | Hoạt động hè | Các đơn vị | quý II |\n",
                     "Nội dung tuyên truyền | Hoạt động hè"},
       }) {
    const Plan plan = plan_of(
        "IV. TỔ CHỨC THỰC HIỆN\n\n1. Bảng nhiệm vụ\n\n"
        "| TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |\n"
        "| --- | --- | --- | --- |\n" +
        std::string(c.rows));
    std::vector<std::string> tasks;
    for (const Obligation& o : plan.obligations) {
      if (o.path == "table") tasks.push_back(o.evidence.quote);
    }
    EXPECT_EQ(join(tasks), c.tasks);
  }
}

}  // namespace
}  // namespace kehoach
