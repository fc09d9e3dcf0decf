// The index must be the one that SQLite's own tokenizer would have made.
#include "store/fast_tokenizer.h"

#include <gtest/gtest.h>

#include <random>

#include "text/text.h"

namespace kehoach {
namespace {

// All words of `texts` with the places where they stand, and where their bytes
// begin and end.
std::string index_of(const std::vector<std::string>& texts,
                     const std::string& options, bool fast) {
  Connection db(":memory:", SQLITE_OPEN_READWRITE);
  if (fast) use_fast_tokenizer(db);
  db.run("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize=\"" + options +
         "\");"
         "CREATE VIRTUAL TABLE words USING fts5vocab (t, instance)");
  Statement insert(db, "INSERT INTO t (x) VALUES (?)");
  for (const std::string& text : texts) insert.bind(text).run();
  std::string all;
  Statement words(db, "SELECT doc || ' ' || offset || ' ' || term FROM words");
  while (words.step()) all += words.text(0) + "\n";
  // Each text has one, as its last word.
  Statement places(
      db, "SELECT highlight(t, 0, '[', ']') FROM t WHERE t MATCH 'zzz'");
  while (places.step()) all += places.text(0) + "\n";
  EXPECT_TRUE(db.ok()) << db.take_error().message;
  return all;
}

void expect_same(std::vector<std::string> texts) {
  for (std::string& text : texts) text += " zzz";
  for (const char* options : {"unicode61", "unicode61 remove_diacritics 0",
                              "unicode61 remove_diacritics 2",
                              "unicode61 tokenchars '-/' separators 'x'"}) {
    const std::string own = index_of(texts, options, false);
    EXPECT_NE(own, "");
    EXPECT_EQ(index_of(texts, options, true), own) << options;
  }
}

TEST(FastTokenizer, FindsTheWordsOfPlans) {
  expect_same({
      "Sở LĐ-TB&XH chủ trì, phối hợp với UBND các huyện; hoàn thành trước ngày "
      "30/6/2025.",
      "KẾ HOẠCH Số: 1515/KH-UBND – “Bảo vệ trẻ em” … 100%",
      "đồng bộ, ĐỒNG BỘ, Đường Ưu tiên Ơn Ỹ ỵ",
      "",
      "   ",
      ".,;",
      "a",
      "Ÿ ÿ ß ſ Ĳ ŉ ǅ",
  });
}

TEST(FastTokenizer, LeavesLettersThatItDoesNotKnowToSqlite) {
  expect_same({
      "to\u031B\u0300 ho\u0323c",  // marks that combine
      "\u0300 a",
      "a\u0300",
      "\u0300",                  // alone, and at the end
      "日本語 привет ελληνικά",  // other scripts
      "😀 a😀b",                   // beyond the first plane
      "a\xFF\xFE b\xC3",         // no UTF-8
      "\xC0\x80 \xE1\xBA a \xE1\xBA\xA1",
      "\xEF\xBF\xBD\u00AD\u200B\u200D\u2060\uFEFFx",
  });
}

TEST(FastTokenizer, KnowsEachLetter) {
  std::vector<std::string> texts;
  for (char32_t begin = 1; begin < 0x2100; begin += 4) {
    std::string text;
    for (char32_t c = begin; c < begin + 4; ++c) {
      append_utf8(text, c);
      text += "a";
      append_utf8(text, c);
      text += " ";
    }
    texts.push_back(std::move(text));
  }
  expect_same(std::move(texts));
}

TEST(FastTokenizer, AgreesOnAnyBytes) {
  std::mt19937 random(7);
  constexpr std::string_view kParts[] = {
      "a", "B",  "9",    " ",    "-",    "đ",    "Ế",      "ộ",     "ư",
      "–", "\"", "\xE1", "\xBB", "\x87", "\xC4", "\u0301", "\n",    "_",
      "“", "x",  "\x01", "ÿ",    "İ",    "\xF0", "\u1EFF", "\u1E9E"};
  std::vector<std::string> texts(300);
  for (std::string& text : texts) {
    for (std::size_t i = random() % 40; i > 0; --i)
      text += kParts[random() % std::size(kParts)];
  }
  expect_same(std::move(texts));
}

}  // namespace
}  // namespace kehoach
