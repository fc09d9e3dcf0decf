#include "extract/sheet.h"

namespace kehoach {
namespace {

constexpr const char* kBody =
    "\n\nKẾ HOẠCH\n\nChăm sóc trẻ em\n\nI. NHIỆM VỤ\n\n1. Một.\n\n";

TEST(Identity, ALetterheadInFull) {
  const Document d =
      read_text(
          "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA "
          "VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 165/KH-UBND\n\nCần "
          "Thơ, ngày 21 tháng 11 năm 2025" +
          std::string(kBody) +
          "Nơi nhận:\n- Bộ Y tế (để b/c);\n- TT. Thành ủy, TT.HĐND TP;\n- Lưu: "
          "VT, MK.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ "
          "TỊCH\n\nNguyễn Thị Ngọc Điệp\n")
          .document;
  EXPECT_EQ(d.type, "KH");
  EXPECT_EQ(d.code, "165/KH-UBND");
  EXPECT_EQ(d.issued_on, "2025-11-21");
  EXPECT_EQ(d.place, "Cần Thơ");
  EXPECT_EQ(d.issuer, "Ủy ban nhân dân thành phố Cần Thơ");
  EXPECT_EQ(d.level, "province");
  EXPECT_EQ(d.title, "Chăm sóc trẻ em");
  EXPECT_EQ(d.signer, "Nguyễn Thị Ngọc Điệp");
  EXPECT_EQ(d.signer_title, "PHÓ CHỦ TỊCH");
  EXPECT_EQ(join(d.recipients), "Bộ Y tế | TT. Thành ủy, TT.HĐND TP");
}

TEST(Identity, AnOrganIssuesInTheNameOfItsBody) {
  struct OrganCase {
    std::string_view head;
    std::string_view issuer;
    std::string_view level;
  };
  for (const OrganCase& c : {
           OrganCase{"ỦY BAN MTTQ VIỆT NAM\nXÃ TÂN HỘI\n\nBAN THƯỜNG TRỰC",
                     "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Tân "
                     "Hội",
                     "commune"},
           OrganCase{"TỈNH ỦY CỬU HÀ\n\nBAN THƯỜNG VỤ",
                     "Ban Thường vụ Tỉnh ủy Cửu Hà", "province"},
           OrganCase{"ỦY BAN NHÂN DÂN\nTỈNH CỬU HÀ\n\nSỞ XÂY DỰNG",
                     "Sở Xây dựng tỉnh Cửu Hà", "unit"},
       }) {
    const Document d =
        read_text(std::string(c.head) + "\n\nSố: 5/KH-BTT" + kBody).document;
    EXPECT_EQ(d.issuer, c.issuer) << c.head;
    EXPECT_EQ(d.level, c.level) << c.head;
  }
}

struct IdentityCase {
  std::string_view head;
  const char* number;  // nullptr: absent
  std::string_view symbol;
  std::string_view issued_on;
};

const IdentityCase kHeads[] = {
    {"Số: 31 /KH-UBND\n\nVĩnh Thuận, ngày 28 tháng 02 năm 2025", "31",
     "KH-UBND", "2025-02-28"},
    {"Số: /KH-UBND\n\nLai Châu, ngày tháng năm 2024", nullptr, "KH-UBND",
     "2024"},
    {"Số:     -KH/TU\n\nA, ngày     tháng 3 năm 2024", nullptr, "KH/TU",
     "2024-03"},
    {"Số ……/QĐ-UBND\n\nA, ngày … tháng … năm 2024", nullptr, "QĐ-UBND", "2024"},
    {"Số: 0130/KH-UBND\n\nĐắk Lắk, ngày 21 tháng 11 năm 2025", "0130",
     "KH-UBND", "2025-11-21"},
    {"Số 57-CTr/TU\n\nA, ngày 5 tháng 3 năm 2024", "57", "CTr/TU",
     "2024-03-05"},
    // As recognised in a picture.
    {"Só: 24/KH-TTra\n\nA, ngày 28 tháng 8 năm 2017", "24", "KH-TTra",
     "2017-08-28"},
    {"Sô:31 /KH-UBND\n\nA, ngày Ơ1 tháng 3 năm 2018", "31", "KH-UBND",
     "2018-03-01"},
};

TEST(Identity, BlanksStayAbsentAndAreReported) {
  for (const IdentityCase& c : kHeads) {
    const Plan plan = read_text(std::string(c.head) + kBody);
    EXPECT_EQ(plan.document.number, c.number == nullptr
                                        ? std::nullopt
                                        : std::optional<std::string>(c.number))
        << c.head;
    EXPECT_EQ(plan.document.code.has_value(), c.number != nullptr) << c.head;
    EXPECT_EQ(plan.document.symbol, c.symbol) << c.head;
    EXPECT_EQ(plan.document.issued_on, c.issued_on) << c.head;
    const bool blank = std::any_of(
        plan.diagnostics.begin(), plan.diagnostics.end(),
        [](const Diagnostic& d) { return d.code == "number-blank"; });
    EXPECT_EQ(blank, c.number == nullptr) << c.head;
  }
}

TEST(Identity, ANumberThatCanNotBeReadIsNotInvented) {
  for (const std::string_view head :
       {"Số:?2 /KH-SYT", "Số: 9{ /KH-SYT", "Số: 4Ö /KH-SYT"}) {
    const Plan plan = read_text(std::string(head) + kBody);
    EXPECT_EQ(plan.document.number, std::nullopt) << head;
    EXPECT_EQ(plan.document.code, std::nullopt) << head;
    EXPECT_EQ(plan.document.symbol, "KH-SYT") << head;
    EXPECT_TRUE(std::any_of(
        plan.diagnostics.begin(), plan.diagnostics.end(),
        [](const Diagnostic& d) { return d.code == "number-unreadable"; }))
        << head;
  }
}

struct LevelCase {
  std::string_view letterhead;
  std::string_view issuer;
  std::string_view level;
};

const LevelCase kLevels[] = {
    {"ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU", "Ủy ban nhân dân tỉnh Lai Châu",
     "province"},
    {"UỶ BAN NHÂN DÂN\nHUYỆN VĨNH THUẬN", "Ủy ban nhân dân huyện Vĩnh Thuận",
     "district"},
    {"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ LONG KHÁNH",
     "Ủy ban nhân dân thành phố Long Khánh", "district"},
    {"UBND XÃ CAO THẮNG", "Ủy ban nhân dân xã Cao Thắng", "commune"},
    {"UBND TỈNH LÀO CAI\nSỞ CÔNG THƯƠNG", "Sở Công thương tỉnh Lào Cai",
     "unit"},
    // As recognised in a picture.
    {"UBND TỈNH QUẢNG NGÃI\nSỞ Y TẺ\n%", "Sở Y tế tỉnh Quảng Ngãi", "unit"},
    {"ỦY BAN NHÂN DẦN\nTINH QUANG NGÀI", "Ủy ban nhân dân tỉnh Quảng Ngãi",
     "province"},
    {"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CÀN THƠ", "Ủy ban nhân dân thành phố Cần Thơ",
     "province"},
    {"ỦY BAN NHÂN DÂN\nXÃ QUẢNG NGHI", "Ủy ban nhân dân xã Quảng Nghi",
     "commune"},
    {"BỘ Y TẾ", "Bộ y tế", "central"},
    {"BAN CHỈ ĐẠO QUỐC GIA\nVỀ TRỒNG RỪNG",
     "Ban Chỉ đạo quốc gia về trồng rừng", "central"},
    {"BAN CHỈ ĐẠO TRỒNG RỪNG", "Ban Chỉ đạo trồng rừng", "unit"},
    {"Y BAN NHÂN DÂN\nTỈNH LAI CHÂU", "Ủy ban nhân dân tỉnh Lai Châu",
     "province"},
    {"BAN CƠ YẾU CHÍNH PHỦ\nHỌC VIỆN MẬT MÃ", "Học viện Mật mã", "unit"},
    {"TỈNH ỦY KHÁNH HÒA", "Tỉnh ủy khánh hòa", "province"},
    {"BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG ĐOÀN QUỐC HỘI", "Đảng đoàn Quốc hội",
     "central"},
    // Schools: kinds written out, both bodies in one line.
    {"UBND HUYỆN AN TRẠCH\n\nTRƯỜNG TH LÊ VĂN TÁM",
     "Trường Tiểu học Lê Văn Tám", "unit"},
    {"SỞ GDĐT TỈNH CỬU HÀ\nTRƯỜNG THCS VÀ THPT\nPHÚ KHÊ",
     "Trường Trung học cơ sở và Trung học phổ thông Phú Khê", "unit"},
    {"PHÒNG GD&ĐT AN TRẠCH\nTRƯỜNG THCS PHÚ KHÊ",
     "Trường Trung học cơ sở Phú Khê", "unit"},
    {"TRƯỜNG MN HOA SEN", "Trường Mầm non Hoa Sen", "unit"},
    {"PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN AN TRẠCH TRƯỜNG TIỂU HỌC PHÚ KHÊ",
     "Trường Tiểu học Phú Khê", "unit"},
    {"UBND TỈNH CỬU HÀ\nSỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG",
     "Sở Tài nguyên và Môi trường tỉnh Cửu Hà", "unit"},
};

TEST(Identity, IssuerAndLevelByTheLetterhead) {
  for (const LevelCase& c : kLevels) {
    const Document d =
        read_text(std::string(c.letterhead) +
                  "\n\nSố: 5/KH-X\n\nA, ngày 5 tháng 3 năm 2024" + kBody)
            .document;
    EXPECT_EQ(lower(d.issuer.value_or("")), lower(c.issuer)) << c.letterhead;
    EXPECT_EQ(d.level, c.level) << c.letterhead;
  }
}

TEST(Identity, ALostLetterheadIsReadFromTheText) {
  const Document d =
      read_text(
          "Số: /KH-UBND\n\nLai Châu, ngày tháng năm 2024\n\nKẾ "
          "HOẠCH\n\nA\n\nThực hiện Chỉ thị số 28-CT/TW; UBND tỉnh ban hành Kế "
          "hoạch như sau:\n\nI. NHIỆM VỤ\n\n1. Một.")
          .document;
  EXPECT_EQ(d.issuer, "Ủy ban nhân dân tỉnh Lai Châu");
}

// The letterhead lost the place: it is the one of the date line, of the level
// that the text speaks of.
TEST(Identity, ALetterheadWithoutItsPlaceIsCompleted) {
  struct PlaceCase {
    std::string_view text;
    std::string_view issuer;
  };
  for (const PlaceCase& c : {
           PlaceCase{"Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
                     "Ủy ban nhân dân tỉnh Cửu Hà"},
           PlaceCase{"Kế hoạch này áp dụng trên địa bàn huyện Cửu Hà.",
                     "Ủy ban nhân dân huyện Cửu Hà"},
           PlaceCase{"Kế hoạch này áp dụng tại thị xã Tân Lộ.",
                     "Ủy ban nhân dân"},
       }) {
    const Document d =
        read_text(
            "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: "
            "32/KH-UBND | Cửu Hà, ngày 30 tháng 01 năm 2024 |\nKẾ HOẠCH\nCHĂM "
            "SÓC TRẺ EM\n" +
            std::string(c.text) + "\n\nI. NHIỆM VỤ\n\n1. Một.")
            .document;
    EXPECT_EQ(d.issuer, c.issuer) << c.text;
  }
}

// A group may be called after the decision that set it up.
TEST(Identity, ANumberInTheIssuersNameIsNotItsOwn) {
  const Document d =
      read_text(
          "SỞ CÔNG THƯƠNG\nĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH\nSỐ "
          "150/QĐ-SCT\n\nSố: 1105/KH-ĐKT\n\nCửu Hà, ngày 10 tháng 3 năm "
          "2024\n\nKẾ HOẠCH\n\nKiểm tra bến đò\n\nI. NHIỆM VỤ\n\n1. Một.")
          .document;
  EXPECT_EQ(d.number, "1105");
  EXPECT_EQ(d.symbol, "KH-ĐKT");
}

TEST(Identity, ThePartysCommitteeBehindTheOneAbove) {
  for (const auto& [head, issuer] :
       {std::pair{"ĐẢNG BỘ TỈNH CỬU HÀ ĐẢNG ỦY XÃ PHÚ KHÊ",
                  "Đảng ủy xã Phú Khê"},
        std::pair{"ĐẢNG ỦY XÃ PHÚ KHÊ\nVĂN PHÒNG ĐẢNG ỦY",
                  "Văn phòng đảng ủy xã Phú Khê"}})
    EXPECT_EQ(read_text(std::string(head) +
                        "\n\nSố: 5-KH/ĐU\n\nKẾ HOẠCH\n\nA\n\nI. NHIỆM "
                        "VỤ\n\n1. Một.")
                  .document.issuer,
              issuer);
}

// The youth union has its own name where the state has its motto.
TEST(Identity, TheUnionsNameIsNoIssuer) {
  const Document d =
      read_text(
          "THÀNH ĐOÀN CỬU HÀ\nBCH ĐOÀN XÃ PHÚ KHÊ\n\nSố: 3-KH/ĐTN\n\nĐOÀN "
          "TNCS HỒ CHÍ MINH\n\nPhú Khê, ngày 10 tháng 3 năm 2024\n\nKẾ "
          "HOẠCH\n\nTổ chức hội thu\n\nI. NHIỆM VỤ\n\n1. Một.")
          .document;
  EXPECT_EQ(d.issuer, "Ban Chấp hành Đoàn xã Phú Khê");
  EXPECT_EQ(read_text("ĐOÀN TNCS HỒ CHÍ MINH\nXÃ PHÚ KHÊ\n\nSố: "
                      "3-KH/ĐTN\n\nKẾ HOẠCH\n\nTổ chức hội thu\n\nI. NHIỆM "
                      "VỤ\n\n1. Một.")
                .document.issuer,
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Phú Khê");
}

// What stands behind the number belongs to no body's name.
TEST(Identity, ATitleWithoutItsTypeIsNoIssuer) {
  const Document d =
      read_text(
          "ỦY BAN NHÂN DÂN\nTỈNH CỬU HÀ\n\nSố: 32/KH-UBND\n\nCửu Hà, ngày 30 "
          "tháng 01 năm 2024\n\nTHỰC HIỆN CHƯƠNG TRÌNH CHĂM SÓC TRẺ EM\n\nThực "
          "hiện Luật Trẻ em, Ủy ban nhân dân tỉnh đề ra các việc sau.")
          .document;
  EXPECT_EQ(d.issuer, "Ủy ban nhân dân tỉnh Cửu Hà");
}

// What a letter is about stands behind `V/v`, below its number, in one line or
// cell with it, or above it.
TEST(Identity, ALettersSubjectIsItsTitle) {
  struct LetterCase {
    std::string_view head;
    std::string_view issuer;
    std::string_view title;
  };
  for (const LetterCase& c : {
           LetterCase{"SỞ Y TẾ\n\nSố: 214/SYT-NVY\nV/v tăng cường phòng, chống "
                      "dịch bệnh mùa đông\n\nCửu Hà, ngày 5 tháng 3 năm 2024",
                      "Sở y tế", "tăng cường phòng, chống dịch bệnh mùa đông"},
           LetterCase{
               "| SỞ Y TẾ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
               "|\n|---|---|\n| Số: 214/SYT-NVY V/v: Rà soát các trạm y "
               "tế xã, phường, thị trấn và nhu cầu thuốc. | Cửu Hà, ngày "
               "5 tháng 3 năm 2024 |",
               "Sở y tế",
               "Rà soát các trạm y tế xã, phường, thị trấn và nhu cầu "
               "thuốc"},
           LetterCase{"SỞ Y TẾ Số: 214/SYT-NVY V/v khám sức khỏe\n\nCửu Hà, "
                      "ngày 5 tháng 3 năm 2024",
                      "Sở y tế", "khám sức khỏe"},
           LetterCase{
               "SỞ Y TẾ\n\nSố: 214/SYT-NVY\n\nCửu Hà, ngày 5 tháng 3 năm "
               "2024\n\nVề việc khám sức khỏe",
               "Sở y tế", "khám sức khỏe"},
       }) {
    const Document d =
        read_text(std::string(c.head) +
                  "\n\nKính gửi: Phòng Y tế các huyện\n\nThực hiện Kế hoạch số "
                  "5/KH-UBND về việc khám sức khỏe, Sở Y tế đề nghị:\n\n1. Rà "
                  "soát.")
            .document;
    EXPECT_EQ(d.title, c.title) << c.head;
    EXPECT_EQ(lower(d.issuer.value_or("")), lower(c.issuer)) << c.head;
    EXPECT_EQ(d.code, "214/SYT-NVY") << c.head;
    EXPECT_EQ(d.type, "CV") << c.head;
  }
}

TEST(Identity, WhatATitleIsNot) {
  struct TitleCase {
    std::string_view text;
    std::string_view title;
  };
  for (const TitleCase& c : {
           // The act that issues the plan.
           TitleCase{
               "QUYẾT ĐỊNH\n\nBan hành Kế hoạch chăm sóc trẻ em\n\nCăn cứ "
               "Luật Trẻ em;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành.\n\nKẾ "
               "HOẠCH\n\nCHĂM SÓC TRẺ EM (Kèm theo Quyết định số "
               "5/QĐ-UBND ngày 5/3/2024 của UBND tỉnh)\n\nI. NHIỆM VỤ\n\n1. "
               "Một.",
               "CHĂM SÓC TRẺ EM"},
           // A decision that is itself the plan.
           TitleCase{"QUYẾT ĐỊNH\n\nVỀ VIỆC BAN HÀNH KẾ HOẠCH CHĂM SÓC TRẺ "
                     "EM\n\nCăn cứ Luật Trẻ em;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban "
                     "hành Kế hoạch như sau:\n\n1. Rà soát.",
                     "CHĂM SÓC TRẺ EM"},
           TitleCase{
               "QUYẾT ĐỊNH\n\nVề việc phân bổ vốn chăm sóc trẻ em.\n\nCăn "
               "cứ Luật Trẻ em;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phân bổ.",
               "Về việc phân bổ vốn chăm sóc trẻ em"},
           // A bracket goes on with the title, or stands below it.
           TitleCase{"KẾ HOẠCH\n\nTổ chức Lễ kỷ niệm ngày Người cao tuổi\n\n"
                     "(2004 - 2024) và 20 năm thành lập Hội\n\nI. NHIỆM "
                     "VỤ\n\n1. Một.",
                     "Tổ chức Lễ kỷ niệm ngày Người cao tuổi (2004 - 2024) và "
                     "20 năm thành lập Hội"},
           TitleCase{"KẾ HOẠCH\n\nChăm sóc trẻ em\n\n(Ban hành kèm theo Công "
                     "văn của Sở)\n\nI. NHIỆM VỤ\n\n1. Một.",
                     "Chăm sóc trẻ em"},
           // Letters apart, marks lost.
           TitleCase{
               "K Ế H O Ạ C H\n\nChăm sóc trẻ em\n\nI. NHIỆM VỤ\n\n1. Một.",
               "Chăm sóc trẻ em"},
           TitleCase{"KÉ HOẠCH\n\nChăm sóc trẻ em\n\nI. NHIỆM VỤ\n\n1. Một.",
                     "Chăm sóc trẻ em"},
           TitleCase{
               "KẾT LUẬN\n\nHỘI NGHỊ LẦN THỨ BA\n\nBAN CHẤP HÀNH ĐẢNG BỘ "
               "TỈNH về chăm sóc trẻ em\n\nI. NHIỆM VỤ\n\n1. Một.",
               "HỘI NGHỊ LẦN THỨ BA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH về chăm sóc "
               "trẻ em"},
       }) {
    const Document d =
        read_text(
            "UBND TỈNH CỬU HÀ\n\nSố: 5/QĐ-UBND\n\nCửu Hà, ngày 5 tháng 3 "
            "năm 2024\n\n" +
            std::string(c.text))
            .document;
    EXPECT_EQ(d.title, c.title) << c.text;
  }
}

// Nothing above the text names the issuer: its orders do, or who signed.
TEST(Identity, ADirectiveWithoutALetterhead) {
  const auto issuer = [](const std::string& type, const std::string& opening,
                         const std::string& signature) {
    return read_text(type + "\n\nVề chăm sóc trẻ em\n\n" + opening +
                     ":\n\n1. Rà soát.\n\nNơi nhận:\n- Như trên;\n- Lưu: "
                     "VT.\n\n" +
                     signature)
        .document.issuer.value_or("-");
  };
  const std::string orders =
      "Để khắc phục các hạn chế, Thủ tướng Chính phủ yêu cầu các Bộ";
  const std::string none = "Để khắc phục các hạn chế, yêu cầu các Bộ";
  EXPECT_EQ(issuer("CHỈ THỊ", orders, ""), "Thủ tướng Chính phủ");
  EXPECT_EQ(issuer("KẾ HOẠCH", orders, ""), "-");
  EXPECT_EQ(issuer("CHỈ THỊ", none, "THỦ TƯỚNG\nĐào Văn Én"),
            "Thủ tướng Chính phủ");
  EXPECT_EQ(issuer("CHỈ THỊ", none,
                   "TM. ỦY BAN NHÂN DÂN TỈNH CỬU HÀ\nCHỦ "
                   "TỊCH\nĐào Văn Én"),
            "Ủy ban nhân dân tỉnh Cửu Hà");
  EXPECT_EQ(issuer("CHỈ THỊ", none, "GIÁM ĐỐC\nĐào Văn Én"), "-");
}

TEST(Identity, ATextThatIsNoPlanHasNone) {
  const Plan plan = read_text("Xin chào các bạn.");
  const Document& d = plan.document;
  EXPECT_FALSE(d.code || d.issued_on || d.issuer || d.signer);
  EXPECT_EQ(d.title, "");
  ASSERT_EQ(plan.diagnostics.size(), 1U);
  EXPECT_EQ(plan.diagnostics[0].code, "no-letterhead");
}

TEST(Identity, ATypeOrANumberIsEnough) {
  EXPECT_TRUE(read_text("KẾ HOẠCH\n\nChăm sóc trẻ em").diagnostics.empty());
  EXPECT_TRUE(read_text("Số: 12/KH-UBND\n\nI. NHIỆM VỤ").diagnostics.empty());
}

}  // namespace
}  // namespace kehoach
