// The text of Word documents: what is read of a body and what is not.
#include <gtest/gtest.h>

#include "read/docx_builder.h"
#include "read/flow_lines.h"
#include "read/read.h"

namespace kehoach {
namespace {

struct StoryCase {
  const char* name;
  std::string body;
  Lines expected;
};

void PrintTo(const StoryCase& c, std::ostream* out) { *out << c.name; }

class DocxText : public testing::TestWithParam<StoryCase> {};

TEST_P(DocxText, IsReadAsSeen) {
  const auto source = read(docx(GetParam().body), "a.docx");
  ASSERT_TRUE(source) << source.error().message;
  EXPECT_EQ(lines_of(*source), GetParam().expected);
}

std::string run(std::string_view content, std::string_view props = "") {
  std::string out = "<w:r>";
  if (!props.empty()) out.append("<w:rPr>").append(props).append("</w:rPr>");
  return out.append(content).append("</w:r>");
}

std::string text(std::string_view letters, std::string_view props = "") {
  return run("<w:t xml:space=\"preserve\">" + std::string(letters) + "</w:t>",
             props);
}

std::string p(std::string_view content, std::string_view props = "") {
  std::string out = "<w:p>";
  if (!props.empty()) out.append("<w:pPr>").append(props).append("</w:pPr>");
  return out.append(content).append("</w:p>");
}

std::string field(std::string_view code, std::string_view result) {
  return run("<w:fldChar w:fldCharType=\"begin\"/>") +
         run("<w:instrText>" + std::string(code) + "</w:instrText>") +
         run("<w:fldChar w:fldCharType=\"separate\"/>") + text(result) +
         run("<w:fldChar w:fldCharType=\"end\"/>");
}

std::string box(std::string_view content) {
  return "<w:txbxContent>" + std::string(content) + "</w:txbxContent>";
}

INSTANTIATE_TEST_SUITE_P(
    Runs, DocxText,
    testing::Values(
        StoryCase{"Join",
                  p(text("Số: ") + text("5/KH-") + text("UBND")),
                  {"Số: 5/KH-UBND"}},
        StoryCase{"WhiteSpaceAtTheEndsCountsIfPreserved",
                  p(run("<w:t> a </w:t>") + text(" b ")),
                  {"a b "}},
        StoryCase{
            "LineBreaksOfTheFileAreBlanks", p(text("a\n  b\tc")), {"a   b c"}},
        StoryCase{"Breaks",
                  p(text("a") + run("<w:br/>") + text("b") + run("<w:cr/>") +
                    text("c") + run("<w:br w:type=\"page\"/>") + text("d")),
                  {"a", "b", "c", "d"}},
        StoryCase{"HyphensAndTabs",
                  p(run("<w:t>57</w:t><w:noBreakHyphen/><w:t>CTr</w:t>"
                        "<w:softHyphen/><w:t>/TU</w:t><w:tab/><w:t>b</w:t>")),
                  {"57-CTr/TU\tb"}},
        StoryCase{"ATabBehindANumberIsABlank",
                  p(run("<w:tab/><w:t>1.</w:t><w:tab/><w:t>Sở Y tế</w:t>")),
                  {"1. Sở Y tế"}},
        StoryCase{
            "Symbols",
            p(run("<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>80%</w:t>") +
              run("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>") +
              text("\xEF\x82\xA3", "<w:rFonts w:ascii=\"Symbol\"/>") +
              run("<w:sym w:char=\"?\"/>")),
            {"≥80%☑≤•"}},
        StoryCase{
            "FontsWithAnEncodingOfTheirOwn",
            p(text("KÕ ho¹ch ",
                   "<w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>") +
              text("kÕ ho¹ch ", "<w:rFonts w:ascii=\".VnTimeH\"/>") +
              text("KÕ", "<w:rFonts w:ascii=\"Verdana\"/>")),
            {"Kế hoạch KẾ HOẠCH KÕ"}},
        StoryCase{"Capitals",
                  p(text("ủy ban ", "<w:caps/>") +
                    text("xã", "<w:caps w:val=\"0\"/>") +
                    text("Số Đỏ", "<w:caps w:val=\"true\"/>")),
                  {"ỦY BAN xãSỐ ĐỎ"}},
        StoryCase{"HiddenTextIsLeftOut",
                  p(text("a") + text("b", "<w:vanish/>") +
                    text("c", "<w:vanish w:val=\"false\"/>")),
                  {"ac"}},
        StoryCase{"EntitiesAndBadBytes",
                  p(text("a&amp;b&#x1EBF;&#xFFFF;\xC3")),
                  {"a&bế\uFFFF\uFFFD"}},
        StoryCase{"Math",
                  p("<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/"
                    "officeDocument/2006/math\"><m:r><m:t>x≥1</m:t></m:r>"
                    "</m:oMath>"),
                  {"x≥1"}},
        StoryCase{
            "RubyShowsItsBase",
            p(run("<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase>"
                  "<w:r><w:t>a</w:t></w:r></w:rubyBase></w:ruby>")),
            {"a"}}),
    [](const auto& c) { return c.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Containers, DocxText,
    testing::Values(
        StoryCase{
            "LinksTagsAndControls",
            p("<w:hyperlink>" + text("a") + "</w:hyperlink><w:smartTag>" +
              text("b") + "</w:smartTag><w:customXml>" + text("c") +
              "</w:customXml><w:sdt><w:sdtPr/><w:sdtContent>" + text("d") +
              "</w:sdtContent></w:sdt><w:fldSimple w:instr=\"REF x\">" +
              text("e") + "</w:fldSimple>"),
            {"abcde"}},
        StoryCase{"ControlsAroundParagraphs",
                  "<w:sdt><w:sdtContent>" + para("a") +
                      "</w:sdtContent></w:sdt><w:customXml>" + para("b") +
                      "</w:customXml>",
                  {"a", "b"}},
        StoryCase{"AControlThatAsksToBeFilledInIsEmpty",
                  p(text("a") +
                    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
                    "<w:sdtContent>" +
                    text("Click here") + "</w:sdtContent></w:sdt>"),
                  {"a"}},
        StoryCase{"FieldsShowTheirResult",
                  p(text("a ") + field("REF b", "c")),
                  {"a c"}},
        StoryCase{
            "FieldsInsideOfFields",
            p(run("<w:fldChar w:fldCharType=\"begin\"/>") +
              run("<w:instrText>IF </w:instrText>") + field("REF b", "x") +
              run("<w:fldChar w:fldCharType=\"separate\"/>") + text("y") +
              run("<w:fldChar w:fldCharType=\"end\"/>") + text("z")),
            {"yz"}},
        StoryCase{"PageNumbersAreLeftOut",
                  p(text("Trang ") + field(" PAGE  \\* MERGEFORMAT ", "7") +
                    "<w:fldSimple w:instr=\"NUMPAGES\">" + text("9") +
                    "</w:fldSimple>" + text(".")),
                  {"Trang ."}},
        StoryCase{"PageReferencesAreNoPageNumbers",
                  p(field("PAGEREF x", "7")),
                  {"7"}},
        StoryCase{"AFieldThatDoesNotEndHidesNoOtherParagraph",
                  p(run("<w:fldChar w:fldCharType=\"begin\"/>") + text("x")) +
                      para("a") + p(run("<w:fldChar w:fldCharType=\"end\"/>")) +
                      para("b"),
                  {"", "a", "", "b"}},
        StoryCase{
            "OneOfTwoAlternatives",
            p(run("<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>a"
                  "</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback>"
                  "</mc:AlternateContent>")) +
                p(run("<mc:AlternateContent><mc:Choice Requires=\"x\"><w:t>a"
                      "</w:t></mc:Choice><mc:Fallback><w:t>b</w:t>"
                      "</mc:Fallback></mc:AlternateContent>")),
            {"a", "b"}},
        StoryCase{
            "AnAlternativeWithoutFallback",
            p(text("c") + run("<mc:AlternateContent><mc:Choice Requires=\"x "
                              "wps\"><w:t>a</w:t></mc:Choice>"
                              "</mc:AlternateContent>")),
            {"c"}},
        StoryCase{
            "TextBoxesStandBeforeTheirLine",
            p(text("a") +
              run("<w:pict><v:shape><v:textbox>" + box(para("x") + para("y")) +
                  "</v:textbox></v:shape></w:pict>") +
              text("b")),
            {"x", "y", "ab"}},
        StoryCase{
            "DrawnTextBoxesOnce",
            p(run("<mc:AlternateContent><mc:Choice Requires=\"wps\">"
                  "<w:drawing><wps:txbx>" +
                  box(para("x")) +
                  "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                  "<v:textbox>" +
                  box(para("x")) +
                  "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>") +
              text("a")),
            {"x", "a"}},
        StoryCase{"EmptyParagraphsAreEmptyLines",
                  para("a") + "<w:p/>" + para("b"),
                  {"a", "", "b"}}),
    [](const auto& c) { return c.param.name; });

INSTANTIATE_TEST_SUITE_P(
    TrackedChanges, DocxText,
    testing::Values(
        StoryCase{"InsertionsStandAndDeletionsDoNot",
                  p(text("a") + "<w:ins>" + text("b") + "</w:ins><w:del>" +
                    run("<w:delText>c</w:delText>") + "</w:del>"),
                  {"ab"}},
        StoryCase{"MovedTextStandsAtItsDestination",
                  p(text("a") + "<w:moveFrom>" + text("m") + "</w:moveFrom>") +
                      p("<w:moveTo>" + text("m") + "</w:moveTo>"),
                  {"a", "m"}},
        StoryCase{"ADeletedEndJoinsParagraphs",
                  p(text("a "), "<w:rPr><w:del/></w:rPr>") + para("b"),
                  {"a b"}},
        StoryCase{
            "ADeletedParagraphLeavesNothing",
            para("a") +
                p("<w:del>" + run("<w:delText>x</w:delText>") + "</w:del>",
                  "<w:rPr><w:del/></w:rPr>") +
                para("b"),
            {"a", "b"}},
        StoryCase{"TheLastDeletedParagraphLeavesNothing",
                  para("a") + p("<w:del>" + run("<w:delText>x</w:delText>") +
                                    "</w:del>",
                                "<w:rPr><w:del/></w:rPr>"),
                  {"a"}},
        StoryCase{"AnInsertedEndStands",
                  p(text("a"), "<w:rPr><w:ins/></w:rPr>") + para("b"),
                  {"a", "b"}},
        StoryCase{"CommentsAndOldLooksAreLeftOut",
                  p("<w:commentRangeStart/>" +
                    text("a",
                         "<w:rPrChange><w:rPr><w:vanish/></w:rPr>"
                         "</w:rPrChange>") +
                    run("<w:commentReference w:id=\"0\"/>")),
                  {"a"}},
        StoryCase{"DeletedRowsAreLeftOut",
                  "<w:tbl><w:tr><w:tc>" + para("h") + "</w:tc><w:tc>" +
                      para("k") +
                      "</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" +
                      para("x") + "</w:tc></w:tr><w:tr><w:tc>" + para("a") +
                      "</w:tc><w:tc>" + para("b") + "</w:tc></w:tr></w:tbl>",
                  {"h@1.0.0", "k@1.0.1", "a@1.1.0", "b@1.1.1"}}),
    [](const auto& c) { return c.param.name; });

TEST(DocxChanges, AreSaid) {
  const auto source =
      read(docx(p(text("a") + "<w:ins>" + text("b") + "</w:ins><w:del/>")),
           "a.docx");
  ASSERT_TRUE(source);
  ASSERT_EQ(source->diagnostics.size(), 1U);
  EXPECT_EQ(source->diagnostics[0].code, "tracked-changes");
}

TEST(DocxChanges, NoneAreSaidWhereNoneAre) {
  const auto source = read(docx(para("a")), "a.docx");
  ASSERT_TRUE(source);
  EXPECT_TRUE(source->diagnostics.empty());
}

}  // namespace
}  // namespace kehoach
