#include "read/pdf_ruled.h"

#include <gtest/gtest.h>

#include <string>

#include "read/page_drawing.h"
#include "read/pdf_builder.h"
#include "read/pdf_layout.h"
#include "read/read.h"

namespace kehoach {
namespace {

// A page drawn with letters as `drawn_page` draws it, and with lines: `+`, `-`
// and `|` draw them, on rows and in columns of their own.
PdfPage ruled_page(std::string_view drawing) {
  constexpr float kWidth = 6;
  constexpr float kHeight = 15;
  std::string words;
  std::vector<Ruling> rulings;
  float y = kHeight / 2;
  for (const std::string_view line : split(drawing, '\n')) {
    float x = kWidth / 2;
    const bool is_text = line.find("--") == std::string_view::npos;
    for (std::size_t at = 0; at < line.size();) {
      const Codepoint letter = decode_at(line, at);
      const char c = line[at];
      if (c == '|' || c == '+') {
        const float half = kHeight / 2;
        rulings.push_back({{x, y - (c == '+' ? 0 : half), x, y + half}});
        if (c == '+') rulings.push_back({{x, y - half, x, y}});
      }
      if (c == '+' || (c == '-' && !is_text)) {
        rulings.push_back({{x - kWidth / 2, y, x + kWidth / 2, y}});
      }
      const bool is_drawn = c == '|' || c == '+' || !is_text;
      words += is_drawn ? " " : std::string(line.substr(at, letter.size));
      at += letter.size;
      x += kWidth;
    }
    words += '\n';
    y += kHeight;
  }
  PdfPage page = drawn_page(words);
  page.rulings = std::move(rulings);
  return page;
}

std::string cells_in(const PdfPage& page) {
  std::string out;
  for (const PageLine& line : layout(page).lines) {
    const TablePlace& p = line.place;
    if (p.table > 0) {
      out += std::to_string(p.table) + "." + std::to_string(p.row) + "." +
             std::to_string(p.column);
      if (p.rows > 1) out += "x" + std::to_string(p.rows);
      out += " ";
    }
    out += text_of(page, line) + "\n";
  }
  return out;
}

struct RuledCase {
  const char* name;
  std::string_view page;
  std::string_view cells;
};

constexpr RuledCase kTables[] = {
    {"cells with wrapped lines, which white would not part",
     "Các nhiệm vụ như sau:\n"
     "+----+-------------+----------+\n"
     "| TT | Nhiệm vụ    | Chủ trì  |\n"
     "+----+-------------+----------+\n"
     "| 1  | Rà soát các | Sở Y tế  |\n"
     "|    | quy định    | và các   |\n"
     "|    |             | sở, ngành|\n"
     "+----+-------------+----------+\n"
     "| 2  | Tập huấn    | Công an  |\n"
     "+----+-------------+----------+\n"
     "Trên đây là các nhiệm vụ.\n",
     "Các nhiệm vụ như sau:\n"
     "1.0.0 TT\n1.0.1 Nhiệm vụ\n1.0.2 Chủ trì\n"
     "1.1.0 1\n1.1.1 Rà soát các quy định\n"
     "1.1.2 Sở Y tế và các sở, ngành\n"
     "1.2.0 2\n1.2.1 Tập huấn\n1.2.2 Công an\n"
     "Trên đây là các nhiệm vụ.\n"},
    {"cells over two columns and over two rows",
     "+----+--------+--------+\n"
     "| I  | Về tuyên truyền |\n"
     "+----+--------+--------+\n"
     "| 1  | Họp    |        |\n"
     "+----+--------+        |\n"
     "| 2  | Hội    | Sở Y tế|\n"
     "+----+--------+--------+\n",
     "1.0.0 I\n1.0.1 Về tuyên truyền\n"
     "1.1.0 1\n1.1.1 Họp\n1.1.2x2 Sở Y tế\n"
     "1.2.0 2\n1.2.1 Hội\n"},
    {"open at its sides",
     "-----+--------\n"
     " TT  | Họp    \n"
     "-----+--------\n"
     " 1   | Hội    \n"
     "-----+--------\n",
     "1.0.0 TT\n1.0.1 Họp\n1.1.0 1\n1.1.1 Hội\n"},
    {"two tables",
     "+----+----+\n"
     "| A  | B  |\n"
     "+----+----+\n"
     "Giữa hai bảng\n"
     "+----+----+\n"
     "| C  | D  |\n"
     "+----+----+\n",
     "1.0.0 A\n1.0.1 B\nGiữa hai bảng\n2.0.0 C\n2.0.1 D\n"},
    // Lines that part no cells.
    {"a frame around text",
     "+------------------+\n"
     "| Số đến: 12       |\n"
     "| Ngày: 05/9/2024  |\n"
     "+------------------+\n",
     "Số đến: 12\nNgày: 05/9/2024\n"},
    {"rules under titles",
     "   KẾ HOẠCH\n"
     "   --------\n"
     "Thực hiện Chỉ thị số 61-CT/TW\n",
     "KẾ HOẠCH\nThực hiện Chỉ thị số 61-CT/TW\n"},
    // The columns are ruled, the rows are not: white tells them.
    {"no lines between rows",
     "+------+-------------+---------+\n"
     "| TT   |  Nhiệm vụ   | Chủ trì |\n"
     "| 1    |  Họp        | Sở A    |\n"
     "| 2    |  Hội        | Sở B    |\n"
     "| 3    |  Lớp        | Sở C    |\n"
     "+------+-------------+---------+\n",
     "1.0.0 TT\n1.0.1 Nhiệm vụ\n1.0.2 Chủ trì\n"
     "1.1.0 1\n1.1.1 Họp\n1.1.2 Sở A\n"
     "1.2.0 2\n1.2.1 Hội\n1.2.2 Sở B\n"
     "1.3.0 3\n1.3.1 Lớp\n1.3.2 Sở C\n"},
};

TEST(Ruled, CellsAreThoseThatAreDrawn) {
  for (const RuledCase& c : kTables) {
    EXPECT_EQ(cells_in(ruled_page(c.page)), c.cells) << c.name;
  }
}

TEST(Ruled, ATableGoesOnOverThePage) {
  constexpr std::string_view kPage =
      "+----+-----+\n"
      "| 1  | Họp |\n"
      "+----+-----+\n";
  const PageLayout first = layout(ruled_page(kPage));
  ASSERT_TRUE(first.open.has_value());
  EXPECT_TRUE(layout(ruled_page(kPage), first.open).continues);
  EXPECT_FALSE(layout(ruled_page("+--+-------+\n"
                                 "| 1| Họp   |\n"
                                 "+--+-------+\n"),
                      first.open)
                   .continues);
  EXPECT_FALSE(layout(ruled_page("\n\n\n\nCác nhiệm vụ khác như sau:\n" +
                                 std::string(kPage)),
                      first.open)
                   .continues);
}

TEST(Ruled, AHostilePageHasNoTables) {
  PdfPage page{.width = 600, .height = 800};
  for (int i = 0; i < 5000; ++i) {
    const float at = static_cast<float>(i) * 3;
    page.rulings.push_back({{at, 0, at, 15000}});
    page.rulings.push_back({{0, at, 15000, at}});
  }
  EXPECT_TRUE(ruled_tables(page).empty());
}

#ifdef KEHOACH_POPPLER_CORE
// Drawn as most programs do it, a thin box for each side of a cell.
TEST(Ruled, LinesOfAFileAreSeen) {
  std::string drawing;
  for (const char* box :
       {"90 700 30 0.5", "120 700 200 0.5", "90 660 30 0.5", "120 660 200 0.5",
        "90 620 30 0.5", "120 620 200 0.5", "90 620 0.5 40", "90 660 0.5 40",
        "120 620 0.5 40", "120 660 0.5 40", "320 620 0.5 40",
        "320 660 0.5 40"}) {
    drawing.append(box).append(" re f ");
  }
  const Result<SourceText> source = read(make_pdf({{{95, 155, "1"},
                                                    {125, 155, "Ra soat"},
                                                    {125, 172, "quy dinh"},
                                                    {95, 195, "2"},
                                                    {125, 195, "Hop"}}},
                                                  "", drawing),
                                         "a.pdf");
  ASSERT_TRUE(source.has_value());
  EXPECT_EQ(source->text, "1\nRa soat quy dinh\n2\nHop\n");
  EXPECT_EQ(source->lines.at(3).place, (TablePlace{1, 1, 1}));
}
#endif

}  // namespace
}  // namespace kehoach
