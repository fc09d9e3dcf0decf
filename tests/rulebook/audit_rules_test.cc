// `audit.toml`: what is read, and what is said of a wrong one.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "rulebook/rulebook.h"

namespace kehoach {
namespace {

// The file as it ships, in which each case below spoils a line.
std::string shipped_file() {
  std::string path = KEHOACH_SOURCE_DIR;
  const auto book = load_rulebook(path + "/rules");
  EXPECT_TRUE(book.has_value());
  FILE* file = std::fopen((path + "/rules/audit.toml").c_str(), "rb");
  std::string text;
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file))
    text.push_back(static_cast<char>(c));
  std::fclose(file);
  return text;
}

Result<Rulebook> book_of(std::string text) {
  return parse_rulebook({{"rules/audit.toml", std::move(text)}});
}

TEST(AuditRules, AreRead) {
  const auto book = book_of(shipped_file());
  ASSERT_TRUE(book.has_value()) << book.error().message;
  const AuditRules& rules = book->audit();
  EXPECT_EQ(rules.file, "rules/audit.toml");
  EXPECT_GT(rules.thresholds.found, 0);
  EXPECT_LE(rules.thresholds.found, 1);
  EXPECT_GT(rules.groups.size(), 20U);
  EXPECT_GT(rules.branches.size(), 8U);
  EXPECT_EQ(rules.body_heads.at(0), "sở");
  EXPECT_EQ(rules.bodies.at(0).names.size(), 2U);
  EXPECT_GT(rules.groups[0].examples[0].line, rules.groups[0].line);
}

TEST(AuditRules, MayBeAbsent) {
  const auto book = parse_rulebook({{"rules/patterns.toml", "[patterns]\n"}});
  ASSERT_TRUE(book.has_value());
  EXPECT_EQ(book->audit().file, "");
}

TEST(AuditRules, AreCoveredByTheHash) {
  const std::string text = shipped_file();
  EXPECT_NE(book_of(text)->hash(), book_of(text + "\n# more\n")->hash());
}

struct WrongAuditRule {
  const char* name;
  const char* from;
  const char* to;
  const char* message;  // behind file and line
};

const WrongAuditRule kWrongAuditRules[] = {
    {"misspelt field", "found =", "fuond =",
     "[thresholds]: unknown 'fuond' (did you mean 'found'?)"},
    {"a number too large", "covered = 0.67", "covered = 67",
     "covered must be a number from 0 to 1"},
    {"no number", "covered = 0.67", "covered = \"much\"",
     "covered must be a number from 0 to 1"},
    {"a field is missing", "covered = 0.67", "# covered = 0.67",
     "[thresholds]: has no 'covered' (add it)"},
    {"an unknown kind", "kind = \"action\"", "kind = \"verb\"",
     "'tuyen-truyen': kind must be action, thing or general"},
    {"an empty word", "\"truyền thông\", ", "\"\", ",
     "each entry of words must be a text, not empty"},
    {"an id twice", "id = \"van-dong\"", "id = \"tuyen-truyen\"",
     "'tuyen-truyen': this id is taken"},
    {"half an example",
     "[[\"Tuyên truyền về đuối nước.\", \"Truyền thông về đuối nước.\"]]",
     "[[\"Tuyên truyền về đuối nước.\"]]",
     "each of examples must be [parent, child]"},
    {"no example",
     "[[\"Tuyên truyền về đuối nước.\", \"Truyền thông về đuối nước.\"]]", "[]",
     "'tuyen-truyen': has no examples (name [parent, child] that it joins)"},
    {"a table that nobody reads", "[thresholds]", "[limits]\n[thresholds]",
     "the file: unknown 'limits'"},
};

TEST(AuditRules, AWrongFileIsToldByLine) {
  const std::string right = shipped_file();
  for (const WrongAuditRule& c : kWrongAuditRules) {
    std::string text = right;
    const std::size_t at = text.find(c.from);
    ASSERT_NE(at, std::string::npos) << c.name;
    const auto line =
        1 +
        std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
    text.replace(at, std::string_view(c.from).size(), c.to);
    const auto book = book_of(text);
    ASSERT_FALSE(book.has_value()) << c.name;
    const std::string& said = book.error().message;
    EXPECT_EQ(said.find("rules/audit.toml:"), 0U) << said;
    EXPECT_NE(said.find(c.message), std::string::npos) << said;
    const long told = std::stol(said.substr(said.find(':') + 1));
    EXPECT_NEAR(static_cast<double>(told), static_cast<double>(line), 12)
        << c.name << ": " << said;
  }
}

}  // namespace
}  // namespace kehoach
