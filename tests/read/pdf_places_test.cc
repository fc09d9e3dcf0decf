#include "read/pdf_places.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read/page_drawing.h"
#include "read/pdf_text.h"

namespace kehoach {
namespace {

SourceText paged_text(const std::vector<PdfPage>& pages,
                      const std::vector<std::string>& fonts) {
  PagedText text;
  for (const PdfPage& page : pages) text.add(page, {}, fonts);
  return text.finish(fonts);
}

// The lines of a document, `table.row.column| ` before those of tables and `~`
// before furniture.
std::string places(const std::vector<std::string_view>& drawings) {
  std::vector<PdfPage> pages;
  pages.reserve(drawings.size());
  for (const std::string_view drawing : drawings) {
    pages.push_back(drawn_page(drawing));
  }
  const SourceText source = paged_text(pages, {"Times"});
  std::string out;
  for (const SourceLine& line : source.lines) {
    const TablePlace& place = line.place;
    if (place.table > 0) {
      out += std::to_string(place.table) + "." + std::to_string(place.row) +
             "." + std::to_string(place.column) + "| ";
    }
    out += (line.furniture ? "~" : "");
    out += slice(source.text, line.span);
    out += '\n';
  }
  return out;
}

struct PlacesCase {
  const char* name;
  std::vector<std::string_view> pages;
  std::string_view lines;
};

constexpr std::string_view kFirstPart =
    "III. PHÂN CÔNG NHIỆM VỤ\n"
    "TT    Nhiệm vụ           Chủ trì          Phối hợp        Thời gian\n"
    "\n"
    "1     Tuyên truyền       Sở Y tế          Sở Nội vụ       Hằng năm\n"
    "      lưu động\n"
    "\n"
    "2     Tập huấn           Sở Nội vụ        Sở Y tế         2025\n";
constexpr std::string_view kFirstPlaces =
    "III. PHÂN CÔNG NHIỆM VỤ\n"
    "1.0.0| TT\n1.0.1| Nhiệm vụ\n1.0.2| Chủ trì\n1.0.3| Phối hợp\n"
    "1.0.4| Thời gian\n"
    "1.1.0| 1\n1.1.1| Tuyên truyền lưu động\n1.1.2| Sở Y tế\n"
    "1.1.3| Sở Nội vụ\n1.1.4| Hằng năm\n"
    "1.2.0| 2\n1.2.1| Tập huấn\n1.2.2| Sở Nội vụ\n1.2.3| Sở Y tế\n"
    "1.2.4| 2025\n";

const PlacesCase kPlaces[] = {
    {"an empty cell is counted, not read",
     {"TT   Nhiệm vụ       Chủ trì     Phối hợp\n"
      "1    Tuyên truyền   Sở Y tế     Sở Nội vụ\n"
      "2    Tập huấn                   Công an\n"},
     "1.0.0| TT\n1.0.1| Nhiệm vụ\n1.0.2| Chủ trì\n1.0.3| Phối hợp\n"
     "1.1.0| 1\n1.1.1| Tuyên truyền\n1.1.2| Sở Y tế\n1.1.3| Sở Nội vụ\n"
     "1.2.0| 2\n1.2.1| Tập huấn\n1.2.3| Công an\n"},
    {"letterhead and signature are no tables",
     {"ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      "TỈNH CỬU HÀ              Độc lập - Tự do - Hạnh phúc\n"
      "Số: 218/KH-UBND       Cửu Hà, ngày 05 tháng 9 năm 2024\n"
      "\n\n\n\n"
      "Nơi nhận:                         TM. ỦY BAN NHÂN DÂN\n"
      "- Như trên;                           CHỦ TỊCH\n"
      "- Lưu: VT.                          Nguyễn Văn An\n"},
     "ỦY BAN NHÂN DÂN\nTỈNH CỬU HÀ\nSố: 218/KH-UBND\n"
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
     "Cửu Hà, ngày 05 tháng 9 năm 2024\n"
     "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n"
     "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n"},
};

TEST(Places, AreThoseOfTheCells) {
  for (const PlacesCase& c : kPlaces) {
    EXPECT_EQ(places(c.pages), c.lines) << c.name;
  }
}

// Second pages behind `kFirstPart`, and what they add to its places.
struct SecondPage {
  const char* name;
  std::string_view page;
  std::string_view lines;
};

constexpr SecondPage kSecondPages[] = {
    {"one row, one of its cells empty, goes on below the page's number",
     "                                 2\n"
     "\n"
     "3     Sơ kết             Văn phòng                        Quý IV/2025\n"
     "\n"
     "IV. KINH PHÍ\n"
     "Kinh phí thực hiện Kế hoạch được bảo đảm từ ngân sách nhà nước.\n",
     "~2\n"
     "1.3.0| 3\n1.3.1| Sơ kết\n1.3.2| Văn phòng\n1.3.4| Quý IV/2025\n"
     "IV. KINH PHÍ\n"
     "Kinh phí thực hiện Kế hoạch được bảo đảm từ ngân sách nhà nước.\n"},
    {"a wrapped cell is put together as on the page before",
     "3     Sơ kết             Văn phòng        Sở Y tế         2026\n"
     "      và tổng kết\n",
     "1.3.0| 3\n1.3.1| Sơ kết và tổng kết\n1.3.2| Văn phòng\n"
     "1.3.3| Sở Y tế\n1.3.4| 2026\n"},
    {"a head that is printed again is furniture",
     "TT    Nhiệm vụ           Chủ trì          Phối hợp        Thời gian\n"
     "\n"
     "3     Sơ kết             Văn phòng        Sở Y tế         2026\n",
     "~TT\n~Nhiệm vụ\n~Chủ trì\n~Phối hợp\n~Thời gian\n"
     "1.3.0| 3\n1.3.1| Sơ kết\n1.3.2| Văn phòng\n1.3.3| Sở Y tế\n"
     "1.3.4| 2026\n"},
    {"text between makes another table",
     "Phụ lục chỉ tiêu giao cho các đơn vị trong kỳ kế hoạch này.\n"
     "TT    Chỉ tiêu           Số lượng         Đơn vị\n"
     "1     Lớp tập huấn       12               Sở Y tế\n"
     "2     Hội thảo           02               Sở Nội vụ\n",
     "Phụ lục chỉ tiêu giao cho các đơn vị trong kỳ kế hoạch này.\n"
     "2.0.0| TT\n2.0.1| Chỉ tiêu\n2.0.2| Số lượng\n2.0.3| Đơn vị\n"
     "2.1.0| 1\n2.1.1| Lớp tập huấn\n2.1.2| 12\n2.1.3| Sở Y tế\n"
     "2.2.0| 2\n2.2.1| Hội thảo\n2.2.2| 02\n2.2.3| Sở Nội vụ\n"},
    {"other columns make another table",
     "Xã               Số lớp tập huấn          Ghi chú\n"
     "Phú Khê          12                       Quý I\n"
     "Bình Khơi        02                       Quý II\n",
     "2.0.0| Xã\n2.0.1| Số lớp tập huấn\n2.0.2| Ghi chú\n"
     "2.1.0| Phú Khê\n2.1.1| 12\n2.1.2| Quý I\n"
     "2.2.0| Bình Khơi\n2.2.1| 02\n2.2.2| Quý II\n"},
    {"a numbered paragraph is no row",
     "IV.   KINH PHÍ\n"
     "1.    Ngân sách tỉnh bảo đảm kinh phí của các cơ quan cấp tỉnh.\n",
     "IV. KINH PHÍ\n"
     "1. Ngân sách tỉnh bảo đảm kinh phí của các cơ quan cấp tỉnh.\n"},
};

TEST(Places, CountTheRowsOfOneTableOnOverThePageBreak) {
  for (const SecondPage& c : kSecondPages) {
    EXPECT_EQ(places({kFirstPart, c.page}),
              std::string(kFirstPlaces) + std::string(c.lines))
        << c.name;
  }
}

// What adds to the last row of `kFirstPart`, whose cells stay whole.
TEST(Places, TakeTheRestOfATornRowBackToItsCells) {
  const std::string_view pages[] = {
      "                                 2\n"
      "\n"
      "      cán bộ                              tỉnh\n"
      "\n"
      "3     Sơ kết             Văn phòng        Sở Y tế         2026\n",
      "                                 2\n"
      "\n\n\n\n"
      "      cán bộ\n"
      "\n"
      "3     Sơ kết             Văn phòng        Sở Y tế         2026\n"};
  for (const std::string_view page : pages) {
    const bool both = page.find("tỉnh") != std::string_view::npos;
    std::string first(kFirstPlaces);
    first.insert(first.find("1.2.2|"), "1.2.1| cán bộ\n");
    if (both) first.insert(first.find("1.2.4|"), "1.2.3| tỉnh\n");
    EXPECT_EQ(places({kFirstPart, page}),
              first +
                  "~2\n"
                  "1.3.0| 3\n1.3.1| Sơ kết\n1.3.2| Văn phòng\n"
                  "1.3.3| Sở Y tế\n1.3.4| 2026\n");
  }
}

// Words follow their lines, and keep their pages.
TEST(Places, MoveWordsWithTheirLines) {
  const SourceText source = paged_text(
      {drawn_page(kFirstPart),
       drawn_page(
           "      cán bộ                              tỉnh\n"
           "\n"
           "3     Sơ kết             Văn phòng        Sở Y tế         2026\n")},
      {"Times"});
  std::uint32_t end = 0;
  for (const SourceWord& word : source.words) {
    EXPECT_GE(word.span.begin, end);
    end = word.span.end;
    const std::string_view text = slice(source.text, word.span);
    EXPECT_EQ(text.find_first_of(" \n"), std::string_view::npos) << text;
    const bool moved = text == "cán" || text == "tỉnh";
    const bool stays = text == "2025";
    EXPECT_TRUE(!moved || word.page == 2) << text;
    EXPECT_TRUE(!stays || word.page == 1) << text;
  }
  EXPECT_EQ(source.lines.back().span.end + 1, source.text.size());
}

TEST(Places, GoOnOverMorePagesThanOne) {
  constexpr std::string_view kRow =
      "TT    Nhiệm vụ           Chủ trì          Phối hợp        Thời gian\n"
      "\n"
      "3     Sơ kết             Văn phòng        Sở Y tế         2026\n";
  const std::string lines = places({kFirstPart, kRow, kRow, kRow});
  EXPECT_NE(lines.find("1.5.1| Sơ kết\n"), std::string::npos) << lines;
  EXPECT_EQ(lines.find("\n1.6"), std::string::npos) << lines;
  EXPECT_EQ(lines.find("\n2."), std::string::npos) << lines;
}

TEST(Places, EndWithTheTextBelowATable) {
  const std::string below =
      std::string(kFirstPart) +
      "\n"
      "Các cơ quan, đơn vị báo cáo kết quả thực hiện các nhiệm vụ trên.\n";
  const std::string lines =
      places({below,
              "Xã     Lớp          Học viên         Giảng viên      Ghi chú\n"
              "A      2            60               4               Quý I\n"
              "B      3            90               6               Quý II\n"});
  EXPECT_NE(lines.find("2.0.0| Xã\n"), std::string::npos) << lines;
}

}  // namespace
}  // namespace kehoach
