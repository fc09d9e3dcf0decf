#include "extract/sheet.h"

namespace kehoach {
namespace {

constexpr const char* kBodyBefore =
    "\n\nKẾ HOẠCH\n\nChăm sóc trẻ em\n\nI. NHIỆM VỤ\n\n1. Một.\n\n";

TEST(BackMatter, ANameGluedToThePostIsTheSigner) {
  struct SignerCase {
    std::string_view line;
    std::string_view signer;
    std::string_view post;
  };
  for (const SignerCase& c :
       {SignerCase{"CHÁNH VĂN PHÒNGTrần Văn Bình", "Trần Văn Bình",
                   "CHÁNH VĂN PHÒNG"},
        SignerCase{"PHÓ CHỦ TỊCH Đào Thị Én", "Đào Thị Én", "PHÓ CHỦ TỊCH"},
        SignerCase{"PHÓ CHỦ TỊCHĐào Thị Én", "Đào Thị Én", "PHÓ CHỦ TỊCH"}}) {
    const Document d =
        read_text(
            "UBND XÃ CAO THẮNG\n\nSố: 5/KH-UBND\n\nA, ngày 5 tháng 3 năm "
            "2024" +
            std::string(kBodyBefore) +
            "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTL. CHỦ TỊCH\n" +
            std::string(c.line) + "\n")
            .document;
    EXPECT_EQ(d.signer, c.signer) << c.line;
    EXPECT_EQ(d.signer_title, c.post) << c.line;
  }
}

TEST(BackMatter, AuthorityPostAndNameInOneLine) {
  struct SignerCase {
    std::string_view line;
    std::string_view signer;
    std::string_view post;
  };
  for (const SignerCase& c : {
           SignerCase{"KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM Đào Văn Én",
                      "Đào Văn Én", "PHÓ CHỦ NHIỆM"},
           SignerCase{
               "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đào Thị Én",
               "Đào Thị Én", "PHÓ CHỦ TỊCH"},
           SignerCase{"TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đào Thị Én", "Đào Thị Én",
                      "CHỦ TỊCH"},
           // A post whose end is a post, too, is one.
           SignerCase{"TL. TỔNG GIÁM ĐỐC Đào Thị Én", "Đào Thị Én",
                      "TL. TỔNG GIÁM ĐỐC"},
           SignerCase{"KT. CHI CỤC TRƯỞNG Đào Thị Én", "Đào Thị Én",
                      "KT. CHI CỤC TRƯỞNG"},
           SignerCase{"TM. HỘI ĐỒNG TỔNG GIÁM ĐỐC Đào Thị Én", "Đào Thị Én",
                      "TỔNG GIÁM ĐỐC"},
           SignerCase{"KT. CHỦ TỊ CH P HÓ CHỦ T Ị CH Ngu y ễn Văn Én",
                      "Nguyễn Văn Én", "PHÓ CHỦ TỊCH"},
           SignerCase{"GIÁM ĐỐC\n(Đã ký)\nĐào Thị Én", "Đào Thị Én",
                      "GIÁM ĐỐC"},
           // The number of a page, and the letterhead of what follows.
           SignerCase{"GIÁM ĐỐC\n(Đã ký)\n7", "", "GIÁM ĐỐC"},
           SignerCase{"GIÁM ĐỐC\nĐào Thị Én\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
                      "NAM\nĐộc lập - Tự do - Hạnh phúc",
                      "Đào Thị Én", "GIÁM ĐỐC"},
           // Who approves below is not who issues; above he may be.
           SignerCase{"CHÁNH THANH TRA\nĐào Thị Én\nPHÊ DUYỆT\nGIÁM ĐỐC\nLê "
                      "Văn Ba",
                      "Đào Thị Én", "CHÁNH THANH TRA"},
           SignerCase{"PHÊ DUYỆT\nGIÁM ĐỐC\nĐào Thị Én", "Đào Thị Én",
                      "GIÁM ĐỐC"},
       }) {
    const Document d =
        read_text(
            "UBND XÃ CAO THẮNG\n\nSố: 5/KH-UBND\n\nA, ngày 5 tháng 3 năm "
            "2024" +
            std::string(kBodyBefore) +
            "Nơi nhận: - Như trên; - Các Bộ: Y tế, Nội vụ; (báo cáo) - "
            "Công an tỉnh (phòng An ninh - để b/c); - T h à nh ủ y. - Lưu: "
            "VT.\n\n" +
            std::string(c.line) + "\n")
            .document;
    EXPECT_EQ(d.signer.value_or(""), c.signer) << c.line;
    EXPECT_EQ(d.signer_title, c.post) << c.line;
    EXPECT_EQ(
        join(d.recipients),
        "Như trên | Các Bộ: Y tế, Nội vụ | Công an tỉnh (phòng An ninh) | "
        "Thành ủy")
        << c.line;
  }
}

}  // namespace
}  // namespace kehoach
