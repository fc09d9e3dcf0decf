// Tables whose source gives each cell as a line.
#include <gtest/gtest.h>

#include "normalise/plain_source.h"

namespace kehoach {
namespace {

// The paragraphs of `text`, cells with their row and column in front.
std::string raised(const std::string& text, const std::string& type) {
  SourceText source = source_of(text);
  source.media_type = type;
  NormalText normal = normalise(source);
  const auto rules = default_rulebook();
  if (!rules) return rules.error().message;
  raise_tables(normal, *rules);
  std::string out;
  for (const Paragraph& p : normal.paragraphs) {
    if (p.place.table != 0)
      out += std::to_string(p.place.row) + "." +
             std::to_string(p.place.column) + " ";
    out += slice(normal.text, trim(normal.text, p.span));
    out += '\n';
  }
  return out;
}

constexpr const char* kHeads =
    "TT\nNội dung\nSản phẩm\nChủ trì\nPhối hợp\nThời gian\n";
constexpr const char* kRaisedHeads =
    "0.0 TT\n0.1 Nội dung\n0.2 Sản phẩm\n0.3 Chủ trì\n0.4 Phối hợp\n0.5 Thời "
    "gian\n";
constexpr const char* kFirst =
    "1\nRà soát bến\nBáo cáo\nSở Y tế\nCác sở\nQuý I\n";
constexpr const char* kRaisedFirst =
    "1.0 1\n1.1 Rà soát bến\n1.2 Báo cáo\n1.3 Sở Y tế\n1.4 Các sở\n1.5 Quý "
    "I\n";

struct RowsCase {
  const char* name;
  const char* rows;
  const char* raised;
};

const RowsCase kRows[] = {
    {"Whole", "2\nSửa kè\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\n",
     "2.0 2\n2.1 Sửa kè\n2.2 Tờ trình\n2.3 Sở Xây dựng\n2.4 Các xã\n2.5 Năm "
     "2025\n"},
    {"WithoutANumber", "Sửa kè\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\n",
     "2.1 Sửa kè\n2.2 Tờ trình\n2.3 Sở Xây dựng\n2.4 Các xã\n2.5 Năm 2025\n"},
    {"WithoutSupport", "2\nSửa kè\nTờ trình\nSở Xây dựng\nNăm 2025\n",
     "2.0 2\n2.1 Sửa kè\n2.2 Tờ trình\n2.3 Sở Xây dựng\n2.5 Năm 2025\n"},
    {"ProductsWithoutSupport",
     "2\nSửa kè\nCác báo cáo\nCác sở, ngành\nNăm 2025\n",
     "2.0 2\n2.1 Sửa kè\n2.2 Các báo cáo\n2.3 Các sở, ngành\n2.5 Năm "
     "2025\n"},
    {"DatesAndCounts", "2\nSửa kè\n01 báo cáo\nSở Xây dựng\n31/12/2035\n",
     "2.0 2\n2.1 Sửa kè\n2.2 01 báo cáo\n2.3 Sở Xây dựng\n2.5 31/12/2035\n"},
    {"WithoutProduct", "2\nSửa kè\nSở Xây dựng\nCác xã\nNăm 2025\n",
     "2.0 2\n2.1 Sửa kè\n2.3 Sở Xây dựng\n2.4 Các xã\n2.5 Năm 2025\n"},
    {"ATaskOfTwoLines",
     "2\nSửa kè:\nBờ tả\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\n",
     "2.0 2\n2.1 Sửa kè:\n2.1 Bờ tả\n2.2 Tờ trình\n2.3 Sở Xây dựng\n2.4 Các "
     "xã\n2.5 Năm 2025\n"},
    {"AGroup",
     "II\nĐường thủy\na)\nSửa kè\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\n",
     "2.0 II\n2.1 Đường thủy\n3.0 a)\n3.1 Sửa kè\n3.2 Tờ trình\n3.3 Sở Xây "
     "dựng\n3.4 Các xã\n3.5 Năm 2025\n"},
    {"TextBehindIt",
     "2\nSửa kè\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\nTrên đây là Kế "
     "hoạch của tỉnh.\n",
     "2.0 2\n2.1 Sửa kè\n2.2 Tờ trình\n2.3 Sở Xây dựng\n2.4 Các xã\n2.5 Năm "
     "2025\nTrên đây là Kế hoạch của tỉnh.\n"},
    {"APartOfManyParagraphsBehindIt",
     "2\nSửa kè\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\nIII. TỔ CHỨC\n1. Các "
     "việc\nCác sở, ngành rà soát.\nNăm 2025 sửa bến.\n",
     "2.0 2\n2.1 Sửa kè\n2.2 Tờ trình\n2.3 Sở Xây dựng\n2.4 Các xã\n2.5 Năm "
     "2025\nIII. TỔ CHỨC\n1. Các việc\nCác sở, ngành rà soát.\nNăm 2025 sửa "
     "bến.\n"},
    {"OrdersBehindIt",
     "2\nSửa kè\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\n1. Các việc\nCác sở, "
     "ngành chịu trách nhiệm rà soát.\n",
     "2.0 2\n2.1 Sửa kè\n2.2 Tờ trình\n2.3 Sở Xây dựng\n2.4 Các xã\n2.5 Năm "
     "2025\n1. Các việc\nCác sở, ngành chịu trách nhiệm rà soát.\n"},
    {"SentencesBehindIt",
     "2\nSửa kè\nTờ trình\nSở Xây dựng\nCác xã.\nNăm 2025\n3. Các việc\nSở Y "
     "tế "
     "rà soát bến đò.\n4. Việc khác\nSở Y tế kiểm tra.\n",
     "2.0 2\n2.1 Sửa kè\n2.2 Tờ trình\n2.3 Sở Xây dựng\n2.4 Các xã.\n2.5 Năm "
     "2025\n3. Các việc\nSở Y tế rà soát bến đò.\n4. Việc khác\nSở Y tế kiểm "
     "tra.\n"},
    {"APartBehindIt",
     "2\nSửa kè\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\nIII. KINH PHÍ\nCân "
     "đối trong dự toán.\n",
     "2.0 2\n2.1 Sửa kè\n2.2 Tờ trình\n2.3 Sở Xây dựng\n2.4 Các xã\n2.5 Năm "
     "2025\nIII. KINH PHÍ\nCân đối trong dự toán.\n"},
};

class FallenTables : public testing::TestWithParam<RowsCase> {};

TEST_P(FallenTables, StandAgain) {
  const RowsCase& c = GetParam();
  EXPECT_EQ(raised(std::string(kHeads) + kFirst + c.rows, "text/plain"),
            std::string(kRaisedHeads) + kRaisedFirst + c.raised);
}

INSTANTIATE_TEST_SUITE_P(Normalise, FallenTables, testing::ValuesIn(kRows),
                         [](const auto& c) { return c.param.name; });

// Whatever fits below no head stands below none.
TEST(FallenTables, ATornRow) {
  const std::string more =
      "2\nSửa kè\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\n"
      "3\nSửa cầu\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\n";
  const std::string torn =
      "4\nLập sổ\nBáo cáo\nSở Y\nCác xã\nQuý I lập sổ của tất cả các bến đò "
      "trên địa bàn của tỉnh và các tỉnh lân cận\n"
      "5\nSửa bến\nTờ trình\nSở Xây dựng\nCác xã\nNăm 2025\n";
  const std::string read =
      raised(kHeads + (kFirst + more) + torn, "text/plain");
  EXPECT_NE(
      read.find("4.0 4\n4.1 Lập sổ\n4.6 Báo cáo\n4.6 Sở Y\n4.6 Các xã\n4.6 "
                "Quý I lập sổ của tất cả các bến đò trên địa bàn của tỉnh và "
                "các tỉnh lân cận\n5.0 5\n5.1 Sửa bến\n"),
      std::string::npos)
      << read;
}

// The head of the table was left a table, all but its last cells.
TEST(FallenTables, HeadsThatStand) {
  EXPECT_EQ(raised("| TT | Nội dung | Chủ trì |\n| --- | --- | --- |\nThời "
                   "gian\n1\nBến đò\na)\nSửa kè\nSở Y tế\nQuý I\nb)\nSửa "
                   "cầu\nSở Xây dựng\nQuý II\n",
                   "text/markdown"),
            "0.0 TT\n0.1 Nội dung\n0.2 Chủ trì\n0.3 Thời gian\n1.0 1\n1.1 "
            "Bến đò\n2.0 a)\n2.1 Sửa kè\n2.2 Sở Y tế\n2.3 Quý I\n3.0 b)\n3.1 "
            "Sửa cầu\n3.2 Sở Xây dựng\n3.3 Quý II\n");
}

TEST(FallenTables, OtherLinesStayLines) {
  const std::string two =
      "1\nRà soát\nSở Y tế\nQuý I\n2\nSửa kè\nSở Nội vụ\nQuý II\n";
  const std::string lines[] = {
      // No heads of tasks.
      "TT\nTên bến\nĐịa điểm\nThời gian\n" + two,
      "Nội dung\nChủ trì\nThời gian\n" + two,
      // One row is none.
      "TT\nNội dung\nChủ trì\nThời gian\n1\nRà soát\nSở Y tế\nQuý I\n",
      // What stands below does not fit.
      "TT\nNội dung\nChủ trì\nThời gian\n1\nRà soát\nSửa kè\nLập sổ\n2\nSửa "
      "kè\nGác bến\nTrồng cây\n",
  };
  for (const std::string& text : lines)
    EXPECT_EQ(raised(text, "text/plain"), text);
}

// Linear, however many heads stand in a row.
TEST(FallenTables, EndlessHeadsAreNone) {
  for (const std::string pair : {"|\nSTT\n", "|\nSTT\n|\nNội dung\n"}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += pair;
    EXPECT_EQ(raised(text, "text/markdown").rfind("0.0 STT\n0.1 ", 0), 0U);
  }
}

}  // namespace
}  // namespace kehoach
