#include "rulebook/phrases.h"

#include <gtest/gtest.h>

#include "text/text.h"

namespace kehoach {
namespace {

// Row 1 is listed twice over: the empty phrase is dropped, `sở` stays row 0.
const Phrases& phrases() {
  static const Phrases all({{"sở", 0},
                            {"sở y tế", 1},
                            {"", 2},
                            {"sở", 3},
                            {"ủy ban", 4},
                            {"ban", 5}});
  return all;
}

std::string_view text_of(const Phrase* phrase) {
  return phrase == nullptr ? std::string_view{} : phrase->text;
}

struct PhraseCase {
  std::string_view folded;
  std::size_t at;
  std::string_view found;  // empty: none
};

TEST(Phrases, TheLongestThatBeginsHere) {
  for (const PhraseCase& c : {
           PhraseCase{"sở y tế", 0, "sở y tế"},
           PhraseCase{"sở y", 0, "sở"},
           PhraseCase{"sở, ban", 0, "sở"},
           PhraseCase{"sở, ban", 6, "ban"},
           PhraseCase{"ủy ban nhân dân", 0, "ủy ban"},
           // Only whole words, and nothing behind the end.
           PhraseCase{"sởi", 0, ""},
           PhraseCase{"sở y tếu", 0, "sở"},
           PhraseCase{"bang", 0, ""},
           PhraseCase{"sở", 4, ""},
           PhraseCase{"", 0, ""},
       }) {
    EXPECT_EQ(text_of(phrases().at(c.folded, c.at)), c.found) << c.folded;
    EXPECT_EQ(phrases().size_at(c.folded, c.at), c.found.size()) << c.folded;
    EXPECT_EQ(phrases().stands_at(c.folded, c.at), !c.found.empty());
  }
}

TEST(Phrases, AnyThatBeginsHereThoughItsWordGoesOn) {
  EXPECT_TRUE(phrases().begins_at("sởi", 0));
  EXPECT_TRUE(phrases().begins_at("caban", 2));
  EXPECT_FALSE(phrases().begins_at("ủy", 0));
  EXPECT_FALSE(phrases().begins_at("y tế", 0));
  EXPECT_FALSE(phrases().begins_at("sở", 4));
  EXPECT_FALSE(Phrases().begins_at("sở", 0));
}

// All texts of up to four letters, against phrases that share beginnings.
TEST(Phrases, AsByComparingEachOfThem) {
  const std::vector<std::string> words = {"b",   "ba",  "bab", "a b", "a ba",
                                          "abb", "b a", "bb",  " b",  "ba"};
  std::vector<Phrase> listed;
  for (std::uint32_t i = 0; i < words.size(); ++i)
    listed.push_back({words[i], i});
  const Phrases all(listed);
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string text = texts[i];
    if (text.size() < 4) {
      for (const char c : {'a', 'b', ' '}) texts.push_back(text + c);
    }
    const Phrase* longest = nullptr;
    for (const Phrase& phrase : listed) {
      if (starts_with(text, phrase.text) &&
          is_word_boundary(text, phrase.text.size()) &&
          (longest == nullptr || phrase.text.size() > longest->text.size()))
        longest = &phrase;
    }
    const Phrase* found = all.at(text, 0);
    EXPECT_EQ(text_of(found), text_of(longest)) << text;
    if (found != nullptr) {
      EXPECT_EQ(found->row, longest->row) << text;
    }
  }
}

TEST(Phrases, TheLongestThatEndsIt) {
  EXPECT_EQ(text_of(phrases().ending("các ủy ban")), "ủy ban");
  EXPECT_EQ(text_of(phrases().ending("các ban")), "ban");
  EXPECT_EQ(text_of(phrases().ending("các sở y tế")), "sở y tế");
  EXPECT_EQ(phrases().ending("caban"), nullptr);
  EXPECT_EQ(phrases().ending("ban nào"), nullptr);
  EXPECT_EQ(phrases().ending(""), nullptr);
}

TEST(Phrases, AllOfIt) {
  EXPECT_EQ(text_of(phrases().exact("sở")), "sở");
  EXPECT_EQ(text_of(phrases().exact("sở y tế")), "sở y tế");
  EXPECT_EQ(phrases().exact("sở y"), nullptr);
  EXPECT_EQ(phrases().exact(""), nullptr);
}

TEST(Phrases, KeepRowsAndTheFirstOfTwins) {
  EXPECT_EQ(phrases().at("sở", 0)->row, 0U);
  EXPECT_EQ(phrases().at("ủy ban", 0)->row, 4U);
  EXPECT_EQ(phrases().all().size(), 5U);
}

TEST(Phrases, NoneFindNothing) {
  EXPECT_EQ(Phrases().at("sở", 0), nullptr);
  EXPECT_EQ(Phrases().ending("sở"), nullptr);
  EXPECT_EQ(Phrases().exact("sở"), nullptr);
}

}  // namespace
}  // namespace kehoach
