// The built program on plans of its own, from the shell's side.
#include <gtest/gtest.h>

#include <algorithm>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "model/model.h"
#include "text/has.h"
#include "text/text.h"

namespace kehoach {
namespace {

class CliTest : public testing::Test {
 protected:
  Ran import(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"import", folder, "-d", db});
    return run(more);
  }

  TempDir dir;
  std::string db = dir / "plans.db";
  std::string folder = dir / "in";
  std::string plan = dir.write("in/a.txt", sample_text("15"));
};

TEST_F(CliTest, ImportsAndThenHasNothingToDo) {
  dir.write("in/b.txt", sample_text("15"));
  const Ran first = import();
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_TRUE(has(first.out, "loaded       " + folder + "/a.txt\n"));
  EXPECT_TRUE(has(first.out, "duplicate    " + folder + "/b.txt: same bytes"));
  EXPECT_TRUE(has(first.out, "2 paths into"));
  EXPECT_FALSE(has(first.out, "\x1b"));
  EXPECT_EQ(first.err, "");
  const Ran second = import();
  EXPECT_EQ(second.status, 0);
  EXPECT_TRUE(has(second.out, "2 paths, nothing to do")) << second.out;
  EXPECT_EQ(import({"--quiet"}).out, "");
}

TEST_F(CliTest, SaysWhatFailedAndImportsTheRest) {
  dir.write("in/b.pdf", "%PDF-1.4\nnot really");
  dir.write("in/c.gif", "GIF89a");
  const Ran ran = run({"import", folder, dir / "gone.txt", "-d", db});
  EXPECT_EQ(ran.status, 3);
  EXPECT_TRUE(has(ran.out, "loaded       " + plan)) << ran.out;
  EXPECT_TRUE(has(ran.out, "failed       " + folder + "/b.pdf: "));
  EXPECT_TRUE(has(ran.out, "unsupported  " + folder + "/c.gif: "));
  EXPECT_TRUE(has(ran.out, "gone.txt: no such file"));
  const Ran status = run({"status", "-d", db});
  EXPECT_EQ(status.status, 0);
  EXPECT_TRUE(has(status.out, "1 loaded, 1 unsupported, 1 failed"))
      << status.out;
  EXPECT_TRUE(has(status.out, folder + "/b.pdf: "));
}

TEST_F(CliTest, WritesStatusesAsJsonLines) {
  const Ran ran = import({"--format", "jsonl"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 1) << ran.out;
  EXPECT_EQ(ran.out.find("{\"path\":\"" + plan + "\",\"status\":\"loaded\""),
            0U)
      << ran.out;
}

TEST_F(CliTest, ExtractsFilesAndStandardInput) {
  const Ran file = run({"extract", plan});
  EXPECT_EQ(file.status, 0) << file.err;
  const auto from_file = plan_from_json(file.out);
  ASSERT_TRUE(from_file) << file.out;
  EXPECT_EQ(from_file->document.code, "15/KH-UBND");
  HowToRun how;
  how.input = sample_text("15");
  const Ran input = run({"extract", "-", "--format", "json"}, how);
  EXPECT_EQ(input.status, 0) << input.err;
  const auto from_input = plan_from_json(input.out);
  ASSERT_TRUE(from_input) << input.out;
  EXPECT_EQ(from_input->obligations, from_file->obligations);
  EXPECT_EQ(from_input->source.path, "-");
}

TEST_F(CliTest, ExtractsWhatItCan) {
  const Ran ran = run({"extract", dir / "gone.txt", plan, plan});
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 2);
  EXPECT_TRUE(has(ran.err, "gone.txt: no such file")) << ran.err;
  EXPECT_EQ(run({"extract", plan, plan, "--format", "json"}).out.front(), '[');
}

TEST_F(CliTest, ComplainsInLinesOfItsOwn) {
  const Ran ran = run({"extract", "a\nkehoach: \x1b[2J\u202Eb\r"});
  EXPECT_EQ(ran.err,
            "kehoach: a?kehoach: ?[2J?b?: no such file; check the path\n");
}

TEST_F(CliTest, ListsTheFormatsAndWhatTheyNeed) {
  const Ran ran = run({"formats"});
  EXPECT_EQ(ran.status, 0);
  for (const char* format : {"PDF", "DOCX", "HTML", "PNG", "TCVN3", "ZIP"})
    EXPECT_TRUE(has(ran.out, format)) << format;
  const Ran without =
      run({"formats"}, {.environment = {"KEHOACH_LIBREOFFICE=/nowhere"}});
  EXPECT_TRUE(has(without.out, "install libreoffice-writer-nogui"));
  const Ran json = run({"formats", "--format", "json"});
  EXPECT_TRUE(has(json.out, R"("format":"PDF")")) << json.out;
  const Ran help = run({"formats", "--help"});
  for (const char* limit : {"2000 pages of a PDF", "32 million pixels",
                            "60 seconds", "64 MB of XML", "4 deep"})
    EXPECT_TRUE(has(help.out, limit)) << limit << help.out;
}

TEST_F(CliTest, ReadsPlansInsideMailsAndArchives) {
  const std::string mail =
      dir.write("in/m.eml",
                "From: a@example.vn\nTo: b@example.vn\nMIME-Version: 1.0\n"
                "Content-Type: multipart/mixed; boundary=x\n\n"
                "--x\nContent-Type: text/plain; name=a.txt\n\n" +
                    sample_text("15") +
                    "\n--x\nContent-Type: text/plain; name=b.txt\n\n" +
                    sample_text("16") +
                    "\n--x\nContent-Type: image/gif; name=c.gif\n\nGIF89a"
                    "\n--x--\n");
  const Ran lines = run({"extract", mail});
  EXPECT_EQ(lines.status, 3);
  EXPECT_EQ(std::count(lines.out.begin(), lines.out.end(), '\n'), 2);
  EXPECT_TRUE(has(lines.out, "\"path\":\"" + mail + "!b.txt\"")) << lines.out;
  EXPECT_TRUE(has(lines.err, mail + "!c.gif: this is an image")) << lines.err;
  const Ran array = run({"extract", mail, "--format", "json"});
  EXPECT_EQ(array.out.find("[\n{"), 0U);
  EXPECT_TRUE(has(array.out, "\n},\n{")) << array.out;
  EXPECT_EQ(array.out.substr(array.out.size() - 3), "\n]\n");

  const Ran ran = import();
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "loaded       " + mail + ": 3 members\n"));
  EXPECT_TRUE(has(ran.out, "loaded       " + mail + "!b.txt\n")) << ran.out;
  EXPECT_TRUE(
      has(ran.out, "unsupported  " + mail + "!c.gif: this is an image"));
  const Ran status = run({"status", "-d", db});
  EXPECT_TRUE(has(status.out, "documents    2,")) << status.out;
  EXPECT_TRUE(has(status.out, mail + "!c.gif: ")) << status.out;
  EXPECT_TRUE(has(run({"show", "16/KH-UBND", "-d", db}).out, "16/KH-UBND"));
}

TEST_F(CliTest, SaysWhatToInstallForOldDocuments) {
  const std::string rtf = dir.write("in/b.rtf", "{\\rtf1 K}");
  HowToRun without;
  without.environment = {"KEHOACH_LIBREOFFICE=" + dir.path()};
  const Ran ran = run({"import", folder, "-d", db}, without);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(
      has(ran.out, "unsupported  " + rtf + ": this is a rich text file"))
      << ran.out;
  EXPECT_TRUE(has(ran.out, "install libreoffice-writer-nogui")) << ran.out;
}

TEST_F(CliTest, SearchesWithAccentsOrWithout) {
  ASSERT_EQ(import().status, 0);
  for (const char* query : {"tre em", "trẻ em", "\"TRẺ EM\""}) {
    const Ran ran = run({"search", query, "-d", db, "--agency", "phong y te"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(has(ran.out, "1.  15/KH-UBND mục II.1.a")) << ran.out;
    EXPECT_TRUE(has(ran.out, "Chủ trì: Phòng Y tế")) << ran.out;
    EXPECT_TRUE(has(ran.out, plan)) << ran.out;
    EXPECT_FALSE(has(ran.out, "\x1b"));
  }
  const Ran none = run({"search", "khong thay gi", "-d", db});
  EXPECT_EQ(none.status, 1);
  EXPECT_EQ(none.out, "");
  EXPECT_TRUE(has(none.err, "nothing was found"));
  EXPECT_EQ(run({"search", "?!", "-d", db}).status, 2);
  const Ran json = run({"search", "suoi", "-d", db, "--format", "jsonl"});
  EXPECT_EQ(json.out.find("{\"kind\":\"obligation\""), 0U) << json.out;
  EXPECT_TRUE(has(json.out, "\n{\"kind\":\"title\"")) << json.out;
}

TEST_F(CliTest, ShowsAPlan) {
  dir.write("in/b.md", sample_text("15") + "\n");
  ASSERT_EQ(import().status, 0);
  const Ran ran =
      run({"show", "15/kh-ubnd", "-d", db}, {.environment = {"COLUMNS=60"}});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out.find("Kế hoạch 15/KH-UBND\n"), 0U) << ran.out;
  EXPECT_TRUE(has(ran.out, "220/KH-UBND")) << ran.out;
  EXPECT_TRUE(has(ran.out, "\nPhòng Y tế (2)\n")) << ran.out;
  EXPECT_TRUE(has(ran.err, "the same plan from other files:\n  #2")) << ran.err;
  const Ran json = run({"show", "#1", "-d", db, "--format", "json"});
  const auto plan_read = plan_from_json(json.out);
  ASSERT_TRUE(plan_read) << json.out;
  EXPECT_EQ(plan_read->document.code, "15/KH-UBND");
  const Ran none = run({"show", "99/KH-UBND", "-d", db});
  EXPECT_EQ(none.status, 1);
  EXPECT_TRUE(has(none.err, "no plan '99/KH-UBND'")) << none.err;
}

TEST_F(CliTest, EndsQuietlyWhenNobodyReadsAnyMore) {
  ASSERT_EQ(import().status, 0);
  HowToRun gone;
  gone.reader_gone = true;
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"extract", plan, plan},
           {"search", "suoi", "-d", db},
           {"show", "15", "-d", db},
           {"rules", "list"},
           {"import", folder, "-d", dir / "other.db"}}) {
    const Ran ran = run(arguments, gone);
    EXPECT_EQ(ran.status, 0) << arguments[0];
    EXPECT_EQ(ran.err, "") << arguments[0];
  }
  // The import went on to its end.
  EXPECT_TRUE(has(run({"status", "-d", dir / "other.db"}).out, "1 loaded"));
}

TEST_F(CliTest, SaysThatItsOutputWasLost) {
  HowToRun full;
  full.out = "/dev/full";
  const Ran ran = run({"rules", "list"}, full);
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "No space left")) << ran.err;
}

TEST_F(CliTest, RefusesWrongRules) {
  dir.write("rules/deadlines.toml", "[[rule]]\nid = 7\n");
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"rules", "check", dir / "rules"},
           {"rules", "list", "--rules", dir / "rules"},
           {"extract", plan, "--rules", dir / "rules"},
           {"import", plan, "-d", db, "--rules", dir / "rules"}}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 2) << arguments[0];
    EXPECT_TRUE(has(ran.err, "deadlines.toml:")) << ran.err;
  }
  EXPECT_FALSE(std::filesystem::exists(db));
}

TEST_F(CliTest, ListsWhatShouldBeLookedAtAgain) {
  dir.write("in/c.txt",
            "KẾ HOẠCH\nGiữ suối\n\nI. NHIỆM VỤ\n\n1. Con suối.\n\n2. Việc.\n");
  EXPECT_EQ(import().status, 0);
  const Ran status = run({"status", "-d", db, "--review"});
  EXPECT_TRUE(has(status.out, "to review    2 facts of low certainty"))
      << status.out;
  EXPECT_TRUE(has(status.out, "  obligation: Con suối.\n")) << status.out;
  EXPECT_FALSE(has(run({"status", "-d", db}).out, "Con suối"));
  EXPECT_TRUE(has(run({"status", "-d", db, "--format", "json"}).out,
                  "\"quote\":\"Con suối.\""));
}

TEST_F(CliTest, MeasuresRulesOverAFolder) {
  const Ran ran = run({"rules", "check", "--over", folder});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, " rules, each with both: ")) << ran.out;
  EXPECT_TRUE(has(ran.out, "\n1 documents\n")) << ran.out;
  EXPECT_TRUE(has(ran.out, "\ndeadline.")) << ran.out;
  EXPECT_TRUE(has(ran.out, " rules never matched: ")) << ran.out;
  const Ran json =
      run({"rules", "check", "--over", folder, "--format", "json"});
  EXPECT_TRUE(has(json.out, "\"schema\": \"kehoach.rules/1\"")) << json.out;
  EXPECT_EQ(run({"rules", "check", "--over", dir / "none"}).status, 2);
}

}  // namespace
}  // namespace kehoach
