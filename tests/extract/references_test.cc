#include "extract/facts.h"
#include "extract/sheet.h"

namespace kehoach {
namespace {

struct CodeCase {
  std::string_view text;
  std::string_view code;  // empty: no number
  std::string_view type;
};

const CodeCase kCodes[] = {
    {"1515/KH-UBND", "1515/KH-UBND", "KH"},
    {"344-KH/TU", "344-KH/TU", "KH"},
    {"20/2022/QĐ-UBND", "20/2022/QĐ-UBND", "QĐ"},
    {"121/2020/QH14", "121/2020/QH14", ""},
    {"2513/LĐTBXH-TTTT", "2513/LĐTBXH-TTTT", ""},
    {"31 /KH-UBND", "31/KH-UBND", "KH"},
    {"57- NQ/TW", "57-NQ/TW", "NQ"},
    {"06/QĐ-TTg", "06/QĐ-TTg", "QĐ"},
    {"27/CT-TTG", "27/CT-TTg", "CT"},
    {"117/TTr-SLĐTBXH", "117/TTr-SLĐTBXH", "TTr"},
    {"66.2/2025/NQ-CP", "66.2/2025/NQ-CP", "NQ"},
    {"29 /2025/NĐ-CP", "29/2025/NĐ-CP", "NĐ"},
    {"87 / 2025/QĐ-UBND", "87/2025/QĐ-UBND", "QĐ"},
    {"20a/KH-THTM", "20a/KH-THTM", "KH"},
    {"01/KH-BCĐ389QNg ngày", "01/KH-BCĐ389QNg", "KH"},
    {"29/2014/TTLT-BLĐTBXH-BTC", "29/2014/TTLT-BLĐTBXH-BTC", "TTLT"},
    // The party's order wins over a wrong separator.
    {"18/NQ-TW", "18-NQ/TW", "NQ"},
    // The next word is glued.
    {"151/2025/NĐ-CPquy định", "151/2025/NĐ-CP", "NĐ"},
    // A mark was lost, or is another.
    {"298 KH/TWĐTN", "298-KH/TWĐTN", "KH"},
    {"927/QĐ TTg", "927/QĐ-TTg", "QĐ"},
    {"62/QĐ_HĐBT", "62/QĐ-HĐBT", "QĐ"},
    {"12/QĐ-UBND CÔNG AN", "12/QĐ-UBND", "QĐ"},
    {"12 KH", "", ""},
    {"22/4/2024", "", ""},
    {"2/3", "", ""},
};

TEST(ReadCode, ByTheTwoSystems) {
  for (const CodeCase& c : kCodes) {
    const auto code = read_code(
        c.text, {0, static_cast<std::uint32_t>(c.text.size())}, shipped());
    EXPECT_EQ(code ? code->code : "", c.code) << c.text;
    if (code) {
      EXPECT_EQ(code->type, c.type) << c.text;
    }
  }
}

std::string read_all(const Plan& plan) {
  std::string out;
  for (const Reference& r : plan.references) {
    out += r.code + " " + r.type + " " + r.issued_on.value_or("-") + " " +
           r.relation + " (" + r.issuer.value_or("-") + ")\n";
  }
  return out;
}

TEST(References, TheOpeningSaysWhatThePlanCarriesOut) {
  EXPECT_EQ(
      read_all(plan_of(
          "Thực hiện Kế hoạch số 220/KH-UBND ngày 20/6/2024 của UBND tỉnh Đồng "
          "Nai về thực hiện Chỉ thị số 28-CT/TW, ngày 25 tháng 12 năm 2023 của "
          "Bộ Chính trị;\n\n"
          "Căn cứ Nghị định số 80/2025/NĐ-CP của Chính phủ;\n\nTheo đề nghị "
          "của Sở Y tế tại Tờ trình số 117/TTr-SYT ngày 09/7/2024.\n\n"
          "I. NHIỆM VỤ\n\n1. Thực hiện Quyết định số 5/QĐ-TTg.")),
      "220/KH-UBND KH 2024-06-20 implements (UBND tỉnh Đồng Nai)\n"
      "28-CT/TW CT 2023-12-25 implements (Bộ Chính trị)\n"
      "80/2025/NĐ-CP NĐ - basis (Chính phủ)\n"
      "117/TTr-SYT TTr 2024-07-09 cites (Sở Y tế)\n"
      "5/QĐ-TTg QĐ - cites (-)\n");
}

TEST(References, OnceEachHoweverOftenNamed) {
  EXPECT_EQ(read_all(plan_of("Thực hiện Kế hoạch số 344-KH/TU của Ban Thường "
                             "vụ Tỉnh ủy (gọi tắt là Kế hoạch số 344/TU).\n\n"
                             "I. NHIỆM VỤ\n\n1. Thực hiện Kế hoạch số 344/TU "
                             "và Kế hoạch số 344-KH/TU ngày 22/4/2024.\n\n2. "
                             "Thực hiện Kế hoạch số 8916/KH-UBND này.")),
            "344-KH/TU KH 2024-04-22 implements (Ban Thường vụ Tỉnh ủy)\n");
}

// The parts of a symbol may be told in another order.
TEST(References, TheYearInTheNumberTellsTheDate) {
  const auto date = [](const std::string& first, const std::string& second) {
    return plan_of("Căn cứ Nghị định số 41/2023/NĐ-CP ngày " + first +
                   ".\n\nI. NHIỆM VỤ\n\n1. Thực hiện Nghị định số "
                   "41/2023/NĐ-CP ngày " +
                   second + " đúng hạn.")
        .references.at(0)
        .issued_on.value_or("-");
  };
  EXPECT_EQ(date("28/6/2024", "28/6/2023"), "2023-06-28");
  EXPECT_EQ(date("28/6/2023", "28/6/2024"), "2023-06-28");
  EXPECT_EQ(date("28/6/2023", "29/6/2023"), "2023-06-28");
}

TEST(References, OneSymbolTurnedRound) {
  const auto count = [](const std::string& again) {
    return plan_of(
               "Căn cứ Kế hoạch số 16/KH-HND-BTV ngày 02/3/2024.\n\nI. NHIỆM "
               "VỤ\n\n1. Thực hiện Kế hoạch số " +
               again + " đúng hạn.")
        .references.size();
  };
  EXPECT_EQ(count("16/KH-BTV-HND"), 1U);
  EXPECT_EQ(count("16/KH-BTV-HPN"), 2U);
  EXPECT_EQ(count("17/KH-BTV-HND"), 2U);
}

TEST(References, TwoNumbersShareTheirDate) {
  EXPECT_EQ(
      read_all(plan_of("Căn cứ Công điện số 2/CĐ-UBND và số 3/CĐ-UBND ngày "
                       "04/5/2023 của Chủ tịch UBND tỉnh.\n\nI. NHIỆM "
                       "VỤ\n\n1. Theo Quyết định số 5/QĐ-UBND và Quyết định số "
                       "6/QĐ-UBND ngày 02/5/2024; Đề án 7-ĐA/TU của Tỉnh ủy "
                       "Khánh Hòa ngày 03/6/2024.")),
      "2/CĐ-UBND CĐ 2023-05-04 basis (Chủ tịch UBND tỉnh)\n"
      "3/CĐ-UBND CĐ 2023-05-04 basis (Chủ tịch UBND tỉnh)\n"
      "5/QĐ-UBND QĐ - cites (-)\n"
      "6/QĐ-UBND QĐ 2024-05-02 cites (-)\n"
      "7-ĐA/TU ĐA 2024-06-03 cites (Tỉnh ủy Khánh Hòa)\n");
}

// A law is told by its word, however long its name is; a body by its place
// behind its short form, and by commas inside of its name.
TEST(References, NamesMayBeLong) {
  EXPECT_EQ(
      read_all(task_of(
          "Theo Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân số "
          "85/2015/QH13; Công văn số 28/LĐTBXH-TE ngày 12/8/2014 của Bộ Lao "
          "động, Thương binh và Xã hội; Quyết định số 16/QĐ-UBND ngày "
          "08/8/2023 "
          "của Ủy ban nhân dân (UBND) tỉnh Cửu Hà; Nghị quyết số 7/NQ-HĐND "
          "ngày "
          "09/8/2023 của Hội đồng nhân dân (HĐND) về bến đò.")),
      "85/2015/QH13 Luật - cites (-)\n"
      "28/LĐTBXH-TE CV 2014-08-12 cites (Bộ Lao động, Thương binh và Xã hội)\n"
      "16/QĐ-UBND QĐ 2023-08-08 cites (Ủy ban nhân dân tỉnh Cửu Hà)\n"
      "7/NQ-HĐND NQ 2023-08-09 cites (Hội đồng nhân dân)\n");
}

TEST(References, AMarkMayBeLost) {
  EXPECT_EQ(
      read_all(task_of("Thực hiện Kế hoạch số 298 KH/TWĐTN ngày 12/5/2023 và "
                       "Quyết định số 927/QĐ TTg; mỗi tháng 298 KH/người.")),
      "298-KH/TWĐTN KH 2023-05-12 cites (-)\n927/QĐ-TTg QĐ - cites (-)\n");
}

// Each body counts for itself.
TEST(References, AnotherBodysDocumentMayHaveThePlansOwnNumber) {
  EXPECT_EQ(read_all(plan_of("Thực hiện Kế hoạch số 8916/KH-UBND ngày "
                             "05/6/2024 của UBND huyện Cửu Hà.")),
            "8916/KH-UBND KH 2024-06-05 implements (UBND huyện Cửu Hà)\n");
  EXPECT_EQ(read_all(plan_of("Thực hiện Kế hoạch số 8916/KH-UBND ngày "
                             "13/8/2024 của UBND tỉnh Khánh Hòa.")),
            "");
  EXPECT_EQ(read_all(plan_of("Kế hoạch số 8916/KH-UBND ngày 05/6/2024.")), "");
}

// What the title carries out may be named by its number alone, and its source
// in a bracket below.
TEST(References, TheTitleMayNameAProgrammeAndItsSource) {
  const auto below = [](const std::string& head, const std::string& bracket) {
    const Plan plan = read_text(
        "UBND TỈNH CỬU HÀ\n\n" + head +
        "\n\nCửu Hà, ngày 5 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nThực hiện Đề án số "
        "08 về bến đò\n\n" +
        bracket +
        "\n\nCăn cứ Nghị quyết số 35-NQ/TU ngày 29/12/2025; Đề án 08-ĐA/TU; Đề "
        "án 09-ĐA/TU.\n\nI. NHIỆM VỤ\n\n1. Rà soát.");
    return plan.document.title + "\n" + read_all(plan);
  };
  EXPECT_EQ(below("Số:   /KH-SXD",
                  "(Ban hành kèm theo Nghị quyết số 35-NQ/TU ngày 29/12/2025)"),
            "Thực hiện Đề án số 08 về bến đò (Ban hành kèm theo Nghị quyết số "
            "35-NQ/TU ngày 29/12/2025)\n"
            "35-NQ/TU NQ 2025-12-29 implements (-)\n"
            "08-ĐA/TU ĐA - implements (-)\n"
            "09-ĐA/TU ĐA - basis (-)\n");
  // The plan's own act.
  EXPECT_EQ(
      below("Số: 5/QĐ-UBND", "(Ban hành kèm theo Quyết định số 5/QĐ-UBND)"),
      "Thực hiện Đề án số 08 về bến đò\n"
      "35-NQ/TU NQ 2025-12-29 basis (-)\n"
      "08-ĐA/TU ĐA - implements (-)\n"
      "09-ĐA/TU ĐA - basis (-)\n");
}

// Date and issuer may stand before the number, in the clause that says who
// issued it.
TEST(References, WhoIssuedItAndWhenMayStandBefore) {
  EXPECT_EQ(
      read_all(plan_of(
          "Ngày 05/3/2024, Sở Y tế đã ban hành Kế hoạch số 12/KH-SYT về khám "
          "sức khỏe.\n\nĐể tổng kết thí điểm tại ba huyện, ngày 6 tháng 4 năm "
          "2024 Sở Nội vụ có Công văn số 34/SNV-TCBC gửi các huyện.\n\nI. "
          "NHIỆM "
          "VỤ\n\n1. Rà soát.")),
      "12/KH-SYT KH 2024-03-05 cites (Sở Y tế)\n"
      "34/SNV-TCBC CV 2024-04-06 cites (Sở Nội vụ)\n");
  // The date of something else; the number tells another year.
  EXPECT_EQ(
      read_all(plan_of(
          "Tại cuộc họp ngày 05/3/2024, Sở Y tế báo cáo, Sở Nội vụ có Công văn "
          "số 34/SNV-TCBC.\n\nNgày 05/3/2024, Chính phủ ban hành Nghị định số "
          "5/2023/NĐ-CP.\n\nTheo Quyết định số 7/QĐ-TTg ngày 05/3/2024, Sở Y "
          "tế "
          "ban hành Kế hoạch số 8/KH-SYT.\n\nI. NHIỆM VỤ\n\n1. Rà soát.")),
      "34/SNV-TCBC CV - cites (-)\n5/2023/NĐ-CP NĐ - cites (-)\n"
      "7/QĐ-TTg QĐ 2024-03-05 cites (-)\n8/KH-SYT KH - cites (-)\n");
}

// Numbers begin anew each year.
TEST(References, OneNumberOfTwoYearsIsTwoDocuments) {
  const auto dates = [](const std::string& first, const std::string& second) {
    std::string out;
    for (const Reference& r :
         plan_of("Căn cứ Chỉ thị số 2/CT-TTg ngày " + first +
                 ".\n\nI. NHIỆM VỤ\n\n1. Thực hiện Chỉ thị số 2/CT-TTg ngày " +
                 second + "; Chỉ thị số 2/CT-TTg.")
             .references)
      out += r.issued_on.value_or("-") + " ";
    return out;
  };
  EXPECT_EQ(dates("04/7/2018", "15/11/2019"), "2018-07-04 2019-11-15 ");
  // A misprint of the year, or of the day.
  EXPECT_EQ(dates("04/7/2018", "04/7/2019"), "2018-07-04 ");
  EXPECT_EQ(dates("04/7/2018", "05/7/2018"), "2018-07-04 ");
}

// Numbers with a year and without are counted apart.
TEST(References, TheYearIsPartOfTheNumber) {
  EXPECT_EQ(
      read_all(task_of("Theo Quyết định số 62/2011/QĐ-TTg ngày "
                       "09/11/2011, Quyết định số 62/QĐ-TTg, Quyết định số "
                       "62/2012/QĐ-TTg; Nghị quyết liên tịch số "
                       "7/2025/NQLT-CP-MTTQ; Nghị quyết liên tịch số "
                       "7/2025/NQLT.")),
      "62/2011/QĐ-TTg QĐ 2011-11-09 cites (-)\n"
      "62/QĐ-TTg QĐ - cites (-)\n62/2012/QĐ-TTg QĐ - cites (-)\n"
      "7/2025/NQLT-CP-MTTQ NQLT - cites (-)\n");
}

// What the decision alone names is a ground of the decision; what the plan
// names too is a reference of the plan, as the plan names it.
TEST(References, TheDecisionAroundAPlanHasItsOwn) {
  const Plan plan = read_text(
      "UBND TỈNH A\n\nSố: 5/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nBan hành Kế hoạch chăm "
      "sóc "
      "trẻ em\n\nCăn cứ Nghị định số 6/2020/NĐ-CP;\n\nCăn cứ Quyết định số "
      "7/QĐ-TTg ngày 05/3/2024;\n\nTheo đề nghị của Sở Y tế tại Tờ trình số "
      "8/TTr-SYT.\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kèm theo Quyết định này "
      "Kế "
      "hoạch chăm sóc trẻ em.\n\nKẾ HOẠCH\n\nChăm sóc trẻ em\n\nI. NHIỆM "
      "VỤ\n\n1. "
      "Rà soát theo Quyết định số 7/QĐ-TTg và Công văn số 9/SYT-NVY.\n");
  std::string own, of_decision;
  for (const Reference& r : plan.references)
    (r.of_decision ? of_decision : own) += r.code + " " + r.relation + "\n";
  EXPECT_EQ(own, "7/QĐ-TTg cites\n9/SYT-NVY cites\n");
  EXPECT_EQ(of_decision, "6/2020/NĐ-CP basis\n8/TTr-SYT cites\n");
}

// What issues the programme that the title carries out by its name.
TEST(References, TheTitleMayNameAProgrammeByItsName) {
  const auto below = [](const std::string& title) {
    return read_all(read_text(
        "UBND TỈNH CỬU HÀ\n\nSố: 5/KH-UBND\n\nCửu Hà, ngày 5 tháng 3 năm "
        "2026\n\nKẾ HOẠCH\n\n" +
        title +
        "\n\nCăn cứ Quyết định số 31/QĐ-UBND ngày 23/9/2025 của UBND tỉnh ban "
        "hành Đề án phát triển rừng trồng gỗ lớn của tỉnh Cửu Hà giai đoạn "
        "2026-2030;\n\nCăn cứ Quyết định số 32/QĐ-UBND ngày 24/9/2025 của UBND "
        "tỉnh về việc phê duyệt Đề án;\n\nI. NHIỆM VỤ\n\n1. Rà soát."));
  };
  EXPECT_EQ(
      below("THỰC HIỆN ĐỀ ÁN PHÁT TRIỂN RỪNG TRỒNG GỖ LỚN TRÊN ĐỊA BÀN TỈNH"),
      "31/QĐ-UBND QĐ 2025-09-23 implements (UBND tỉnh)\n"
      "32/QĐ-UBND QĐ 2025-09-24 basis (UBND tỉnh)\n");
  // In quotes, too.
  EXPECT_EQ(
      below("THỰC HIỆN ĐỀ ÁN “PHÁT TRIỂN RỪNG TRỒNG GỖ LỚN” TRÊN ĐỊA BÀN TỈNH"),
      "31/QĐ-UBND QĐ 2025-09-23 implements (UBND tỉnh)\n"
      "32/QĐ-UBND QĐ 2025-09-24 basis (UBND tỉnh)\n");
  EXPECT_EQ(below("THỰC HIỆN ĐỀ ÁN PHÁT TRIỂN RỪNG PHÒNG HỘ"),
            "31/QĐ-UBND QĐ 2025-09-23 basis (UBND tỉnh)\n"
            "32/QĐ-UBND QĐ 2025-09-24 basis (UBND tỉnh)\n");
}

TEST(References, WhereAnIssuerEnds) {
  EXPECT_EQ(
      read_all(plan_of(
          "Căn cứ Pháp lệnh Thú y số 18/2004/PL-UBTVQH11 của Ủy ban Thường vụ "
          "Quốc hội và Pháp lệnh khác; Chỉ thị số 9-CT/TW của Ban Bí thư Trung "
          "ương Đảng khóa XII về rừng; Quyết định số 7/QĐ-TTg của Thủ tướng "
          "Chính phủ và các kế hoạch; Thông tư số 2/2024/TT-BVHTTDL của Bộ "
          "trưởng Bộ Văn hóa, Thể thao và Du lịch, các sở.\n\nXét đề nghị của "
          "Sở Y tế (Tờ trình số "
          "8/TTr-SYT ngày 05/3/2024).\n\nTheo [Thông tư số 3/2024/TT-BYT](#) "
          "ngày 06/3/2024 và văn bản số 15/SYT-NVY và 16/SYT-NVY.\n\nI. NHIỆM "
          "VỤ\n\n1. Rà soát.")),
      "18/2004/PL-UBTVQH11 PL - basis (Ủy ban Thường vụ Quốc hội)\n"
      "9-CT/TW CT - basis (Ban Bí thư Trung ương Đảng khóa XII)\n"
      "7/QĐ-TTg QĐ - basis (Thủ tướng Chính phủ)\n"
      "2/2024/TT-BVHTTDL TT - basis (Bộ trưởng Bộ Văn hóa, Thể thao và Du "
      "lịch)\n"
      "8/TTr-SYT TTr 2024-03-05 cites (Sở Y tế)\n"
      "3/2024/TT-BYT TT 2024-03-06 cites (-)\n"
      "15/SYT-NVY CV - cites (-)\n16/SYT-NVY CV - cites (-)\n");
}

// A line behind `Căn cứ` that begins with a number's kind, or in the middle of
// a broken line, goes on with it; one that says something of its own does not.
TEST(References, WhatGoesOnBehindTheBasis) {
  const auto relations = [](const std::string& second) {
    std::string out;
    for (const Reference& r :
         plan_of("Căn cứ Quyết định số 15/QĐ-UBND của Ủy ban" + second +
                 "\n\nI. NHIỆM VỤ\n\n1. Rà soát.")
             .references)
      out += r.relation + " ";
    return out;
  };
  EXPECT_EQ(relations(";\n\nCông văn số 7/SYT-NVY ngày 05/3/2024 của Sở Y tế;"),
            "basis basis ");
  EXPECT_EQ(relations("\n\nnhân dân xã An Hải; Kế hoạch số 8/KH-UBND ngày "
                      "05/3/2024;"),
            "basis basis ");
  EXPECT_EQ(relations(";\n\nXét đề nghị của Sở Y tế (Tờ trình số 9/TTr-SYT);"),
            "basis cites ");
  EXPECT_EQ(relations(".\n\nCông văn số 7/SYT-NVY được gửi kèm Kế hoạch này."),
            "basis cites ");
  EXPECT_EQ(relations(";\n\nĐể thay cho Kế hoạch số 8/KH-UBND, Ủy ban nhân "
                      "dân tỉnh ban hành Kế hoạch như sau:"),
            "basis cites ");
}

TEST(References, ANumberMayBeGluedToItsWord) {
  EXPECT_EQ(read_all(plan_of("Căn cứ Kế hoạch số15/KH-THTM ngày 05/3/2024 và "
                             "Nhóm số2/3;\n\nI. NHIỆM VỤ\n\n1. Rà soát.")),
            "15/KH-THTM KH 2024-03-05 basis (-)\n");
}

TEST(References, WhatIsNoNumberedDocument) {
  EXPECT_EQ(
      read_all(task_of("Thực hiện Đề án 06, Luật Trẻ em năm 2016; chuyển đổi "
                       "trạm 3G/4G; tỷ lệ 2/3; trước ngày 30/6/2025.")),
      "");
}

TEST(References, ThisPlanReplacesAnother) {
  EXPECT_EQ(
      read_all(plan_of(
          "Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 05/01/2023.\n\nI. "
          "NHIỆM VỤ\n\n1. Đề xuất thay thế Quyết định số 7/QĐ-UBND.")),
      "12/KH-UBND KH 2023-01-05 replaces (-)\n7/QĐ-UBND QĐ - cites (-)\n");
}

}  // namespace
}  // namespace kehoach
