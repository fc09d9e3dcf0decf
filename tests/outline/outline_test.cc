#include "outline/outline.h"

#include <gtest/gtest.h>

#include "outline/drawn.h"
#include "rulebook/rulebook.h"
#include "rulebook/shipped.h"

namespace kehoach {
namespace {

TEST(Outline, FrontMatter) {
  EXPECT_EQ(
      drawn("ỦY BAN NHÂN DÂN\nTỈNH A\n\nSố: /KH-UBND\n\nA, ngày tháng năm "
            "2024\n\nKẾ HOẠCH\n\nThực hiện Chỉ thị\n\nThực hiện Chỉ thị số "
            "1-CT/TW; UBND tỉnh ban hành.\n\nI. MỤC ĐÍCH\n\nMột.\n"),
      "letterhead none | ỦY BAN NHÂN DÂN\n"
      "letterhead none | TỈNH A\n"
      "number none | Số: /KH-UBND\n"
      "place-date none | A, ngày tháng năm 2024\n"
      "type none | KẾ HOẠCH\n"
      "title none | Thực hiện Chỉ thị\n"
      "paragraph preamble | Thực hiện Chỉ thị số 1-CT/TW; UBND tỉnh ban hành.\n"
      "heading purpose I| MỤC ĐÍCH\n"
      "paragraph purpose I| Một.\n");
}

TEST(Outline, PortalHeaderStandsBeforeTheLetterhead) {
  EXPECT_EQ(
      drawn("Kế hoạch 5/KH-UBND năm 2024\n\tSố hiệu\n\t5/KH-UBND\n\nỦY BAN "
            "NHÂN DÂN\nTỈNH A\nKẾ HOẠCH\nCHĂM SÓC\nI. NHIỆM VỤ\n1. Một.\n"),
      "portal none | Kế hoạch 5/KH-UBND năm 2024\n"
      "portal none | Số hiệu\n"
      "portal none | 5/KH-UBND\n"
      "letterhead none | ỦY BAN NHÂN DÂN\n"
      "letterhead none | TỈNH A\n"
      "type none | KẾ HOẠCH\n"
      "title none | CHĂM SÓC\n"
      "heading tasks I| NHIỆM VỤ\n"
      "item tasks I.1| Một.\n");
}

TEST(Outline, APageMayRepeatTheTitleAboveTheLetterhead) {
  EXPECT_EQ(drawn("KẾ HOẠCH NĂM HỌC 2025-2026\n\nUBND XÃ A\n\nCỘNG HOÀ XÃ "
                  "HỘI CHỦ NGHĨA VIỆT NAM\n\nTRƯỜNG TIỂU HỌC A\n\nSố: "
                  "3/KH-THA\n\nKẾ HOẠCH\n\nNĂM HỌC 2025-2026\n\nI. MỤC "
                  "ĐÍCH\n\nMột.\n"),
            "portal none | KẾ HOẠCH NĂM HỌC 2025-2026\n"
            "letterhead none | UBND XÃ A\n"
            "letterhead none | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "letterhead none | TRƯỜNG TIỂU HỌC A\n"
            "number none | Số: 3/KH-THA\n"
            "type none | KẾ HOẠCH\n"
            "title none | NĂM HỌC 2025-2026\n"
            "heading purpose I| MỤC ĐÍCH\n"
            "paragraph purpose I| Một.\n");
}

TEST(Outline, TheGroundsAreNoTitle) {
  EXPECT_EQ(drawn("KẾ HOẠCH NĂM HỌC 2025-2026\n\nCăn cứ Quyết định số "
                  "2/QĐ-UBND của Ủy ban\n\nI. MỤC ĐÍCH\n\nMột.\n"),
            "type none | KẾ HOẠCH NĂM HỌC 2025-2026\n"
            "paragraph preamble | Căn cứ Quyết định số 2/QĐ-UBND của Ủy ban\n"
            "heading purpose I| MỤC ĐÍCH\n"
            "paragraph purpose I| Một.\n");
}

// Weight may not move a paragraph: print sets numbered headings bold, text does
// not.
TEST(Outline, LevelsComeFromTheMarksAndNotFromMarkdown) {
  EXPECT_EQ(
      drawn("KẾ HOẠCH\nA\n\n### I. NHIỆM VỤ\n\n# **1. Tuyên truyền**\n\na) "
            "Một;\n\n- hai;\n\n+ ba.\n\nđ) Bốn.\n\n#### 2. Năm\n\n2.1. "
            "Sáu.\n\n2.2. Bảy.\n\nII. KINH PHÍ\n\nTừ ngân sách.\n"),
      "type none | KẾ HOẠCH\n"
      "title none | A\n"
      "heading tasks I| NHIỆM VỤ\n"
      "heading tasks I.1| Tuyên truyền\n"
      "heading tasks I.1.a| Một;\n"
      "heading tasks I.1.a.-| hai;\n"
      "item tasks I.1.a.-.+| ba.\n"
      "item tasks I.1.đ| Bốn.\n"
      "heading tasks I.2| Năm\n"
      "item tasks I.2.2.1| Sáu.\n"
      "item tasks I.2.2.2| Bảy.\n"
      "heading funding II| KINH PHÍ\n"
      "paragraph funding II| Từ ngân sách.\n");
}

TEST(Outline, LinesAboutTheItemsBeforeThem) {
  EXPECT_EQ(
      drawn("KẾ HOẠCH\nA\n\nI. NỘI DUNG\n\n1. Rà soát văn bản.\n\n- Đơn vị chủ "
            "trì: Sở Y tế.\n\n- Thời gian thực hiện: Quý IV.\n\n2. Khác.\n\nb. "
            "Phân công thực hiện:\n\n- Các ban, ngành.\n"),
      "type none | KẾ HOẠCH\n"
      "title none | A\n"
      "heading tasks I| NỘI DUNG\n"
      "item tasks I.1| Rà soát văn bản.\n"
      "annotation tasks I.1.-| Đơn vị chủ trì: Sở Y tế.\n"
      "annotation tasks I.1.-| Thời gian thực hiện: Quý IV.\n"
      "item tasks I.2| Khác.\n"
      "annotation tasks I.2.b| Phân công thực hiện:\n"
      "annotation tasks I.2.b.-| Các ban, ngành.\n");
}

TEST(Outline, TasksOfEachBodyAreNoNoteToTheItemsBefore) {
  EXPECT_EQ(
      drawn("CHỈ THỊ\nVề thủy lợi\n\nUBND tỉnh yêu cầu các huyện thực hiện "
            "các việc sau đây:\n\n1. Nạo vét kênh.\n\n2. Phân công thực "
            "hiện:\n\na) Sở A cấp kinh phí.\n\nb) Sở B:\n\n- Kiểm tra.\n"),
      "type none | CHỈ THỊ\n"
      "title none | Về thủy lợi\n"
      "lead-in preamble | UBND tỉnh yêu cầu các huyện thực hiện các việc sau "
      "đây:\n"
      "item tasks 1| Nạo vét kênh.\n"
      "lead-in tasks 2| Phân công thực hiện:\n"
      "item tasks 2.a| Sở A cấp kinh phí.\n"
      "lead-in tasks 2.b| Sở B:\n"
      "item tasks 2.b.-| Kiểm tra.\n");
}

// Behind the numbers of a directive stand further orders; who only carries it
// out closes it.
TEST(Outline, ParagraphsBehindTheNumbersOfADirective) {
  const auto orders = [](const std::string& line) {
    return drawn(
               "CHỈ THỊ\nVề thủy lợi\n\nUBND tỉnh yêu cầu các huyện:\n\n1. "
               "Nạo vét kênh.\n\n2. Dọn bèo.\n\n" +
               line + "\n\n3. Trồng cây.")
               .find("paragraph tasks | ") != std::string::npos;
  };
  EXPECT_TRUE(orders("Giao Sở Xây dựng đôn đốc việc thực hiện Chỉ thị này."));
  EXPECT_TRUE(orders("Các sở, ban, ngành bố trí người trực."));
  EXPECT_FALSE(orders("Các sở, ban, ngành thi hành Chỉ thị này."));
  EXPECT_FALSE(orders("Sở Y tế đề nghị các xã gửi danh sách."));
  EXPECT_FALSE(orders("UBND tỉnh thông báo, các huyện biết."));
  EXPECT_FALSE(orders("Năm nay mưa đến sớm."));
  // Who sees to it is told something.
  EXPECT_TRUE(orders("Bộ Y tế theo dõi, đôn đốc việc thực hiện Chỉ thị này."));
  EXPECT_FALSE(orders("Bộ Y tế thực hiện Chỉ thị này."));
  EXPECT_NE(drawn("CHỈ THỊ\nVề thủy lợi\n\nUBND tỉnh yêu cầu các huyện:\n\n1. "
                  "Nạo vét kênh.\n\nChế độ báo cáo:\n\n- Báo cáo nhanh.\n")
                .find("lead-in tasks | Chế độ báo cáo:\nitem tasks -| Báo cáo "
                      "nhanh."),
            std::string::npos);
}

// The last paragraph closes the plan where it asks for nothing of its own.
TEST(Outline, TheLastParagraph) {
  const auto closes = [](const std::string& line) {
    return drawn(
               "KẾ HOẠCH\nVề thủy lợi\n\nI. NHIỆM VỤ\n\n1. Nạo vét "
               "kênh.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế dọn bèo.\n\n" +
               line + "\n\nNơi nhận:\n- Sở Y tế;\n- Lưu: VT.")
               .find("paragraph closing") != std::string::npos;
  };
  EXPECT_TRUE(
      closes("UBND tỉnh yêu cầu các sở nghiêm túc triển khai thực hiện."));
  EXPECT_FALSE(
      closes("UBND tỉnh yêu cầu các sở cử đầu mối để triển khai thực "
             "hiện."));
  EXPECT_TRUE(closes("Các sở báo cáo nếu có khó khăn, vướng mắc."));
  EXPECT_FALSE(
      closes("Sở Y tế đôn đốc các xã, nếu có khó khăn, vướng mắc thì "
             "báo cáo."));
}

// `Phân công thực hiện:` speaks of the items before it, or opens a part.
TEST(Outline, WorkIsSharedOutBelowItsNumbers) {
  const auto drawn_below = [](const std::string& item) {
    return drawn(
        "KẾ HOẠCH\nVề thủy lợi\n\nI. NHIỆM VỤ\n\n1. Nạo vét "
        "kênh.\n\n2. Phân công thực hiện:\n\n" +
        item);
  };
  EXPECT_NE(drawn_below("2.1 Phòng Y tế:\n\n- Dọn bèo.\n\n- Trồng cây.")
                .find("item tasks I.2.2.1.-| Dọn bèo."),
            std::string::npos);
  EXPECT_EQ(drawn_below("- Phòng Y tế: chủ trì.").find("item tasks I.2.-"),
            std::string::npos);
}

TEST(Outline, ATitleMayHoldAList) {
  const std::string front =
      "KẾ HOẠCH\nGiải quyết hai việc: (1) Ngập úng;\n**(2) Ùn tắc.**\n\n";
  EXPECT_NE(drawn(front + "Thực hiện Luật Đê điều.\n\nI. NHIỆM VỤ\n\n1. Một.")
                .find("title none | (2) Ùn tắc.\n"),
            std::string::npos);
  EXPECT_EQ(drawn("KẾ HOẠCH\nGiải quyết ngập úng\n\n(2) Ùn tắc.\n")
                .find("title none | (2)"),
            std::string::npos);
}

struct HeadingCase {
  std::string_view part;
  std::string_view below;  // a heading inside it
  std::string_view role;   // of what stands below
};

TEST(Outline, WhatAHeadingIsAbout) {
  const HeadingCase cases[] = {
      {"PHẠM VI, PHƯƠNG ÁN HỖ TRỢ", "Phương án cấp phát", "tasks"},
      {"ĐỐI TƯỢNG VÀ CÁCH LÀM", "Các bước kiểm tra", "tasks"},
      {"PHẠM VI", "Nhu cầu hỗ trợ", "situation"},
      {"NỘI DUNG", "Thành phần tham dự", "situation"},
      {"NHIỆM VỤ", "Công tác tuyên truyền", "tasks"},
      {"MỤC TIÊU", "Lộ trình tăng tỷ lệ", "objectives"},
      {"NGUYÊN TẮC CHUNG", "Khi vận chuyển", "purpose"},
      {"KẾ HOẠCH THỰC HIỆN", "Năm đầu", "tasks"},
  };
  for (const HeadingCase& c : cases) {
    const std::string lines =
        drawn("KẾ HOẠCH\nA\n\nI. " + std::string(c.part) + "\n\n**1. " +
              std::string(c.below) + "**\n\n- Một.\n\n- Hai.\n");
    EXPECT_NE(lines.find("item " + std::string(c.role) + " I.1.-| Một."),
              std::string::npos)
        << lines;
  }
}

TEST(Outline, NumbersBelowThePreambleAreParts) {
  EXPECT_EQ(
      drawn("KẾ HOẠCH\nA\n\nCăn cứ:\n\n1. Căn cứ Luật B;\n\nỦy ban nhân dân "
            "xã yêu cầu:\n\n1. Mục đích\n\na) Một.\n\n2. Rà soát bến "
            "đò\n\na) Hai.\n\n3. Căn cứ Kế hoạch này, các ấp báo "
            "cáo.\n\nII. KINH PHÍ\n\nBa.\n"),
      "type none | KẾ HOẠCH\n"
      "title none | A\n"
      "lead-in preamble | Căn cứ:\n"
      "item preamble 1| Căn cứ Luật B;\n"
      "lead-in preamble | Ủy ban nhân dân xã yêu cầu:\n"
      "heading purpose 1| Mục đích\n"
      "item purpose 1.a| Một.\n"
      "heading tasks 2| Rà soát bến đò\n"
      "item tasks 2.a| Hai.\n"
      "item tasks 3| Căn cứ Kế hoạch này, các ấp báo cáo.\n"
      "heading funding II| KINH PHÍ\n"
      "paragraph funding II| Ba.\n");
}

// A sentence that opens a list belongs to the part, a word or two to the
// heading above.
TEST(Outline, FundsBesideBodiesAreAnItem) {
  const std::string lines = drawn(
      "KẾ HOẠCH\nA\n\nV. TỔ CHỨC THỰC HIỆN\n\n**1. Sở Y tế**\n\na) Một.\n\n- "
      "Kinh phí: 50 triệu đồng.\n\n2. Kinh phí thực hiện: Từ ngân sách xã.\n");
  EXPECT_NE(lines.find("annotation organisation V.1.a.-| Kinh phí:"),
            std::string::npos)
      << lines;
  EXPECT_NE(lines.find("item organisation V.2| Kinh phí thực hiện:"),
            std::string::npos)
      << lines;
}

TEST(Outline, BackMatterInAnyOrder) {
  EXPECT_EQ(
      drawn("KẾ HOẠCH\nA\n\nI. NHIỆM VỤ\n\n1. Một.\n\nTrên đây là Kế "
            "hoạch./.\n\nNơi nhận:\n\nTM.ỦY BAN NHÂN DÂN\n\n- Sở Y tế;\n- Lưu: "
            "VT.\n\nCHỦ TỊCH\n\nNguyễn Văn A\n\nPHỤ LỤC\n\nDanh mục.\n"),
      "type none | KẾ HOẠCH\n"
      "title none | A\n"
      "heading tasks I| NHIỆM VỤ\n"
      "item tasks I.1| Một.\n"
      "paragraph closing I| Trên đây là Kế hoạch./.\n"
      "recipient none | Nơi nhận:\n"
      "signature none | TM.ỦY BAN NHÂN DÂN\n"
      "recipient none | - Sở Y tế;\n"
      "recipient none | - Lưu: VT.\n"
      "signature none | CHỦ TỊCH\n"
      "signature none | Nguyễn Văn A\n"
      "heading none | PHỤ LỤC\n"
      "paragraph none | Danh mục.\n");
}

TEST(Outline, WhoReceivedAnElectronicCopy) {
  const std::string lines = drawn(
      "KẾ HOẠCH\nA\n\nI. NHIỆM VỤ\n\n1. Một.\n\nNơi nhận:\n- Sở Y tế;\n- "
      "Lưu: VT.\nBản điện tử:\n- Sở Nội vụ;\n");
  EXPECT_NE(lines.find("recipient none | - Lưu: VT.\n"
                       "signature none | Bản điện tử:\n"
                       "recipient none | - Sở Nội vụ;\n"),
            std::string::npos)
      << lines;
}

TEST(Outline, TheLastParagraphClosesThePlanWhenItOnlyRestatesIt) {
  const std::string end = "\n\nNơi nhận:\n- A;\n- Lưu: VT.\n";
  EXPECT_NE(drawn("KẾ HOẠCH\nA\n\nI. NHIỆM VỤ\n\n1. Một.\n\nUBND tỉnh yêu cầu "
                  "các sở nghiêm túc triển khai thực hiện./." +
                  end)
                .find("paragraph closing"),
            std::string::npos);
  EXPECT_EQ(drawn("KẾ HOẠCH\nA\n\nI. NHIỆM VỤ\n\n1. Một.\n\nCăn cứ Kế hoạch "
                  "này, các sở báo cáo trước ngày 10/11." +
                  end)
                .find("closing"),
            std::string::npos);
}

TEST(Outline, ADecisionKeepsItsNodesBeforeThePlanInside) {
  const std::string document =
      "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH "
      "A\n\nCăn cứ Luật B;\n\nĐiều 1. Ban hành.\n\n"
      "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A\n\nKẾ HOẠCH\nChăm sóc\n\nI. "
      "NHIỆM VỤ\n\n1. Một.\n";
  const auto source = read(document, "test.md");
  const NormalText text = normalise(*source);
  const Outline tree = outline(text, shipped());
  EXPECT_EQ(
      text.text.substr(tree.plan_begin, std::string_view("KẾ HOẠCH").size()),
      "KẾ HOẠCH");
  EXPECT_NE(drawn(document).find("paragraph preamble | Căn cứ Luật B;"),
            std::string::npos);
  EXPECT_NE(drawn(document).find("signature none | Nguyễn Văn A"),
            std::string::npos);
}

// Who decides stands in capitals above the grounds, also where no plan is
// inside.
TEST(Outline, TheAuthorOfADecisionHeadsNoPart) {
  const std::string head =
      "UBND TỈNH A\n\nSố: 5/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nPhê duyệt Đề án bến "
      "đò\n\n";
  EXPECT_NE(drawn(head + "**ỦY BAN NHÂN DÂN TỈNH A**\n\nCăn cứ Luật Trẻ em;\n\n"
                         "Điều 1. Phê duyệt.\n")
                .find("paragraph preamble | Căn cứ Luật Trẻ em;"),
            std::string::npos);
  EXPECT_NE(drawn("NGHỊ QUYẾT\n\nVề thiên tai\n\n**CHÍNH PHỦ**\n\nCăn cứ Luật "
                  "Trẻ em;\n\nI. NHIỆM VỤ\n\n1. Một.\n")
                .find("paragraph preamble | Căn cứ Luật Trẻ em;"),
            std::string::npos);
  EXPECT_NE(drawn(head + "**GIẢI PHÁP**\n\nCăn cứ thực tế, rà soát bến đò.\n")
                .find("paragraph tasks | Căn cứ thực tế, rà soát bến đò."),
            std::string::npos);
}

TEST(Outline, AnyTextHasOne) {
  EXPECT_EQ(drawn("Xin chào."), "paragraph preamble | Xin chào.\n");
}

// A title in capitals does not take the author of a decision in.
TEST(Outline, TitlesOfDecisionsEndAboveTheirAuthor) {
  EXPECT_EQ(drawn("QUYẾT ĐỊNH\nVỀ VIỆC GIỮ SẠCH SUỐI\n\nỦY BAN NHÂN DÂN HUYỆN "
                  "A\n\nCăn cứ Luật B;\n"),
            "type none | QUYẾT ĐỊNH\n"
            "title none | VỀ VIỆC GIỮ SẠCH SUỐI\n"
            "paragraph preamble | ỦY BAN NHÂN DÂN HUYỆN A\n"
            "paragraph preamble | Căn cứ Luật B;\n");
  EXPECT_EQ(drawn("KẾ HOẠCH\nPHỐI HỢP GIỮA CÔNG AN VÀ\n\nỦY BAN NHÂN DÂN HUYỆN "
                  "A\n\nCăn cứ Luật B;\n"),
            "type none | KẾ HOẠCH\n"
            "title none | PHỐI HỢP GIỮA CÔNG AN VÀ\n"
            "title none | ỦY BAN NHÂN DÂN HUYỆN A\n"
            "paragraph preamble | Căn cứ Luật B;\n");
}

// What decided the kind and the section of each paragraph, as `kind because;
// section because rule`.
TEST(Outline, SaysWhatDecided) {
  const auto source = read(
      "KẾ HOẠCH\nChăm sóc\n\nMở đầu.\n\nI. NHIỆM VỤ\n\n1. Một việc:\n\na) Hai "
      "việc.\n\nII. Sở Y tế\n\n- Ba việc.\n\nTrên đây là Kế hoạch.\n",
      "test.md");
  const NormalText text = normalise(*source);
  LookLog log;
  const Outline tree = outline(text, shipped(), &log);
  std::vector<std::string> why;
  for (const Node& n : tree.nodes) {
    const auto rule = [&](std::int32_t at) {
      return at < 0 ? std::string()
                    : " " + shipped().rules()[static_cast<std::size_t>(at)].id;
    };
    why.push_back(std::string(words_for(n.kind_by)) + rule(n.rule) + "; " +
                  std::string(words_for(n.role_by)) + rule(n.role_rule));
  }
  EXPECT_EQ(
      why,
      (std::vector<std::string>{
          "a rule matches its beginning outline.type; nothing decided it",
          "it stands right behind the type word; nothing decided it",
          "it has no number or bullet; it stands before the first part",
          "its number is one of parts; a rule matches its beginning "
          "outline.tasks",
          "it ends in a colon above numbered lines; it stands in such a part",
          "it has a number or a bullet; it stands in such a part",
          "its number is one of parts; a part whose heading no rule knows",
          "it has a number or a bullet; it stands in such a part",
          "it has no number or bullet; a rule matches its beginning "
          "outline.closing"}));
  ASSERT_EQ(tree.diagnostics.size(), 1U);
  EXPECT_EQ(tree.diagnostics[0].code, "section-unsure");
  EXPECT_EQ(slice(text.text, tree.diagnostics[0].span), "II. Sở Y tế");
  EXPECT_FALSE(log.looks.empty());
  EXPECT_EQ(outline(text, shipped()).nodes, tree.nodes);
}

}  // namespace
}  // namespace kehoach
