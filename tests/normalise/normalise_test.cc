#include <gtest/gtest.h>

#include <vector>

#include "normalise/plain_source.h"

namespace kehoach {
namespace {

struct Case {
  std::string_view name;
  std::string_view in;
  std::string_view out;
};

const Case kLetters[] = {
    {"decomposed letters",
     "Ke\xCC\x82\xCC\x81 hoa\xCC\xA3"
     "ch",
     "Kế hoạch\n"},
    {"composed vowel and combining tone (windows-1258)",
     "K\xC3\xAA\xCC\x81 hoạch", "Kế hoạch\n"},
    {"already composed", "Kế hoạch số 5", "Kế hoạch số 5\n"},
    {"icelandic letters", "Quyết định số 5/QÐ-TTg, ðường",
     "Quyết định số 5/QĐ-TTg, đường\n"},
    {"cyrillic look-alikes in a Latin word", "137/2020/NĐ-\xD0\xA1\xD0\xA0",
     "137/2020/NĐ-CP\n"},
    {"a word in Cyrillic stays", "\xD0\xA1\xD0\xA0", "\xD0\xA1\xD0\xA0\n"},
    {"dashes",
     "2021\xE2\x80\x93"
     "2025 \xE2\x80\x94 a\xE2\x80\x91"
     "b",
     "2021-2025 - a-b\n"},
    {"spaces",
     "a\xC2\xA0\xC2\xA0"
     "b\t c\xE3\x80\x80"
     "d",
     "a b c d\n"},
    {"soft hyphens and zero width",
     "k\xC2\xAD"
     "ế\xE2\x80\x8B h\xEF\xBB\xBF"
     "oạch",
     "kế hoạch\n"},
    {"what turns the direction, and no letters",
     "k\u202Eế\u2066\u2069 ho\uFFFEạ\uFFFFch", "kế hoạch\n"},
    {"tone placement stays as printed", "hoà bình, hòa bình, uỷ ban",
     "hoà bình, hòa bình, uỷ ban\n"},
    {"quotes stay", "“Toàn dân” \"đoàn kết\"", "“Toàn dân” \"đoàn kết\"\n"},
};

TEST(Normalise, CleansLetters) {
  for (const Case& c : kLetters)
    EXPECT_EQ(normal(std::string(c.in)), c.out) << c.name;
}

const Case kMarkup[] = {
    {"headings", "### **I. MỤC ĐÍCH**", "I. MỤC ĐÍCH\n"},
    {"escaped marks", "1\\. a\\-b \\*", "1. a-b *\n"},
    {"drawn lines", "A\n-------\nB\n** **\n***\nC", "A\nB\nC\n"},
    {"a drawn line inside", "BỘ Y TẾ ------- Số: 5", "BỘ Y TẾ\nSố: 5\n"},
    {"pipe table", "| A | B |\n|---|---|\n| 1 | 2 |", "A\nB\n1\n2\n"},
    {"break in a cell", "| A<br>B | c |\n| d | e |", "A\nB\nc\nd\ne\n"},
    {"one cell a line", "|\n**Sở**\n|\nb\n|\n|\nc\n|\n\nText",
     "Sở\nb\nc\nText\n"},
};

TEST(Normalise, TakesMarkupAway) {
  for (const Case& c : kMarkup)
    EXPECT_EQ(normal(std::string(c.in)), c.out) << c.name;
}

const Case kJoins[] = {
    {"page break inside a sentence",
     "đầu tư cơ sở vật chất, công trình\n\nphúc lợi.",
     "đầu tư cơ sở vật chất, công trình phúc lợi.\n"},
    {"page number between the halves", "xây dựng, hướng\n\n12\n\ndẫn.",
     "xây dựng, hướng dẫn.\n"},
    {"a heading that counts pages", "xây dựng bến\n\n## Trang 3\n\n3\nvà kè.",
     "xây dựng bến và kè.\n"},
    {"a line that counts pages", "hướng\n--- Page 3 of 12 ---\ndẫn.",
     "hướng dẫn.\n"},
    {"a line that breaks pages", "hướng\n--- PAGE BREAK ---\n3\ndẫn.",
     "hướng dẫn.\n"},
    {"a break that is spoken of", "Một câu.\nPAGE BREAK",
     "Một câu.\nPAGE BREAK\n"},
    {"a note in italics behind a sentence",
     "8. Duy trì bến đò.\n*(Chi tiết tại Phụ lục)*",
     "8. Duy trì bến đò.\n(Chi tiết tại Phụ lục)\n"},
    {"half a name in bold", "**Hội Nông dân, Hội Liên hiệp**\n\n**Phụ nữ xã**",
     "Hội Nông dân, Hội Liên hiệp Phụ nữ xã\n"},
    {"a comment that counts pages", "hướng\n<!-- page: 3 -->\ndẫn.",
     "hướng dẫn.\n"},
    {"pages that are spoken of", "Một câu\nTrang 3 của phụ lục",
     "Một câu\nTrang 3 của phụ lục\n"},
    {"the word alone", "Một câu.\nTrang\nHai", "Một câu.\nTrang\nHai\n"},
    {"a word like it", "# Trang phục 2\nHai", "Trang phục 2\nHai\n"},
    {"a new sentence after a gap", "Một câu.\n\nhai câu",
     "Một câu.\nhai câu\n"},
    {"an item after a gap", "Một câu,\n\na) hai", "Một câu,\na) hai\n"},
    {"lines of a list", "- Một;\n- Hai.", "- Một;\n- Hai.\n"},
    {"a code torn at its hyphen", "Kế hoạch số 45/KH-\nubnd",
     "Kế hoạch số 45/KH-ubnd\n"},
    {"a number behind the heading above it",
     "1. Tăng cường quản lý 1.1.\nTổ chức tuyên truyền",
     "1. Tăng cường quản lý\n1.1. Tổ chức tuyên truyền\n"},
    {"a number that is spoken of", "2. Theo điểm 1.1.\nTổ chức tuyên truyền",
     "2. Theo điểm 1.1.\nTổ chức tuyên truyền\n"},
    {"a number on a line of its own", "1.\nSở Y tế", "1. Sở Y tế\n"},
    {"posts of a signature", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
     "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n"},
    {"two columns",
     "ỦY BAN NHÂN DÂN          CỘNG HÒA\nTỈNH X                   Độc "
     "lập\n\nKẾ HOẠCH",
     "ỦY BAN NHÂN DÂN\nTỈNH X\nCỘNG HÒA\nĐộc lập\nKẾ HOẠCH\n"},
    {"a centred line is no column",
     "                              KẾ HOẠCH\n  Thực hiện Nghị quyết\n   số 5",
     "KẾ HOẠCH\nThực hiện Nghị quyết số 5\n"},
    {"a sentence torn behind a word that ends none",
     "- Phổ biến Nghị quyết về phòng, chống đuối nước trẻ em của "
     "Ban\n\nThường vụ Tỉnh ủy đến cán bộ.",
     "- Phổ biến Nghị quyết về phòng, chống đuối nước trẻ em của Ban Thường vụ "
     "Tỉnh ủy đến cán bộ.\n"},
    {"an item torn behind a comma",
     "a) Công an xã vận động các đoàn thể như Hội Phụ nữ, Hội Nông "
     "dân,\n\nĐoàn Thanh niên sửa bến đò.",
     "a) Công an xã vận động các đoàn thể như Hội Phụ nữ, Hội Nông dân, Đoàn "
     "Thanh niên sửa bến đò.\n"},
    {"grounds that end in a comma",
     "Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 12/TTr-SYT năm "
     "2024,\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch.",
     "Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 12/TTr-SYT năm "
     "2024,\nỦy ban nhân dân tỉnh ban hành Kế hoạch.\n"},
    {"a short line before a gap ends", "Trách nhiệm của Ban\n\nSở Y tế",
     "Trách nhiệm của Ban\nSở Y tế\n"},
    {"footnotes under each other",
     "[1] Theo các kế hoạch của\ntỉnh và của\n[2] Ủy ban nhân dân và\ncác sở",
     "[1] Theo các kế hoạch của tỉnh và của\n[2] Ủy ban nhân dân và các sở\n"},
    {"blanks behind a bullet or a number part no columns",
     "*       Một việc.\n\\*      Hai việc.\n1.      Ba việc.",
     "* Một việc.\n* Hai việc.\n1. Ba việc.\n"},
    {"a blank number is no column", "Số:           /KH-UBND", "Số: /KH-UBND\n"},
    {"a blank date is no column", "X, ngày      tháng      năm 2024",
     "X, ngày tháng năm 2024\n"},
    {"a range torn from its bullet look",
     "giai đoạn 2026\n- 2030, tầm\nnhìn đến\nnăm 2045 của\ntỉnh",
     "giai đoạn 2026 - 2030, tầm nhìn đến năm 2045 của tỉnh\n"},
    {"a list behind a year",
     "Đến năm\n2030\n- 100% hộ dân\ndùng nước\nsạch của\ntỉnh",
     "Đến năm 2030\n- 100% hộ dân dùng nước sạch của tỉnh\n"},
};

TEST(Normalise, JoinsWhatTheWidthOfThePageBroke) {
  for (const Case& c : kJoins)
    EXPECT_EQ(normal(std::string(c.in)), c.out) << c.name;
}

// Four lines that were broken at 20 columns, so that the width is known.
constexpr std::string_view kBroken =
    "Một câu dài đủ để bị\nxuống dòng bốn lượt\ntrong một khổ giấy\nnhỏ hai "
    "mươi cột như\nthế này đây.\n";
constexpr std::string_view kJoined =
    "Một câu dài đủ để bị xuống dòng bốn lượt trong một khổ giấy nhỏ hai mươi "
    "cột như thế này đây.\n";

const Case kWidths[] = {
    {"a capital behind a full line", "Thực hiện **Kế hoạch\nCủa tỉnh**.",
     "Thực hiện Kế hoạch Của tỉnh.\n"},
    {"markup counts where a line is full", "Là **một** việc của\nSở Y tế.",
     "Là một việc của Sở Y tế.\n"},
    {"a line that had room", "Số: 5/KH\nPhong Sơn", "Số: 5/KH\nPhong Sơn\n"},
    {"a line longer than the width was ended on purpose",
     "Kế hoạch của tỉnh về việc chung\nSố hiệu",
     "Kế hoạch của tỉnh về việc chung\nSố hiệu\n"},
    {"capitals behind a comma", "Đo nhiệt độ, DO, pH,\nN-NH4+, N-NO2-.",
     "Đo nhiệt độ, DO, pH, N-NH4+, N-NO2-.\n"},
    {"what follows capitals with a comma", "N-NO3-, H2S, TSS,\nCOD; một đợt.",
     "N-NO3-, H2S, TSS, COD; một đợt.\n"},
    {"an item of a narrow column", "- VPUB: CVP,\nTH, NgV;\n- Lưu: VT.",
     "- VPUB: CVP, TH, NgV;\n- Lưu: VT.\n"},
    {"a list of codes is no heading",
     "Đo độ mặn và DO và\nN-NO3-, H2S, "
     "TSS\nCOD; một đợt.",
     "Đo độ mặn và DO và N-NO3-, H2S, TSS COD; một đợt.\n"},
    {"capitals behind no comma", "Một việc của ngành y\nII. GIẢI PHÁP",
     "Một việc của ngành y\nII. GIẢI PHÁP\n"},
};

TEST(Normalise, KnowsTheWidthAtWhichTextIsBroken) {
  for (const Case& c : kWidths) {
    EXPECT_EQ(normal(std::string(kBroken) + "\n" + std::string(c.in)),
              std::string(kJoined) + std::string(c.out))
        << c.name;
  }
}

// Ten wraps of print whose letters have widths of their own.
const std::string kPrinted =
    "- Rà soát các bến đò ngang, lập danh sách\nnhững bến chưa có giấy phép và "
    "gửi về\nban quản lý bến trước khi mùa nước nổi\nbắt đầu ở các nhánh sông "
    "phía hạ lưu và\ncác cồn giữa dòng.\n- Kiểm tra áo phao, đèn hiệu của từng "
    "con\nđò, thay những chiếc đã cũ bằng nguồn thu\ntừ bến bãi, công khai số "
    "tiền đã dùng cho\ntừng bến ở nhà văn hóa ấp và trên bảng\ntin của chợ nổi "
    "mỗi tháng một lần để bà\ncon được biết.\n";

TEST(Normalise, ALineThatEndsFarFromTheMarginWasEndedOnPurpose) {
  const std::string text =
      normal(kPrinted +
             "2. Sở Giao thông\nBố trí hai ca nô trực ở ngã ba sông "
             "Cái\nvà sông Con.\n");
  EXPECT_NE(text.find("2. Sở Giao thông\nBố trí hai ca nô trực ở ngã ba sông "
                      "Cái và sông Con.\n"),
            std::string::npos)
      << text;
}

TEST(Normalise, ALineAsFullAsTheOthersGoesOn) {
  const std::string text =
      normal(kPrinted + "2. Bố trí ca nô trực ở các bến đò của xã\nTân Hội.\n");
  EXPECT_NE(text.find("các bến đò của xã Tân Hội.\n"), std::string::npos)
      << text;
}

// Converters break the first line of a paragraph early: then no line is short.
TEST(Normalise, AShortLineGoesOnWhereShortLinesWrap) {
  std::string lines;
  for (const std::string ward : {"An", "Bình", "Châu", "Đông", "Giang", "Hòa",
                                 "Khánh", "Lạc", "Mỹ", "Ninh"})
    lines += "Theo danh sách\ncác bến đò của ấp " + ward +
             " đã được kiểm tra\nvà đủ áo phao.\n\n";
  const std::string text = normal(lines + "Ủy ban xã\nTân Hội báo cáo.");
  EXPECT_NE(text.find("Ủy ban xã Tân Hội báo cáo.\n"), std::string::npos)
      << text;
}

// `cấp độ` / `1. Cấp ngay`: what only looks like a number.
TEST(Normalise, ANumberBeginsAParagraphWhereParagraphsStandApart) {
  std::string apart;
  std::string close;
  for (int n = 1; n <= 25; ++n) {
    const std::string item =
        std::to_string(n) + ". Kiểm tra bến đò và\nthay áo phao cũ.\n";
    apart += item + "\n";
    close += item;
  }
  const std::string torn =
      "- Ưu tiên các bến đò ở cấp độ\n1. Cấp ngay áo phao cho người\nđi đò.";
  EXPECT_NE(normal(apart + torn).find("ở cấp độ 1. Cấp ngay áo phao cho người"),
            std::string::npos);
  EXPECT_NE(normal(close + torn).find("ở cấp độ\n1. Cấp ngay"),
            std::string::npos);
}

// Though the text is not broken at a width as a whole.
TEST(Normalise, AnOpenWordGoesOn) {
  const std::string open =
      "Thực hiện Kế hoạch số 344-KH/TU ngày 22/4/2024 của Ban";
  EXPECT_EQ(normal(open + "\nThường vụ Tỉnh ủy"),
            open + " Thường vụ Tỉnh ủy\n");
  EXPECT_EQ(normal("Trưởng Ban\nNguyễn Văn An"), "Trưởng Ban\nNguyễn Văn An\n");
}

TEST(Normalise, EveryPieceLeadsBack) {
  const SourceText source =
      source_of("## Ke\xCC\x82\xCC\x81  **hoạch**\ntiếp  theo");
  const NormalText text = normalise(source);
  ASSERT_EQ(text.text, "Kế hoạch tiếp theo\n");
  const auto back = [&](std::string_view piece) {
    const auto at = static_cast<std::uint32_t>(text.text.find(piece));
    return std::string(slice(
        source.text, text.source.source(
                         {at, at + static_cast<std::uint32_t>(piece.size())})));
  };
  EXPECT_EQ(back("ế"), "e\xCC\x82\xCC\x81");
  EXPECT_EQ(back("hoạch"), "hoạch");
  EXPECT_EQ(back("theo"), "theo");
}

TEST(Normalise, TwiceIsAsOnce) {
  for (const Case& c : kLetters) {
    const std::string once = normal(std::string(c.in));
    EXPECT_EQ(normal(once), once) << c.name;
  }
}

TEST(Normalise, CellsKnowTheirPlace) {
  const NormalText text = normalise(
      source_of("| A | B |\n|---|---|\n| 1 | 2 |\n\nafter\n\n| C | D |"));
  ASSERT_EQ(text.paragraphs.size(), 7U);
  EXPECT_EQ(text.paragraphs[3].place, (TablePlace{1, 1, 1}));
  EXPECT_EQ(text.paragraphs[4].place, (TablePlace{0, 0, 0}));
  EXPECT_EQ(text.paragraphs[6].place, (TablePlace{2, 0, 1}));
}

TEST(Normalise, EmptyGivesEmpty) {
  EXPECT_EQ(normal(""), "");
  EXPECT_EQ(normal("\n\n  \n"), "");
}

// Whatever letter it begins with; another cell never joins.
TEST(Normalise, JoinsTheRestOfACellOnTheNextPage) {
  SourceText source = source_of("Phòng Văn hóa\nXã hội\nQuý I");
  source.pages = 2;
  source.styled = true;
  const std::vector<TablePlace> places = {{1, 2, 2}, {1, 2, 2}, {1, 2, 3}};
  const std::vector<std::uint32_t> pages = {1, 2, 1};
  ASSERT_EQ(source.lines.size(), places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    source.lines[i].place = places[i];
    source.lines[i].page = pages[i];
    source.lines[i].box = {100, 700, 180, 714};
  }
  EXPECT_EQ(normalise(source).text, "Phòng Văn hóa Xã hội\nQuý I\n");
}

// Lines of a page, each `indent` points behind the margin, that all reach the
// other one.
std::string on_page(const std::string& text,
                    const std::vector<float>& indents) {
  SourceText source = source_of(text);
  source.pages = 1;
  source.styled = true;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    source.lines[i].page = 1;
    const auto y = static_cast<float>(100 + 16 * i);
    source.lines[i].box = {80 + indents.at(i), y, 500, y + 14};
  }
  return normalise(source).text;
}

TEST(Normalise, JoinsLinesThatHangBelowTheirBullet) {
  struct PageCase {
    const char* lines;
    std::vector<float> indents;
    const char* text;
  };
  for (const PageCase& c : {
           PageCase{
               "- Nộp hồ sơ về cho thầy Lê\nVăn An tại văn phòng Đoàn\nTrường.",
               {20, 34, 34},
               "- Nộp hồ sơ về cho thầy Lê Văn An tại văn phòng Đoàn "
               "Trường.\n"},
           // What ends, and what stands elsewhere, goes on in no other line.
           PageCase{"- Nộp hồ sơ về cho thầy Lê.\nVăn phòng trực",
                    {20, 34},
                    "- Nộp hồ sơ về cho thầy Lê.\nVăn phòng trực\n"},
           PageCase{"- Nộp hồ sơ về cho thầy Lê;\nVăn phòng trực",
                    {20, 34},
                    "- Nộp hồ sơ về cho thầy Lê;\nVăn phòng trực\n"},
           PageCase{"- Nộp hồ sơ về cho thầy Lê\nVăn phòng trực",
                    {20, 120},
                    "- Nộp hồ sơ về cho thầy Lê\nVăn phòng trực\n"},
           PageCase{"Nộp hồ sơ về cho thầy Lê\nVăn phòng trực",
                    {0, 30},
                    "Nộp hồ sơ về cho thầy Lê\nVăn phòng trực\n"},
           // One word is no line of capitals.
           PageCase{"Ôn tập theo tài liệu của Bộ trưởng Bộ\nGD&ĐT.",
                    {0, 0},
                    "Ôn tập theo tài liệu của Bộ trưởng Bộ GD&ĐT.\n"},
           PageCase{"Ôn tập theo tài liệu của Bộ trưởng.\nGD&ĐT.",
                    {0, 0},
                    "Ôn tập theo tài liệu của Bộ trưởng.\nGD&ĐT.\n"},
           PageCase{"Ôn tập theo tài liệu của Bộ trưởng Bộ\nPHỤ LỤC",
                    {0, 0},
                    "Ôn tập theo tài liệu của Bộ trưởng Bộ\nPHỤ LỤC\n"},
       })
    EXPECT_EQ(on_page(c.lines, c.indents), c.text);
}

}  // namespace
}  // namespace kehoach
