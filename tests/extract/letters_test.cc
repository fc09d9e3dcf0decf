// Letters, directives and forms whose tasks stand in no part: who is told to do
// what.

#include "extract/sheet.h"

namespace kehoach {
namespace {

// The obligations as `lead < support`, a line each; `?` where it is asked for.
std::string told(const Plan& plan) {
  std::string out;
  for (const Obligation& o : plan.obligations) {
    out += join(o.lead) + " < " + join(o.support) +
           (o.modality == "requested" ? " ?" : "") + "\n";
  }
  return out;
}

Plan letter_of(const std::string& body) {
  return read_text(
      "BỘ Y TẾ\n\nSố: 412/BYT-KH\n\nHà Nội, ngày 15 tháng 11 năm 2023\n\nKính "
      "gửi: Sở Y tế các tỉnh\n\n" +
      body + "\n");
}

struct LetterCase {
  std::string body;
  std::string told;
};

TEST(Letters, AskInTheirParagraphs) {
  const LetterCase cases[] = {
      {"Bộ Y tế đề nghị quý Sở khẩn trương gửi số liệu.", "quý Sở <  ?\n"},
      {"Thứ trưởng Lê An yêu cầu Cục Dân số báo cáo trước ngày 30/5/2024.",
       "Cục Dân số < \n"},
      // What was ordered before, and what is only told, is no order.
      {"Bộ trưởng đã giao Cục Dân số xây dựng Thông tư.", ""},
      {"Đến nay Bộ Y tế chưa nhận được báo cáo của quý Sở.", ""},
  };
  for (const LetterCase& c : cases) EXPECT_EQ(told(letter_of(c.body)), c.told);
}

TEST(Letters, TellAllThatFollowsTheirOpening) {
  EXPECT_EQ(
      told(letter_of("Đến nay đã có 20 tỉnh lập Đề án. Để kịp tiến độ, Bộ "
                     "Y tế đề nghị Sở Y tế các tỉnh thực hiện như "
                     "sau:\n\n1. Rà soát danh sách.\n\n2. Các bệnh viện "
                     "báo cáo hằng tháng.")),
      "Sở Y tế các tỉnh <  ?\n"
      "Các bệnh viện < \n");
  // Behind headings, too.
  EXPECT_EQ(told(letter_of("Bộ hướng dẫn Sở Y tế các tỉnh xây dựng dự toán như "
                           "sau:\n\nI. Dự toán năm 2024\n\n1. Rà soát danh "
                           "sách.\n\n2. Lập dự toán.")),
            "Sở Y tế các tỉnh < \n"
            "Sở Y tế các tỉnh < \n");
  // A plan's own opening tells nobody.
  EXPECT_EQ(
      told(plan_of("Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\nI. "
                   "NHIỆM VỤ\n\n1. Rà soát danh sách.\n\n2. Tập huấn.")),
      " < \n < \n");
}

TEST(Letters, AskManyAtOnce) {
  EXPECT_EQ(told(letter_of("Để tổ chức tốt, Sở Y tế đề nghị Trưởng phòng Y tế "
                           "quận, huyện; Giám đốc các bệnh viện (BV), trung "
                           "tâm y tế triển khai một số nội dung sau:\n\n1. Tập "
                           "huấn.\n\n2. Báo cáo.")),
            "Trưởng phòng Y tế quận, huyện | Giám đốc các bệnh viện, trung tâm "
            "y tế <  ?\nTrưởng phòng Y tế quận, huyện | Giám đốc các bệnh "
            "viện, trung tâm y tế <  ?\n");
}

TEST(Letters, HeadingsSayOfWhomTheyAsk) {
  EXPECT_EQ(
      told(letter_of("Sở Y tế thông báo như sau:\n\n1. Yêu cầu đối với các "
                     "cơ sở được cấp phép.\n\n1.1. Báo cáo hằng "
                     "tháng.\n\n1.2. Lưu sổ.")),
      "các cơ sở được cấp phép < \ncác cơ sở được cấp phép < \n");
}

TEST(Letters, BulletsBelowADutyAreTasks) {
  EXPECT_EQ(
      told(letter_of("Giám đốc Sở Y tế có trách nhiệm:\n\n- Hoàn thiện Đề "
                     "án.\n\n- Kịp thời hướng dẫn.")),
      "Giám đốc Sở Y tế < \n"
      "Giám đốc Sở Y tế < \n");
  EXPECT_EQ(told(letter_of("Căn cứ:\n\n- Luật Khám bệnh;\n\n- Luật Dược;")),
            "");
}

TEST(Labels, StandAboveBodies) {
  EXPECT_EQ(
      told(plan_of("I. TUYÊN TRUYỀN\n\n1. Nội dung\n\na) Mở chuyên "
                   "mục.\n\nb) Phát tờ rơi.\n\n2. Cơ quan chủ trì, phối "
                   "hợp\n\na) Cơ quan chủ trì\n\n- Sở Y tế.\n\n- Các sở, "
                   "ngành.\n\nb) Cơ quan phối hợp\n\n- Hội Nông dân.\n\nII. "
                   "KINH PHÍ\n\nKhông.")),
      "Sở Y tế | Các sở, ngành < Hội Nông dân\n"
      "Sở Y tế | Các sở, ngành < Hội Nông dân\n"
      " < \n");
  // What orders something is no name.
  EXPECT_EQ(told(plan_of("I. TỔ CHỨC\n\n1. Đơn vị thực hiện\n\n- Sở Y tế kiểm "
                         "tra các bếp ăn.\n\n- Các xã tuyên truyền.")),
            "Sở Y tế < \nCác xã < \n");
}

TEST(Roles, WhomAnItemConcernsDoesIt) {
  const LetterCase cases[] = {
      {"Đối với các trường học: Rà soát bếp ăn.", "các trường học < \n"},
      {"Đối với các xã chưa có bến thì rà soát nguồn nước.",
       "các xã chưa có bến < \n"},
      {"Đối với các xã: Căn cứ số hộ để xếp loại.", " < \n"},
      {"Đối với nhà ở hư hỏng: Sửa chữa mái.", " < \n"},
      {"Ông. Lê Văn An - Trưởng đoàn: Phụ trách chung.",
       "Ông. Lê Văn An - Trưởng đoàn < \n"},
      {"Ông bà nội ngoại: Đưa trẻ đến trường.", " < \n"},
      {"Thanh tra tỉnh kiểm tra bến đò.", "Thanh tra tỉnh < \n"},
      {"Thanh tra đột xuất các bến đò.", " < \n"},
      {"Giám đốc trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên báo "
       "cáo.",
       "Giám đốc trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên < \n"},
      {"Kiểm tra bến đò (giao Công an tỉnh tham mưu).", "Công an tỉnh < \n"},
      {"Phối hợp với Công ty cổ phần Đầu tư phát triển Hồng Hà khảo sát.",
       " < Công ty cổ phần Đầu tư phát triển Hồng Hà\n"},
      {"Phối hợp với Công ty Hồng Hà phát triển phần mềm.",
       " < Công ty Hồng Hà\n"},
  };
  for (const LetterCase& c : cases) {
    const std::string out = told(task_of(c.body));
    EXPECT_EQ(out.substr(0, out.find('\n') + 1), c.told) << c.body;
  }
}

// Before the first part the issuer says what the plan is; others are told.
TEST(Roles, TheIssuerWhoSpeaksIsToldNothing) {
  const auto lead = [](const std::string& opening) {
    return join(plan_of(opening + ", cụ thể như sau:\n\n1. Nội dung\n\n- Rà "
                                  "soát bến đò.\n\n- Sửa phao.")
                    .obligations.at(0)
                    .lead);
  };
  EXPECT_EQ(lead("Căn cứ Công văn số 12/SGDĐT-VP, Phòng Giáo dục và Đào tạo "
                 "phát động phong trào thi đua"),
            "");
  EXPECT_EQ(lead("Căn cứ Công văn số 12/SGDĐT-VP, các trường phát động phong "
                 "trào thi đua"),
            "các trường");
}

// Whom a part about who does what encourages by name.
TEST(Roles, WhoIsEncouragedByNameLeads) {
  const auto lead = [](const std::string& task) {
    return join(
        plan_of("IV. TỔ CHỨC THỰC HIỆN\n\n1. " + task + "\n\n2. Báo cáo.")
            .obligations.at(0)
            .lead);
  };
  EXPECT_EQ(lead("Khuyến khích Liên đoàn Lao động tỉnh, Hội Nông dân tỉnh xây "
                 "dựng kế hoạch."),
            "Liên đoàn Lao động tỉnh | Hội Nông dân tỉnh");
  EXPECT_EQ(lead("Khuyến khích các doanh nghiệp đầu tư."), "");
  EXPECT_EQ(lead("Nhà nước ban hành cơ chế."), "Nhà nước");
  EXPECT_EQ(lead("Quán triệt nội quy. Các đơn vị tổ chức phát động thi đua."),
            "Các đơn vị");
}

TEST(Obligations, NotesConditionsAndNumbersAreNone) {
  const std::string cases[] = {
      "(Nhiệm vụ cụ thể có Phụ lục kèm theo)",
      "Là người đang sinh sống tại xã.",
      "Trung tâm Thoát nước: 0243.555.0102",
  };
  for (const std::string& text : cases)
    EXPECT_EQ(task_of(text).obligations.size(), 1U) << text;
  // Days are no telephone number.
  EXPECT_EQ(task_of("Chấm bài: 07 - 12/10/2025").obligations.size(), 2U);
  EXPECT_EQ(
      told(plan_of("I. NHIỆM VỤ\n\n1. Hỗ trợ nhà ở có một trong các điều "
                   "kiện sau:\n\n- Mái dột.\n\n- Tường nứt.\n\n2. Báo cáo "
                   "kết quả.")),
      " < \n");
  // What a body is in its own part is its duty.
  EXPECT_EQ(told(plan_of("I. TỔ CHỨC\n\n1. Sở Y tế\n\n- Là cơ quan thường trực "
                         "của Ban Chỉ đạo.\n\n- Báo cáo.")),
            "Sở Y tế < \nSở Y tế < \n");
}

}  // namespace
}  // namespace kehoach
