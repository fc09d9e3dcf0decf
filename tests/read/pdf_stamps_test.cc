#include "read/pdf_stamps.h"

#include <gtest/gtest.h>

#include <string>

#include "read/page_drawing.h"
#include "read/pdf_builder.h"
#include "read/read.h"
#include "read/stamp_text.h"

namespace kehoach {

void PrintTo(const Stamp& stamp, std::ostream* out) {
  *out << "{" << stamp.kind << " | " << stamp.signer << " | "
       << stamp.organisation << " | " << stamp.email << " | " << stamp.time
       << "}";
}

namespace {

struct StampCase {
  const char* name;
  std::vector<std::string> lines;
  Stamp stamp;
};

const StampCase kStampTexts[] = {
    {"labels",
     {"Ký bởi: Ủy ban nhân dân tỉnh Cửu Hà", "Cơ quan: Tỉnh Cửu Hà",
      "Thời gian ký: 21/01/2025 09:08:01"},
     {.signer = "Ủy ban nhân dân tỉnh Cửu Hà",
      .organisation = "Tỉnh Cửu Hà",
      .time = "21/01/2025 09:08:01"}},
    {"values that were wrapped",
     {"Người ký: Sở Tài nguyên", "và Môi trường", "Email:",
      "stnmt@cuuha.example.vn", "Thời gian ký: 24.04.2018", "15:17:44 +07:00"},
     {.signer = "Sở Tài nguyên và Môi trường",
      .email = "stnmt@cuuha.example.vn",
      .time = "24.04.2018 15:17:44 +07:00"}},
    {"no label",
     {"TRUNG TÂM", "CÔNG BÁO", "cb@cuuha.example.vn", "21.01.2025 09:30:22",
      "+07:00"},
     {.signer = "TRUNG TÂM CÔNG BÁO",
      .email = "cb@cuuha.example.vn",
      .time = "21.01.2025 09:30:22 +07:00"}},
    {"a certified copy",
     {"SAO Y; ỦY BAN NHÂN DÂN TỈNH CỬU HÀ;",
      "Thời gian ký: 2025-09-15T09:07:04+07:00"},
     {.kind = "SAO Y",
      .signer = "ỦY BAN NHÂN DÂN TỈNH CỬU HÀ",
      .time = "2025-09-15T09:07:04+07:00"}},
    {"what nothing is kept of",
     {"Người ký: Lê Thị Hạnh", "Chức vụ: Chánh Văn phòng",
      "Ngày ký: 02/3/2024"},
     {.signer = "Lê Thị Hạnh", .time = "02/3/2024"}},
};

TEST(StampText, ReadsTheFieldsOfAStamp) {
  for (const StampCase& c : kStampTexts) {
    EXPECT_EQ(stamp_of(c.lines), c.stamp) << c.name;
  }
}

TEST(StampText, KnowsLinesByLabelAndForm) {
  EXPECT_EQ(stamp_line("Ký bởi: Sở Y tế").value, "Sở Y tế");
  EXPECT_EQ(stamp_line("KÝ BỞI : Sở Y tế").part, StampPart::signer);
  EXPECT_EQ(stamp_line("24.04.2018 15:17:44").part, StampPart::time);
  EXPECT_EQ(stamp_line("+07:00").part, StampPart::time);
  EXPECT_EQ(stamp_line("ubnd@cuuha.example.vn").part, StampPart::email);
  EXPECT_EQ(stamp_line("SAO Y").part, StampPart::kind);
  for (const char* plain :
       {"Sở Y tế", "Sao y bản chính hồ sơ", "họp lúc 08:30 ngày 12/3",
        "tỷ lệ 1:25:000", "gửi về a@b.vn trước ngày 12", "Ký kết: hợp đồng"}) {
    EXPECT_EQ(stamp_line(plain).part, StampPart::none) << plain;
  }
}

std::string left_of(const PdfPage& page) {
  std::string text;
  for (const PdfWord& word : page.words) text += word.text + " ";
  return text;
}

struct PageCase {
  const char* name;
  std::string_view drawing;
  std::string_view left;  // the words that stay
  std::vector<Stamp> stamps;
};

const PageCase kPages[] = {
    {"a stamp over the letterhead",
     "                                 Ký bởi: Sở Y tế\n"
     "                                 Cơ quan: Tỉnh Cửu Hà\n"
     "                                 Thời gian ký: 24.04.2018 15:17:44\n"
     "SỞ Y TẾ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
     "SỞ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ",
     {{.signer = "Sở Y tế",
       .organisation = "Tỉnh Cửu Hà",
       .time = "24.04.2018 15:17:44"}}},
    {"beside the number",
     "Số: 542 /TB-UBND                 Người ký: Sở Y tế\n"
     "V/v khám bệnh                    Thời gian ký: 24.04.2018 15:17:44\n",
     "Số: 542 /TB-UBND V/v khám bệnh ",
     {{.signer = "Sở Y tế", .time = "24.04.2018 15:17:44"}}},
    // A value that was wrapped goes on in the line below, text does not.
    {"a wrapped value, and text below",
     "Người ký: Sở Y tế\n"
     "Email:\n"
     "syt@cuuha.example.vn\n"
     "Thực hiện kế hoạch của tỉnh\n",
     "Thực hiện kế hoạch của tỉnh ",
     {{.signer = "Sở Y tế", .email = "syt@cuuha.example.vn"}}},
    {"an archive's mark in the margin",
     "vanthu 12/03/2024 14:33:21\n\n\n\n\nKẾ HOẠCH\n",
     "KẾ HOẠCH ",
     {}},
    // One label alone is text.
    {"a column of a table",
     "TT    Người ký:    Ngày họp\n",
     "TT Người ký: Ngày họp ",
     {}},
    {"an address in a plan",
     "Email: ubnd@cuuha.example.vn\nCơ quan: Sở Y tế\n",
     "Email: ubnd@cuuha.example.vn Cơ quan: Sở Y tế ",
     {}},
    {"a time of day in the text",
     "\n\n\n\n\n\n\n\nkết thúc lúc 23:59:59 ngày 12/3\n",
     "kết thúc lúc 23:59:59 ngày 12/3 ",
     {}},
};

TEST(Overprints, TakesStampsOutOfAPage) {
  for (const PageCase& c : kPages) {
    PdfPage page = drawn_page(c.drawing);
    std::vector<Stamp> stamps;
    for (const Overprint& overprint : take_overprints(page)) {
      if (!overprint.is_stamp) continue;
      EXPECT_FALSE(overprint.stamp.box.empty()) << c.name;
      stamps.push_back(overprint.stamp);
      stamps.back().box = {};
    }
    EXPECT_EQ(left_of(page), c.left) << c.name;
    EXPECT_EQ(stamps, c.stamps) << c.name;
  }
}

TEST(Overprints, TakesNotesByWhatTheySay) {
  PdfPage page = drawn_page("Số:        /KH-UBND");
  PdfPage notes = drawn_page(
      "     542\n"
      "Sở Y tế\n"
      "syt@cuuha.example.vn\n"
      "Chuyển các phòng để phổ biến và thực hiện ngay\n");
  const std::uint16_t kNotes[] = {1, 2, 2, 2, 2};
  for (std::size_t i = 0; i < notes.words.size(); ++i) {
    notes.words[i].note = i < std::size(kNotes) ? kNotes[i] : 3;
    page.words.push_back(notes.words[i]);
  }
  const std::vector<Overprint> taken = take_overprints(page);
  EXPECT_EQ(left_of(page), "Số: /KH-UBND 542 ");
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_TRUE(taken[0].is_stamp);
  EXPECT_EQ(taken[0].stamp.signer, "Sở Y tế");
  EXPECT_FALSE(taken[1].is_stamp);
}

// The whole way: the number is text, the stamp is data and furniture.
TEST(Overprints, JoinTheNumberThatWasPrintedOver) {
  const std::vector<PdfLabel> letterhead = {
      {90, 70, "UY BAN NHAN DAN", "F2", 13},
      {290, 70, "CONG HOA XA HOI CHU NGHIA VIET NAM", "F2", 13},
      {90, 100, "So:"},
      {150, 100, "/TB-UBND"},
      {290, 100, "Cuu Ha, ngay 06 thang 11 nam 2024"}};
  const std::vector<PdfLabel> stamp = {
      {300, 30, "Nguoi ky: So Y te", "F1", 8},
      {300, 40, "Co quan: Tinh Cuu Ha", "F1", 8},
      {300, 50, "06.11.2024 09:27:05 +07:00", "F1", 8}};
  const Result<SourceText> source = read(
      make_pdf({letterhead}, "", "", {{{115, 101, "542", "F1", 13}}, stamp}),
      "a.pdf");
  ASSERT_TRUE(source.has_value());
#ifdef KEHOACH_POPPLER_CORE
  ASSERT_EQ(source->lines.size(), 7U);
  EXPECT_EQ(slice(source->text, source->lines[1].span), "So: 542 /TB-UBND");
  EXPECT_EQ(source->stamps.size(), 1U);
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_EQ(source->lines[i].furniture, i >= 4) << i;
  }
#endif
}

}  // namespace
}  // namespace kehoach
