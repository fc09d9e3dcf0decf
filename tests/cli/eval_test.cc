// `kehoach eval` from the shell's side.
#include <gtest/gtest.h>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "text/has.h"
#include "text/text.h"

namespace kehoach {
namespace {

class EvalTest : public testing::Test {
 protected:
  EvalTest() {
    document = dir.write("gold/a.txt", sample_text("15"));
    dir.write("gold/a.gold.json", run({"extract", document}).out);
  }

  TempDir dir;
  std::string gold = dir / "gold";
  std::string document;
};

TEST_F(EvalTest, PrintsTheTable) {
  const Ran ran = run({"eval", gold});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out.find("1 documents, 1 read\n"), 0U) << ran.out;
  EXPECT_TRUE(has(ran.out,
                  "\ndeadlines strict (+kind, value)               "
                  "1.000  1.000  1.000      1      1\n"))
      << ran.out;
  EXPECT_TRUE(has(ran.out, "mean strict F1 of the five kinds: 1.000\n"));
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(run({"eval", gold, document}).out, ran.out);
}

TEST_F(EvalTest, ComparesWithAnEarlierRun) {
  const std::string saved = dir / "before.json";
  ASSERT_EQ(run({"eval", gold, "--save", saved}).status, 0);
  const Ran same = run({"eval", gold, "--against", saved});
  EXPECT_EQ(same.status, 0);
  EXPECT_TRUE(has(same.out, "nothing changed\n")) << same.out;
  std::string spoiled = sample_text("15");
  const std::string deadline = "trước ngày 10/12 hằng năm";
  spoiled.erase(spoiled.find(deadline), deadline.size());
  dir.write("gold/a.txt", spoiled);
  const Ran ran = run({"eval", gold, "--against", saved, "--min", "0.9"});
  EXPECT_EQ(ran.status, 1) << ran.out;
  EXPECT_TRUE(has(ran.out, "lost: wrong now\n")) << ran.out;
  EXPECT_TRUE(has(ran.out, "  - a: deadline missed: \"" + deadline + "\"\n"))
      << ran.out;
  EXPECT_TRUE(has(run({"eval", gold, "--details"}).out,
                  "\n  deadline missed: \"" + deadline));
  EXPECT_EQ(run({"eval", gold, "--save", saved}).status, 0);
  dir.write("gold/a.txt", sample_text("15"));
  EXPECT_TRUE(has(run({"eval", gold, "--against", saved}).out,
                  "  + a: deadline missed"));
}

TEST_F(EvalTest, PrintsHowOftenFactsWereRightByHowSureTheyAre) {
  const Ran ran = run({"eval", gold, "--confidence"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "\nreferences        1.000      1        -      0"))
      << ran.out;
}

TEST_F(EvalTest, WritesJson) {
  const Ran ran = run({"eval", gold, "--format", "json"});
  EXPECT_EQ(ran.out.find("{\n \"schema\": \"kehoach.eval/1\""), 0U) << ran.out;
  dir.write("run.json", ran.out);
  EXPECT_EQ(run({"eval", gold, "--against", dir / "run.json"}).status, 0);
}

TEST_F(EvalTest, ScoresNothingForWhatIsNotRead) {
  dir.write("gold/b.gold.json", bytes_of(gold + "/a.gold.json"));
  const Ran gone = run({"eval", gold});
  EXPECT_EQ(gone.status, 3);
  EXPECT_TRUE(has(gone.out, "2 documents, 1 read\n"));
  EXPECT_TRUE(has(gone.err, "b.gold.json: its document is not beside it"));
  dir.write("gold/b.pdf", "%PDF-1.4\nnot really");
  EXPECT_TRUE(has(run({"eval", gold}).err, "b.pdf: "));
  // The next ending is tried.
  dir.write("gold/b.txt", sample_text("15"));
  EXPECT_EQ(run({"eval", gold}).status, 0);
}

TEST_F(EvalTest, SaysWhatItCannotUse) {
  struct Case {
    std::vector<std::string> arguments;
    const char* said;
  };
  dir.write("other/c.txt", "x");
  for (const Case& c : {
           Case{{"eval", dir / "none"}, "none: cannot list"},
           Case{{"eval", dir / "other"}, "no *.gold.json here"},
           Case{{"eval", gold, dir / "other/c.txt"}, "c.txt: there is no"},
           Case{{"eval", gold, "--against", document}, "no saved run"},
           Case{{"eval", gold, "--save", dir / "no/where.json"},
                "cannot be written"},
           Case{{"eval", gold, "--min", "2"}, "--min"},
       }) {
    const Ran ran = run(c.arguments);
    EXPECT_EQ(ran.status, 2) << c.said;
    EXPECT_TRUE(has(ran.err, c.said)) << ran.err;
  }
  dir.write("gold/a.gold.json", "{}");
  EXPECT_TRUE(has(run({"eval", gold}).err, "a.gold.json: not a"));
}

}  // namespace
}  // namespace kehoach
