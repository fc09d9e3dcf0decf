// How lists of bodies split, in sentences, headings and cells.
#include "extract/sheet.h"

namespace kehoach {
namespace {

struct ListCase {
  std::string_view bodies;
  std::string_view names;
};

const ListCase kLists[] = {
    // Common nouns under one `các` stay together, a place behind them or not.
    {"các cơ quan chức năng và chính quyền địa phương",
     "các cơ quan chức năng và chính quyền địa phương"},
    {"các sở, ban, ngành, đoàn thể Thành phố và Công an Thành phố",
     "các sở, ban, ngành, đoàn thể Thành phố | Công an Thành phố"},
    {"các sở ngành, Đoàn Thanh niên", "các sở ngành | Đoàn Thanh niên"},
    // Behind a name they are another body.
    {"Công an tỉnh và chính quyền địa phương",
     "Công an tỉnh | chính quyền địa phương"},
    {"Bộ Y tế, doanh nghiệp", "Bộ Y tế | doanh nghiệp"},
    {"chính quyền địa phương và lực lượng Kiểm lâm, các chủ đầu tư",
     "chính quyền địa phương | lực lượng Kiểm lâm | các chủ đầu tư"},
    {"UBND xã, báo, đài và các đơn vị", "UBND xã | báo, đài | các đơn vị"},
    {"Cấp ủy đảng, chính quyền các cấp", "Cấp ủy đảng, chính quyền các cấp"},
    // A common noun, in capitals.
    {"các viện, Trường Đại học có liên quan",
     "các viện, Trường Đại học có liên quan"},
    // Offices that are called by their level.
    {"Tòa án nhân dân tỉnh, Thuế tỉnh, Kiểm toán nhà nước khu vực II",
     "Tòa án nhân dân tỉnh | Thuế tỉnh | Kiểm toán nhà nước khu vực II"},
    // One body, as it is called here or there.
    {"Sở Văn hóa, Thể thao và Du lịch/Sở Văn hóa và Thể thao",
     "Sở Văn hóa, Thể thao và Du lịch/Sở Văn hóa và Thể thao"},
    {"Sở Y tế/Sở Nội vụ", "Sở Y tế | Sở Nội vụ"},
    // `hình thành` is a verb elsewhere.
    {"Đài Phát thanh và Truyền hình Thành phố",
     "Đài Phát thanh và Truyền hình Thành phố"},
    {"các đoàn kiểm tra liên ngành", "các đoàn kiểm tra liên ngành"},
    {"các doanh nghiệp, tổ chức Hội và mọi người dân",
     "các doanh nghiệp, tổ chức Hội | mọi người dân"},
    {"Giám đốc, Thủ trưởng các sở", "Giám đốc, Thủ trưởng các sở"},
    {"Giám đốc Sở Y tế, Thủ trưởng các cơ quan",
     "Giám đốc Sở Y tế | Thủ trưởng các cơ quan"},
    {"các hộ trong khu công nghiệp", "các hộ trong khu công nghiệp"},
    {"các chi, đảng bộ trực thuộc Đảng uỷ xã và Công an xã",
     "các chi, đảng bộ trực thuộc Đảng uỷ xã | Công an xã"},
    {"Ban xây dựng Đảng và UBND xã dự kiến cơ cấu và",
     "Ban xây dựng Đảng | UBND xã"},
    // Companies, up to the proper name or the number.
    {"Công ty cổ phần Xây dựng dịch vụ và thương mại 68, Công ty Cổ phần đầu "
     "tư "
     "phát triển xây dựng Sông Đà 9",
     "Công ty cổ phần Xây dựng dịch vụ và thương mại 68 | Công ty Cổ phần đầu "
     "tư phát triển xây dựng Sông Đà 9"},
    {"Công ty Thủy lợi Cửu Hà vận hành hợp lý mực nước các sông Cầu Bây và",
     "Công ty Thủy lợi Cửu Hà"},
    {"Công ty TNHH Đầu tư, Xây dựng và Kinh doanh dịch vụ Cửu Hà và Sở Y tế",
     "Công ty TNHH Đầu tư, Xây dựng và Kinh doanh dịch vụ Cửu Hà | Sở Y tế"},
    // No name has these verbs, however they are written.
    {"Hội Nông dân, MTTQ Đẩy mạnh", "Hội Nông dân | MTTQ"},
    {"Ban Tổ chức, Vụ Phổ biến", "Ban Tổ chức | Vụ Phổ biến"},
    {"Cục Tác chiến Bộ Tổng Tham mưu, Sở Y tế",
     "Cục Tác chiến Bộ Tổng Tham mưu | Sở Y tế"},
    {"các tổ chức nghiên cứu và phát triển",
     "các tổ chức nghiên cứu và phát triển"},
    {"các cơ quan giúp việc của Tỉnh ủy", "các cơ quan giúp việc của Tỉnh ủy"},
    {"Thanh tra, Công an", "Thanh tra | Công an"},
    {"Sở Lao động, Thương binh và Xã hội, Sở Nội vụ",
     "Sở Lao động, Thương binh và Xã hội | Sở Nội vụ"},
    // A known name ends where nothing of a name goes on.
    {"Sở Y tế, Sở Nội vụ rút kinh nghiệm và", "Sở Y tế | Sở Nội vụ"},
    {"Hội Nông dân làm hồ sơ và", "Hội Nông dân"},
    {"Sở Y tế các tỉnh và Phòng Kinh tế hạ tầng",
     "Sở Y tế các tỉnh | Phòng Kinh tế hạ tầng"},
    {"Ủy ban nhân dân 04 xã: Phú Khê, Tân Hội",
     "Ủy ban nhân dân 04 xã: Phú Khê, Tân Hội"},
    // A post without its office.
    {"Thủ trưởng/Giám đốc các đơn vị", "Thủ trưởng/Giám đốc các đơn vị"},
    {"Giám đốc Sở Y tế/Sở Nội vụ", "Giám đốc Sở Y tế | Sở Nội vụ"},
    // Whoever says which of them they are is no helper.
    {"các đơn vị đã được Sở Y tế, UBND tỉnh công nhận", "các đơn vị"},
    {"các cơ sở khám, chữa bệnh trong và ngoài công lập",
     "các cơ sở khám, chữa bệnh trong và ngoài công lập"},
    {"các hội đoàn thể trên toàn thành phố",
     "các hội đoàn thể trên toàn thành phố"},
    {"các trường tiểu học: Hoàng An, Sông Hà",
     "các trường tiểu học: Hoàng An, Sông Hà"},
};

TEST(Lists, OfThoseWhoHelp) {
  for (const ListCase& c : kLists) {
    const Plan plan =
        task_of("Phối hợp với " + std::string(c.bodies) + " rà soát bến đò.");
    ASSERT_EQ(plan.obligations.size(), 2U) << c.bodies;
    EXPECT_EQ(join(plan.obligations[0].support), c.names) << c.bodies;
  }
}

// A list ends with a whole name, however long it is.
TEST(Lists, OfManyAreReadToTheirEnd) {
  const auto body = [](std::size_t i) {
    return std::string("Công an xã Tân ") + static_cast<char>('A' + i / 26) +
           static_cast<char>('a' + i % 26);
  };
  for (const std::size_t count : {40U, 400U}) {
    std::string item = body(0);
    for (std::size_t i = 1; i < count; ++i) item += ", " + body(i);
    const Plan plan = task_of(item + " rà soát bến đò.");
    ASSERT_EQ(plan.obligations.size(), 2U);
    const auto& lead = plan.obligations[0].lead;
    ASSERT_GE(lead.size(), 40U);
    EXPECT_EQ(lead.back(), body(lead.size() - 1));
  }
}

// With its place the name of one body ends, whatever it does.
TEST(Lists, OfThoseWhoActByWordsThatAreNotKnown) {
  for (const auto& [item, names] : {
           std::pair{"Công an xã trực bảo vệ tại các bến.", "Công an xã"},
           std::pair{"Trạm Y tế xã cấp thuốc cho các hộ.", "Trạm Y tế xã"},
           std::pair{"Văn phòng HĐND và UBND huyện photo tài liệu.",
                     "Văn phòng HĐND và UBND huyện"},
           std::pair{"Trường Tiểu học xã Hoa Lau vẽ tranh cổ động.",
                     "Trường Tiểu học xã Hoa Lau"},
           std::pair{"Phòng Giáo dục và Đào tạo thị xã soi xét hồ sơ.",
                     "Phòng Giáo dục và Đào tạo thị xã"},
           std::pair{"Hội Nông dân tỉnh, Tỉnh đoàn gặp mặt hội viên.",
                     "Hội Nông dân tỉnh | Tỉnh đoàn"},
           std::pair{"Sở Nội vụ cấp thẻ cho cán bộ.", "Sở Nội vụ"},
           std::pair{"Đoàn xã treo băng rôn tại các bến.", "Đoàn xã"},
           // What goes on with the name, or tells which of many.
           std::pair{"UBND các xã biên giới rà soát.", "UBND các xã biên giới"},
           std::pair{"UBND huyện đảo Cù Lau rà soát.", "UBND huyện đảo Cù Lau"},
           std::pair{"UBND cấp xã nơi có bến đò rà soát.",
                     "UBND cấp xã nơi có bến đò"},
           std::pair{"Sở Lao động - Thương binh và Xã hội rà soát.",
                     "Sở Lao động - Thương binh và Xã hội"},
           std::pair{"Văn phòng Tỉnh ủy rà soát.", "Văn phòng Tỉnh ủy"},
           std::pair{"Trung tâm Điều hành thành phố thông minh rà soát.",
                     "Trung tâm Điều hành thành phố thông minh"},
           std::pair{"Trạm Y tế xã trực thuộc Trung tâm Y tế huyện rà soát.",
                     "Trạm Y tế xã trực thuộc Trung tâm Y tế huyện"},
       }) {
    const Plan plan = task_of(item);
    ASSERT_EQ(plan.obligations.size(), 2U) << item;
    EXPECT_EQ(join(plan.obligations[0].lead), names) << item;
  }
}

// Lines of a cell that were joined.
TEST(Lists, OfACell) {
  for (const auto& [cell, names] : {
           std::pair{"Sở Y tế Sở Nội vụ", "Sở Y tế | Sở Nội vụ"},
           std::pair{"UBND xã, phường Sở Y tế", "UBND xã, phường | Sở Y tế"},
           std::pair{"Sở Y tế Các sở, ngành", "Sở Y tế | Các sở, ngành"},
           std::pair{"Giám đốc Sở Y tế", "Giám đốc Sở Y tế"},
           std::pair{"Thanh tra Sở Y tế", "Thanh tra Sở Y tế"},
       }) {
    const Plan plan = read_text(
        "<html><p>KẾ HOẠCH</p><p>Rà soát</p><p>II. NHIỆM VỤ</p><table>" +
        table("/|TT|Nhiệm vụ|Chủ trì|Thời gian/|1|Tập huấn|" +
              std::string(cell) + "|2025") +
        "</table>");
    ASSERT_EQ(plan.obligations.size(), 1U) << cell;
    EXPECT_EQ(join(plan.obligations[0].lead), names) << cell;
  }
}

// What somebody is here stands in front of who it is.
TEST(Lists, BehindALabel) {
  for (const auto& [head, names] : {
           std::pair{"Cơ quan quản lý: Sở Y tế & DS tỉnh Cửu Hà",
                     "Sở Y tế & DS tỉnh Cửu Hà"},
           std::pair{"Đơn vị thường trực: UBND tỉnh", "UBND tỉnh"},
           std::pair{"Các sở: Y tế, Nội vụ", "Các sở: Y tế, Nội vụ"},
       }) {
    const Plan plan =
        plan_of("III. TỔ CHỨC THỰC HIỆN\n\n1. " + std::string(head) +
                ":\n\n- Rà soát bến đò.\n\n- Báo cáo.");
    ASSERT_EQ(plan.obligations.size(), 2U) << head;
    EXPECT_EQ(join(plan.obligations[0].lead), names) << head;
  }
}

// Who is asked, and how they are called.
TEST(Lists, OfASentence) {
  for (const auto& [line, names] : {
           std::pair{"UBND tỉnh giao cho Sở Y tế rà soát bến đò.", "Sở Y tế"},
           std::pair{"Trong tháng 4/2025, toàn bộ các trường học rà soát.",
                     "toàn bộ các trường học"},
           std::pair{"Sở Xây dựng phối với Sở Y tế rà soát bến đò.",
                     "Sở Xây dựng"},
           std::pair{"Công an xã Phú Khê mời các hộ dự họp.",
                     "Công an xã Phú Khê"},
           std::pair{"Đề nghị Sở Y tế cử 02 cán bộ tham gia.", "Sở Y tế"},
           std::pair{"UBND tỉnh đề nghị các xã, Sở Y tế cử đầu mối tham gia.",
                     "các xã | Sở Y tế"},
           std::pair{"Ủy ban bầu cử 02 xã rà soát danh sách.",
                     "Ủy ban bầu cử 02 xã"},
           std::pair{"Báo Cửu Hà, Đài Phát thanh tỉnh mở các chuyên mục.",
                     "Báo Cửu Hà | Đài Phát thanh tỉnh"},
           std::pair{"Công ty cổ phần Hà Thành; Công ty cổ phần Việt Úc theo "
                     "địa bàn quản lý có trách nhiệm rà soát bến đò.",
                     "Công ty cổ phần Hà Thành | Công ty cổ phần Việt Úc"},
       })
    EXPECT_EQ(join(task_of(line).obligations[0].lead), names) << line;
}

// Who is told by itself helps nobody that the lead-in names.
TEST(Lists, OfALeadIn) {
  const Plan plan = plan_of(
      "III. TỔ CHỨC THỰC HIỆN\n\n1. Các sở phối hợp với Sở Y tế thực hiện các "
      "nội dung sau:\n\n- Công an tỉnh: tuần tra bến đò.\n\n- Phối hợp phòng "
      "nghiệp vụ Công an tỉnh rà soát.\n\n- Rà soát bến đò.");
  ASSERT_EQ(plan.obligations.size(), 3U);
  EXPECT_EQ(join(plan.obligations[0].support), "");
  EXPECT_EQ(join(plan.obligations[1].support), "phòng nghiệp vụ Công an tỉnh");
  EXPECT_EQ(join(plan.obligations[2].support), "Sở Y tế");
}

// What an institute does is its name.
TEST(Lists, OfAHeading) {
  const Plan plan = plan_of(
      "III. TỔ CHỨC THỰC HIỆN\n\n**1. Các sở ngành, Viện Nghiên cứu phát triển "
      "Thành phố**\n\n- Rà soát bến đò.\n\n- Báo cáo.");
  ASSERT_EQ(plan.obligations.size(), 2U);
  EXPECT_EQ(join(plan.obligations[0].lead),
            "Các sở ngành | Viện Nghiên cứu phát triển Thành phố");
}

// A bullet that opens those behind it may stand above more bullets.
TEST(Lists, ABulletOpensThoseBehindIt) {
  const Plan plan = plan_of(
      "II. NHIỆM VỤ\n\n1. Kiểm tra\n\n- Sở Y tế tổ chức đoàn kiểm tra. Cụ "
      "thể:\n\n- Ban hành quyết định gồm:\n\n+ Chọn địa điểm.\n\n- Làm việc "
      "với xã.");
  std::string read;
  for (const Obligation& o : plan.obligations)
    read += o.evidence.quote + " " + join(o.lead) + "; ";
  EXPECT_EQ(read, "Chọn địa điểm. Sở Y tế; Làm việc với xã. Sở Y tế; ");
}

}  // namespace
}  // namespace kehoach
