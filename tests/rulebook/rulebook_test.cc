#include "rulebook/rulebook.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "store/temp_dir.h"

namespace kehoach {
namespace {

constexpr std::string_view kPatterns = R"([patterns]
day = '(?P<day>3[01]|[12]\d|0?[1-9])'
twice = '{day}-x'
[lists]
seasons = ["Xuân", "hoà bình"]
)";

// A rule that is right in every line; each case below spoils one of them.
constexpr std::string_view kRule = R"([[rule]]
id = "deadline.before-day"
kind = "date"
scope = ["tasks"]
priority = 5
triggers = ["trước"]
pattern = 'trước ngày {day}'
examples = ["[trước ngày 10]"]
counterexamples = ["ngày 10"]
)";

std::vector<RuleFile> book_with(std::string rules) {
  return {{"rules/patterns.toml", std::string(kPatterns)},
          {"rules/deadlines.toml", std::move(rules)}};
}

std::string spoiled(std::string_view from, std::string_view to) {
  std::string rules(kRule);
  const std::size_t at = rules.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return rules.replace(at, from.size(), to);
}

struct WrongCase {
  std::string_view name;
  std::string_view from;
  std::string_view to;
  std::string_view message;
};

const WrongCase kWrong[] = {
    {"misspelt sub-pattern", "{day}", "{dya}",
     "rules/deadlines.toml:7: rule 'deadline.before-day': unknown sub-pattern "
     "{dya} (did you mean {day}?)"},
    {"unknown sub-pattern, nothing near", "{day}", "{agency}",
     "rules/deadlines.toml:7: rule 'deadline.before-day': unknown sub-pattern "
     "{agency}"},
    {"unknown list", "{day}", "{list:months}", "unknown list {list:months}"},
    {"no examples", "examples = [\"[trước ngày 10]\"]\n", "",
     "rules/deadlines.toml:1: rule 'deadline.before-day': has no examples"},
    {"no counterexamples", "counterexamples = [\"ngày 10\"]\n", "",
     "has no counterexamples"},
    {"no triggers", "triggers = [\"trước\"]\n", "", "has no triggers"},
    {"capital in a trigger", "[\"trước\"]", "[\"Trước\"]",
     "trigger 'Trước' must be folded text"},
    {"capital in the pattern", "'trước ngày", "'Trước ngày",
     "matched against folded text"},
    {"new tone placement", "'trước ngày", "'hoà ngày",
     "matched against folded text"},
    {"broken expression", "ngày {day}'", "ngày ({day}'",
     "deadlines.toml:7: rule 'deadline.before-day': pattern: missing )"},
    {"unknown scope", "\"tasks\"", "\"taks\"", "unknown scope 'taks'"},
    {"a scope that is no list", "[\"tasks\"]", "\"tasks\"",
     "scope must be [\"...\", ...]"},
    {"no id", "id = \"deadline.before-day\"\n", "", "has no id"},
    {"broken TOML", "priority = 5", "priority = = 5",
     "rules/deadlines.toml:5:"},
};

TEST(Rulebook, SaysWhatIsWrongByFileAndLine) {
  for (const WrongCase& c : kWrong) {
    const auto rules = parse_rulebook(book_with(spoiled(c.from, c.to)));
    ASSERT_FALSE(rules) << c.name;
    EXPECT_NE(rules.error().message.find(c.message), std::string::npos)
        << c.name << ": " << rules.error().message;
  }
}

TEST(Rulebook, RefusesTwoRulesOfOneName) {
  const auto rules =
      parse_rulebook(book_with(std::string(kRule) + std::string(kRule)));
  ASSERT_FALSE(rules);
  EXPECT_NE(rules.error().message.find("this id is taken"), std::string::npos);
}

TEST(Rulebook, RefusesAFileThatNothingReads) {
  auto files = book_with("");
  files[1] = {"rules/deadline.toml", std::string(kRule)};
  EXPECT_FALSE(parse_rulebook(files));
}

TEST(Rulebook, RefusesSubPatternsThatNameEachOther) {
  auto files = book_with(spoiled("{day}", "{a}"));
  files[0].content = "[patterns]\na = '{b}'\nb = '{a}'\n";
  const auto rules = parse_rulebook(files);
  ASSERT_FALSE(rules);
  EXPECT_NE(rules.error().message.find("circle"), std::string::npos);
}

// One rule a line: id, priority, trigger, pattern, further fields.
Rulebook rules_of(std::string text) {
  auto rules = parse_rulebook(book_with(std::move(text)));
  EXPECT_TRUE(rules) << rules.error().message;
  return std::move(*rules);
}

std::string rule(std::string_view id, int priority, std::string_view trigger,
                 std::string_view pattern, std::string_view more = "") {
  return "[[rule]]\nid = \"" + std::string(id) +
         "\"\npriority = " + std::to_string(priority) + "\ntriggers = ['" +
         std::string(trigger) + "']\npattern = '" + std::string(pattern) +
         "'\nexamples = [\"x\"]\ncounterexamples = [\"y\"]\n" +
         std::string(more) + "\n";
}

std::vector<std::string> found(const Rulebook& rules, std::string_view text,
                               SectionRole role = SectionRole::tasks) {
  std::vector<std::string> out;
  const std::string folded = fold_for_match(text);
  const Span all{0, static_cast<std::uint32_t>(folded.size())};
  for (const Match& m :
       rules.scan(only(Family::deadlines), folded, all, role)) {
    out.push_back(m.rule->id + "=" + std::string(slice(text, m.span)));
  }
  return out;
}

using Found = std::vector<std::string>;

// Overlaps: first begin, then priority, then length, then order.
TEST(Scan, SettlesOverlapsByTheWrittenPolicy) {
  EXPECT_EQ(found(rules_of(rule("a", 1, "hằng", "hằng năm trước") +
                           rule("b", 9, "trước", "trước ngày 10")),
                  "hằng năm trước ngày 10"),
            (Found{"a=hằng năm trước"}));
  EXPECT_EQ(found(rules_of(rule("long", 1, "trước", "trước ngày 10") +
                           rule("high", 2, "trước", "trước ngày")),
                  "trước ngày 10"),
            (Found{"high=trước ngày"}));
  EXPECT_EQ(found(rules_of(rule("short", 1, "trước", "trước") +
                           rule("long", 1, "trước", "trước ngày 10")),
                  "trước ngày 10"),
            (Found{"long=trước ngày 10"}));
  EXPECT_EQ(found(rules_of(rule("first", 1, "trước", "trước") +
                           rule("second", 1, "trước", "trước")),
                  "trước"),
            (Found{"first=trước"}));
}

TEST(Scan, MatchesWholeWordsOfFoldedText) {
  const Rulebook rules = rules_of(rule("a", 1, "ủy", "ủy ban"));
  EXPECT_EQ(found(rules, "UỶ BAN, ủy bank, thủy ban"), (Found{"a=UỶ BAN"}));
}

TEST(Scan, LooksAtWhatStandsAround) {
  const Rulebook rules =
      rules_of(rule("a", 1, "hằng", "hằng năm",
                    "not_after = 'kế hoạch '\nnot_before = ' của'\n"
                    "before = '[ .]'\nafter = 'x '"));
  EXPECT_EQ(found(rules, "x hằng năm."), (Found{"a=hằng năm"}));
  EXPECT_EQ(found(rules, "kế hoạch hằng năm."), Found{});
  EXPECT_EQ(found(rules, "x hằng năm của tỉnh"), Found{});
  EXPECT_EQ(found(rules, "x hằng năm"), Found{});
}

// What is left of a paragraph may be longer than any sentence.
TEST(Scan, LooksNoFurtherThanASentence) {
  std::string far;
  for (int i = 0; i < 500; ++i) far += " xa xa";
  const Rulebook open = rules_of(rule("a", 1, "hằng", "hằng[^.]*"));
  const auto longest = found(open, "hằng năm" + far + ".");
  ASSERT_EQ(longest.size(), 1U);
  EXPECT_GT(longest[0].size(), 1990U);
  EXPECT_LT(longest[0].size(), 2010U);
  EXPECT_EQ(longest[0].substr(longest[0].size() - 3), " xa");
  // It ends no paragraph.
  EXPECT_EQ(
      found(rules_of(rule("a", 1, "hằng", "hằng[^.]*\\z")), "hằng năm" + far),
      Found{});
  const std::string end = "before = '[^.]*\\z'\n";
  const Rulebook before = rules_of(rule("a", 1, "hằng", "hằng năm", end));
  EXPECT_EQ(found(before, "hằng năm" + far), Found{});
  EXPECT_EQ(found(before, "hằng năm xa xa"), (Found{"a=hằng năm"}));
  const Rulebook not_before =
      rules_of(rule("a", 1, "hằng", "hằng năm", "not_" + end));
  EXPECT_EQ(found(not_before, "hằng năm" + far), (Found{"a=hằng năm"}));
  EXPECT_EQ(found(not_before, "hằng năm xa xa"), Found{});
  EXPECT_EQ(found(not_before, "hằng năm." + far), (Found{"a=hằng năm"}));
}

TEST(Scan, ReadsOnlyItsSections) {
  const Rulebook rules =
      rules_of(rule("a", 1, "x", "x", "scope = [\"funding\"]"));
  EXPECT_EQ(found(rules, "x", SectionRole::tasks), Found{});
  EXPECT_EQ(found(rules, "x", SectionRole::funding), (Found{"a=x"}));
}

TEST(Scan, BeginsAtNumbersAndAtTheStart) {
  const Rulebook rules =
      rules_of(rule("n", 1, "\\d", "\\d+%") + rule("s", 1, "^", "a"));
  EXPECT_EQ(found(rules, "a 84% a 5"), (Found{"s=a", "n=84%"}));
}

TEST(Scan, NamesItsGroups) {
  const Rulebook rules =
      rules_of(rule("a", 1, "ngày", "ngày {day}(?P<none>x)?"));
  const std::string text = "vào ngày 15";
  const auto matches = rules.scan(only(Family::deadlines), text,
                                  {0, static_cast<std::uint32_t>(text.size())},
                                  SectionRole::tasks);
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(slice(text, *matches[0].group("day")), "15");
  EXPECT_FALSE(matches[0].group("none"));
  EXPECT_FALSE(matches[0].group("month"));
}

// What became of each rule, as `rule=verdict` and its rival.
std::vector<std::string> tried(const Rulebook& rules, std::string_view text) {
  const std::string folded = fold_for_match(text);
  const Span all{0, static_cast<std::uint32_t>(folded.size())};
  LookLog log;
  const auto unseen =
      rules.scan(only(Family::deadlines), folded, all, SectionRole::tasks);
  const auto seen = rules.scan(only(Family::deadlines), folded, all,
                               SectionRole::tasks, &log);
  EXPECT_EQ(unseen.size(), seen.size());
  std::vector<std::string> out;
  for (const Attempt& a : log.looks.at(0).attempts) {
    out.push_back(a.rule->id + "=" + std::string(name_of(a.verdict)));
    if (a.rival != nullptr) out.back() += " " + a.rival->id;
  }
  return out;
}

struct TriedCase {
  std::string_view name;
  std::string rules;
  std::string_view text;
  Found tried;
};

TEST(LookLog, SaysWhatBecameOfEachRule) {
  const std::string a = rule("a", 1, "trước", "trước ngày 10");
  const TriedCase cases[] = {
      {"a better one",
       a + rule("b", 2, "trước", "trước"),
       "trước ngày 10",
       {"a=lost b", "b=won"}},
      {"a worse one",
       a + rule("b", 0, "trước", "trước"),
       "trước ngày 10",
       {"a=won", "b=lost a"}},
      {"one that begins inside",
       a + rule("b", 9, "ngày", "ngày 10"),
       "trước ngày 10",
       {"a=won", "b=covered a"}},
      {"another section",
       rule("a", 1, "x", "x", "scope = [\"funding\"]"),
       "x",
       {"a=out-of-scope"}},
      {"a part of a word", rule("a", 1, "ủy", "ủy"), "thủy", {"a=inside-word"}},
      {"another text", a, "trước ngày 11", {"a=no-match"}},
      {"half a number", a, "trước ngày 101", {"a=torn-word"}},
      {"a guard in front",
       rule("a", 1, "x", "x", "not_after = 'y '"),
       "y x",
       {"a=not-after"}},
      {"no guard in front",
       rule("a", 1, "x", "x", "after = 'y '"),
       "x",
       {"a=after"}},
      {"a guard behind",
       rule("a", 1, "x", "x", "not_before = ' y'"),
       "x y",
       {"a=not-before"}},
      {"no guard behind",
       rule("a", 1, "x", "x", "before = ' y'"),
       "x",
       {"a=before"}},
      {"no trigger", a, "ngày 10", {}},
  };
  for (const TriedCase& c : cases)
    EXPECT_EQ(tried(rules_of(c.rules), c.text), c.tried) << c.name;
}

TEST(LookLog, KeepsWhatStartsAPlaceWithItsGroupsAndTime) {
  const Rulebook rules =
      rules_of(rule("a", 1, "ngày", "ngày {day}") + rule("b", 2, "^", "ng.*"));
  LookLog log;
  log.clock = [] {
    static std::uint64_t now = 0;
    return now += 5;
  };
  const std::string text = "ngày 15";
  const auto best = rules.match_at(Family::deadlines, text,
                                   {0, static_cast<std::uint32_t>(text.size())},
                                   SectionRole::tasks, &log);
  ASSERT_TRUE(best);
  EXPECT_EQ(best->rule->id, "b");
  ASSERT_EQ(log.looks.size(), 1U);
  EXPECT_TRUE(log.looks[0].at_start);
  const auto& attempts = log.looks[0].attempts;
  ASSERT_EQ(attempts.size(), 2U);
  EXPECT_EQ(attempts[0].verdict, Verdict::lost);
  EXPECT_EQ(slice(text, attempts[0].groups.at(0).second), "15");
  EXPECT_EQ(attempts[0].time, 5U);
}

TEST(Rulebook, KeepsListsTablesAndAttributes) {
  auto files = book_with(std::string(kRule));
  files.push_back(
      {"rules/doctypes.tsv", "# comment\ncode\twords\nKH\tkế hoạch\n"});
  const auto rules = parse_rulebook(files);
  ASSERT_TRUE(rules) << rules.error().message;
  EXPECT_EQ(rules->list("seasons"),
            (std::vector<std::string>{"xuân", "hòa bình"}));
  EXPECT_TRUE(rules->list("none").empty());
  ASSERT_EQ(rules->table("doctypes").size(), 1U);
  EXPECT_EQ(rules->table("doctypes")[0].at("words"), "kế hoạch");
  EXPECT_EQ(rules->rules()[0].attribute("kind"), "date");
  EXPECT_EQ(rules->rules()[0].attribute("id"), "");
}

TEST(Rulebook, RefusesListsThatAreNone) {
  struct Case {
    std::string list;
    std::string_view what;
  };
  for (const Case& c : {
           Case{"seasons = \"xuân\"", "list 'seasons' must be"},
           Case{"seasons = [\"xuân\", 3]", "each entry must be a text"},
           Case{"seasons = [\"xuân\", \" \"]", "each entry must be a text"},
       }) {
    const auto rules =
        parse_rulebook({{"rules/a.toml", "# one\n[lists]\n" + c.list + "\n"}});
    ASSERT_FALSE(rules) << c.list;
    EXPECT_EQ(rules.error().message.find("rules/a.toml:3: "), 0U)
        << rules.error().message;
    EXPECT_NE(rules.error().message.find(c.what), std::string::npos)
        << rules.error().message;
  }
}

TEST(Rulebook, ShowsPatternsWithTheirSubPatternsWrittenOut) {
  const auto rules = parse_rulebook(book_with(
      spoiled("trước ngày {day}", "trước ngày {twice} {2,3}{list:seasons}")));
  ASSERT_TRUE(rules) << rules.error().message;
  EXPECT_EQ(rules->rules()[0].pattern,
            "trước ngày (?:(?:(?P<day>3[01]|[12]\\d|0?[1-9]))-x) {2,3}"
            "(?:hòa\\ bình|xuân)");
}

TEST(Rulebook, IsNamedByItsBytes) {
  const auto a = parse_rulebook(book_with(std::string(kRule)));
  const auto b = parse_rulebook(book_with(std::string(kRule)));
  const auto c = parse_rulebook(book_with(std::string(kRule) + "# more\n"));
  EXPECT_EQ(a->hash(), b->hash());
  EXPECT_NE(a->hash(), c->hash());
}

TEST(Rulebook, LoadsFoldersAndWhatWasCompiledIn) {
  const auto shipped = default_rulebook();
  ASSERT_TRUE(shipped) << shipped.error().message;
  EXPECT_GT(shipped->rules().size(), 50U);
  const auto folder = load_rulebook(std::string(KEHOACH_SOURCE_DIR) + "/rules");
  ASSERT_TRUE(folder) << folder.error().message;
  EXPECT_EQ(folder->hash(), shipped->hash());
  EXPECT_EQ(default_rulebook_hash(), shipped->hash());
  EXPECT_FALSE(load_rulebook("/nowhere/at/all"));
}

// Rules that are missing in silence would find less, and nobody would know.
TEST(Rulebook, SaysWhichFileItCannotRead) {
  const TempDir dir;
  dir.write("deadlines.toml", "");
  dir.write("notes.txt", "");
  EXPECT_TRUE(load_rulebook(dir.path()));
  std::filesystem::create_directory(dir / "targets.toml");
  const auto folder = load_rulebook(dir.path());
  ASSERT_FALSE(folder);
  EXPECT_NE(folder.error().message.find("targets.toml: cannot read"),
            std::string::npos)
      << folder.error().message;
  std::filesystem::remove(dir / "targets.toml");
  std::filesystem::create_symlink(dir / "gone", dir / "units.tsv");
  EXPECT_FALSE(load_rulebook(dir.path()));
}

}  // namespace
}  // namespace kehoach
