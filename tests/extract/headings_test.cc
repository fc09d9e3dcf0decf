// Which lines head others, and are no obligations themselves.

#include "extract/sheet.h"

namespace kehoach {
namespace {

// A bullet that only names what the paragraphs below it are about.
TEST(Obligations, BulletsMayBeHeadings) {
  const Plan plan = plan_of(
      "II. NHIỆM VỤ\n\n2. Mục tiêu cụ thể\n\n2.1. Đến năm 2030\n\n*- Nông "
      "nghiệp*\n\nHình thành ít nhất 20 mô hình tuần hoàn.\n\n*- Du "
      "lịch*\n\n100% điểm đến ứng dụng công nghệ số.\n\n3. Kiểm tra\n\n+ Nội "
      "dung theo dõi\n\nTình hình thực hiện chế độ báo cáo.\n\n+ Tổ chức tập "
      "huấn\n\nCác việc khác.");
  EXPECT_EQ(quotes_of(plan),
            "Tình hình thực hiện chế độ báo cáo. | Tổ chức tập huấn | Các việc "
            "khác.");
  ASSERT_EQ(plan.targets.size(), 2U);
  EXPECT_EQ(plan.targets[0].due, "2030");
  EXPECT_EQ(plan.targets[1].due, "2030");
}

// What is done, and in a paragraph below it who does it.
TEST(Obligations, ANumberedLineMayHeadWhoLeads) {
  for (const auto& [below, count] :
       {std::pair{"Sở Công Thương chủ trì, phối hợp với Sở Y tế di dời chợ.",
                  2U},
        std::pair{"Việc di dời theo quy định, do Sở Công Thương chủ trì.",
                  3U}}) {
    const Plan plan = plan_of("II. NỘI DUNG\n\n1. Di dời chợ Gạo.\n\n" +
                              std::string(below) + "\n\n2. Sửa chữa cầu.");
    EXPECT_EQ(plan.obligations.size(), count) << below;
  }
}

// Who holds it is told below, not by the heading about its time.
TEST(Roles, AHeadingAboutTheTimeNamesNobody) {
  const Plan plan = plan_of(
      "II. ĐƠN VỊ TỔ CHỨC - THỜI GIAN - ĐỊA ĐIỂM\n\n1. Thời gian - Địa "
      "điểm\n\n- Ngày 18/11/2025 tại hội trường.\n\n2. Nội dung chương "
      "trình\n\n- Đón tiếp đại biểu.");
  ASSERT_EQ(plan.obligations.size(), 1U);
  EXPECT_EQ(join(plan.obligations[0].lead), "");
  ASSERT_EQ(plan.deadlines.size(), 1U);
  EXPECT_EQ(plan.deadlines[0].value, "2025-11-18");
}

// A person may be whom a heading addresses, by post and name.
TEST(Roles, AHeadingMayNameAPerson) {
  for (const auto& [heading, lead] :
       {std::pair{"1. Thầy Hiệu trưởng Lê Văn An:",
                  "Thầy Hiệu trưởng Lê Văn An"},
        std::pair{"1. Bà Rịa - Vũng Tàu", ""},
        std::pair{"1. Thầy và trò", ""}}) {
    const Plan plan =
        plan_of("III. TỔ CHỨC THỰC HIỆN\n\n**" + std::string(heading) +
                "**\n\n- Rà soát bến đò.\n\n- Báo cáo.");
    ASSERT_EQ(plan.obligations.size(), 2U) << heading;
    EXPECT_EQ(join(plan.obligations[0].lead), lead) << heading;
  }
  const Plan plan = plan_of(
      "III. TỔ CHỨC THỰC HIỆN\n\n1. Thầy Hiệu trưởng Lê Văn An:\n\n- Rà soát "
      "bến đò.\n\n- Báo cáo.");
  EXPECT_EQ(join(plan.obligations[0].lead), "Thầy Hiệu trưởng Lê Văn An");
}

// What the bodies are, and who they are.
TEST(Roles, AHeadingMayNameBodiesBehindALabel) {
  for (const auto& [heading, leads] :
       {std::pair{"Các đơn vị chuyên môn: Khoa Sử học, Viện Kinh tế và Khoa Y",
                  "Khoa Sử học | Viện Kinh tế | Khoa Y"},
        std::pair{"Các đơn vị chuyên môn:", "Các đơn vị chuyên môn"},
        std::pair{"Các Sở: Y tế, Nội vụ", "Các Sở: Y tế, Nội vụ"},
        std::pair{"Trường/Viện đào tạo", "Trường/Viện đào tạo"}}) {
    const Plan plan =
        plan_of("III. TỔ CHỨC THỰC HIỆN\n\n**1. " + std::string(heading) +
                "**\n\n- Rà soát bến đò.\n\n- Báo cáo.");
    ASSERT_EQ(plan.obligations.size(), 2U) << heading;
    EXPECT_EQ(join(plan.obligations[0].lead), leads) << heading;
  }
}

// A bullet that ends in `cụ thể:` opens those behind it.
TEST(Obligations, ABulletMayOpenThoseBehindIt) {
  for (const auto& [opening, leads] :
       {std::pair{"- Phòng Nội vụ tổ chức hội thi. Cụ thể:",
                  "Phòng Nội vụ|Phòng Nội vụ||"},
        std::pair{"- Phòng Nội vụ tổ chức hội thi.", "Phòng Nội vụ||||"},
        std::pair{"- Phòng Nội vụ tổ chức hội thi mang tên:",
                  "Phòng Nội vụ||||"}}) {
    const Plan plan =
        plan_of("II. NỘI DUNG\n\n1. Hội thi\n\n" + std::string(opening) +
                "\n\n- Chuẩn bị hội trường;\n\n- In giấy "
                "mời.\n\n2. Tổng kết hội thi.");
    std::string found;
    for (const Obligation& o : plan.obligations) found += join(o.lead) + "|";
    EXPECT_EQ(found, leads) << opening;
  }
}

// Among tasks a heading may say whom they are about; a name, or a word for
// those who are told, says who does them.
TEST(Roles, AHeadingBehindConcerning) {
  for (const auto& [heading, lead] :
       {std::pair{"Đối với Sở Y tế", "Sở Y tế"},
        std::pair{"Đối với Ban Giám hiệu nhà trường (đồng chí An)",
                  "Ban Giám hiệu nhà trường"},
        std::pair{"Đối với đội ngũ giáo viên", "đội ngũ giáo viên"},
        std::pair{"Đối với các Tổ chuyên môn", "các Tổ chuyên môn"},
        std::pair{"Đối với các hộ nghèo", ""},
        std::pair{"Đối với doanh nghiệp", ""},
        std::pair{"Đối với cây lúa", ""}}) {
    const Plan plan = plan_of("II. NHIỆM VỤ\n\n1. " + std::string(heading) +
                              "\n\nRà soát bến đò.\n\n2. Các việc khác");
    ASSERT_FALSE(plan.obligations.empty()) << heading;
    EXPECT_EQ(join(plan.obligations[0].lead), lead) << heading;
  }
}

// Who orders others about leads; a `Ban Chỉ đạo` does not order.
TEST(Roles, AHeadingMayDirectOthers) {
  for (const auto& [heading, lead] :
       {std::pair{"Công an tỉnh chỉ đạo các phòng", "Công an tỉnh"},
        std::pair{"Ban Chỉ đạo các xã", "Ban Chỉ đạo các xã"}}) {
    const Plan plan =
        plan_of("III. TỔ CHỨC THỰC HIỆN\n\n1. " + std::string(heading) +
                ":\n\n- Rà soát bến đò.\n\n- Báo cáo.");
    ASSERT_EQ(plan.obligations.size(), 2U) << heading;
    EXPECT_EQ(join(plan.obligations[0].lead), lead) << heading;
  }
}

// A bullet that names a body in front of a colon heads the paragraph below it;
// what orders something stays an order.
TEST(Roles, ABulletMayHeadAParagraph) {
  const Plan plan = plan_of(
      "IV. TỔ CHỨC THỰC HIỆN\n\n1. Trách nhiệm của Bộ\n\n- Vụ Kế hoạch - Tài "
      "chính:\n\nRà soát bến đò.\n\n- Văn phòng Bộ:\n\nBáo cáo số bến đò.");
  ASSERT_EQ(plan.obligations.size(), 2U);
  EXPECT_EQ(join(plan.obligations[0].lead), "Vụ Kế hoạch - Tài chính");
  EXPECT_EQ(join(plan.obligations[1].lead), "Văn phòng Bộ");
  const Plan other = plan_of(
      "IV. TỔ CHỨC THỰC HIỆN\n\n- Sở Y tế rà soát bến đò, cụ thể:\n\nĐò Gạo "
      "cần áo phao.\n\n- Báo cáo.");
  ASSERT_EQ(other.obligations.size(), 3U);
}

// A heading that is a time says when; as part of a name it does not.
TEST(Deadlines, AHeadingMayBeATime) {
  for (const auto& [heading, value] :
       {std::pair{"Năm 2026", "2026"}, std::pair{"Quý IV, năm 2025", "2025-Q4"},
        std::pair{"Năm học 2025-2026", ""},
        std::pair{"Năm an toàn giao thông 2026", ""}}) {
    const Plan plan = plan_of("II. NHIỆM VỤ\n\n**1. " + std::string(heading) +
                              "**\n\n- Rà soát bến đò.\n\n- Báo cáo.");
    std::string found;
    for (const Deadline& d : plan.deadlines) found += d.value.value_or("-");
    EXPECT_EQ(found, value) << heading;
  }
}

}  // namespace
}  // namespace kehoach
