// Plans that lost their letterhead, and what says who issues them then.

#include "extract/sheet.h"

namespace kehoach {
namespace {

constexpr const char* kOneTask = "\n\nI. NHIỆM VỤ\n\n1. Dọn bèo.";

struct LostHead {
  std::string_view text;
  std::string_view type;
  std::string_view title;
  std::string_view issuer;
  std::string_view level;
};

// The page begins with what the plan is called.
const LostHead kPages[] = {
    {"Chỉ thị về việc phòng, chống cháy rừng.\n\nThực hiện Luật Lâm nghiệp, "
     "công tác phòng cháy có chuyển biến.\n\nỦy ban nhân dân quận yêu cầu các "
     "phòng, ban:",
     "CT", "về việc phòng, chống cháy rừng", "Ủy ban nhân dân quận",
     "district"},
    {"Quyết định phê duyệt kế hoạch trồng rừng\n\nỦy ban nhân dân "
     "tỉnh\n\nCăn cứ Luật Lâm nghiệp;\n\nQuyết định:\n\nĐiều 1. Phê duyệt kế "
     "hoạch trên địa bàn tỉnh Cửu Hà:",
     "QĐ", "phê duyệt kế hoạch trồng rừng", "Ủy ban nhân dân tỉnh Cửu Hà",
     "province"},
    {"Kế hoạch trồng rừng năm 2024\n\nThực hiện Luật Lâm nghiệp, UBND thành "
     "phố xây dựng Kế hoạch như sau:",
     "KH", "trồng rừng năm 2024", "Ủy ban nhân dân thành phố", ""},
    // In capitals, as it is written; the opening tells who it is.
    {"KẾ HOẠCH\n\nTrồng rừng\n\nThực hiện Luật Lâm nghiệp;\n\nTrường THPT Phú "
     "Khê xây dựng Kế hoạch như sau:",
     "KH", "Trồng rừng", "Trường Trung học phổ thông Phú Khê", "unit"},
    {"KẾ HOẠCH\n\nTrồng rừng\n\nĐể trồng rừng trên địa bàn tỉnh Cửu Hà; Sở "
     "Công Thương ban hành Kế hoạch như sau:",
     "KH", "Trồng rừng", "Sở Công Thương tỉnh Cửu Hà", "unit"},
    {"KẾ HOẠCH\n\nTrồng rừng\n\nThực hiện Kế hoạch của Sở Y tế ban hành kế "
     "hoạch trồng rừng năm trước.",
     "KH", "Trồng rừng", "", ""},
    // A running head names no body.
    {"CUỘC THI SỐ 1\n\nKẾ HOẠCH\n\nTrồng rừng\n\nThực hiện Luật Lâm nghiệp, "
     "UBND xã ban hành Kế hoạch trên địa bàn xã Phú Khê.",
     "KH", "Trồng rừng", "Ủy ban nhân dân xã Phú Khê", "commune"},
};

TEST(LostHeads, WhatIsLeftTells) {
  for (const LostHead& c : kPages) {
    const Document d = read_text(std::string(c.text) + kOneTask).document;
    EXPECT_EQ(d.type, c.type) << c.text;
    EXPECT_EQ(d.title, c.title) << c.text;
    EXPECT_EQ(d.issuer.value_or(""), c.issuer) << c.text;
    EXPECT_EQ(d.level.value_or(""), c.level) << c.text;
  }
}

// What only looks like the name of the plan.
TEST(LostHeads, ASentenceIsNoTitle) {
  for (const std::string_view line :
       {"Kế hoạch này có hiệu lực từ ngày ký.",
        "Kế hoạch gồm các nội dung:", "kế hoạch trồng rừng"}) {
    const Document d = read_text(std::string(line) +
                                 "\n\nThực hiện Luật Lâm nghiệp, UBND "
                                 "tỉnh làm các việc sau." +
                                 kOneTask)
                           .document;
    EXPECT_EQ(d.title, "") << line;
  }
}

TEST(LostHeads, PlaceAndDateMayStandAtTheEnd) {
  const auto dated = [](const std::string& line) {
    const Document d =
        read_text("KẾ HOẠCH\n\nTrồng rừng" + std::string(kOneTask) + "\n\n" +
                  line + "\n\nNơi nhận:\n- Sở Y tế;\n- Lưu: VT.")
            .document;
    return d.place.value_or("-") + " " + d.issued_on.value_or("-");
  };
  EXPECT_EQ(dated("Phú Khê, ngày 28 tháng 4 năm 2026"), "Phú Khê 2026-04-28");
  EXPECT_EQ(dated("Gửi báo cáo, ngày 28 tháng 4 năm 2026 gửi tỉnh"), "- -");
}

TEST(LostHeads, TheDecisionThatATeamIsCalledAfterIsNotItsNumber) {
  const Document d =
      read_text(
          "SỞ CÔNG THƯƠNG ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ 150/QĐ-SCT CỘNG "
          "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nCửu Hà, ngày 10 tháng 3 năm "
          "2024\n\nSố: 1105/KH-ĐKT\n\nKẾ HOẠCH\n\nKiểm tra bến đò" +
          std::string(kOneTask))
          .document;
  EXPECT_EQ(d.code, "1105/KH-ĐKT");
  EXPECT_EQ(d.issuer, "Đoàn kiểm tra theo quyết định số 150/QĐ-SCT");
}

}  // namespace
}  // namespace kehoach
