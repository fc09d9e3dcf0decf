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

struct Case {
  const char* name;
  std::string_view page;
  std::string_view expected;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class HtmlTokensOf : public testing::TestWithParam<Case> {};

TEST_P(HtmlTokensOf, Page) {
  EXPECT_EQ(tokens_of(GetParam().page), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, HtmlTokensOf,
    testing::Values(
        Case{"Nothing", "", ""}, Case{"Text", "a b", "a b|"},
        Case{"Tags", "<p>a</p>", "<p>|a|</p>|"},
        // A `<` that opens nothing is text.
        Case{"LessThan", "a < b <3 <", "a < b <3 <|"},
        Case{"EmptyEndTag", "a</>b", "a|b|"},
        Case{"EndTagOfNoName", "a</ b>c", "a|c|"},
        // Attributes.
        Case{"Quotes", "<a href=\"x>y\" id='1' b=c d>",
             "<a href=x>y id=1 b=c d=>|"},
        Case{"Blanks", "<td\n colspan = 2\trowspan= \"3\">",
             "<td colspan=2 rowspan=3>|"},
        Case{"SlashInAnUnquotedValue", "<a href=x/y/>", "<a href=x/y/>|"},
        Case{"SelfClosing", "<br/><br />", "<br/>|<br/>|"},
        Case{"EqualsBelongsToTheName", "<p =x>", "<p =x=>|"},
        Case{"QuoteThatIsLeftOpen", "<p>a<p id=\"b>c", "<p>|a|"},
        Case{"TagThatIsCutOff", "a<p cla", "a|"},
        // What is no tag.
        Case{"Comment", "a<!-- <p> -- > -->b", "a|b|"},
        Case{"ShortComments", "a<!-->b<!--->c<!---->d", "a|b|c|d|"},
        Case{"CommentWithABang", "a<!-- x --!>b", "a|b|"},
        Case{"CommentThatIsLeftOpen", "a<!-- b", "a|"},
        Case{"HiddenConditional", "a<!--[if gte mso 9]><p>b</p><![endif]-->c",
             "a|c|"},
        Case{"ShownConditional", "a<![if !supportLists]>b<![endif]>c",
             "a|b|c|"},
        Case{"Declarations", "<!DOCTYPE html><?xml version='1.0'?>a", "a|"},
        // What is never shown as text.
        Case{"Style", "<style>p > a { }</style>a", "<style>|</style>|a|"},
        Case{"TagsInAScript", "<script>'<p>' </scripty></SCRIPT >a",
             "<script>|</SCRIPT>|a|"},
        Case{"ScriptInAScript", "<script><!-- <script> </script> --></script>a",
             "<script>|</script>|a|"},
        Case{"CommentInAScriptHidesNoEnd", "<script><!-- a</script>b",
             "<script>|</script>|b|"},
        Case{"TitleThatIsLeftOpen", "<title>a<p>b", "<title>|"},
        Case{"Noscript", "<noscript><p>a</p></noscript>b",
             "<noscript>|</noscript>|b|"},
        Case{"Plaintext", "<plaintext>a<p>b", "<plaintext>|a<p>b|"}),
    [](const auto& c) { return c.param.name; });

TEST(HtmlTokens, InXmlAnElementMayCloseItself) {
  EXPECT_EQ(tokens_of("<script src='x'/>a", true), "<script src=x/>|a|");
  EXPECT_EQ(tokens_of("<script src='x'/>a", false), "<script src=x/>|");
}

}  // namespace
}  // namespace kehoach
