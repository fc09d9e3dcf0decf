#include "rulebook/openings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "rulebook/rulebook.h"
#include "rulebook/shipped.h"

namespace kehoach {
namespace {

using Ids = std::vector<std::uint32_t>;

struct Added {
  std::string expression;
  std::vector<std::string> triggers;
};

Ids found(const std::vector<Added>& rules, std::string_view text,
          Openings::Start start = {},
          std::size_t most_states = Openings::kMostStates) {
  Openings openings(most_states);
  for (const Added& rule : rules) openings.add(rule.expression, rule.triggers);
  openings.build();
  Ids ids;
  openings.find(text, 0, static_cast<std::uint32_t>(text.size()), start, ids);
  return ids;
}

// One rule, by an expression and a text that it may match or not.
struct ShapeCase {
  std::string name;
  std::string expression;
  std::string text;
  bool may = true;
};
void PrintTo(const ShapeCase& c, std::ostream* out) { *out << c.name; }

class Shape : public testing::TestWithParam<ShapeCase> {};

TEST_P(Shape, TellsWhatMayMatch) {
  const ShapeCase& c = GetParam();
  const std::string first = c.text.substr(0, 1);
  EXPECT_EQ(!found({{c.expression, {first}}}, c.text).empty(), c.may);
}

INSTANTIATE_TEST_SUITE_P(
    Openings, Shape,
    testing::Values(
        ShapeCase{"letters", "trước ngày", "trước ngày 3"},
        ShapeCase{"other_letters", "trước ngày", "trước năm", false},
        ShapeCase{"too_short", "trước ngày", "trước ng", false},
        ShapeCase{"choice", "đến (?:hết )?(?:năm|quý)", "đến hết quý 3"},
        ShapeCase{"no_choice", "đến (?:hết )?(?:năm|quý)", "đến hết khi",
                  false},
        ShapeCase{"digits", R"(x(?P<day>\d{1,2})/)", "x31/"},
        ShapeCase{"too_many_digits", R"(x(?P<day>\d{1,2})/)", "x312/", false},
        ShapeCase{"too_few", R"(x\d{2,3}\.)", "x1.", false},
        ShapeCase{"any_number", R"(x[^.;]{3,80}kết quả)", "x và gửi kết quả"},
        ShapeCase{"beyond_a_stop", R"(x[^.;]{3,80}kết quả)", "x; kết quả",
                  false},
        ShapeCase{"class_of_letters", "x[éê]y", "xêy"},
        ShapeCase{"ascii_is_not_in_it", "x[éê]y", "xey", false},
        ShapeCase{"negated_class", R"(x[^\s.,]+ y)", "xứng y"},
        ShapeCase{"only_letters", R"(x[^\d\W_]y)", "xé", false},
        ShapeCase{"range", "x[a-fđ]y", "xcy"},
        ShapeCase{"outside_of_range", "x[a-fđ]y", "xgy", false},
        ShapeCase{"hyphen_is_a_letter", "x[/-]y", "x-y"},
        ShapeCase{"hexadecimal", R"(x[’\x27]y)", "x'y"},
        ShapeCase{"bracket_first", R"(x[]a]y)", "x]y"},
        ShapeCase{"escape", R"(x\(y\))", "x(y)"},
        ShapeCase{"loop_in_loop", "x(?:a*b?)*c", "xaabac"},
        ShapeCase{"loop_that_ends", "x(?:a*b?)*c", "xaabad", false},
        // What is not read allows everything.
        ShapeCase{"flags", "(?i)X", "xa"},
        ShapeCase{"unicode_class", R"(x\pLy)", "x"}),
    [](const auto& test) { return test.param.name; });

TEST(Openings, ATriggerMustStandThereToo) {
  EXPECT_EQ(
      found({{"trước ngày", {"trước"}}, {"trước ngày", {"từ"}}}, "trước ngày"),
      Ids{0});
  // One of them is enough, and longer than what is matched it may be.
  EXPECT_EQ(found({{"tr", {"trong", "trước"}}}, "trước"), Ids{0});
  EXPECT_EQ(found({{"tr", {"trong", "trước"}}}, "tranh"), Ids{});
}

TEST(Openings, AllRulesAreFoundInOrder) {
  const std::vector<Added> rules = {{"trước ngày", {"trước"}},
                                    {"trước", {"trước"}},
                                    {"trước năm", {"trước"}},
                                    {"tr", {"trước ngày", "tr"}}};
  EXPECT_EQ(found(rules, "trước ngày"), (Ids{0, 1, 3}));
}

TEST(Openings, NumbersAndParagraphsOpenToo) {
  const std::vector<Added> rules = {{R"(\d+%)", {"\\d"}}, {"[a-z1]+", {"^"}}};
  EXPECT_EQ(found(rules, "15%", {false, true}), Ids{0});
  EXPECT_EQ(found(rules, "15%", {true, true}), (Ids{0, 1}));
  EXPECT_EQ(found(rules, "15%", {true, false}), Ids{1});
  EXPECT_EQ(found(rules, "15 xã", {false, true}), Ids{});
}

// RE2 is asked what stands beyond: else long clauses cost their square.
TEST(Openings, NoWalkGoesOnForLong) {
  const std::vector<Added> rules = {{"x[^.]{1,400}y", {"x"}}, {"xb", {"x"}}};
  EXPECT_EQ(found(rules, "x" + std::string(100, 'a')), Ids{});
  EXPECT_EQ(found(rules, "x" + std::string(2000, 'a')), Ids{0});
}

TEST(Openings, WithFewStatesMoreRulesMayMatchAndNoneIsLost) {
  const std::vector<Added> rules = {{"trước ngày", {"trước"}},
                                    {"trước năm", {"trước"}},
                                    {"trước", {"trong"}},
                                    {R"(\d+%)", {"\\d"}},
                                    {"[a-z1]+", {"^"}}};
  for (const Openings::Start start :
       {Openings::Start{}, {true, false}, {false, true}, {true, true}}) {
    for (const std::string_view text :
         {"trước ngày", "15%", "", "trong", "x"}) {
      const Ids all = found(rules, text, start);
      for (const std::size_t most : {0U, 5U, 8U}) {
        const Ids some = found(rules, text, start, most);
        EXPECT_TRUE(
            std::includes(some.begin(), some.end(), all.begin(), all.end()))
            << text << ", " << most;
        // A trigger that does not stand there lets none through.
        if (text != "trong") {
          EXPECT_EQ(std::count(some.begin(), some.end(), 2U), 0) << text;
        }
      }
    }
  }
}

// What a match is, short of its groups.
using FoundPlaces = std::vector<std::pair<std::string, std::uint32_t>>;

FoundPlaces found_in(const std::vector<Match>& matches) {
  FoundPlaces out;
  for (const Match& match : matches)
    out.emplace_back(match.rule->id, match.span.begin * 1000 + match.span.end);
  return out;
}

constexpr SectionRole kRoles[] = {
    SectionRole::none,         SectionRole::preamble,  SectionRole::purpose,
    SectionRole::objectives,   SectionRole::tasks,     SectionRole::funding,
    SectionRole::organisation, SectionRole::reporting, SectionRole::timing,
    SectionRole::situation,    SectionRole::closing};
constexpr Family kFamilies[] = {Family::outline,    Family::identity,
                                Family::references, Family::assignments,
                                Family::deadlines,  Family::targets,
                                Family::mend};

// Those who ask why look at every trigger and never at the openings.
void expect_same(const Rulebook& book, const RuleExample& example) {
  const std::string folded = fold_for_match(example.text);
  const Span all{0, static_cast<std::uint32_t>(folded.size())};
  LookLog log;
  for (const SectionRole role : kRoles) {
    EXPECT_EQ(found_in(book.scan(~0U, folded, all, role)),
              found_in(book.scan(~0U, folded, all, role, &log)))
        << example.text;
  }
  for (const Family family : kFamilies) {
    for (std::uint32_t at = 0; at < all.end; ++at) {
      const Span rest{at, all.end};
      const auto quick =
          book.match_at(family, folded, rest, SectionRole::tasks);
      const auto slow =
          book.match_at(family, folded, rest, SectionRole::tasks, &log);
      ASSERT_EQ(quick.has_value(), slow.has_value()) << example.text;
      if (!quick) continue;
      EXPECT_EQ(quick->span, slow->span);
      EXPECT_EQ(quick->rule, slow->rule);
    }
  }
}

TEST(Openings, PassNoMatchOfTheRulesThatShip) {
  const Rulebook& book = shipped();
  for (const Rule& rule : book.rules()) {
    for (const RuleExample& example : rule.examples) expect_same(book, example);
    for (const RuleExample& example : rule.counterexamples)
      expect_same(book, example);
  }
}

// From one state more ways lead on than it keeps beside itself.
TEST(Openings, ManyMayAskAtOnce) {
  const std::vector<std::string> words = {"tra", "trb", "trc", "trd",
                                          "tre", "trf", "trg", "trh"};
  Openings openings;
  for (const std::string& word : words) openings.add(word, {"tr"});
  openings.build();
  std::atomic<bool> go = false;
  std::vector<Ids> found(words.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < words.size(); ++i) {
    threads.emplace_back([&, i] {
      while (!go) std::this_thread::yield();
      openings.find(words[i], 0, 3, {}, found[i]);
    });
  }
  go = true;
  for (std::thread& thread : threads) thread.join();
  for (std::uint32_t i = 0; i < words.size(); ++i)
    EXPECT_EQ(found[i], Ids{i}) << words[i];
}

}  // namespace
}  // namespace kehoach
