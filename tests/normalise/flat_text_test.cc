// Texts whose lines were joined to one, and what only looks like one.
#include <gtest/gtest.h>

#include "normalise/plain_source.h"

namespace kehoach {
namespace {

constexpr std::string_view kHead =
    "ỦY BAN NHÂN DÂN TỈNH CỬU HÀ ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
    "Độc lập - Tự do - Hạnh phúc --------------- Số: 12/KH-UBND Cửu Hà, ngày "
    "12 tháng 06 năm 2025 ";
constexpr std::string_view kHeadLaidOut =
    "ỦY BAN NHÂN DÂN TỈNH CỬU HÀ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập "
    "- "
    "Tự do - Hạnh phúc\nSố: 12/KH-UBND\nCửu Hà, ngày 12 tháng 06 năm 2025\n";

struct FlatCase {
  std::string_view name;
  std::string_view in;
  std::string_view out;
};

const FlatCase kFlat[] = {
    {"parts and items",
     "KẾ HOẠCH TRỒNG RỪNG NĂM 2025 Thực hiện Nghị quyết số 76/NQ-CP ngày "
     "10/4/2025, UBND tỉnh xây dựng kế hoạch như sau: I. MỤC ĐÍCH, YÊU CẦU 1. "
     "Giữ rừng. 2. Trồng rừng. II. NỘI DUNG 1. Rà soát: a) Đất; b) Cây. 2. "
     "Trồng 3. 000 cây. Nơi nhận: - Sở Y tế; - Lưu: VT. TM. ỦY BAN NHÂN DÂN "
     "CHỦ "
     "TỊCH Trần Thị Bình",
     "KẾ HOẠCH TRỒNG RỪNG NĂM 2025\nThực hiện Nghị quyết số 76/NQ-CP ngày "
     "10/4/2025, UBND tỉnh xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH, YÊU "
     "CẦU\n1. "
     "Giữ rừng.\n2. Trồng rừng.\nII. NỘI DUNG\n1. Rà soát:\na) Đất;\nb) "
     "Cây.\n2. "
     "Trồng 3. 000 cây.\nNơi nhận:\n- Sở Y tế;\n- Lưu: VT.\nTM. ỦY BAN NHÂN "
     "DÂN "
     "CHỦ TỊCH\nTrần Thị Bình\n"},
    {"a decision and its plan",
     "QUYẾT ĐỊNH BAN HÀNH KẾ HOẠCH TRỒNG RỪNG BỘ TRƯỞNG BỘ Y TẾ Căn cứ Luật "
     "Lâm nghiệp; Căn cứ Luật Đất đai; QUYẾT ĐỊNH: Điều 1. Ban hành kế hoạch. "
     "Điều 2. Thi hành. KT. BỘ TRƯỞNG THỨ TRƯỞNG Trần Thị Bình KẾ HOẠCH TRỒNG "
     "RỪNG (Ban hành kèm theo Quyết định này) I. NỘI DUNG 1. Trồng rừng.",
     "QUYẾT ĐỊNH BAN HÀNH KẾ HOẠCH TRỒNG RỪNG\nBỘ TRƯỞNG BỘ Y TẾ\nCăn cứ Luật "
     "Lâm nghiệp;\nCăn cứ Luật Đất đai;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kế "
     "hoạch.\nĐiều 2. Thi hành.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nTrần Thị Bình\nKẾ "
     "HOẠCH TRỒNG RỪNG\n(Ban hành kèm theo Quyết định này)\nI. NỘI DUNG\n1. "
     "Trồng rừng.\n"},
    {"a title in small letters, numbers that do not go on",
     "KẾ HOẠCH Trồng rừng Căn cứ Luật Lâm nghiệp; UBND tỉnh làm: I. NỘI DUNG "
     "1. "
     "Theo mẫu số 3. Cây giống. 2. Trồng rừng - giữ đất. 5. Việc khác.",
     "KẾ HOẠCH Trồng rừng\nCăn cứ Luật Lâm nghiệp; UBND tỉnh làm:\nI. NỘI "
     "DUNG\n1. Theo mẫu số 3. Cây giống.\n2. Trồng rừng - giữ đất. 5. Việc "
     "khác.\n"},
};

TEST(FlatText, GetsItsBreaksBack) {
  for (const FlatCase& c : kFlat) {
    const std::string flat = std::string(kHead) + std::string(c.in);
    const std::string out = std::string(kHeadLaidOut) + std::string(c.out);
    EXPECT_EQ(normal(flat), out) << c.name;
    EXPECT_EQ(normal(out), out) << c.name;
    // The lines of the page are no paragraphs.
    std::string wrapped = flat;
    for (std::size_t at = wrapped.find(' ', 70); at != std::string::npos;
         at = wrapped.find(' ', at + 70))
      wrapped[at] = '\n';
    EXPECT_EQ(normal(wrapped), out) << c.name;
  }
}

// Single lines of a text whose other lines stand.
TEST(FlatText, GluedLinesArePartedAlone) {
  const std::string plan =
      "I. NỘI DUNG\n1. Trồng rừng. 2. Giữ đất.\n2. Ươm cây.\nII. KINH PHÍ\n";
  EXPECT_EQ(normal("Số: 5/QĐ-UBND Cửu Hà, ngày 04 tháng 5 năm 2020 QUYẾT ĐỊNH "
                   "V/V BAN HÀNH KẾ HOẠCH TRỒNG RỪNG\n" +
                   plan),
            "Số: 5/QĐ-UBND\nCửu Hà, ngày 04 tháng 5 năm 2020\nQUYẾT ĐỊNH V/V "
            "BAN HÀNH KẾ HOẠCH TRỒNG RỪNG\n" +
                plan);
  EXPECT_EQ(
      normal("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Thị "
             "Bình KẾ HOẠCH TRỒNG RỪNG (Ban hành kèm theo Quyết định số "
             "5/QĐ-UBND, ngày 04 tháng 5 năm 2020 của tỉnh)\n" +
             plan),
      "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Thị Bình\nKẾ "
      "HOẠCH TRỒNG RỪNG\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND, "
      "ngày 04 tháng 5 năm 2020 của tỉnh)\n" +
          plan);
  for (const std::string line :
       {"Số: 5/KH-UBND ngày 04 tháng 5 năm 2020 của tỉnh\n",
        "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH\n",
        "TM. BAN CHẤP HÀNH BÍ THƯ Trần Thị Bình\n"})
    EXPECT_EQ(normal(line + plan), line + plan);
}

// Every paragraph leads to the bytes it was read from, and the reader is told.
TEST(FlatText, LeadsBack) {
  const SourceText source =
      source_of(std::string(kHead) + std::string(kFlat[0].in));
  const NormalText text = normalise(source);
  ASSERT_GT(text.paragraphs.size(), 10U);
  for (const Paragraph& p : text.paragraphs) {
    const Span there = text.source.source(p.span);
    EXPECT_EQ(slice(text.text, p.span).substr(0, 4),
              slice(source.text, there).substr(0, 4));
  }
  ASSERT_EQ(text.diagnostics.size(), 1U);
  EXPECT_EQ(text.diagnostics[0].code, "breaks-lost");
}

// Lines that begin with numbers of parts know their breaks.
TEST(FlatText, OtherTextsStayAsTheyAre) {
  for (const std::string_view text :
       {"Cửu Hà, ngày 12 tháng 06 năm 2025 KẾ HOẠCH\nI. NỘI DUNG\n1. Trồng "
        "rừng. 2. Giữ đất.\n",
        "Theo Kế hoạch ngày 12 tháng 6 năm 2025 KẾT QUẢ là: 1. Trồng rừng. 2. "
        "Giữ đất.\n",
        "Cửu Hà, ngày 12 tháng 06 năm 2025\nKẾ HOẠCH\nGồm: 1. Trồng rừng. 2. "
        "Giữ đất.\n"})
    EXPECT_EQ(normal(std::string(text)), text);
}

}  // namespace
}  // namespace kehoach
