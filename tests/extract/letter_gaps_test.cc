#include "extract/letter_gaps.h"

#include "extract/sheet.h"

namespace kehoach {
namespace {

struct GapCase {
  std::string_view line;
  std::string_view joined;  // empty: nothing to join
};

const GapCase kLines[] = {
    {"ỦY B AN NHÂN D Â N T HÀNH P HỐ C ỬU HÀ",
     "ỦY BAN NHÂN DÂN THÀNH PHỐ CỬU HÀ"},
    {"B Ộ Y TẾ V À X Ã HỘI", "BỘ Y TẾ VÀ XÃ HỘI"},
    {"KT. CHỦ TỊ CH P HÓ CHỦ T Ị CH Ngu y ễn Văn Én",
     "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn Én"},
    {"T h ườ ng t r ự c T h à nh ủ y", "Thường trực Thành ủy"},
    {"B ộ X â y d ự n g ; B ộ T à i c h í nh", "Bộ Xây dựng; Bộ Tài chính"},
    {"T T U B : C T , c á c P C T", "TTUB: CT, các PCT"},
    {"ngân sách trung ươ n g", "ngân sách trung ương"},
    {"Ban của Đ ả ng", "Ban của Đảng"},
    // Words by themselves, and abbreviations.
    {"ỦY BAN NHÂN DÂN TỈNH CỬU HÀ", ""},
    {"TRƯỜNG TH AN BÌNH", ""},
    {"VPUB: CVP, PCVP, phòng K, T", ""},
    {"Phòng A, khu B", ""},
    {"Bệnh viện K", ""},
    {"Trường THCS B Hòa An", ""},
    {"Nguyễn Thị H", ""},
    {"Lưu: VT, H.", ""},
    {"", ""},
};

TEST(LetterGaps, PiecesAreJoinedToSyllablesOnly) {
  for (const GapCase& c : kLines)
    EXPECT_EQ(without_letter_gaps(c.line).value_or(""), c.joined) << c.line;
}

TEST(LetterGaps, OfALetterheadAreMendedAndReported) {
  const Plan plan = read_text(
      "ỦY B AN NHÂN D Â N T HÀNH P HỐ C ỬU HÀ\n\nSố: 5/KH-UBND\n\nT hành phố "
      "Cửu H à, ngày 0 5 tháng 0 3 năm 2024"
      "\n\nKẾ HOẠCH\n\nChăm sóc trẻ em\n\nI. NHIỆM VỤ\n\n1. Một.");
  EXPECT_EQ(plan.document.issuer, "Ủy ban nhân dân thành phố Cửu Hà");
  EXPECT_EQ(plan.document.place, "Thành phố Cửu Hà");
  EXPECT_EQ(plan.document.issued_on, "2024-03-05");
  EXPECT_EQ(std::count_if(
                plan.diagnostics.begin(), plan.diagnostics.end(),
                [](const Diagnostic& d) { return d.code == "text-mended"; }),
            2);
}

}  // namespace
}  // namespace kehoach
