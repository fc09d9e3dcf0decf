// `kehoach report` and `kehoach lint` from the shell's side.
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "report/sample_audits.h"
#include "text/has.h"

namespace kehoach {
namespace {

class ReportTest : public testing::Test {
 protected:
  TempDir dir;
  std::string one = dir.write("one.json", to_json(sample_audit()));
  std::string two = dir.write("two.jsonl", to_json(sample_audit()) + "\n\n" +
                                               to_json(second_audit()) + "\n");
};

TEST_F(ReportTest, ReadsFilesLinesAndStandardInput) {
  const Ran ran = run({"report", one, "--gaps"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "Ma trận (2)")) << ran.out;
  EXPECT_FALSE(has(ran.out, "\x1b"));
  EXPECT_TRUE(has(run({"report", two}).out, "  [2] Kế hoạch số 96/KH-UBND"));
  HowToRun how;
  how.input = to_json(second_audit());
  EXPECT_TRUE(has(run({"report", "-", one, "--lang", "en"}, how).out,
                  "2 plans against 344-KH/TU"));
  // One object over several lines.
  how.input = "{\n" + to_json(sample_audit()).substr(1);
  EXPECT_EQ(run({"report", "-", "--format", "json"}, how).out,
            to_json(sample_audit()) + "\n");
}

TEST_F(ReportTest, TakesTheFormatOfTheFile) {
  for (const auto& [name, begin] : {std::pair{"a.xlsx", "PK"},
                                    {"a.html", "<!DOCTYPE html>"},
                                    {"a.csv", "\xEF\xBB\xBF"},
                                    {"a.txt", "Đối chiếu"},
                                    {"a.HTM", "<!DOCTYPE html>"},
                                    {"a.jsonl", "{"},
                                    {"a", "Đối chiếu"}}) {
    const Ran ran = run({"report", one, "-o", dir / name});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(bytes_of(dir / name).rfind(begin, 0), 0U) << name;
  }
  EXPECT_EQ(
      run({"report", one, "--format", "json", "-o", dir / "a.txt"}).status, 0);
  EXPECT_EQ(bytes_of(dir / "a.txt").front(), '{');
}

// Plain text in a file that is named as a document is opened by nothing.
TEST_F(ReportTest, RefusesEndingsThatAreNoFormat) {
  const Ran ran = run({"report", one, "-o", dir / "a.docx"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err,
                  "a.docx: no report is written as '.docx'; end it in "
                  ".txt, .csv, .xlsx, .html or .json"))
      << ran.err;
  EXPECT_FALSE(std::filesystem::exists(dir / "a.docx"));
  EXPECT_EQ(
      run({"report", one, "-o", dir / "a.docx", "--format", "text"}).status, 0);
}

TEST_F(ReportTest, SaysWhatItCannotRead) {
  const std::string bad =
      dir.write("bad.jsonl", to_json(sample_audit()) + "\n{}\n");
  Ran ran = run({"report", bad});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(has(ran.err, "bad.jsonl:2: no audit: ")) << ran.err;
  ran = run({"report", dir.write("empty.json", "\n")});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(has(ran.err, "empty.json: is empty")) << ran.err;
  for (const char* other : {"hello", "[1]", "{\"schema\":1}",
                            "{\"schema\":\"kehoach.audit/1\",\"parent\":3}"}) {
    ran = run({"report", dir.write("other.json", other)});
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(has(ran.err, "other.json:1: no audit: ")) << ran.err;
    EXPECT_FALSE(has(ran.err, "json.exception")) << ran.err;
  }
  ran = run({"report", dir / "gone.json"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "gone.json: no such file")) << ran.err;
  ran = run({"report", one, "-o", dir / "no/such/folder.txt"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "folder.txt: cannot be written")) << ran.err;
}

class LintTest : public testing::Test {
 protected:
  // A plan of 22/8/2024 whose obligations are whole.
  std::string plan(const std::string& name, const std::string& number,
                   const std::string& more) {
    std::string text = sample_text(number);
    const std::string recipients = "Nơi nhận:";
    return dir.write("in/" + name,
                     text.insert(text.find(recipients), more + "\n\n"));
  }

  TempDir dir;
  std::string db = dir / "plans.db";
};

TEST_F(LintTest, TellsWarningsByItsStatus) {
  const std::string good = plan("good.txt", "15", "");
  Ran ran = run({"lint", good, "--format", "json"});
  EXPECT_TRUE(has(ran.out, "{\"schema\":\"kehoach.lint/1\"")) << ran.err;
  // Neither of its leads is a recipient.
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(has(ran.out,
                  "\"check\":\"lead-not-recipient\",\"severity\":"
                  "\"warning\""))
      << ran.out;
  std::string text = sample_text("15");
  text.replace(text.find("- Sở Y tế;"), 10, "");
  text.replace(text.find("Nơi nhận:"), std::string("Nơi nhận:").size(),
               "Nơi nhận:\n- Các phòng, ban;");
  const std::string better = dir.write("in/better.txt", text);
  ran = run({"lint", better});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_TRUE(
      has(ran.out, "Nhiệm vụ không nêu thời hạn hay chế độ định kỳ (2)"))
      << ran.out;
  EXPECT_TRUE(has(run({"lint", better, "--all"}).out,
                  "mục II.2: Nhiệm vụ không nêu thời hạn"));
  ran = run({"lint", better, dir / "gone.txt"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.out, "better.txt")) << ran.out;
  EXPECT_TRUE(has(ran.err, "gone.txt")) << ran.err;
}

TEST_F(LintTest, KnowsFromTheDatabaseWhatIsReplaced) {
  const std::string other =
      "Kế hoạch số 33/KH-UBND ngày 02/3/2023 của UBND huyện.";
  plan("new.txt", "9", "Kế hoạch này thay thế " + other);
  const std::string old =
      plan("old.txt", "15", "3. Phòng Tư pháp\n\nThực hiện " + other);
  ASSERT_EQ(run({"import", dir / "in", "-d", db}).status, 0);
  const std::string replaced = "33/KH-UBND đã được thay thế bằng 9/KH-UBND";
  Ran ran = run({"lint", "15/KH-UBND", "-d", db});
  EXPECT_TRUE(has(ran.out, replaced)) << ran.out;
  ran = run({"lint", old, "-d", db});
  EXPECT_TRUE(has(ran.out, replaced)) << ran.out;
  ran = run({"lint", old});
  EXPECT_FALSE(has(ran.out, replaced)) << ran.out;
  EXPECT_FALSE(has(run({"lint", "9/KH-UBND", "-d", db}).out, replaced));
  const Ran none = run({"lint", "77/KH-UBND", "-d", db});
  EXPECT_EQ(none.status, 2);
  EXPECT_TRUE(has(none.err, "no such file, and no such plan")) << none.err;
}

// An answer about the wrong plan would look like a right one.
TEST_F(LintTest, LeavesTheChoiceAmongPlansOfOneCode) {
  plan("a.txt", "15", "");
  std::string other = sample_text("15");
  other.replace(other.find("SUỐI MƠ"), std::string("SUỐI MƠ").size(),
                "AN TRẠCH");
  dir.write("in/b.txt", other);
  ASSERT_EQ(run({"import", dir / "in", "-d", db}).status, 0);
  const Ran ran = run({"lint", "15/KH-UBND", "-d", db});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(has(ran.err, "15/KH-UBND may be several plans")) << ran.err;
  EXPECT_EQ(run({"lint", "#1", "-d", db}).status, 1);
}

}  // namespace
}  // namespace kehoach
