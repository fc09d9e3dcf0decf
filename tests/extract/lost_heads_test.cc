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

// The line above an annex says what the letterhead said.
TEST(LostHeads, ACaptionTells) {
  const auto caption = [](const std::string& head, const std::string& line) {
    const Document d = read_text(head +
                                 "I. NHIỆM VỤ\n\n1. Dọn bèo.\n\nPHỤ "
                                 "LỤC\n\n" +
                                 line)
                           .document;
    return d.type + " " + d.code.value_or("-") + " " +
           d.issued_on.value_or("-") + " " + d.issuer.value_or("-");
  };
  const std::string line =
      "(Kèm theo Công văn số 638/BYT-KCB ngày 25/11/2025 của Bộ Y tế)";
  EXPECT_EQ(caption("Kính gửi: Các bệnh viện\n\nThực hiện Luật Dược, đề nghị "
                    "như sau:\n\n",
                    line),
            "CV 638/BYT-KCB 2025-11-25 Bộ Y tế");
  EXPECT_EQ(caption("SỞ Y TẾ\n\nSố: 5/KH-SYT\n\nKẾ HOẠCH\n\nDọn bèo\n\n", line),
            "KH 5/KH-SYT - Sở Y tế");
}

// A page that shows its heading and the sentence that opens the plan.
TEST(LostHeads, AnOpeningTells) {
  const auto head = [](const std::string& opening) {
    const Document d =
        read_text("# Trồng rừng ở trường\n\n" + opening + kOneTask).document;
    return d.type + " " + d.title + " " + d.issuer.value_or("-");
  };
  EXPECT_EQ(
      head("Thực hiện Quyết định số 585/QĐ-BGDĐT ngày 28 tháng 2 năm 2022 "
           "của Bộ Giáo dục, Đại học Phú Khê ban hành Kế hoạch trồng rừng "
           "cụ thể như sau:"),
      "KH Trồng rừng ở trường Đại học Phú Khê");
  EXPECT_EQ(head("Rừng của trường được trồng từ năm 2022."), "  -");
}

TEST(LostHeads, BodiesOfTheParty) {
  const auto issuer = [](const std::string& lines) {
    const Document d =
        read_text(lines +
                  "\n*\n\nSố 5-CTr/TW\n\nHà Nội, ngày 3 tháng 4 năm "
                  "2025\n\nCHƯƠNG TRÌNH\n\nTrồng rừng" +
                  std::string(kOneTask))
            .document;
    return d.issuer.value_or("-") + " " + d.level.value_or("-");
  };
  EXPECT_EQ(issuer("BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TUYÊN GIÁO VÀ DÂN VẬN"),
            "Ban Tuyên giáo và Dân vận Trung ương central");
  EXPECT_EQ(issuer("BAN CHẤP HÀNH TRUNG ƯƠNG"),
            "Ban Chấp hành Trung ương central");
}

}  // namespace
}  // namespace kehoach
