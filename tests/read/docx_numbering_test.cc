// Numbers that stand in no text of the file.
#include "read/docx_numbering.h"

#include <gtest/gtest.h>

#include "read/docx_builder.h"
#include "read/flow_lines.h"
#include "read/read.h"

namespace kehoach {
namespace {

TEST(DocxNumbers, AreWrittenAsTheirFormatSays) {
  using F = NumberFormat;
  const struct {
    std::int64_t number;
    F format;
    const char* expected;
  } cases[] = {
      {7, F::decimal, "7"},
      {7, F::decimal_zero, "07"},
      {12, F::decimal_zero, "12"},
      {4, F::upper_roman, "IV"},
      {1994, F::lower_roman, "mcmxciv"},
      {26, F::lower_letter, "z"},
      {27, F::lower_letter, "aa"},
      {28, F::upper_letter, "BB"},
      // What a format can't write stands in digits.
      {0, F::upper_roman, "0"},
      {4000, F::upper_roman, "4000"},
      {-1, F::lower_letter, "-1"},
      {1000000, F::upper_letter, "1000000"},
      {-5, F::decimal_zero, "-5"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(format_number(c.number, c.format), c.expected);
}

// `w:lvl` of a level; `more` stands inside.
std::string level(int index, std::string_view format, std::string_view text,
                  std::string_view more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) +
         "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + std::string(format) +
         "\"/><w:lvlText w:val=\"" + std::string(text) + "\"/>" +
         std::string(more) + "</w:lvl>";
}

std::string definition(int id, std::string_view levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" +
         std::string(levels) + "</w:abstractNum>";
}

std::string list(int id, int of, std::string_view more = "") {
  return "<w:num w:numId=\"" + std::to_string(id) +
         "\"><w:abstractNumId w:val=\"" + std::to_string(of) + "\"/>" +
         std::string(more) + "</w:num>";
}

std::string num_props(int id, int index = 0) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(index) +
         "\"/><w:numId w:val=\"" + std::to_string(id) + "\"/></w:numPr>";
}

std::string item(std::string_view text, int id, int index = 0) {
  return para(text, num_props(id, index));
}

// `I.`, `1.`, `1.1.`, `a)`, `-` as decree 30/2020/NĐ-CP has them.
const std::string kNumberedPlan =
    level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") +
    level(2, "decimal", "%2.%3.") + level(3, "lowerLetter", "%4)") +
    level(4, "bullet", "\xEF\x82\xB7",
          "<w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr>");

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

struct NumberingCase {
  const char* name;
  std::string numbering;
  std::string body;
  Lines expected;
  std::string styles;
};

void PrintTo(const NumberingCase& c, std::ostream* out) { *out << c.name; }

class DocxLists : public testing::TestWithParam<NumberingCase> {};

TEST_P(DocxLists, AreCounted) {
  const NumberingCase& c = GetParam();
  const auto source =
      read(docx(c.body, {{"numbering", c.numbering}, {"styles", c.styles}}),
           "a.docx");
  ASSERT_TRUE(source) << source.error().message;
  EXPECT_EQ(lines_of(*source), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Counting, DocxLists,
    testing::Values(
        NumberingCase{"LevelsBeginAnew",
                      definition(0, kNumberedPlan) + list(1, 0),
                      item("A", 1) + item("b", 1, 1) + item("c", 1, 2) +
                          item("d", 1, 2) + item("e", 1, 3) + item("f", 1, 4) +
                          item("g", 1, 1) + item("h", 1, 2) + item("K", 1) +
                          item("l", 1, 1),
                      {"I. A", "1. b", "1.1. c", "1.2. d", "a) e", "• f",
                       "2. g", "2.1. h", "II. K", "1. l"}},
        NumberingCase{"TextBetweenItemsChangesNothing",
                      definition(0, kNumberedPlan) + list(1, 0),
                      item("A", 1) + para("x") + item("B", 1),
                      {"I. A", "x", "II. B"}},
        NumberingCase{"ListsOfOneDefinitionCountOn",
                      definition(0, kNumberedPlan) + list(1, 0) + list(2, 0),
                      item("A", 1) + item("B", 2),
                      {"I. A", "II. B"}},
        NumberingCase{"ListsOfTwoDefinitionsDoNot",
                      definition(0, kNumberedPlan) +
                          definition(7, kNumberedPlan) + list(1, 0) +
                          list(2, 7),
                      item("A", 1) + item("B", 2),
                      {"I. A", "I. B"}},
        NumberingCase{"AListThatSaysWhereItStarts",
                      definition(0, kNumberedPlan) + list(1, 0) +
                          list(2, 0,
                               "<w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                               "w:val=\"5\"/></w:lvlOverride>"),
                      item("A", 1) + item("B", 2) + item("C", 2) + item("D", 1),
                      {"I. A", "V. B", "VI. C", "VII. D"}},
        NumberingCase{
            "AListThatChangesItsLevel",
            definition(0, kNumberedPlan) + list(1, 0) +
                list(2, 0,
                     "<w:lvlOverride w:ilvl=\"0\">" +
                         level(0, "decimal", "Phần %1:") + "</w:lvlOverride>"),
            item("A", 1) + item("B", 2),
            {"I. A", "Phần 2: B"}},
        NumberingCase{
            "ALevelThatNeverBeginsAnew",
            definition(0, level(0, "upperRoman", "%1.") +
                              level(1, "decimal", "%2.",
                                    "<w:lvlRestart w:val=\"0\"/>")) +
                list(1, 0),
            item("A", 1) + item("b", 1, 1) + item("C", 1) + item("d", 1, 1),
            {"I. A", "1. b", "II. C", "2. d"}},
        NumberingCase{
            "ALevelThatBeginsAnewAfterAHigherOne",
            definition(0, level(0, "upperRoman", "%1.") +
                              level(1, "decimal", "%2.") +
                              level(2, "lowerLetter", "%3)",
                                    "<w:lvlRestart w:val=\"1\"/>")) +
                list(1, 0),
            item("A", 1) + item("b", 1, 1) + item("c", 1, 2) + item("d", 1, 1) +
                item("e", 1, 2) + item("F", 1) + item("g", 1, 2),
            {"I. A", "1. b", "a) c", "2. d", "b) e", "II. F", "a) g"}},
        NumberingCase{"ALevelBelowOneThatWasNotUsed",
                      definition(0, kNumberedPlan) + list(1, 0),
                      item("a", 1, 2),
                      {"1.1. a"}},
        NumberingCase{
            "DigitsInPlaceOfRomanNumbers",
            definition(0, level(0, "upperRoman", "%1.") +
                              level(1, "decimal", "%1.%2.", "<w:isLgl/>")) +
                list(1, 0),
            item("A", 1) + item("b", 1, 1),
            {"I. A", "1.1. b"}},
        NumberingCase{
            "NumbersTooLargeToCount",
            definition(0,
                       "<w:lvl w:ilvl=\"0\"><w:start "
                       "w:val=\"99999999999\"/><w:lvlText w:val=\"%1.\"/>"
                       "</w:lvl>") +
                list(1, 0),
            item("a", 1),
            {"0. a"}},
        // One number a level, and no more letters than any mark has.
        NumberingCase{
            "EndlessMarks",
            definition(0, level(0, "decimal", repeated("%1", 5000)) +
                              level(1, "decimal", repeated("é", 5000))) +
                list(1, 0),
            item("a", 1) + item("b", 1, 1),
            {"111111111 a", repeated("é", 128) + " b"}},
        NumberingCase{
            "LevelsThatDoNotExist",
            definition(0, kNumberedPlan + level(12, "decimal", "%1")) +
                list(1, 0),
            item("a", 1, 7) + item("b", 1, 4000) + item("c", 1, -2),
            {"a", "b", "I. c"}}),
    [](const auto& c) { return c.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Marks, DocxLists,
    testing::Values(
        NumberingCase{"NoList",
                      definition(0, kNumberedPlan) + list(1, 0),
                      item("a", 0) + item("b", 9),
                      {"a", "b"}},
        NumberingCase{
            "NoMark",
            definition(0, level(0, "none", "") + level(1, "none", "%2")) +
                list(1, 0),
            item("a", 1) + item("b", 1, 1),
            {"a", "b"}},
        NumberingCase{"NothingBetweenMarkAndText",
                      definition(0, level(0, "decimal", "Điều %1. ",
                                          "<w:suff w:val=\"nothing\"/>")) +
                          list(1, 0),
                      item("A", 1),
                      {"Điều 1. A"}},
        NumberingCase{
            "Bullets",
            definition(0, level(0, "bullet", "–") + level(1, "bullet", "+") +
                              level(2, "bullet", "o") +
                              level(3, "bullet", "\xEF\x82\xA7") +
                              level(4, "bullet", "*") +
                              level(5, "bullet", "\xEF\x80\xAD") +
                              level(6, "bullet", "Bước")) +
                list(1, 0),
            item("a", 1) + item("b", 1, 1) + item("c", 1, 2) + item("d", 1, 3) +
                item("e", 1, 4) + item("f", 1, 5) + item("g", 1, 6),
            {"- a", "+ b", "• c", "• d", "* e", "- f", "Bước g"}},
        NumberingCase{"PicturesAreBullets",
                      definition(0, level(0, "bullet", "",
                                          "<w:lvlPicBulletId w:val=\"0\"/>")) +
                          list(1, 0),
                      item("a", 1),
                      {"• a"}},
        NumberingCase{
            "AFormatOfNewerVersions",
            definition(0,
                       "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                       "<mc:AlternateContent><mc:Choice Requires=\"w14\">"
                       "<w:numFmt w:val=\"custom\"/></mc:Choice>"
                       "<mc:Fallback><w:numFmt w:val=\"decimalZero\"/>"
                       "</mc:Fallback></mc:AlternateContent>"
                       "<w:lvlText w:val=\"%1.\"/></w:lvl>") +
                list(1, 0),
            item("a", 1),
            {"01. a"}},
        NumberingCase{"AnEmptyItemCountsAndShowsNothing",
                      definition(0, kNumberedPlan) + list(1, 0),
                      item("A", 1) + "<w:p><w:pPr>" + num_props(1) +
                          "</w:pPr></w:p>" + item("C", 1),
                      {"I. A", "", "III. C"}},
        NumberingCase{"AnEmptyItemInACellIsItsText",
                      definition(0, kNumberedPlan) + list(1, 0),
                      "<w:tbl><w:tr><w:tc>" + para("TT") + "</w:tc><w:tc>" +
                          para("Nhiệm vụ") +
                          "</w:tc></w:tr><w:tr><w:tc><w:tcPr/><w:p><w:pPr>" +
                          num_props(1, 1) + "</w:pPr></w:p></w:tc><w:tc>" +
                          para("a") + "</w:tc></w:tr></w:tbl>",
                      {"TT@1.0.0", "Nhiệm vụ@1.0.1", "1.@1.1.0", "a@1.1.1"}},
        NumberingCase{
            "ADeletedItemDoesNotCount",
            definition(0, kNumberedPlan) + list(1, 0),
            item("A", 1) + "<w:p><w:pPr>" + num_props(1) +
                "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x"
                "</w:delText></w:r></w:del></w:p>" +
                item("B", 1),
            {"I. A", "II. B"}},
        NumberingCase{
            "TheMarkStandsBeforeTheFirstLetter",
            definition(0, kNumberedPlan) + list(1, 0),
            "<w:p><w:pPr>" + num_props(1) +
                "</w:pPr><w:r><w:pict><v:textbox><w:txbxContent>" + para("x") +
                "</w:txbxContent></v:textbox></w:pict><w:tab/><w:t "
                "xml:space=\"preserve\"> </w:t></w:r><w:r><w:t>A</w:t></w:r>"
                "</w:p>",
            {"x", "I. A"}}),
    [](const auto& c) { return c.param.name; });

// Styles `H1` and `H2` of a list, `K` based on `H2`, `N` without number.
std::string heading_styles() {
  const auto style = [](std::string_view id, std::string_view more) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(id) +
           "\">" + std::string(more) + "</w:style>";
  };
  return style("H1",
               "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>") +
         style("H2",
               "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/>"
               "</w:numPr></w:pPr>") +
         style("K", "<w:basedOn w:val=\"H2\"/>") +
         style("N",
               "<w:basedOn w:val=\"H1\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/>"
               "</w:numPr></w:pPr>") +
         style("Ring", "<w:basedOn w:val=\"Ring\"/>");
}

std::string styled(std::string_view text, std::string_view style,
                   std::string_view more = "") {
  return para(text, "<w:pStyle w:val=\"" + std::string(style) + "\"/>" +
                        std::string(more));
}

INSTANTIATE_TEST_SUITE_P(
    Styles, DocxLists,
    testing::Values(
        NumberingCase{"GiveTheirNumber",
                      definition(0, kNumberedPlan) + list(1, 0),
                      styled("A", "H1") + styled("b", "H2") + styled("c", "K") +
                          styled("x", "N") + styled("D", "H1") +
                          styled("y", "Ring"),
                      {"I. A", "1. b", "2. c", "x", "II. D", "y"},
                      heading_styles()},
        NumberingCase{"AParagraphMayRefuseIt",
                      definition(0, kNumberedPlan) + list(1, 0),
                      styled("A", "H1", num_props(0)) + styled("B", "H1"),
                      {"A", "I. B"},
                      heading_styles()},
        NumberingCase{
            "AParagraphMayChangeTheLevel",
            definition(0, kNumberedPlan) + list(1, 0),
            styled("A", "H1") +
                styled("b", "H1", "<w:numPr><w:ilvl w:val=\"1\"/></w:numPr>"),
            {"I. A", "1. b"},
            heading_styles()},
        NumberingCase{"LevelsAreTiedToStyles",
                      definition(0, level(0, "upperRoman", "%1.") +
                                        level(1, "decimal", "%2.",
                                              "<w:pStyle w:val=\"H1\"/>")) +
                          list(1, 0),
                      styled("a", "H1"),
                      {"1. a"},
                      heading_styles()},
        NumberingCase{
            "DefinitionsMayStandInAStyle",
            definition(0, kNumberedPlan) +
                definition(3, "<w:numStyleLink w:val=\"L\"/>") + list(1, 0) +
                list(2, 3),
            item("A", 2) + item("B", 1),
            {"I. A", "II. B"},
            "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr>"
            "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"}),
    [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace kehoach
