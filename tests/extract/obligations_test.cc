#include "extract/sheet.h"

namespace kehoach {
namespace {

struct ObligationCase {
  std::string_view text;
  std::string_view lead;
  std::string_view support;
};

// The words of the item alone.
const ObligationCase kItems[] = {
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
    {"Hằng năm, căn cứ nhiệm vụ được giao, các sở, ngành lập dự toán.",
     "các sở, ngành", ""},
    {"Riêng Sở Y tế chủ động kinh phí.", "Sở Y tế", ""},
    // One office that serves two, and one beside others.
    {"Văn phòng Đoàn ĐBQH và HĐND tỉnh rà soát.",
     "Văn phòng Đoàn ĐBQH và HĐND tỉnh", ""},
    {"Văn phòng Hội đồng nhân dân, Ủy ban nhân dân các xã rà soát.",
     "Văn phòng Hội đồng nhân dân | Ủy ban nhân dân các xã", ""},
    {"Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ; Chủ tịch UBND các tỉnh chỉ "
     "đạo.",
     "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ | Chủ tịch UBND các tỉnh", ""},
    {"Các chi đoàn đăng ký gian hàng.", "Các chi đoàn", ""},
    {"Các cụm công nghiệp xây dựng trạm xử lý nước.", "", ""},
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
    // A head that runs in, then the body as subject.
    {"Khen thưởng cấp Nhà nước: Sở Nội vụ phối hợp với các cơ quan liên quan "
     "báo cáo Ủy ban nhân dân tỉnh.",
     "Sở Nội vụ", "các cơ quan liên quan"},
    {"Cơ cấu đoàn kiểm tra: Sở Y tế, Sở Tài chính.", "", ""},
    {"Phối hợp với: Sở Y tế tổ chức kiểm tra.", "", ""},
    // A common noun behind a proper name is another body.
    {"Cục Kiểm lâm chủ trì, phối hợp với Cục Lâm nghiệp, cơ quan chuyên môn "
     "thuộc Bộ Công an và các địa phương có rừng khảo sát.",
     "Cục Kiểm lâm",
     "Cục Lâm nghiệp | cơ quan chuyên môn thuộc Bộ Công an | các địa phương có "
     "rừng"},
    {"Phối hợp với UBND xã, phường tổ chức kiểm tra.", "", "UBND xã, phường"},
    {"Phối hợp với doanh nghiệp, viện nghiên cứu, trường đại học hỗ trợ "
     "nông dân.",
     "", "doanh nghiệp, viện nghiên cứu, trường đại học"},
    {"Các cơ quan thông tin, truyền thông của tỉnh: Xây dựng chuyên mục.",
     "Các cơ quan thông tin, truyền thông của tỉnh", ""},
    {"Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh tư vấn, phản biện.",
     "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", ""},
    {"Chi trả cho người hưởng: Sau khi mở tài khoản, Ủy ban nhân dân xã phối "
     "hợp với Sở Y tế, địa phương ký hợp đồng.",
     "Ủy ban nhân dân xã", "Sở Y tế | địa phương"},
    {"Chỉ đạo phòng, ban, phối hợp tổ chức chính trị - xã hội tuyên truyền.",
     "phòng, ban", "tổ chức chính trị - xã hội"},
    {"Trên cơ sở kết quả kiểm tra, Hội đồng thi đua họp xét.",
     "Hội đồng thi đua", ""},
    {"Phối hợp với các tổ chức cung cấp dịch vụ chi trả mở tài khoản.", "",
     "các tổ chức cung cấp dịch vụ chi trả"},
    {"Tổ trưởng Tổ đảng ở Thường trực Ủy ban Kinh tế, các cơ quan, tổ chức hữu "
     "quan chỉ đạo thực hiện.",
     "Tổ trưởng Tổ đảng ở Thường trực Ủy ban Kinh tế | các cơ quan, tổ chức "
     "hữu quan",
     ""},
    {"Sở Y tế ở các địa phương chỉ đạo thực hiện.", "Sở Y tế", ""},
    {"Báo và phát thanh, truyền hình Cửu Hà, Cổng thông tin điện tử tỉnh, hệ "
     "thống truyền thanh cơ sở đưa tin.",
     "Báo và phát thanh, truyền hình Cửu Hà | Cổng thông tin điện tử tỉnh | hệ "
     "thống truyền thanh cơ sở",
     ""},
    {"Hội Nông dân tỉnh, Hiệp hội doanh nghiệp tỉnh vận động hội viên.",
     "Hội Nông dân tỉnh | Hiệp hội doanh nghiệp tỉnh", ""},
    {"Phối hợp với Công an, lực lượng Hải quan kiểm soát.", "",
     "Công an | lực lượng Hải quan"},
    {"Phối hợp lực lượng tại chỗ rà soát các điểm ngập.", "",
     "lực lượng tại chỗ"},
    {"Phối hợp với các cơ quan thông tin truyền thông, báo chí trung ương đưa "
     "tin.",
     "", "các cơ quan thông tin truyền thông, báo chí trung ương"},
    {"Các thành viên khác trong tiểu ban theo dõi địa bàn.",
     "Các thành viên khác trong tiểu ban", ""},
    {"Đồng chí Trưởng Ban xây dựng Đảng - Trưởng Tiểu ban: Phụ trách chung.",
     "Đồng chí Trưởng Ban xây dựng Đảng - Trưởng Tiểu ban", ""},
    {"Sở Y tế thực hiện các việc sau: Kiểm tra, báo cáo.", "Sở Y tế", ""},
    // Traps: nobody is named by these.
    {"Rà soát hiện trạng các hoạt động; yêu cầu các tổ chức, doanh nghiệp "
     "thực hiện dự án.",
     "", ""},
    {"Tổng hợp, báo cáo cấp thẩm quyền (UBND thành phố, Bộ Y tế và các Bộ, cơ "
     "quan trung ương chủ trì dự án) việc thực hiện.",
     "", ""},
    {"Tổng hợp để báo cáo Ban Chỉ đạo tỉnh, Sở Y tế và các sở, ngành chủ trì "
     "dự án.",
     "", ""},
    {"Tăng cường phối hợp giữa gia đình, nhà trường và xã hội.", "", ""},
    {"Phát huy vai trò của các tổ chức chính trị - xã hội.", "", ""},
    {"Tiếp tục phối hợp liên ngành thực hiện Kế hoạch.", "", ""},
    {"Phối hợp tổ chức thực hiện phong trào.", "", ""},
    {"Báo cáo Ủy ban nhân dân tỉnh (qua Sở Y tế) kết quả thực hiện.", "", ""},
    {"Ban hành kế hoạch và tổ chức thực hiện.", "", ""},
    {"Tổ chức tuyên truyền, phổ biến pháp luật.", "", ""},
};

TEST(Roles, ByTheWordsOfTheItem) {
  for (const ObligationCase& c : kItems) {
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

// `do X chủ trì` describes where the heading addresses somebody.
TEST(Roles, WhoLeadsWhatIsDescribedLeadsOnlyWithoutAHeading) {
  const std::string item = "Phê duyệt các dự án do Sở Xây dựng chủ trì.";
  EXPECT_EQ(join(task_of(item).obligations[0].lead), "Sở Xây dựng");
  const Plan plan = plan_of("IV. TỔ CHỨC THỰC HIỆN\n\n**1. Sở Y tế**\n\n- " +
                            item + "\n\n- Báo cáo.");
  EXPECT_EQ(join(plan.obligations[0].lead), "Sở Y tế");
}

TEST(Roles, ALeadInThatDirectsOthersLeavesTheHeadingInCharge) {
  const Plan plan = plan_of(
      "IV. TỔ CHỨC THỰC HIỆN\n\n**1. Ngân hàng Nhà nước khu vực 14**\n\na) Chỉ "
      "đạo các ngân hàng thương mại chủ động mở tài khoản, cụ thể như "
      "sau:\n\n- Cử chuyên viên hướng dẫn.");
  ASSERT_EQ(plan.obligations.size(), 1U);
  EXPECT_EQ(join(plan.obligations[0].lead), "Ngân hàng Nhà nước khu vực 14");
}

// The body that a heading addresses, however it is wrapped.
// Whom a heading tells to work with supports its items, unless they name
// others.
TEST(Roles, AHeadingMayNameWhoSupports) {
  const Plan plan = plan_of(
      "IV. TỔ CHỨC THỰC HIỆN\n\n**1. Sở Công Thương**\n\n**a) Chủ trì, phối "
      "hợp "
      "với các sở, ngành, UBND các xã**\n\n- Ban hành quy chế.\n\n- Phối hợp "
      "với Sở Y tế kiểm tra.\n\n**b) Báo cáo**\n\n- Tổng hợp.\n\n**c) Phối hợp "
      "với:**\n\n- Sở Xây dựng, Sở Tài chính rà soát cơ sở vật chất.");
  ASSERT_EQ(plan.obligations.size(), 4U);
  EXPECT_EQ(join(plan.obligations[0].support), "các sở, ngành | UBND các xã");
  EXPECT_EQ(join(plan.obligations[1].support), "Sở Y tế");
  EXPECT_EQ(join(plan.obligations[2].support), "");
  EXPECT_EQ(join(plan.obligations[3].support), "Sở Xây dựng | Sở Tài chính");
  for (const Obligation& o : plan.obligations)
    EXPECT_EQ(join(o.lead), "Sở Công Thương") << o.path;
}

TEST(Obligations, SlogansAndAttributesAreNone) {
  const Plan plan = plan_of(
      "II. NHIỆM VỤ\n\n1. Tuyên truyền\n\n- Toàn dân tham gia bầu cử!\n\n- Ban "
      "hành quy chế.\n\n2. Tập huấn kỹ năng\n\n- Số lượng: 02 lớp.\n\n- Thành "
      "phần tham dự: Giáo viên.\n\n- Địa điểm: Tại xã.\n\nIII. KINH PHÍ\n\n1. "
      "Kinh phí:\n\n- Ngân sách tỉnh.\n\n- Nguồn xã hội hóa.");
  EXPECT_EQ(quotes_of(plan),
            "Ban hành quy chế. | Tập huấn kỹ năng | Ngân sách tỉnh. | Nguồn xã "
            "hội hóa.");
}

// Who is invited, where the details stand, and what the backdrop says.
TEST(Obligations, ListsOfBodiesAndNotesAreNone) {
  for (const std::string_view item :
       {"Sở Y tế; Công an tỉnh.", "Các đồng chí thành viên Ban Chỉ đạo tỉnh,",
        "Đại diện lãnh đạo các sở, ban, ngành; Hội Nông dân tỉnh",
        "Khách mời: Trưởng thôn Tân Hội.",
        "Thành phần mời dự: Phóng viên báo, đài.",
        "Địa điểm tổ chức hội nghị: Tại nhà văn hóa.",
        "Chương trình (có chương trình kèm theo)",
        "(Kế hoạch này thay giấy mời)", "Tân Hội, ngày 05 tháng 7 năm 2023"}) {
    const Plan plan = plan_of("II. NỘI DUNG\n\n1. Tập huấn.\n\n2. " +
                              std::string(item) + "\n\n3. Báo cáo.");
    EXPECT_EQ(plan.obligations.size(), 2U) << item;
  }
  for (const std::string_view item :
       {"Sở Y tế tập huấn; Công an tỉnh.", "Hội Nông dân tỉnh dự họp.",
        "Mời Trưởng thôn Tân Hội.", "Xác định địa điểm: Tại nhà văn hóa.",
        "Xây dựng chương trình (có mẫu kèm theo)",
        "Báo cáo Sở Y tế, ngày 05 tháng 7 năm 2023"}) {
    const Plan plan = plan_of("II. NỘI DUNG\n\n1. Tập huấn.\n\n2. " +
                              std::string(item) + "\n\n3. Báo cáo.");
    EXPECT_EQ(plan.obligations.size(), 3U) << item;
  }
}

TEST(Obligations, ARemarkBelowATaskIsNoPartOfIt) {
  const auto tasks = [](const std::string& bullet) {
    return plan_of("III. NHIỆM VỤ\n\n1. Sở Y tế rà soát bến đò.\n\n" + bullet +
                   " báo cáo ngay.\n\n2. Báo cáo.")
        .obligations.size();
  };
  EXPECT_EQ(tasks("* Lưu ý: Có tai nạn thì"), 3U);
  EXPECT_EQ(tasks("* Có tai nạn thì"), 2U);
}

TEST(Obligations, ALeadInMayOpenTargets) {
  const Plan plan = plan_of(
      "III. NỘI DUNG THI ĐUA\n\n**1. Nội dung**\n\nNâng cao nhận thức, được cụ "
      "thể hóa bằng các chỉ tiêu cụ thể như sau:\n\n(1) 100% người hưởng được "
      "tuyên truyền;\n\n(2) Ít nhất 85% người hưởng mở tài khoản.\n\n**2. "
      "Phương "
      "án**\n\na) Tổ chức hội nghị.");
  EXPECT_EQ(plan.obligations.size(), 1U);
  EXPECT_EQ(plan.targets.size(), 2U);
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

TEST(Obligations, ATableOfWhatIsInWhoseHands) {
  const Plan plan = plan_of(
      "III. NHIỆM VỤ\n\n| Stt | Nội dung | Chi tiết | Phụ trách | Ghi chú "
      "|\n|---|---|---|---|---|\n"
      "| 1 | Chuẩn bị hội trường | Hoa tươi | Phòng Quản trị | |\n"
      "| 2 | Tổng hợp điểm | Theo mẫu | Phòng Đào tạo | |");
  ASSERT_EQ(plan.obligations.size(), 2U);
  EXPECT_EQ(plan.obligations[0].evidence.quote, "Chuẩn bị hội trường");
  EXPECT_EQ(join(plan.obligations[1].lead), "Phòng Đào tạo");
}

// A body that an item begins with does it; others only help to say who.
TEST(Roles, TheSubjectOfAnItemWinsOverTheLineBelow) {
  const Plan plan = plan_of(
      "II. NỘI DUNG\n\n**1. Tuyên truyền**\n\n- Ủy ban nhân dân xã phối hợp "
      "với Công an xã tổ chức hội nghị.\n\n- Các cơ quan, đơn vị tiếp tục "
      "tuyên truyền.\n\nĐơn vị chủ trì: Sở Y tế.");
  ASSERT_EQ(plan.obligations.size(), 2U);
  EXPECT_EQ(join(plan.obligations[0].lead), "Ủy ban nhân dân xã");
  EXPECT_EQ(join(plan.obligations[1].lead), "Sở Y tế");
}

TEST(Roles, CommonNounsInACellStayTogether) {
  struct CellCase {
    std::string_view cell;
    std::string_view support;
  };
  for (const CellCase& c : {
           CellCase{"Viện, Trường; Sở, ban, ngành có liên quan",
                    "Viện, Trường | Sở, ban, ngành có liên quan"},
           CellCase{"Doanh nghiệp, Sở, ban, ngành có liên quan",
                    "Doanh nghiệp, Sở, ban, ngành có liên quan"},
           CellCase{"VNPT, Viettel, các doanh nghiệp",
                    "VNPT | Viettel | các doanh nghiệp"},
           CellCase{"Sở Y tế, Các sở, ngành", "Sở Y tế | Các sở, ngành"},
           // A name may go on in the next line.
           CellCase{"Sở Khoa học và<br>Công nghệ", "Sở Khoa học và Công nghệ"},
           CellCase{"Sở Y tế<br>Sở Nội vụ", "Sở Y tế | Sở Nội vụ"},
           CellCase{"Các sở và<br>Công an tỉnh", "Các sở | Công an tỉnh"},
           // Nothing but names stands in a cell.
           CellCase{"UBND xã Phú Khê, các nghệ sĩ, thợ gốm",
                    "UBND xã Phú Khê | các nghệ sĩ, thợ gốm"},
           CellCase{"Hiệu trưởng, GVCN khối 9, 12, GVBM, BGH",
                    "Hiệu trưởng | GVCN khối 9, 12 | GVBM | BGH"},
           CellCase{"Các bộ quản lý CSDLQG, CSDL chuyên ngành",
                    "Các bộ quản lý CSDLQG, CSDL chuyên ngành"},
           CellCase{"Sở VH, TTDL và Thông tin", "Sở VH, TTDL và Thông tin"},
       }) {
    const Plan plan = plan_of(
        "II. NHIỆM VỤ\n\n| TT | Nhiệm vụ | Chủ trì | Phối hợp |\n|---|"
        "---|---|---|\n| 1 | Tập huấn | Sở Y tế X | " +
        std::string(c.cell) + " |");
    ASSERT_EQ(plan.obligations.size(), 1U) << c.cell;
    EXPECT_EQ(join(plan.obligations[0].support), c.support);
  }
}

// What is granted to whom, and by which papers, is no task.
TEST(Obligations, PartsAboutAwardsAreNone) {
  for (const std::string_view part :
       {"SỐ LƯỢNG ĐỀ NGHỊ KHEN THƯỞNG", "THỦ TỤC, HỒ SƠ KHEN THƯỞNG",
        "TIÊU CHUẨN KHEN THƯỞNG", "HÌNH THỨC VÀ TIÊU CHUẨN KHEN THƯỞNG",
        "ĐIỀU KIỆN, TIÊU CHUẨN THAM GIA"}) {
    const Plan plan =
        plan_of("II. NỘI DUNG\n\n1. Tập huấn.\n\nIII. " + std::string(part) +
                "\n\n- Ban Chỉ đạo: không quá 05 cá nhân.");
    EXPECT_EQ(plan.obligations.size(), 1U) << part;
    EXPECT_EQ(plan.targets.size(), 0U) << part;
  }
  for (const std::string_view part :
       {"HÌNH THỨC TUYÊN TRUYỀN", "THỦ TỤC HÀNH CHÍNH",
        "CÔNG TÁC THI ĐUA, KHEN THƯỞNG", "SỐ LƯỢNG LỚP TẬP HUẤN"}) {
    const Plan plan = plan_of("II. NỘI DUNG\n\n1. Tập huấn.\n\nIII. " +
                              std::string(part) + "\n\n- Ban hành quy chế.");
    EXPECT_EQ(plan.obligations.size(), 2U) << part;
  }
}

TEST(Obligations, APartThatOnlyPointsToAnAppendixIsNone) {
  const Plan plan = plan_of(
      "II. LỘ TRÌNH\n\n1. Tập huấn.\n\nIII. NHIỆM VỤ VÀ GIẢI PHÁP (chi tiết "
      "tại "
      "Phụ lục)\n\nIV. TỔ CHỨC THỰC HIỆN\n\n1. Kiểm tra.");
  ASSERT_EQ(plan.obligations.size(), 2U);
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
