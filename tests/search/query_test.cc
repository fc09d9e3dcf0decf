#include "search/query.h"

#include <gtest/gtest.h>

namespace kehoach {
namespace {

TEST(ParseQuery, CutsIntoPhrases) {
  struct Case {
    const char* typed;
    Query query;
  };
  const Case cases[] = {
      {"tre em bi", {{"tre", "em", "bi"}, {"tre", "em", "bi"}}},
      {"\"Trẻ em\" Đội", {{"Trẻ em", "Đội"}, {"tre em", "doi"}}},
      {"“Trẻ em” Đội", {{"Trẻ em", "Đội"}, {"tre em", "doi"}}},
      // An open quotation ends with the text.
      {"Đội \"trẻ em", {{"Đội", "trẻ em"}, {"doi", "tre em"}}},
      {"a\"b c\"d", {{"a", "b c", "d"}, {"a", "b c", "d"}}},
      // Letters typed in pieces are put together, as in documents.
      {"tre\u0309 em", {{"trẻ", "em"}, {"tre", "em"}}},
      // A code is a phrase, since its marks are no words.
      {"1515/KH-UBND", {{"1515/KH-UBND"}, {"1515 kh ubnd"}}},
      // What FTS5 would take for syntax.
      {"NOT a OR (b+) ^c {d}: NEAR(e)",
       {{"NOT", "a", "OR", "(b+)", "^c", "{d}:", "NEAR(e)"},
        {"not", "a", "or", "b", "c", "d", "near e"}}},
      {"- trẻ", {{"trẻ"}, {"tre"}}},
      {"", {}},
      {" \"\" -*- '", {}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(parse_query(c.typed).printed, c.query.printed) << c.typed;
    EXPECT_EQ(parse_query(c.typed).folded, c.query.folded) << c.typed;
  }
}

}  // namespace
}  // namespace kehoach
