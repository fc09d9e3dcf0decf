#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/text.h"

namespace kehoach {

void PrintTo(const SyllableCount& count, std::ostream* out) {
  *out << count.words << " words, " << count.exact << " exact, " << count.marked
       << " marked, " << count.folded << " folded";
}

namespace {

struct KindCase {
  const char* name;
  WordKind kind;
  std::vector<std::string_view> words;
};

const KindCase kKinds[] = {
    {"syllables",
     WordKind::exact,
     {"kế", "hoạch", "KẾ", "HOẠCH", "Ủy", "ban", "nghiêng", "ương", "uyên",
      "yêu", "ở", "ý", "à", "đồng", "Đắk", "Ðiều", "khuya", "khuỷu", "huých"}},
    {"old, new and misplaced tones",
     WordKind::exact,
     {"hòa", "hoà", "thủy", "thuỷ", "khỏe", "khoẻ", "họat", "qúy"}},
    {"q and gi take letters of the rhyme along",
     WordKind::exact,
     {"quan", "quốc", "quyết", "quý", "quýt", "quên", "gì", "gìn", "giếng",
      "già", "giữa", "giúp", "gỡ", "ghế"}},
    {"composed and not",
     WordKind::exact,
     {"ke\u0302\u0301", "k\u00EA\u0301", "hoa\u0323ch", "u\u031B\u01A1\u0323c",
      "ba\u0306\u0301c"}},
    {"wrong tone of a stopped rhyme, lost marks, two tones",
     WordKind::folded,
     {"hoach", "hoàch", "cãt", "viêc", "hòá", "quôc", "duoc"}},
    {"codes, acronyms, Roman numbers, single letters",
     WordKind::neutral,
     {"218", "UBND", "HĐND", "QĐ", "TTg", "CTr", "TƯ1", "VIII", "b", "đ", "3a",
      "LĐTBXH", "2024"}},
    {"foreign names and words",
     WordKind::neutral,
     {"Facebook", "Zalo", "COVID", "online", "website", "web", "internet",
      "Pleiku", "fax", "logistics"}},
    {"symbols alone", WordKind::neutral, {"©", "…", "%", "§"}},
    {"other encodings",
     WordKind::impossible,
     {"ho¹ch", "nh©n", "hoaïch", "nhaân", "chñ", "hoáº¡ch", "tr\u00ADíc", "nhµ",
      "®Þnh", "thùc\u2212"}},
    {"scraps of a bad scan",
     WordKind::impossible,
     {"hgn", "rnt", "l\xFF", "tnrờng", "ưrc", "ngìênh", "qế", "kôn", "cễ"}},
};

TEST(JudgeWord, KnowsSyllablesAndWhatSaysNothing) {
  for (const KindCase& c : kKinds) {
    for (const std::string_view word : c.words) {
      EXPECT_EQ(judge_word(word), c.kind) << c.name << ": " << word;
    }
  }
}

struct WordsCase {
  std::string_view text;
  std::vector<std::string_view> words;
};

const WordsCase kWords[] = {
    {"", {}},
    {" .,; ", {}},
    {"Số: 12/KH-UBND.", {"Số", "12", "KH", "UBND"}},
    {"“Kế hoạch” – 50 m²…", {"Kế", "hoạch", "50", "m"}},
    // Symbols that stand for letters in another encoding hold words together.
    {"nh©n d©n, trí®", {"nh©n", "d©n", "trí®"}},
    {"hiá»‡n\u00A0nay", {"hiá»‡n", "nay"}},
};

TEST(NextWord, CutsAtSpacesAndPunctuation) {
  for (const WordsCase& c : kWords) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    for (PrintedWord word = next_word(c.text, at); !word.text.empty();
         word = next_word(c.text, at)) {
      words.push_back(word.text);
    }
    EXPECT_EQ(words, c.words) << c.text;
  }
}

TEST(NextWord, TellsMarkedWords) {
  std::size_t at = 0;
  EXPECT_TRUE(next_word("Kế", at).marked);
  EXPECT_FALSE(next_word("“ban”", at = 0).marked);
}

struct CountCase {
  std::string_view text;
  SyllableCount count;
};

constexpr CountCase kCounts[] = {
    {"Kế hoạch số 12/KH-UBND", {3, 3, 3, 3}},
    {"Ủy ban nhân dân xã (Facebook, Zalo: 0900)", {5, 5, 4, 5}},
    {"Uy ban nhan dan xa, ke hoach so 5", {8, 7, 0, 8}},
    {"KÕ ho¹ch ph¸t triÓn", {4, 0, 0, 0}},
    {"12/2024", {0, 0, 0, 0}},
    {"", {0, 0, 0, 0}},
};

TEST(CountSyllables, SharesOutTheWords) {
  for (const CountCase& c : kCounts)
    EXPECT_EQ(count_syllables(c.text), c.count) << c.text;
  EXPECT_EQ(SyllableCount{}.exact_share(), 0);
  EXPECT_EQ((SyllableCount{4, 3, 2, 4}.exact_share()), 0.75);
  EXPECT_EQ((SyllableCount{4, 3, 2, 4}.folded_share()), 1);
}

}  // namespace
}  // namespace kehoach
