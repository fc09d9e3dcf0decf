#include "rulebook/openings.h"

#include <gtest/gtest.h>

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
          Openings::Start start = {}) {
  Openings openings;
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

// What a match is, short of its groups.
using Places = std::vector<std::pair<std::string, std::uint32_t>>;

Places places_of(const std::vector<Match>& matches) {
  Places out;
  for (const Match& match : matches)
    out.emplace_back(match.rule->id, match.span.begin * 1000 + match.span.end);
  return out;
}

// Those who ask why look at every trigger and never at the openings.
TEST(Openings, PassNoMatchOfTheRulesThatShip) {
  const Rulebook& book = shipped();
  const auto same = [&](const RuleExample& example) {
    const std::string folded = fold_for_match(example.text);
    const Span all{0, static_cast<std::uint32_t>(folded.size())};
    const Families families = ~0U;
    LookLog log;
    EXPECT_EQ(
        places_of(book.scan(families, folded, all, SectionRole::tasks)),
        places_of(book.scan(families, folded, all, SectionRole::tasks, &log)))
        << example.text;
    for (std::uint32_t at = 0; at < all.end; ++at) {
      const auto quick = book.match_at(Family::deadlines, folded, {at, all.end},
                                       SectionRole::tasks);
      const auto slow = book.match_at(Family::deadlines, folded, {at, all.end},
                                      SectionRole::tasks, &log);
      ASSERT_EQ(quick.has_value(), slow.has_value()) << example.text;
      if (quick) {
        EXPECT_EQ(quick->span, slow->span);
        EXPECT_EQ(quick->rule, slow->rule);
      }
    }
  };
  for (const Rule& rule : book.rules()) {
    for (const RuleExample& example : rule.examples) same(example);
    for (const RuleExample& example : rule.counterexamples) same(example);
  }
}

TEST(Openings, ManyMayAskAtOnce) {
  Openings openings;
  for (const char* word : {"trước ngày", "trước năm", "trong quý", "tháng"})
    openings.add(word, {std::string(word, 1)});
  openings.build();
  const std::string_view text = "trước năm";
  std::vector<Ids> found(8);
  std::vector<std::thread> threads;
  for (Ids& ids : found) {
    threads.emplace_back([&] {
      openings.find(text, 0, static_cast<std::uint32_t>(text.size()), {}, ids);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Ids& ids : found) EXPECT_EQ(ids, Ids{1});
}

}  // namespace
}  // namespace kehoach
