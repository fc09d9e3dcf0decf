// What the program says to those who ask it wrongly, or ask for help.
#include <gtest/gtest.h>

#include "cli/program.h"
#include "text/text.h"

namespace kehoach {
namespace {

using Arguments = std::vector<std::string>;

TEST(Arguments, GetHelpWithExamples) {
  for (const Arguments& arguments : {
           Arguments{},
           Arguments{"import"},
           Arguments{"extract"},
           Arguments{"search"},
           Arguments{"show"},
           Arguments{"status"},
           Arguments{"agencies"},
           Arguments{"eval"},
           Arguments{"rules"},
           Arguments{"rules", "check"},
           Arguments{"rules", "list"},
           Arguments{"review"},
           Arguments{"review", "list"},
           Arguments{"review", "set"},
           Arguments{"review", "cell"},
           Arguments{"review", "take"},
           Arguments{"review", "export"},
           Arguments{"review", "gold"},
           Arguments{"completion"},
       }) {
    Arguments asked = arguments;
    asked.push_back("--help");
    const Ran ran = run(asked);
    EXPECT_EQ(ran.status, 0);
    EXPECT_NE(ran.out.find("Examples:\n  "), std::string::npos) << ran.out;
    EXPECT_EQ(ran.err, "");
  }
}

TEST(Arguments, GetTheVersion) {
  const Ran ran = run({"--version"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out.find("kehoach "), 0U) << ran.out;
  EXPECT_NE(ran.out.find("(rules "), std::string::npos) << ran.out;
}

// What each option is for, in a terminal of 60 columns.
TEST(Arguments, GetHelpThatFits) {
  const Ran ran = run({"import", "--help"}, {.environment = {"COLUMNS=60"}});
  const std::string options = ran.out.substr(0, ran.out.find("\n\nEvery "));
  ASSERT_LT(options.size(), ran.out.size());
  for (const std::string_view line : split(options, '\n'))
    EXPECT_LE(line.size(), 60U) << line;
}

// A short message, a hint, and nothing on standard output.
TEST(Arguments, AreCheckedBeforeAnythingIsDone) {
  struct Case {
    Arguments arguments;
    const char* said;
  };
  const Case cases[] = {
      {{}, "a command is required"},
      {{"improt"}, "no command 'improt'; did you mean 'import'?"},
      {{"--config", "a.toml", "status"},
       "'--config' stands behind its command: 'kehoach status --config ...'"},
      {{"-d", "a.db", "search", "x"},
       "'-d' stands behind its command: 'kehoach search -d ...'"},
      {{"xyzzy"}, "there is no command 'xyzzy'\n"},
      {{"import"}, "paths are required; which files or folders? Try"},
      {{"extract"}, "'files' must be given: Files; - is standard input\n"},
      {{"search", "x", "--limt", "3"}, "did you mean '--limit'?"},
      {{"search", "x", "--limit", "many"},
       "--limit: 'many' is no whole number from 1 to 1000000\n"},
      {{"search", "x", "--limit", "1000001"}, "--limit: '1000001' is no whole"},
      {{"search", "x", "--agency", ""}, "--agency: there is nothing in it\n"},
      {{"search", "x", "--body", " "}, "--body: there is nothing in it\n"},
      {{"import", "a", "--jobs", "abc"},
       "--jobs: 'abc' is no whole number from 1 to 512\n"},
      {{"import", "a", "--jobs", "1.5"}, "--jobs: '1.5' is no whole number"},
      {{"import", "a", "--time-limit", "soon"},
       "--time-limit: 'soon' is no number from 0.01 to "},
      {{"import", "a", "--include", "[a"},
       "--include: '[a' opens a [ and does not close it\n"},
      {{"import", "a", "--exclude", "x[!]"}, "--exclude: 'x[!]' opens a ["},
      {{"import", "a", "--limit", "many"},
       "--limit: 'many' is no whole number above 0\n"},
      {{"import", "a", "--limit", "0"}, "--limit: '0' is no whole"},
      {{"search", "x", "--limit", "0"}, "--limit"},
      {{"search", "x", "--level", "village"}, "district"},
      {{"import", "a", "--format", "xml"}, "jsonl"},
      {{"search", "x", "--agency", "a", "--body", "b"}, "--agency"},
      {{"show", "a", "b"}, "'b' is one argument too many"},
      {{"rules"}, "a command is required"},
      {{"rules", "chek"}, "did you mean 'check'?"},
      {{"completion", "tcsh"}, "bash"},
  };
  for (const Case& c : cases) {
    const Ran ran = run(c.arguments);
    EXPECT_EQ(ran.status, 2) << c.said;
    EXPECT_EQ(ran.out, "") << c.said;
    EXPECT_NE(ran.err.find(c.said), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("Try 'kehoach"), std::string::npos) << ran.err;
    EXPECT_LT(ran.err.size(), 200U) << ran.err;
  }
}

TEST(Arguments, NameADatabase) {
  const TempDir dir;
  HowToRun in_dir;
  in_dir.folder = dir.path();
  for (const Arguments& arguments :
       {Arguments{"status"}, Arguments{"search", "x"}, Arguments{"show", "1"},
        Arguments{"import", "."}}) {
    const Ran ran = run(arguments, in_dir);
    EXPECT_EQ(ran.status, 2);
    EXPECT_NE(ran.err.find("give one with -d"), std::string::npos) << ran.err;
  }
  in_dir.environment = {"KEHOACH_DB=none.db"};
  EXPECT_NE(run({"status"}, in_dir).err.find("none.db: no such database"),
            std::string::npos);
  // The default, where it is.
  std::filesystem::create_directory(dir / "out");
  EXPECT_EQ(run({"import", ".", "-d", "out/plans.db"}, in_dir).status, 0);
  in_dir.environment.clear();
  EXPECT_EQ(run({"status"}, in_dir).status, 0);
}

TEST(Completion, IsAScriptThatTheShellUnderstands) {
  const TempDir dir;
  const Ran bash = run({"completion", "bash"});
  EXPECT_EQ(bash.status, 0);
  const std::string script = dir.write("c.bash", bash.out);
  EXPECT_EQ(std::system(("bash -n " + script).c_str()), 0);
  EXPECT_NE(bash.out.find("--agency"), std::string::npos);
  // What stands behind the words, which are the last.
  const auto offered = [&](const std::string& words) {
    const std::string out = dir / "offered";
    const std::string ask = ". " + script + "; COMP_WORDS=(kehoach " + words +
                            "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _kehoach; "
                            "echo \"${COMPREPLY[*]}\"";
    EXPECT_EQ(std::system(("bash -c '" + ask + "' >" + out).c_str()), 0);
    return bytes_of(out);
  };
  const std::pair<const char*, const char*> kOffers[] = {
      {R"(import --retry "")", "failed stale all\n"},
      {R"(import --retry s)", "stale\n"},
      {R"(import --retry =)", "failed stale all\n"},
      {R"(import --retry = s)", "stale\n"},
      {R"(search x --level d)", "district\n"},
      {R"(review list --format j)", "json\n"},
      {R"(completion b)", "bash\n"},
      {R"(import --rep)", "--report\n"},
      {R"(import --verbose --rer)", "--reread\n"},
      // Files, which the shell knows.
      {R"(import --report "")", "\n"},
      {R"(import -d "")", "\n"},
      {R"(search x --type "")", "\n"},
  };
  for (const auto& [words, offers] : kOffers)
    EXPECT_EQ(offered(words), offers) << words;
  EXPECT_NE(
      run({"completion", "fish"}).out.find("-l retry -x -a 'failed stale all'"),
      std::string::npos);
  // Of commands that stand below others too.
  EXPECT_NE(bash.out.find("--support"), std::string::npos);
  EXPECT_NE(run({"completion", "zsh"}).out.find("bashcompinit"),
            std::string::npos);
  EXPECT_NE(run({"completion", "fish"}).out.find("complete -c kehoach"),
            std::string::npos);
}

}  // namespace
}  // namespace kehoach
