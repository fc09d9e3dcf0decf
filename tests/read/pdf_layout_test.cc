#include "read/pdf_layout.h"

#include <gtest/gtest.h>

#include <string>

#include "read/page_drawing.h"
#include "read/pdf_rows.h"

namespace kehoach {
namespace {

struct LayoutCase {
  const char* name;
  std::string_view page;
  std::string_view lines;
};

// A page on the left, drawn as it is printed; its lines in reading order.
constexpr LayoutCase kLayouts[] = {
    {"plain lines",
     "Thực hiện Chỉ thị số 61-CT/TW của Ban Bí thư\n"
     "Trung ương Đảng, Tỉnh ủy ban hành kế hoạch.",
     "Thực hiện Chỉ thị số 61-CT/TW của Ban Bí thư\n"
     "Trung ương Đảng, Tỉnh ủy ban hành kế hoạch.\n"},
    {"a letterhead: left column, right column, then the title",
     "   ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
     "    TỈNH CỬU HÀ             Độc lập - Tự do - Hạnh phúc\n"
     "\n"
     "  Số: 218/KH-UBND        Cửu Hà, ngày 05 tháng 9 năm 2024\n"
     "\n"
     "                          KẾ HOẠCH\n"
     "         Triển khai thực hiện Chỉ thị số 61-CT/TW\n",
     "ỦY BAN NHÂN DÂN\n"
     "TỈNH CỬU HÀ\n"
     "Số: 218/KH-UBND\n"
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
     "Độc lập - Tự do - Hạnh phúc\n"
     "Cửu Hà, ngày 05 tháng 9 năm 2024\n"
     "KẾ HOẠCH\n"
     "Triển khai thực hiện Chỉ thị số 61-CT/TW\n"},
    {"a party letterhead, whose rows do not pair up",
     "    TỈNH ỦY CỬU HÀ           ĐẢNG CỘNG SẢN VIỆT NAM\n"
     "           *\n"
     "   Số     -KH/TU          Cửu Hà, ngày    tháng 9 năm 2024\n",
     "TỈNH ỦY CỬU HÀ\n"
     "*\n"
     "Số -KH/TU\n"
     "ĐẢNG CỘNG SẢN VIỆT NAM\n"
     "Cửu Hà, ngày tháng 9 năm 2024\n"},
    {"recipients beside the signature",
     "Trên đây là Kế hoạch của Ủy ban nhân dân tỉnh về công tác\n"
     "trẻ em, đề nghị các đơn vị thực hiện./.\n"
     "\n"
     "Nơi nhận:                         TM. ỦY BAN NHÂN DÂN\n"
     "- Như trên;                           CHỦ TỊCH\n"
     "- Thường trực Tỉnh ủy;\n"
     "- Các sở, ban, ngành;\n"
     "- Lưu: VT.                          Nguyễn Văn An\n",
     "Trên đây là Kế hoạch của Ủy ban nhân dân tỉnh về công tác\n"
     "trẻ em, đề nghị các đơn vị thực hiện./.\n"
     "Nơi nhận:\n"
     "- Như trên;\n"
     "- Thường trực Tỉnh ủy;\n"
     "- Các sở, ban, ngành;\n"
     "- Lưu: VT.\n"
     "TM. ỦY BAN NHÂN DÂN\n"
     "CHỦ TỊCH\n"
     "Nguyễn Văn An\n"},
    {"recipients alone are no block",
     "Nơi nhận:\n"
     "- Như trên;\n"
     "và một dòng chữ chạy suốt bề ngang của trang giấy này\n",
     "Nơi nhận:\n"
     "- Như trên;\n"
     "và một dòng chữ chạy suốt bề ngang của trang giấy này\n"},
    {"three rows that share their gaps are a table",
     "TT    Nhiệm vụ                 Đơn vị chủ trì\n"
     "1     Tuyên truyền             Sở Y tế\n"
     "2     Tập huấn                 Sở Nội vụ\n",
     "TT\nNhiệm vụ\nĐơn vị chủ trì\n"
     "1\nTuyên truyền\nSở Y tế\n"
     "2\nTập huấn\nSở Nội vụ\n"},
    {"cells that are wrapped, told apart by the white between rows",
     "TT    Nhiệm vụ                 Chủ trì          Thời gian\n"
     "\n"
     "      Tuyên truyền,            Sở Y tế          Hằng năm\n"
     "1     vận động nhân\n"
     "      dân                      và Sở Nội vụ\n"
     "\n"
     "2     Tập huấn                 Sở Nội vụ        Quý II/2025\n"
     "\n"
     "IV. KINH PHÍ\n",
     "TT\nNhiệm vụ\nChủ trì\nThời gian\n"
     "1\nTuyên truyền, vận động nhân dân\nSở Y tế và Sở Nội vụ\nHằng năm\n"
     "2\nTập huấn\nSở Nội vụ\nQuý II/2025\n"
     "IV. KINH PHÍ\n"},
    {"cells that are wrapped, told apart by numbers",
     "TT    Nhiệm vụ                 Chủ trì          Thời gian\n"
     "1     Tuyên truyền,            Sở Y tế          Hằng năm\n"
     "      vận động                 và Sở Nội vụ\n"
     "2     Tập huấn                 Sở Nội vụ        Quý II/2025\n"
     "3     Sơ kết                   Văn phòng        Quý IV/2025\n"
     "      và tổng kết\n",
     "TT\nNhiệm vụ\nChủ trì\nThời gian\n"
     "1\nTuyên truyền, vận động\nSở Y tế và Sở Nội vụ\nHằng năm\n"
     "2\nTập huấn\nSở Nội vụ\nQuý II/2025\n"
     "3\nSơ kết và tổng kết\nVăn phòng\nQuý IV/2025\n"},
    {"two rows may share a gap by chance",
     "giai đoạn   2021-2030 trên địa bàn tỉnh\n"
     "và các năm  tiếp theo theo quy định.\n",
     "giai đoạn 2021-2030 trên địa bàn tỉnh\n"
     "và các năm tiếp theo theo quy định.\n"},
    {"marks before items are no column",
     "-   Như Điều 3;\n"
     "-   Thủ tướng Chính phủ;\n"
     "-   Lưu: VT.\n",
     "- Như Điều 3;\n"
     "- Thủ tướng Chính phủ;\n"
     "- Lưu: VT.\n"},
    {"a note mark stands in its line",
     "trong giai đoạn ^1 và các năm sau\n"
     "theo quy định của pháp luật ^12\n",
     "trong giai đoạn 1 và các năm sau\n"
     "theo quy định của pháp luật 12\n"},
    {"nothing", "", ""},
};

TEST(Layout, GivesLinesInReadingOrder) {
  for (const LayoutCase& c : kLayouts) {
    const PdfPage page = drawn_page(c.page);
    std::string lines;
    for (const PageLine& line : layout(page).lines) {
      lines += text_of(page, line) + "\n";
    }
    EXPECT_EQ(lines, c.lines) << c.name;
  }
}

// The day of signing stands a little lower than its line, whose left column is
// higher: as part of the page it would be a line of its own.
TEST(Layout, WhatWasWrittenOverALineStandsInIt) {
  for (const std::uint16_t note : {1, 0}) {
    PdfPage page = drawn_page("Số: 5/KH        A, ngày    tháng 3\n");
    for (PdfWord& word : page.words) {
      if (word.text == "Số:" || word.text == "5/KH")
        word.box = {word.box.x0, word.box.y0 - 2, word.box.x1, word.box.y1 - 2};
    }
    const Box& before = page.words[3].box;
    page.words.push_back(
        {.text = "07",
         .box = {before.x1 + 2, before.y0 + 2, before.x1 + 12, before.y1 + 2},
         .size = 12,
         .note = note});
    std::string lines;
    for (const PageLine& line : layout(page).lines)
      lines += text_of(page, line) + "|";
    EXPECT_EQ(lines, note == 1 ? "Số: 5/KH A, ngày 07 tháng 3|"
                               : "Số: 5/KH A, ngày tháng 3|07|");
  }
}

TEST(Layout, ReadsEveryWordOnce) {
  for (const LayoutCase& c : kLayouts) {
    const PdfPage page = drawn_page(c.page);
    std::vector<int> seen(page.words.size());
    for (const PageLine& line : layout(page).lines) {
      for (const std::uint32_t word : line.segment.words) ++seen.at(word);
    }
    EXPECT_EQ(seen, std::vector<int>(seen.size(), 1)) << c.name;
  }
}

// Words of a wide table printed sideways: read as if the page were turned.
TEST(Layout, TurnsPagesThatWerePrintedSideways) {
  const PdfPage drawn = drawn_page("Sở Y tế chủ trì\nphối hợp với Công an");
  for (const int turns : {1, 2, 3}) {
    PdfPage page = drawn;
    if (turns != 2) std::swap(page.width, page.height);
    for (PdfWord& word : page.words) {
      const Box b = word.box;
      word.quarter_turns = static_cast<std::uint8_t>(turns);
      if (turns == 1) {
        word.box = {page.width - b.y1, b.x0, page.width - b.y0, b.x1};
      } else if (turns == 2) {
        word.box = {page.width - b.x1, page.height - b.y1, page.width - b.x0,
                    page.height - b.y0};
      } else {
        word.box = {b.y0, page.height - b.x1, b.y1, page.height - b.x0};
      }
    }
    const PdfPage turned = upright(page);
    std::string lines;
    for (const PageLine& line : layout(turned).lines) {
      lines += text_of(turned, line) + "\n";
    }
    EXPECT_EQ(lines, "Sở Y tế chủ trì\nphối hợp với Công an\n") << turns;
  }
}

TEST(Layout, PutsStampsThatAreTurnedLast) {
  PdfPage page = drawn_page("Ký bởi Văn phòng\nKẾ HOẠCH công tác");
  for (std::size_t i = 0; i < 4; ++i) page.words[i].quarter_turns = 1;
  const std::vector<PageLine> lines = layout(page).lines;
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(text_of(page, lines[0]), "KẾ HOẠCH công tác");
  EXPECT_EQ(text_of(page, lines[1]), "Ký bởi Văn phòng");
}

}  // namespace
}  // namespace kehoach
