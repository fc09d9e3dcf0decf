// Options that stand in a file: what they set, what wins over them, and what is
// refused.
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "text/has.h"

namespace kehoach {
namespace {

class ConfigTest : public testing::Test {
 protected:
  void SetUp() override {
    dir.write("in/a.txt", sample_text("15"));
    dir.write("in/b.md", sample_text("16"));
  }
  Ran import_with(const std::string& toml, std::vector<std::string> more = {},
                  std::vector<std::string> environment = {}) {
    const std::string file = dir.write("kehoach.toml", toml);
    std::vector<std::string> arguments = {"import", dir / "in", "--config",
                                          file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    HowToRun how;
    how.folder = dir.path();
    how.environment = std::move(environment);
    return run(arguments, how);
  }

  TempDir dir;
  std::string db = "database = \"" + (dir / "a.db") + "\"\n";
};

TEST_F(ConfigTest, SetsOptions) {
  const Ran ran = import_with(db +
                              "[import]\ninclude = ['*.md', '*.x']\n"
                              "jobs = 1\ntime-limit = 60.5\nquiet = false\n"
                              "since = 2001-01-31\n"
                              "format = 'jsonl'\n[search]\nlimit = 3\n");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "b.md\",\"status\":\"loaded\"")) << ran.out;
  EXPECT_FALSE(has(ran.out, "a.txt"));
  EXPECT_EQ(import_with(db + "[import]\nquiet = true\n").out, "");
}

TEST_F(ConfigTest, WhatIsSaidOfOneCommandWins) {
  const std::string other = "database = \"" + (dir / "b.db") + "\"\n";
  EXPECT_EQ(import_with(db + "[import]\n" + other).status, 0);
  EXPECT_TRUE(std::filesystem::exists(dir / "b.db"));
  EXPECT_FALSE(std::filesystem::exists(dir / "a.db"));
}

TEST_F(ConfigTest, FlagsWinAndThenTheEnvironment) {
  const std::string by_env = "KEHOACH_DB=" + (dir / "env.db");
  EXPECT_EQ(import_with(db).status, 0);
  EXPECT_TRUE(std::filesystem::exists(dir / "a.db"));
  EXPECT_TRUE(has(import_with(db, {}, {by_env}).out, "/env.db"));
  EXPECT_TRUE(
      has(import_with(db, {"-d", dir / "flag.db"}, {by_env}).out, "/flag.db"));
  const Ran ran = import_with(db + "[import]\nquiet = true\n", {"--verbose"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "a.txt"));
}

TEST_F(ConfigTest, IsReadOnlyWhereThatIsAsked) {
  dir.write("kehoach.toml", "nonsense");
  HowToRun how;
  how.folder = dir.path();
  EXPECT_EQ(run({"formats"}, how).status, 0);
  EXPECT_EQ(run({"formats", "--config", "."}, how).status, 2);
  how.environment = {"KEHOACH_CONFIG=."};
  EXPECT_EQ(run({"formats"}, how).status, 2);
  how.environment = {"KEHOACH_CONFIG="};
  EXPECT_EQ(run({"formats"}, how).status, 0);
  how.environment = {"KEHOACH_CONFIG=gone.toml"};
  const Ran ran = run({"formats"}, how);
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "gone.toml: no such file")) << ran.err;
}

TEST_F(ConfigTest, RefusesWhatItDoesNotKnow) {
  const std::pair<const char*, const char*> cases[] = {
      {"[import]\njbos = 4\n",
       ":2: 'import' has no option 'jbos'; did you mean 'jobs'?"},
      {"\n\ncolour = 1\n", ":3: no command has an option 'colour'"},
      {"[imprt]\njobs = 4\n",
       ":1: there is no command 'imprt'; did you mean 'import'?"},
      {"[review.lst]\n", ":1: there is no command 'lst'; did you mean 'list'?"},
      {"[import]\njobs = 'many'\n", ":2: 'jobs': "},
      {"[import]\njobs = 0\n", ":2: 'jobs': "},
      {"[import]\nformat = 'xml'\n", ":2: 'format': "},
      {"[import]\nquiet = 'yes'\n", ":2: 'quiet' is true or false"},
      {"[import]\njobs = true\n", ":2: 'jobs' takes words or numbers"},
      {"[import]\nsince = 12:30:00\n", ":2: 'since' takes words or numbers"},
      {"[import]\nconfig = 'x'\n", ":2: 'import' has no option 'config'"},
      {"[import]\npaths = 'x'\n", ":2: 'import' has no option 'paths'"},
      // Of another command.
      {"[search]\nlimit = 'x'\n", ":2: 'limit': "},
      {"[import\n", ":1: "},
  };
  for (const auto& [toml, message] : cases) {
    const Ran ran = import_with(toml, {"-d", dir / "x.db"});
    EXPECT_EQ(ran.status, 2) << toml;
    EXPECT_TRUE(has(ran.err, std::string("kehoach.toml") + message))
        << toml << ran.err;
  }
  EXPECT_FALSE(std::filesystem::exists(dir / "x.db"));
}

}  // namespace
}  // namespace kehoach
