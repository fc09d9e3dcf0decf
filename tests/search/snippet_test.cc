#include "search/snippet.h"

#include <gtest/gtest.h>

namespace kehoach {
namespace {

// The snippet with its marks drawn as brackets.
std::string drawn(const Snippet& snippet) {
  std::string out = snippet.text;
  for (auto mark = snippet.marks.rbegin(); mark != snippet.marks.rend();
       ++mark) {
    out.insert(mark->end, 1, ']');
    out.insert(mark->begin, 1, '[');
  }
  return out;
}

TEST(MakeSnippet, ShowsThePlaceOfMostMarks) {
  struct Case {
    const char* name;
    const char* text;
    std::vector<std::string> phrases;
    std::size_t width;
    const char* expected;
  };
  const Case cases[] = {
      {"whole",
       "Hỗ trợ trẻ em bị xâm hại.",
       {"tre em", "hai"},
       99,
       "Hỗ trợ [trẻ em] bị xâm [hại]."},
      {"cut on both sides",
       "Hỗ trợ trẻ em bị xâm hại",
       {"tre em"},
       13,
       "…trợ [trẻ em] bị…"},
      {"densest",
       "em đi học; có em, rồi trẻ em",
       {"tre", "em"},
       10,
       "…rồi [trẻ] [em]"},
      {"only whole words", "kem, em", {"em"}, 99, "kem, [em]"},
      {"phrase needs its order", "em trẻ", {"tre em"}, 99, "em trẻ"},
      {"overlapping phrases are one mark",
       "trẻ em gái",
       {"tre em", "em gai"},
       99,
       "[trẻ em gái]"},
      {"words typed in pieces", "tre\u0309 em", {"tre"}, 99, "[tre\u0309] em"},
      {"nothing found", "Hỗ trợ trẻ em", {"x"}, 6, "Hỗ trợ…"},
      {"empty", "", {"x"}, 6, ""},
      {"one word wider than the snippet",
       "nghiêng ngả",
       {"nghieng"},
       3,
       "[nghiêng]…"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(drawn(make_snippet(c.text, c.phrases, c.width)), c.expected)
        << c.name;
  }
}

}  // namespace
}  // namespace kehoach
