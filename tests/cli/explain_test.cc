// `kehoach explain` from the shell's side.
#include <gtest/gtest.h>

#include <algorithm>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "text/has.h"
#include "text/text.h"

namespace kehoach {
namespace {

class ExplainTest : public testing::Test {
 protected:
  Ran explain(std::vector<std::string> more, const char* columns = "80") {
    more.insert(more.begin(), {"explain", plan});
    HowToRun how;
    how.environment = {std::string("COLUMNS=") + columns};
    return run(more, how);
  }

  TempDir dir;
  std::string plan = dir.write("a.txt", sample_text("15"));
};

TEST_F(ExplainTest, SaysOfEachParagraphWhatItIsAndWhy) {
  const Ran ran = explain({});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out,
                  "  12  heading tasks II\n"
                  "      II. NHIỆM VỤ\n"
                  "      its number is one of parts; section: a rule matches "
                  "its beginning:\n"
                  "      outline.tasks (rules/outline.toml:"))
      << ran.out;
  EXPECT_TRUE(has(ran.out, "      facts: o2, d1\n")) << ran.out;
  EXPECT_FALSE(has(ran.out, "\x1b"));
}

TEST_F(ExplainTest, LeadsFromTheFileToTheFact) {
  const std::string text = sample_text("15");
  const std::string quote = "trước ngày 10/12 hằng năm";
  const Ran ran = explain({"--fact", "d1"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  const std::size_t at = text.find(quote);
  EXPECT_TRUE(has(ran.out, "  file     bytes " + std::to_string(at) + "-" +
                               std::to_string(at + quote.size()) + "\n"))
      << ran.out;
  EXPECT_TRUE(has(ran.out, "«" + quote + "»"));
  EXPECT_TRUE(has(ran.out, "(rules/deadlines.toml:"));
  EXPECT_TRUE(has(ran.out, "           month = 12\n")) << ran.out;
  EXPECT_TRUE(has(ran.out, "  value    recurring --12-10, before, of o2\n"))
      << ran.out;
  const Ran lead = explain({"--fact", "o2"});
  EXPECT_TRUE(has(lead.out,
                  "  lead     Phòng Y tế: by the heading in line 13: «1. Phòng "
                  "Y tế»\n"))
      << lead.out;
}

TEST_F(ExplainTest, SaysWhyNothingWasFound) {
  const Ran ran = explain({"--find", "nam 2024"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "Giữ sạch dòng suối năm 2024")) << ran.out;
  EXPECT_TRUE(has(ran.out, "no trigger of any rule stands here")) << ran.out;
  const Ran there = explain({"--find", "trước ngày 10/12"});
  EXPECT_TRUE(has(there.out, "    + deadline.")) << there.out;
  EXPECT_TRUE(has(there.out, "    - ")) << there.out;
  const Ran gone = explain({"--find", "cá voi"});
  EXPECT_EQ(gone.status, 1);
  EXPECT_TRUE(has(gone.err, "no such line, fact or words")) << gone.err;
  EXPECT_EQ(explain({"--line", "400"}).status, 1);
  EXPECT_EQ(explain({"--fact", "o99"}).status, 1);
}

TEST_F(ExplainTest, FitsNarrowTerminals) {
  for (const char* columns : {"60", "80"}) {
    for (const auto& more : std::vector<std::vector<std::string>>{
             {}, {"--find", "trước"}, {"--fact", "d1"}, {"--fact", "o1"}}) {
      const std::string text = explain(more, columns).out;
      for (const std::string_view line : split(text, '\n')) {
        std::size_t letters = 0;
        for (std::size_t at = 0; at < line.size(); ++letters)
          at += decode_at(line, at).size;
        // A path that is one long word stands alone.
        if (line.find(' ') == std::string_view::npos || has(text, plan + ":"))
          continue;
        EXPECT_LE(letters, static_cast<std::size_t>(std::stoi(columns)))
            << line;
      }
    }
  }
}

TEST_F(ExplainTest, WritesJson) {
  const Ran ran = explain({"--find", "trước ngày", "--format", "json"});
  EXPECT_TRUE(has(ran.out, "\"schema\": \"kehoach.explain/1\"")) << ran.out;
  EXPECT_TRUE(has(ran.out, "\"verdict\": \"won\""));
  const Ran fact = explain({"--fact", "d1", "--format", "json"});
  EXPECT_TRUE(has(fact.out, "\"month\": \"12\"")) << fact.out;
}

TEST_F(ExplainTest, SaysWhatItCannotRead) {
  const Ran ran = run({"explain", dir.write("b.pdf", "%PDF-1.4\nnot really")});
  EXPECT_EQ(ran.status, 3);
  EXPECT_TRUE(has(ran.err, "b.pdf: ")) << ran.err;
  EXPECT_EQ(run({"explain", plan, "--line", "0"}).status, 2);
}

TEST_F(ExplainTest, RefusesWhatAsksForNothing) {
  const std::pair<std::vector<std::string>, const char*> cases[] = {
      {{"--find", ""}, "--find: there is nothing in it"},
      {{"--find", "  "}, "--find: there is nothing in it"},
      {{"--fact", "zz"}, "--fact: 'zz' is no id such as o12, d3, t5 or r2"},
      {{"--fact", "doc"}, "--fact: 'doc' is no id"},
      {{"--line", "5", "--fact", "o1"}, "--line"},
      {{"--find", "suối", "--fact", "o1"}, "--fact"},
  };
  for (const auto& [arguments, said] : cases) {
    const Ran ran = explain(arguments);
    EXPECT_EQ(ran.status, 2) << said;
    EXPECT_EQ(ran.out, "") << said;
    EXPECT_TRUE(has(ran.err, said)) << ran.err;
  }
  EXPECT_EQ(explain({"--line", "12", "--find", "nhiệm vụ"}).status, 0);
}

}  // namespace
}  // namespace kehoach
