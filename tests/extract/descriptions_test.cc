// What stands among tasks, or beside them, and whether it is one.

#include "extract/sheet.h"

namespace kehoach {
namespace {

TEST(Obligations, WhatOnlySaysWhatSomethingIsIsNone) {
  const auto is_read = [](std::string_view paragraph) {
    const Plan plan =
        plan_of("III. NHIỆM VỤ\n\n**1. Bến đò**\n\n" + std::string(paragraph) +
                "\n\na) Rà soát bến đò.\n\nb) Báo cáo.");
    return plan.obligations.size() == 3;
  };
  for (const char* order :
       {"Bến đò là huyết mạch của xã. Sửa chữa các bến đò hư hỏng.",
        "Giao thông thủy là thế mạnh. Trọng tâm là mở rộng các bến đò.",
        "Đột phá chiến lược là: Sửa chữa các bến đò.",
        "Tập trung sửa chữa bến đò, trọng tâm là bến Cây Sung.",
        "Sở Xây dựng là cơ quan đầu mối về bến đò.",
        "Bến đò phải là nơi an toàn.", "Rà soát các bến đò."})
    EXPECT_TRUE(is_read(order)) << order;
  for (const char* description :
       {"Bến đò là huyết mạch của xã, nhằm phục vụ đi lại.",
        "Phát triển bến đò là một trụ cột của giao thông đường thủy.",
        "Giao thông thủy là thế mạnh. Trọng tâm là các bến đò.",
        "Mũi đột phá là: Phà, đò ngang."})
    EXPECT_FALSE(is_read(description)) << description;
}

TEST(Obligations, TimesThatAreListedAreNone) {
  const auto plan = [](const std::string& above, const std::string& what) {
    return plan_of("III. NHIỆM VỤ\n\n**1. Bến đò**\n\n- Rà soát bến đò.\n\n" +
                   above + "\n\n- " + what +
                   " 01/9/2024 đến ngày 10/9/2024.\n\n- Lần sau: Trước ngày "
                   "01/10/2024.\n\n**2. Phà**\n\n- Báo cáo.");
  };
  // Below `Thời gian` whatever they are called.
  const std::string turn = "Lần đầu: Từ ngày";
  EXPECT_EQ(plan("* Thời gian thực hiện:", turn).obligations.size(), 2U);
  EXPECT_EQ(plan("* Thời gian thực hiện:", turn).deadlines.size(), 2U);
  EXPECT_EQ(plan("* Thời gian thực hiện: Năm 2024.", turn).obligations.size(),
            4U);
  EXPECT_EQ(plan("- Thời gian thực hiện:", turn).obligations.size(), 4U);
  EXPECT_EQ(plan("* Thời điểm kiểm tra:", turn).obligations.size(), 4U);
  // A turn and its time alone, wherever they stand.
  EXPECT_EQ(plan("* Kiểm tra", "Đợt 1: Từ ngày").obligations.size(), 4U);
  EXPECT_EQ(plan("* Kiểm tra", "Đợt 1: Rà soát từ ngày").obligations.size(),
            5U);
}

TEST(Obligations, ABulletThatOpensOthersIsNone) {
  const auto tasks = [](const std::string& above) {
    return plan_of("III. NHIỆM VỤ\n\n**1. Bến đò**\n\n" + above +
                   "\n\n- Rà soát bến đò.\n\n- Báo cáo.")
        .obligations.size();
  };
  EXPECT_EQ(tasks("* Giải pháp lâu dài:"), 2U);
  EXPECT_EQ(tasks("* Sửa bến đò."), 3U);
  EXPECT_EQ(tasks("- Sửa bến đò:"), 3U);
}

// A head that opens a list orders nothing, even where the list is a heading.
TEST(Obligations, AHeadAloneIsNone) {
  const auto tasks = [](const std::string& head) {
    return plan_of("III. NHIỆM VỤ\n\n**1. Bến đò**\n\n" + head +
                   "\n\n**2. Phà**\n\n- Báo cáo.")
        .obligations.size();
  };
  EXPECT_EQ(tasks("Trọng tâm:"), 1U);
  EXPECT_EQ(tasks("Rà soát bến đò."), 2U);
}

TEST(Obligations, FromWhenAnActHoldsIsNone) {
  const Plan plan = plan_of(
      "III. NHIỆM VỤ\n\n1. Kế hoạch này có hiệu lực kể từ ngày ký.\n\n2. Kế "
      "hoạch này được phổ biến đến các bến đò.");
  ASSERT_EQ(plan.obligations.size(), 1U);
  EXPECT_EQ(plan.obligations[0].path, "III.2");
}

// Who sees to it may stand among time, place and guests.
TEST(Obligations, ABodyThatActsAmongArrangementsIsOne) {
  const Plan plan = plan_of(
      "III. HỘI NGHỊ\n\n1. Thành phần dự họp\n\n- Công an xã lập danh sách "
      "khách mời.\n\n- Khoảng 50 hộ dân.\n\n- Công an xã dự kiến họp vào "
      "ngày 05/9/2024.\n\n2. Đánh giá tình hình\n\n- Công an xã lập 5 biên "
      "bản.");
  ASSERT_EQ(plan.obligations.size(), 1U);
  EXPECT_EQ(join(plan.obligations[0].lead), "Công an xã");
}

// So may what the meeting must be, with how many.
TEST(Obligations, WhatMustBeAmongArrangementsIsOne) {
  const Plan plan = plan_of(
      "III. HỘI NGHỊ\n\n1. Thành phần dự họp\n\n- Số lượng hộ dân:\n\n+ Nơi "
      "đông dân: Họp đại diện, phải bảo đảm số hộ dự họp đạt ít nhất 50% tổng "
      "số hộ.\n\n+ Nơi khác: khoảng 90% số hộ.");
  ASSERT_EQ(plan.obligations.size(), 1U);
  ASSERT_EQ(plan.targets.size(), 1U);
  EXPECT_EQ(plan.targets[0].value, 50);
  EXPECT_EQ(plan.targets[0].comparator, ">=");
}

}  // namespace
}  // namespace kehoach
