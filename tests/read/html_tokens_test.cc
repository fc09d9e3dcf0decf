#include "read/html_tokens.h"

#include <gtest/gtest.h>

#include <string>

namespace kehoach {
namespace {

// Texts as they are, start tags as `<name a=v>`, end tags as `</name>`, each
// token between bars.
std::string tokens_of(std::string_view page, bool xml = false) {
  HtmlTokens tokens(page);
  tokens.set_self_closing(xml);
  std::string out;
  HtmlToken token;
  while (tokens.next(token)) {
    if (token.kind == HtmlToken::Kind::text) {
      out += std::string(token.text) + "|";
      continue;
    }
    out += token.kind == HtmlToken::Kind::start ? "<" : "</";
    out += token.text;
    for (const HtmlAttribute& a : token.attributes)
      out += " " + std::string(a.name) + "=" + std::string(a.value);
    out += token.self_closing ? "/>|" : ">|";
  }
  return out;
}

struct TokenCase {
  const char* name;
  std::string_view page;
  std::string_view expected;
};

void PrintTo(const TokenCase& c, std::ostream* out) { *out << c.name; }

class HtmlTokensOf : public testing::TestWithParam<TokenCase> {};

TEST_P(HtmlTokensOf, Page) {
  EXPECT_EQ(tokens_of(GetParam().page), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, HtmlTokensOf,
    testing::Values(
        TokenCase{"Nothing", "", ""}, TokenCase{"Text", "a b", "a b|"},
        TokenCase{"Tags", "<p>a</p>", "<p>|a|</p>|"},
        // A `<` that opens nothing is text.
        TokenCase{"LessThan", "a < b <3 <", "a < b <3 <|"},
        TokenCase{"EmptyEndTag", "a</>b", "a|b|"},
        TokenCase{"EndTagOfNoName", "a</ b>c", "a|c|"},
        // Attributes.
        TokenCase{"Quotes", "<a href=\"x>y\" id='1' b=c d>",
                  "<a href=x>y id=1 b=c d=>|"},
        TokenCase{"Blanks", "<td\n colspan = 2\trowspan= \"3\">",
                  "<td colspan=2 rowspan=3>|"},
        TokenCase{"SlashInAnUnquotedValue", "<a href=x/y/>", "<a href=x/y/>|"},
        TokenCase{"SelfClosing", "<br/><br />", "<br/>|<br/>|"},
        TokenCase{"EqualsBelongsToTheName", "<p =x>", "<p =x=>|"},
        TokenCase{"QuoteThatIsLeftOpen", "<p>a<p id=\"b>c", "<p>|a|"},
        TokenCase{"TagThatIsCutOff", "a<p cla", "a|"},
        // What is no tag.
        TokenCase{"Comment", "a<!-- <p> -- > -->b", "a|b|"},
        TokenCase{"ShortComments", "a<!-->b<!--->c<!---->d", "a|b|c|d|"},
        TokenCase{"CommentWithABang", "a<!-- x --!>b", "a|b|"},
        TokenCase{"CommentThatIsLeftOpen", "a<!-- b", "a|"},
        TokenCase{"HiddenConditional",
                  "a<!--[if gte mso 9]><p>b</p><![endif]-->c", "a|c|"},
        TokenCase{"ShownConditional", "a<![if !supportLists]>b<![endif]>c",
                  "a|b|c|"},
        TokenCase{"Declarations", "<!DOCTYPE html><?xml version='1.0'?>a",
                  "a|"},
        // What is never shown as text.
        TokenCase{"Style", "<style>p > a { }</style>a", "<style>|</style>|a|"},
        TokenCase{"TagsInAScript", "<script>'<p>' </scripty></SCRIPT >a",
                  "<script>|</SCRIPT>|a|"},
        TokenCase{"ScriptInAScript",
                  "<script><!-- <script> </script> --></script>a",
                  "<script>|</script>|a|"},
        TokenCase{"CommentInAScriptHidesNoEnd", "<script><!-- a</script>b",
                  "<script>|</script>|b|"},
        TokenCase{"TitleThatIsLeftOpen", "<title>a<p>b", "<title>|"},
        TokenCase{"Noscript", "<noscript><p>a</p></noscript>b",
                  "<noscript>|</noscript>|b|"},
        TokenCase{"Plaintext", "<plaintext>a<p>b", "<plaintext>|a<p>b|"}),
    [](const auto& c) { return c.param.name; });

TEST(HtmlTokens, InXmlAnElementMayCloseItself) {
  EXPECT_EQ(tokens_of("<script src='x'/>a", true), "<script src=x/>|a|");
  EXPECT_EQ(tokens_of("<script src='x'/>a", false), "<script src=x/>|");
}

}  // namespace
}  // namespace kehoach
