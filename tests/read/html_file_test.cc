#include "read/html_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "read/read.h"

namespace kehoach {
namespace {

// Each line as `text`, in a table as `text@table.row.column`, `+rows` behind it
// where it stands for more than one; bold lines in `*`, italic ones in `/`.
std::vector<std::string> lines_of(std::string_view page) {
  const Result<SourceText> source = read_html_file(page, "a.html");
  if (!source) return {"error: " + source.error().message};
  std::vector<std::string> out;
  for (const SourceLine& line : source->lines) {
    std::string text(slice(source->text, line.span));
    if (line.italic) text = "/" + text + "/";
    if (line.bold) text = "*" + text + "*";
    if (line.place.table != 0) {
      text += "@" + std::to_string(line.place.table) + "." +
              std::to_string(line.place.row) + "." +
              std::to_string(line.place.column);
    }
    if (line.place.rows > 1) text += "+" + std::to_string(line.place.rows);
    out.push_back(text);
  }
  return out;
}

using Lines = std::vector<std::string>;

struct HtmlCase {
  const char* name;
  std::string page;
  Lines expected;
};

void PrintTo(const HtmlCase& c, std::ostream* out) { *out << c.name; }

class HtmlLines : public testing::TestWithParam<HtmlCase> {};

TEST_P(HtmlLines, AreRead) {
  EXPECT_EQ(lines_of(GetParam().page), GetParam().expected);
}

std::string name_of(const testing::TestParamInfo<HtmlCase>& c) {
  return c.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Lines, HtmlLines,
    testing::Values(
        // Paragraphs.
        HtmlCase{"Paragraphs", "<p>a</p><p>b</p>", {"a", "b"}},
        HtmlCase{
            "ParagraphsThatAreLeftOpen", "<p>a<p>b<div>c", {"a", "b", "c"}},
        HtmlCase{"BlocksInsideOfBlocks",
                 "<div>a<div>b</div>c</div>",
                 {"a", "b", "c"}},
        HtmlCase{"Breaks", "<p>a<br>b<br/>c<br></p>d", {"a", "b", "c", "d"}},
        HtmlCase{"TwoBreaksLeaveALineOut", "a<br><br>b", {"a", "", "b"}},
        HtmlCase{"EmptyBlocksAreNoLines",
                 "<p>a</p><p></p><div> </div>b",
                 {"a", "b"}},
        HtmlCase{
            "ANoBreakSpaceMakesALine", "<p>a<p>&nbsp;<p>b", {"a", " ", "b"}},
        HtmlCase{"RuledLinesPart", "a<hr>b", {"a", "", "b"}},
        HtmlCase{"HeadingsAreBold", "<h2>a</h2>b", {"*a*", "b"}},
        // White space.
        HtmlCase{
            "LinesOfTheSourceAreBlanks", "<p>a\n  b\r\n\tc</p>", {"a b c"}},
        HtmlCase{
            "BlanksBetweenPhrases", "<p>a <b> b</b> <i>c</i>d</p>", {"a b cd"}},
        HtmlCase{
            "NoBlanksAtTheEnds", "<p> <b> a </b> <br> b </p>", {"*a*", "b"}},
        HtmlCase{
            "NoBreakSpacesStay", "<p>Số:&nbsp;&nbsp; /KH</p>", {"Số:   /KH"}},
        HtmlCase{
            "PreformattedTextStays", "<pre>\na  b\n c</pre>", {"a  b", " c"}},
        HtmlCase{"WhiteSpaceOfAStyle",
                 "<p style='white-space:pre-wrap'>a\r\nb  c</p>",
                 {"a", "b  c"}},
        // Emphasis.
        HtmlCase{"Bold",
                 "<p><b>a</b> <strong>b</strong><p><b>c</b>d",
                 {"*a b*", "cd"}},
        HtmlCase{"BoldByStyle",
                 "<p style='font-weight:bold'>a<p><span style='Font-Weight: "
                 "700'>b</span><p><b><span style='font-weight:normal'>c</span>",
                 {"*a*", "*b*", "c"}},
        HtmlCase{"Italic",
                 "<p><i>a</i><p><em>b</em><p style='font-style:italic'>c",
                 {"/a/", "/b/", "/c/"}},
        HtmlCase{"EmphasisGoesOnAcrossParagraphs",
                 "<p><b>a<p>b</b>c",
                 {"*a*", "bc"}},
        HtmlCase{"CrossedEmphasis", "<p><b>a<i>b</b>c</i>d", {"abcd"}},
        // Fonts that bring their own encoding along.
        HtmlCase{"LettersByTheStyle",
                 "<p style='font-family:.VnTime'>KÕ ho¹ch</p>"
                 "<p style='font-family:\"VNI-Times\",serif'>Keá hoaïch</p>"
                 "<p style=\"font-family:&quot;.VnArial&quot;\">KÕ ho¹ch</p>"
                 "<p style='font:bold 14.0pt .VnTime'>KÕ ho¹ch</p>",
                 {"Kế hoạch", "Kế hoạch", "Kế hoạch", "*Kế hoạch*"}},
        HtmlCase{"LettersByTheFontElement",
                 "<p><font face='.VnTime'>KÕ ho¹ch</font>"
                 "<p><font face='VNI-Times, serif'>Keá hoaïch</font>",
                 {"Kế hoạch", "Kế hoạch"}},
        HtmlCase{"CapitalsOfTheFont",
                 "<p><font face='.VnTimeH'>KÕ ho¹ch</font> "
                 "<span style='font-family:.VnTimeH'>triÓn khai</span>",
                 {"KẾ HOẠCH TRIỂN KHAI"}},
        HtmlCase{"LettersAsBytes",
                 "<p><font face='.VnTime'>K\xD5 ho\xB9"
                 "ch n\xAD\xED"
                 "c</font>",
                 {"Kế hoạch nước"}},
        HtmlCase{"LettersOfAnOuterFont",
                 "<div style='font-family:.VnTime'><p>KÕ <b>ho¹ch</b>"
                 "<span style='font-family:Arial'> năm 2024</span></div>",
                 {"Kế hoạch năm 2024"}},
        HtmlCase{
            "LettersByTheSheet",
            "<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal"
            "{margin:0;\n font-family:\".VnTime\";}\n h1{font-family:.VnTimeH}"
            ".b{font-family:Arial}--></style><p class=MsoNormal>KÕ ho¹ch"
            "<span class=b> Á</span><h1>kÕ ho¹ch</h1><p>KÕ",
            {"Kế hoạch Á", "*KẾ HOẠCH*", "KÕ"}},
        HtmlCase{
            "SheetsForOtherElements",
            "<style>div p, #a, p:hover, @media print{p{font-family:.VnTime}}"
            "@font-face{font-family:.VnTime}</style><div><p id=a>KÕ",
            {"KÕ"}},
        HtmlCase{"UnicodeInAFontOfOldStays",
                 "<p style='font-family:.VnTime'>Kế hoạch năm 2024",
                 {"Kế hoạch năm 2024"}},
        HtmlCase{
            "LettersOfOtherFontsStay",
            "<p style='font-family:Verdana'>KÕ ho¹ch</p>"
            "<p style='font-family:.VnTime'><span style='font-family:Arial'>KÕ",
            {"KÕ ho¹ch", "KÕ"}},
        // What nobody sees.
        HtmlCase{"HiddenText",
                 "<p style='display:none'>a</p><p>b<span "
                 "style='mso-hide:all'>c</span><p hidden>d",
                 {"b"}},
        HtmlCase{"ScriptsAndStyles",
                 "<style>a{}</style><p>b<script>c</script><svg><text>d</text>"
                 "</svg><template><p>e</template>f",
                 {"bf"}},
        HtmlCase{"ADrawingThatIsLeftOpen", "<svg><g>a<p>b", {"b"}},
        HtmlCase{
            "FormFields",
            "<p>a<select><option>b</select><button>c</button><input value=d>",
            {"a"}},
        HtmlCase{"DeletedText", "<p>a<del>b</del><ins>c</ins>", {"ac"}},
        // Letters.
        HtmlCase{"References",
                 "<p>H&Agrave; N&#7897;i &#x1EA1; &amp;amp; &Acirc",
                 {"HÀ Nội ạ &amp; Â"}},
        HtmlCase{"ReferencesThatAreNone",
                 "<p>a & b &khong; &#; &#0;",
                 {"a & b &khong; &#; \xEF\xBF\xBD"}},
        HtmlCase{"ReferencesToWindowsLetters", "<p>&#150;&#8211;", {"––"}},
        HtmlCase{"Nul", std::string("<p>a\0b", 6), {"ab"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Lists, HtmlLines,
    testing::Values(
        HtmlCase{"Bullets", "<ul><li>a<li>b</ul>", {"- a", "- b"}},
        HtmlCase{
            "Numbers", "<ol><li>a<li><p>b</p></ol>c", {"1. a", "2. b", "c"}},
        HtmlCase{
            "KindsOfNumbers",
            "<ol type=I start=4><li>a</ol><ol type=a><li>b<li value=5>c<li>d"
            "</ol>",
            {"IV. a", "a. b", "e. c", "f. d"}},
        HtmlCase{"ListsInLists",
                 "<ol><li>a<ul><li>b</ul><li>c</ol>",
                 {"1. a", "- b", "2. c"}},
        HtmlCase{"ItemsWithTheirOwnMark",
                 "<ul><li>- a<li>1. b<li><b>II. c</b></ul>",
                 {"- a", "1. b", "*II. c*"}},
        HtmlCase{"ListsWithoutBullets",
                 "<ul style='list-style:none'><li>a</ul>",
                 {"a"}},
        HtmlCase{"AnEmptyItem", "<ul><li></li><li>a</ul>b", {"- a", "b"}},
        HtmlCase{"ABoldItemIsBold", "<ul><li><b>a</b></ul>", {"*- a*"}},
        HtmlCase{
            "WordsMarks",
            "<p><![if !supportLists]><span style='mso-list:Ignore'>1.1.<span "
            "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; "
            "</span></span><![endif]>a",
            {"1.1. a"}},
        HtmlCase{
            "WordsBullets",
            "<p><span style='font-family:Symbol'><span "
            "style='mso-list:Ignore'>·<span "
            "style='font:7.0pt'>&nbsp;&nbsp;</span></span></span>a<p><span "
            "style='mso-list:Ignore'>+<span>&nbsp; </span></span>b",
            {"- a", "+ b"}},
        HtmlCase{"BulletsOfSymbolFonts",
                 "<p><span style='font-family:Wingdings'>§</span> a <span "
                 "style='font-family:Symbol'>b</span>",
                 {"- a b"}},
        // Raised numbers.
        HtmlCase{
            "Footnotes",
            "<p>a<sup>1</sup>; b<sup><a href=#n>(2)</a></sup><p><sup>1</sup> c",
            {"a[1]; b[2]", "[1] c"}},
        HtmlCase{"Exponents",
                 "<p>5 m<sup>2</sup> 10<sup>3</sup> km<sup>2</sup>",
                 {"5 m2 103 km2"}},
        HtmlCase{"FootnotesOfNumbers",
                 "<p>2030<sup>2</sup> 10<sup><a href=#n>3</a></sup>",
                 {"2030[2] 10[3]"}},
        HtmlCase{"RaisedWords", "<p>a<sup>th</sup>", {"ath"}}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Tables, HtmlLines,
    testing::Values(
        HtmlCase{"Cells",
                 "<table><tr><td>h<td>k<tr><td>a<p>b<td>c</table>d",
                 {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.0", "c@1.1.1", "d"}},
        HtmlCase{"HeadsAreBold",
                 "<table><thead><tr><th>h<th>k<tbody><tr><td>a<td>b</table>",
                 {"*h*@1.0.0", "*k*@1.0.1", "a@1.1.0", "b@1.1.1"}},
        HtmlCase{
            "MergedCells",
            "<table><tr><td colspan=2>h<td rowspan='2'>k<tr><td>a<td>b</table>",
            {"h@1.0.0", "k@1.0.2+2", "a@1.1.0", "b@1.1.1"}},
        HtmlCase{"SpansThatAreNone",
                 "<table><tr><td colspan=0 rowspan=x>h<td>k<tr><td "
                 "colspan=99999>a<td>b</table>",
                 {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1"}},
        HtmlCase{"TextBesideTheCellsStandsBeforeThem",
                 "<table>x<tr><td>h<td>k<tr>y<td>a<td>b</table>",
                 {"xy", "h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1"}},
        HtmlCase{"ATableThatIsLeftOpen",
                 "<table><tr><td>h<td>k<tr><td>a<td>b",
                 {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1"}},
        HtmlCase{
            "TheLetterheadGivesItsColumnsInTurn",
            "<table><tr><td><p>A<p>B<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
            "<tr><td>Số: 1<td>C</table>",
            {"A", "B", "Số: 1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "C"}}),
    name_of);

// ---- charsets

struct CharsetCase {
  const char* name;
  std::string page;
  std::string expected;
};

void PrintTo(const CharsetCase& c, std::ostream* out) { *out << c.name; }

class HtmlCharsets : public testing::TestWithParam<CharsetCase> {};

TEST_P(HtmlCharsets, AreTold) {
  EXPECT_EQ(lines_of(GetParam().page), Lines{GetParam().expected});
}

std::string in_utf16(std::string_view text, bool big) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint letter = decode_at(text, at);
    at += letter.size;
    const auto low = static_cast<char>(letter.value & 0xFFU);
    const auto high = static_cast<char>(letter.value >> 8U);
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

INSTANTIATE_TEST_SUITE_P(
    All, HtmlCharsets,
    testing::Values(
        CharsetCase{"Utf8", "<meta charset=utf-8><p>kế", "kế"},
        CharsetCase{"Utf8WithoutAWord", "<p>kế", "kế"},
        CharsetCase{"Utf8WithAMark", "\xEF\xBB\xBF<p>kế", "kế"},
        CharsetCase{"Utf8ThatSaysOtherwise", "<meta charset=windows-1252><p>kế",
                    "kế"},
        CharsetCase{"Windows1252",
                    "<meta http-equiv=Content-Type content='text/html; "
                    "charset=windows-1252'><p>\xF4ng &#7841; \x96",
                    "ông ạ –"},
        CharsetCase{"Windows1252ThatSaysUtf8", "<meta charset=utf-8><p>\xF4ng",
                    "ông"},
        CharsetCase{"Windows1258",
                    "<meta charset=Windows-1258><p>k\xEA\xEC \xF0\xE3",
                    "kê\xCC\x81 đă"},
        CharsetCase{"Utf16LittleEndian", in_utf16("\xEF\xBB\xBF<p>kế", false),
                    "kế"},
        CharsetCase{"Utf16BigEndian", in_utf16("\xEF\xBB\xBF<p>kế", true),
                    "kế"},
        CharsetCase{"Utf16WithoutAMark", in_utf16("<p>kế", false), "kế"},
        CharsetCase{"ALittleDamage",
                    "<p>" +
                        [] {
                          std::string text;
                          for (int i = 0; i < 30; ++i) text += "ế";
                          return text;
                        }() +
                        "\xF4",
                    [] {
                      std::string text;
                      for (int i = 0; i < 30; ++i) text += "ế";
                      return text + "\xEF\xBF\xBD";
                    }()}),
    [](const auto& c) { return c.param.name; });

// ---- hostile pages

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST(HtmlFile, DeepPagesAreRead) {
  for (const std::string_view tag :
       {"<div>", "<b>", "<p><object>", "<table><tr><td>", "<ul><li>",
        "<span style=x:y>", "<font size=1><p>", "<a href=x><b><p>", "<svg>",
        "<select>", "<button>", "<h1><div>", "<b><div></b>", "<template>"}) {
    const std::string page = "<p>a" + times(100'000, tag) + "b";
    const std::vector<std::string> lines = lines_of(page);
    ASSERT_FALSE(lines.empty()) << tag;
    EXPECT_EQ(lines.front().find('a'), lines.front().find_first_not_of('*'))
        << tag;
  }
}

TEST(HtmlFile, WhatStandsTooDeepKeepsItsLines) {
  const std::string page = times(1000, "<div>") + "<div>a</div><div>b</div>";
  EXPECT_EQ(lines_of(page), (Lines{"a", "b"}));
}

TEST(HtmlFile, PagesOfTooManyTagsAreRefused) {
  const Result<SourceText> source =
      read(times(600'000, "<p>a"), "dir/page.html");
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().kind, Error::Kind::unsupported);
  EXPECT_EQ(source.error().message.find("dir/page.html: "), 0U);
}

TEST(HtmlFile, PagesWithoutTextAreRefused) {
  for (const char* page : {"<html></html>", "<p>&nbsp;</p>",
                           "<html><script>a</script>", "<html><title>a"}) {
    const Result<SourceText> source = read(page, "a.html");
    ASSERT_FALSE(source) << page;
    EXPECT_EQ(source.error().kind, Error::Kind::no_text);
  }
}

TEST(HtmlFile, TextIsStyledAndUnpaged) {
  const Result<SourceText> source = read("<html><p>a", "a.pdf");
  ASSERT_TRUE(source);
  EXPECT_EQ(source->media_type, "text/html");
  EXPECT_TRUE(source->styled);
  EXPECT_EQ(source->pages, 0U);
}

}  // namespace
}  // namespace kehoach
