#include "outline/drawn.h"

namespace kehoach {
namespace {

TEST(Lists, BareParagraphsBehindItemsBelongToThePart) {
  for (const std::string heading : {"**1. Sở Y tế**", "1. Sở Y tế"}) {
    const std::string lines =
        drawn("KẾ HOẠCH\nA\n\nV. TỔ CHỨC THỰC HIỆN\n\n" + heading +
              "\n\na) Một.\n\nb) Hai.\n\nCác sở báo cáo.\n");
    EXPECT_NE(lines.find("paragraph organisation V| Các sở báo cáo.\n"),
              std::string::npos)
        << lines;
  }
}

TEST(Lists, AShortLeadInGoesOnBelowItsHeading) {
  const std::string head =
      "KẾ HOẠCH\nA\n\nI. PHẠM VI\n\n**1. Phương án cứu trợ**\n\n- "
      "Một.\n\n";
  EXPECT_NE(drawn(head + "Lưu ý:\n\n- Hai.\n").find("item tasks I.1.-| Hai."),
            std::string::npos);
  EXPECT_NE(drawn(head + "Những nơi sau đây không thuộc phạm vi:\n\n- Hai.\n")
                .find("item situation I.-| Hai."),
            std::string::npos);
}

// Nor does a bare sentence above bullets, where `b)` comes behind them.
TEST(Lists, ALeadInStandsBesideTheItemsThatGoOn) {
  const std::string head =
      "KẾ HOẠCH\nA\n\nII. NHIỆM VỤ\n\n1. Ứng trực khi mưa\n\na) Mưa nhỏ trong "
      "cả tỉnh.\n\nSở Y tế đôn đốc các đơn vị tổ chức thực hiện:\n\n- Gác "
      "bến.\n\n";
  EXPECT_NE(drawn(head + "b) Mưa to trong cả tỉnh.\n")
                .find("II.1| Sở Y tế đôn đốc các đơn vị tổ chức thực "
                      "hiện:\nitem tasks II.1.-| Gác bến.\nitem tasks II.1.b|"),
            std::string::npos);
  EXPECT_NE(drawn(head + "III. KINH PHÍ\n")
                .find("II| Sở Y tế đôn đốc các đơn vị tổ chức thực hiện:\nitem "
                      "tasks II.-| Gác bến.\n"),
            std::string::npos);
}

// Items below `Mục tiêu của ...:` are aims, wherever that stands.
TEST(Lists, AimsBelowALeadIn) {
  const std::string head =
      "QUYẾT ĐỊNH\nA\n\nĐiều 1. Nội dung\n\n1. Các việc\n\n";
  EXPECT_NE(drawn(head + "a) Mục tiêu của Chương trình:\n\n- Dự báo đất.\n")
                .find("item objectives Điều 1.1.a.-| Dự báo đất.\n"),
            std::string::npos);
  EXPECT_NE(drawn(head + "a) Thực hiện mục tiêu của xã:\n\n- Dự báo đất.\n")
                .find("item tasks Điều 1.1.a.-| Dự báo đất.\n"),
            std::string::npos);
}

// `I)` between `k)` and `m)` is a small letter.
TEST(Lists, ALetterThatLooksLikeANumber) {
  const std::string lines = drawn(
      "KẾ HOẠCH\nA\n\nI. NHIỆM VỤ\n\n1. Các sở:\n\nk) Một.\n\nI) Hai.\n\nm) "
      "Ba.\n\n2. Sở Y tế kiểm tra.\n\nI) Bốn.\n");
  EXPECT_NE(lines.find("item tasks I.1.I| Hai.\nitem tasks I.1.m| Ba.\n"),
            std::string::npos)
      << lines;
  EXPECT_EQ(lines.find("I.2.I| Bốn"), std::string::npos) << lines;
}

// A paragraph between `b)` and `c)` does not end their list.
TEST(Lists, AListGoesOnBehindABareParagraph) {
  const std::string head =
      "KẾ HOẠCH\nCHĂM SÓC\n\nI. NHIỆM VỤ\n\n2. Sở Công Thương chủ trì, phối "
      "hợp "
      "thực hiện\n\na) Rà soát giá.\n\nb) Theo dõi nguồn cung.\n\n"
      "Kết nối cung cầu.\n\n";
  const std::string tree =
      "type none | KẾ HOẠCH\n"
      "title none | CHĂM SÓC\n"
      "heading tasks I| NHIỆM VỤ\n"
      "heading tasks I.2| Sở Công Thương chủ trì, phối hợp thực hiện\n"
      "item tasks I.2.a| Rà soát giá.\n"
      "item tasks I.2.b| Theo dõi nguồn cung.\n";
  EXPECT_EQ(drawn(head + "c) Kiểm tra chợ.\n\n3. Sở Y tế kiểm tra.\n"),
            tree +
                "paragraph tasks I.2| Kết nối cung cầu.\n"
                "item tasks I.2.c| Kiểm tra chợ.\n"
                "item tasks I.3| Sở Y tế kiểm tra.\n");
  // With `3.` the part goes on, and another `a)` is another list.
  EXPECT_EQ(drawn(head + "3. Sở Y tế kiểm tra.\n"),
            tree +
                "paragraph tasks I| Kết nối cung cầu.\n"
                "item tasks I.3| Sở Y tế kiểm tra.\n");
  EXPECT_EQ(drawn(head + "a) Kiểm tra chợ.\n"),
            tree +
                "paragraph tasks I| Kết nối cung cầu.\n"
                "item tasks I.a| Kiểm tra chợ.\n");
}

// However many bare paragraphs stand between two items.
TEST(Lists, GoOnBehindSeveralParagraphs) {
  const std::string head =
      "KẾ HOẠCH\nA\n\nII. NHIỆM VỤ\n\n**1. Sở Y tế**\n\na) Một.\n\nKhi có "
      "sự cố thì báo cáo.\n\nKhi hết thì dọn.\n\n";
  EXPECT_NE(drawn(head + "b) Hai.\n").find("item tasks II.1.b| Hai."),
            std::string::npos);
  EXPECT_NE(drawn(head + "2. Hai.\n").find("item tasks II.2| Hai."),
            std::string::npos);
}

// A paragraph among bullets stands below their heading.
TEST(Lists, AParagraphAmongBullets) {
  const std::string lines = drawn(
      "KẾ HOẠCH\nA\n\nII. NHIỆM VỤ\n\n**1. Sở Y tế**\n\n- Một.\n\nKhi có sự "
      "cố thì báo cáo;\n\n- Hai.\n");
  EXPECT_NE(lines.find("paragraph tasks II.1| Khi có sự cố thì báo cáo;\nitem "
                       "tasks II.1.-| Hai."),
            std::string::npos)
      << lines;
}

// Who and when are notes, also where money is spoken of.
TEST(Lists, WhoAndWhenBesideMoney) {
  const std::string lines = drawn(
      "KẾ HOẠCH\nA\n\nIII. KINH PHÍ\n\n1. Nguồn lực\n\n- Lập dự toán.\n\n- "
      "Đơn vị chủ trì: Sở Y tế.\n\n- Kinh phí: 5 triệu.\n");
  EXPECT_NE(lines.find("annotation funding III.1.-| Đơn vị chủ trì: Sở Y tế."),
            std::string::npos)
      << lines;
  EXPECT_NE(lines.find("item funding III.1.-| Kinh phí: 5 triệu."),
            std::string::npos)
      << lines;
}

// `Trách nhiệm chỉ đạo thực hiện:` says who does the items above it; over items
// of its own it heads them.
TEST(Lists, WhoIsResponsibleIsSaidBehindTheItems) {
  const std::string head =
      "KẾ HOẠCH\nCHĂM SÓC\n\nI. NHIỆM VỤ\n\n1. Rà soát\n\n- Một.\n\n";
  const std::string tree =
      "type none | KẾ HOẠCH\n"
      "title none | CHĂM SÓC\n"
      "heading tasks I| NHIỆM VỤ\n"
      "heading tasks I.1| Rà soát\n"
      "item tasks I.1.-| Một.\n";
  EXPECT_EQ(drawn(head + "Trách nhiệm chỉ đạo thực hiện: Đảng ủy xã.\n"),
            tree +
                "annotation tasks I.1.-| Trách nhiệm chỉ đạo thực hiện: Đảng "
                "ủy xã.\n");
  EXPECT_EQ(
      drawn(head + "2. Trách nhiệm thực hiện:\n\na) Đảng ủy xã rà soát.\n"),
      tree +
          "lead-in tasks I.2| Trách nhiệm thực hiện:\n"
          "item tasks I.2.a| Đảng ủy xã rà soát.\n");
}

// Numbers that begin again behind every bullet stand below them.
TEST(Lists, NumbersBelowBullets) {
  const std::string head = "KẾ HOẠCH\nA\n\nII. NHIỆM VỤ\n\n";
  const std::string first = "- Về kiểm tra: 02 cuộc\n\n1. Một.\n\n2. Hai.\n\n";
  EXPECT_NE(drawn(head + first + "- Về giám sát: 01 cuộc\n\n1. Ba.\n")
                .find("heading tasks II.-| Về kiểm tra: 02 cuộc\n"
                      "item tasks II.-.1| Một.\n"
                      "item tasks II.-.2| Hai.\n"
                      "heading tasks II.-| Về giám sát: 01 cuộc\n"
                      "item tasks II.-.1| Ba.\n"),
            std::string::npos);
  // Once alone, behind a sentence, or not behind every one: they are the
  // part's.
  for (const std::string& tail :
       {std::string("3. Ba.\n"), std::string("- Giám sát.\n\n1. Ba.\n"),
        std::string("- Giám sát\n\nThường xuyên.\n\n1. Ba.\n")})
    EXPECT_NE(drawn(head + first + tail).find("tasks II.1| Một."),
              std::string::npos)
        << tail;
}

}  // namespace
}  // namespace kehoach
