#include "report/layout.h"

#include <gtest/gtest.h>

namespace kehoach {
namespace {

TEST(Wrap, BreaksBetweenWords) {
  struct Case {
    const char *first, *text;
    std::size_t indent, width;
    const char* lines;
  };
  for (const Case& c : {
           Case{"a) ", "bb cc dd", 3, 8, "a) bb cc\n   dd\n"},
           Case{"", "bb cc dd", 0, 99, "bb cc dd\n"},
           // Letters count, not bytes.
           Case{"", "trẻ em đẹp", 0, 6, "trẻ em\nđẹp\n"},
           Case{"", "một nghiêng x", 1, 4, "một\n nghiêng\n x\n"},
           Case{"", "a\nb  c", 0, 9, "a b c\n"},
           Case{"- ", "", 2, 9, "- \n"},
           Case{"", "\x1b[1mtrẻ\x1b[0m em", 0, 6, "\x1b[1mtrẻ\x1b[0m em\n"},
       }) {
    EXPECT_EQ(wrap(c.first, c.text, c.indent, c.width), c.lines) << c.text;
  }
}

TEST(Shorten, CutsBetweenWords) {
  EXPECT_EQ(shorten("trẻ em đẹp", 10), "trẻ em đẹp");
  EXPECT_EQ(shorten("trẻ em đẹp", 9), "trẻ em…");
  EXPECT_EQ(shorten("trẻ em đẹp", 4), "trẻ…");
  // A word that is longer than half of the room is cut itself.
  EXPECT_EQ(shorten("a nghiêng", 6), "a ngh…");
  EXPECT_EQ(shorten("tre\u0309 em", 3), "tr…");
  EXPECT_EQ(shorten("", 3), "");
}

TEST(Columns, CountsWhatIsSeen) {
  EXPECT_EQ(columns("trẻ"), 3U);
  EXPECT_EQ(columns("tre\u0309"), 3U);
  EXPECT_EQ(columns("\x1b[1;33mđ\x1b[0m"), 1U);
  EXPECT_EQ(pad("đẹp", 5), "đẹp  ");
  EXPECT_EQ(pad("đẹp", 2), "đẹp");
}

// A file name must not be able to move the cursor or forge a line.
TEST(Printable, TakesControlCharactersAway) {
  EXPECT_EQ(printable("a\nb\x1b[2J\x7f.txt"), "a?b?[2J?.txt");
  EXPECT_EQ(printable("Kế hoạch.pdf"), "Kế hoạch.pdf");
  EXPECT_EQ(printable("a\xff"
                      "b"),
            "a?b");
  // Nor show itself backwards, or spoil the XML of a workbook.
  EXPECT_EQ(printable("a\u202Etxt\u2066\u2069\u202Ab\u2028\u2029"),
            "a?txt???b??");
  EXPECT_EQ(printable("a\uFFFE\uFFFF\uFFFD\u200E\u206A"),
            "a??\uFFFD\u200E\u206A");
  EXPECT_EQ(printable_lines("a\n\rb\n"), "a\n?b\n");
}

TEST(Paint, IsPlainWithoutColour) {
  EXPECT_EQ(paint({80, false}, Colour::bad, "x"), "x");
  EXPECT_EQ(paint({80, true}, Colour::bad, "x"), "\x1b[31mx\x1b[0m");
}

}  // namespace
}  // namespace kehoach
