// Lines such as `Đơn vị chủ trì: ...`, and of which items they speak.

#include "extract/sheet.h"

namespace kehoach {
namespace {

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

// Who leads may be told what to do, and who stands below; beside `Đơn vị phối
// hợp:` who helps is only named.
TEST(Roles, ALineThatSaysWhoHelpsOrdersNothing) {
  constexpr std::string_view kWho =
      ": Các chuyên viên của Sở Y tế tham mưu, giúp việc thuộc Văn phòng Sở Y "
      "tế theo dõi địa bàn.";
  const Plan plan = plan_of(
      "II. NỘI DUNG\n\n1. Rà soát văn bản.\n\n- Đơn vị phối hợp" +
      std::string(kWho) + "\n\n2. Tập huấn.\n\n- Đơn vị chủ trì" +
      std::string(kWho) +
      "\n\n3. Báo cáo.\n\nĐơn vị phối hợp:\n\n- Sở Y tế căn cứ nội dung tại "
      "khoản 1, 3 xây dựng kế hoạch tập huấn.");
  ASSERT_EQ(plan.obligations.size(), 5U);
  EXPECT_EQ(join(plan.obligations[0].support), "Các chuyên viên của Sở Y tế");
  EXPECT_TRUE(starts_with(plan.obligations[2].evidence.quote, "Đơn vị chủ"));
  EXPECT_TRUE(starts_with(plan.obligations[4].evidence.quote, "Sở Y tế"));
}

// Lines below the last item alone speak of all; where others have lines, or
// items follow, each speaks of its own.
TEST(Roles, LinesBelowTheLastItemSpeakOfThePart) {
  constexpr std::string_view kPart =
      "II. NỘI DUNG\n\n**3. Bến đò**\n\n3.1. Rà soát.\n\n";
  constexpr std::string_view kLine = "- Đơn vị chủ trì: Sở Y tế.\n\n";
  struct LineCase {
    std::string text;
    std::string_view first;
  };
  for (const LineCase& c : {
           LineCase{"3.2. Báo cáo.\n\n" + std::string(kLine), "Sở Y tế"},
           LineCase{"3.2. Báo cáo.\n\n" + std::string(kLine) + "3.3. Tập huấn.",
                    ""},
           LineCase{"- Đơn vị chủ trì: Công an tỉnh.\n\n3.2. Báo cáo.\n\n" +
                        std::string(kLine),
                    "Công an tỉnh"},
       }) {
    const Plan plan = plan_of(std::string(kPart) + c.text);
    ASSERT_GE(plan.obligations.size(), 2U) << c.text;
    EXPECT_EQ(join(plan.obligations[0].lead), c.first) << c.text;
    EXPECT_EQ(join(plan.obligations[1].lead), "Sở Y tế") << c.text;
  }
}

TEST(Roles, LinesAboutBulletsSpeakOfTheirNumber) {
  const Plan plan = plan_of(
      "II. NỘI DUNG\n\n**3. Nâng cao nhận thức**\n\n- Các cơ quan, đơn vị tiếp "
      "tục tuyên truyền.\n\n- Đề nghị người đứng đầu cấp ủy trực tiếp chỉ "
      "đạo.\n\nĐơn vị thực hiện: Các Sở, ngành.\n\nĐơn vị phối hợp: Sở Tư "
      "pháp.\n\n- Tổ chức tập huấn.\n\nĐơn vị chủ trì: Sở Nội vụ.");
  ASSERT_EQ(plan.obligations.size(), 3U);
  EXPECT_EQ(join(plan.obligations[0].lead), "Các Sở, ngành");
  EXPECT_EQ(join(plan.obligations[0].support), "Sở Tư pháp");
  EXPECT_EQ(join(plan.obligations[1].lead), "người đứng đầu cấp ủy");
  EXPECT_EQ(join(plan.obligations[1].support), "Sở Tư pháp");
  EXPECT_EQ(join(plan.obligations[2].lead), "Sở Nội vụ");
  EXPECT_EQ(join(plan.obligations[2].support), "");
}

}  // namespace
}  // namespace kehoach
