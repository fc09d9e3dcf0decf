// What `kehoach import` can be asked for, from the shell's side.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "text/has.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

class ImportTest : public testing::Test {
 protected:
  void SetUp() override {
    dir.write("in/a.txt", sample_text("15"));
    dir.write("in/b.md", sample_text("16"));
    dir.write("in/old/c.txt", sample_text("17"));
    dir.write("in/d.gif", "GIF89a");
  }
  Ran import(Arguments arguments, const HowToRun& how = {}) const {
    arguments.insert(arguments.begin(), "import");
    for (const char* more : {"-d", db.c_str()}) arguments.emplace_back(more);
    return run(arguments, how);
  }
  // The paths that the output names, without the folder.
  std::string named(const std::string& out) const {
    std::string names;
    for (const char* name : {"a.txt", "b.md", "c.txt", "d.gif"}) {
      if (has(out, std::string("/") + name)) names += std::string(name) + " ";
    }
    return names;
  }

  TempDir dir;
  std::string folder = dir / "in";
  std::string db = dir / "plans.db";
};

TEST_F(ImportTest, ChoosesFiles) {
  const std::pair<Arguments, const char*> cases[] = {
      {{folder}, "a.txt b.md c.txt d.gif "},
      {{folder, "--include", "*.txt"}, "a.txt c.txt "},
      {{folder, "--include", "*.txt", "--include", "*.md"},
       "a.txt b.md c.txt "},
      {{folder, "--exclude", "old/*"}, "a.txt b.md d.gif "},
      {{folder, "--exclude", "*.gif", "--limit", "2"}, "a.txt b.md "},
      // A file that is given itself is meant.
      {{folder + "/d.gif", "--include", "*.txt"}, "d.gif "},
      {{folder, "--since", "2999-01-01"}, ""},
      {{folder, "--since", "2001-01-01T10:30"}, "a.txt b.md c.txt d.gif "},
  };
  for (const auto& [arguments, expected] : cases) {
    fs::remove(db);
    EXPECT_EQ(named(import(arguments).out), expected);
  }
  for (const char* time :
       {"yesterday", "2025-02-31", "2025-02-29", "2025-04-31T10:30"}) {
    const Ran ran = import({folder, "--since", time});
    EXPECT_EQ(ran.status, 2) << time;
    EXPECT_TRUE(has(ran.err, "no such time")) << ran.err;
  }
  EXPECT_EQ(import({folder, "--since", "2024-02-29"}).status, 0);
  EXPECT_EQ(import({}).status, 2);
}

TEST_F(ImportTest, TakesPathsFromAFile) {
  HowToRun how;
  how.input = folder + "/a.txt" + '\0' + folder + "/b.md" + '\0';
  EXPECT_EQ(named(import({"--files0-from", "-"}, how).out), "a.txt b.md ");
  const std::string list = dir.write("list", folder + "/old" + '\0');
  EXPECT_EQ(named(import({"--files0-from", list}).out), "c.txt ");
  EXPECT_EQ(import({"--files0-from", dir / "none"}).status, 2);
  const Ran ran = import({"--files0-from", folder});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "is it a folder?")) << ran.err;
}

TEST_F(ImportTest, ForetellsAndWritesNothing) {
  const Ran before = import({folder, "--dry-run"});
  EXPECT_EQ(before.status, 0) << before.err;
  EXPECT_TRUE(has(before.out, "read         " + folder + "/a.txt\n"));
  EXPECT_FALSE(fs::exists(db));
  EXPECT_EQ(import({folder}).status, 0);
  dir.write("in/a.txt", sample_text("99"));
  const Ran after = import({folder, "--dry-run"});
  EXPECT_TRUE(has(after.out, "read         " + folder + "/a.txt\n"));
  EXPECT_TRUE(has(after.out, "unchanged    " + folder + "/b.md\n"));
  EXPECT_EQ(run({"status", "-d", db}).out.find("4 documents"),
            std::string::npos);
}

TEST_F(ImportTest, ForetellsWhatFails) {
  const Ran ran = import({folder, dir / "gone.txt", "--dry-run"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_TRUE(has(ran.out, "gone.txt")) << ran.out;
  EXPECT_EQ(import({folder, dir / "gone.txt"}).status, 3);
}

TEST_F(ImportTest, NamesPatternsThatFitNothing) {
  const Arguments asked = {folder,      "--include", "*.pfd",
                           "--include", "*.md",      "--include",
                           "old/*",     "--include", "[[!]x].txt"};
  for (const char* more : {"--dry-run", "--quiet"}) {
    Arguments arguments = asked;
    arguments.emplace_back(more);
    const Ran ran = import(arguments);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(has(ran.err, "--include '*.pfd': no file fits it")) << ran.err;
    EXPECT_TRUE(has(ran.err, "'[[!]x].txt': no file")) << ran.err;
    EXPECT_FALSE(has(ran.err, "*.md")) << ran.err;
    EXPECT_FALSE(has(ran.err, "old/*")) << ran.err;
  }
  // Nothing is known of those behind the limit.
  EXPECT_EQ(import({folder, "--include", "*.md", "--include", "*.txt",
                    "--limit", "1"})
                .err,
            "");
  const std::string help = run({"import", "--help"}).out;
  EXPECT_TRUE(has(help, "--include PATTERN ")) << help;
  EXPECT_FALSE(has(help, "PATTERN ...")) << help;
  EXPECT_TRUE(has(help, "PATH ...")) << help;
}

TEST_F(ImportTest, ReportsTheRun) {
  const std::string report = dir / "run.jsonl";
  const Ran ran = import({folder, "--report", report, "--progress", "json"});
  EXPECT_EQ(ran.status, 0);
  const std::string text = bytes_of(report);
  EXPECT_EQ(lines(text), 5U) << text;
  EXPECT_TRUE(has(text, R"("status":"unsupported")"));
  EXPECT_TRUE(has(text, R"("stage":"read")"));
  EXPECT_TRUE(has(text, R"("schema":"kehoach.run/1")"));
  EXPECT_TRUE(has(ran.err, R"({"schema":"kehoach.progress/1","done":4,)"))
      << ran.err;
  EXPECT_EQ(import({folder, "--report", dir / "no/run.jsonl"}).status, 2);
  // Nothing on a pipe unless asked.
  EXPECT_EQ(import({folder}).err, "");
  EXPECT_EQ(import({folder, "--quiet", "--verbose"}).status, 2);
}

// The three differ in their numbers alone.
TEST_F(ImportTest, FindsNearDuplicates) {
  const Arguments list = {"status", "--near-duplicates", "-d", db};
  EXPECT_EQ(import({folder + "/a.txt"}).status, 0);
  EXPECT_EQ(run(list).status, 1);
  EXPECT_EQ(import({folder}).status, 0);
  const Ran near = run(list);
  EXPECT_EQ(near.status, 0) << near.err;
  EXPECT_EQ(lines(near.out), 9U) << near.out;
  EXPECT_EQ(named(near.out), "a.txt b.md c.txt ");
  Arguments json = list;
  json.insert(json.end(), {"--format", "json"});
  const std::string out = run(json).out;
  EXPECT_EQ(lines(out), 3U);
  EXPECT_TRUE(has(out, R"({"schema":"kehoach.near-duplicate/1","share":0.)"));
  EXPECT_TRUE(has(out, R"("one_plan":false)"));
}

TEST_F(ImportTest, LogsItsEvents) {
  const std::string log = dir / "import.log";
  EXPECT_EQ(import({folder, "--log-file", log}).status, 0);
  std::string text = bytes_of(log);
  // The beginning, four paths, the end.
  EXPECT_EQ(lines(text), 6U) << text;
  EXPECT_TRUE(has(text, R"(Z","level":"info","event":"begin","program":")"));
  EXPECT_TRUE(has(text, R"("level":"info","event":"path","path":")"));
  EXPECT_TRUE(has(text, R"("level":"warning","event":"path","path":")"));
  EXPECT_TRUE(has(text, R"("event":"end","paths":{"loaded":3,)")) << text;
  // A second run is added.
  EXPECT_EQ(import({folder, "--log-file", log}).status, 0);
  EXPECT_EQ(lines(bytes_of(log)), 12U);
  // Braces and quotes in a name are no fields.
  dir.write("in/{} \"x\".txt", sample_text("18"));
  EXPECT_EQ(import({folder, "--log-file", log}).status, 0);
  text = bytes_of(log);
  EXPECT_TRUE(has(text, R"({} \"x\".txt","status":"loaded")")) << text;
  EXPECT_EQ(import({folder, "--log-file", folder}).status, 2);
  EXPECT_EQ(import({folder, "--dry-run", "--log-file", dir / "dry"}).status, 0);
  EXPECT_FALSE(fs::exists(dir / "dry"));
}

// The import goes on, and says at its end what is missing.
TEST_F(ImportTest, SaysWhatCouldNotBeWrittenWhole) {
  for (const char* option : {"--log-file", "--report"}) {
    fs::remove(db);
    const Ran ran = import({folder, option, "/dev/full"});
    EXPECT_EQ(ran.status, 2) << option;
    EXPECT_EQ(ran.err,
              "kehoach: /dev/full: could not be written whole; check the room "
              "on the disk (the database has what was imported)\n");
    EXPECT_EQ(named(run({"export", "-d", db}).out), "a.txt b.md c.txt d.gif ");
  }
}

// What could not even begin is in the log, too; and who died on the way.
TEST_F(ImportTest, LogsWhatWentWrong) {
  const std::string log = dir / "import.log";
  const std::pair<Arguments, const char*> cases[] = {
      {{folder, "--rules", dir / "none"}, "none"},
      {{folder, "--since", "soon"}, "no such time"},
      {{folder, "--report", dir / "no/run.jsonl"}, "cannot be written"},
      {{folder, "-d", folder}, "is a folder"},
  };
  for (const auto& [arguments, reason] : cases) {
    fs::remove(log);
    Arguments all = {"import"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    all.insert(all.end(), {"--log-file", log});
    if (std::count(all.begin(), all.end(), "-d") == 0)
      all.insert(all.end(), {"-d", db});
    EXPECT_EQ(run(all).status, 2);
    const std::string text = bytes_of(log);
    EXPECT_EQ(lines(text), 1U) << text;
    EXPECT_TRUE(has(text, R"("level":"error","event":"error","message":")"));
    EXPECT_TRUE(has(text, reason)) << text;
  }
  fs::remove(log);
  // Recognising its pages takes a second and more.
  const std::string scan =
      KEHOACH_SOURCE_DIR "/corpus/scans/10-ke-hoach-18-thi-tran-rach-gam.pdf";
  EXPECT_EQ(import({scan, "--time-limit", "0.01", "--log-file", log}).status,
            3);
  const std::string text = bytes_of(log);
  EXPECT_TRUE(
      has(text, R"("level":"warning","event":"death","worker":"reader",)"
                R"("path":")" +
                    scan +
                    R"(","status":"timeout",)"
                    R"("reason":"took longer than 0.010 seconds",)"))
      << text;
  EXPECT_TRUE(has(text, R"("again":true})"));
  EXPECT_TRUE(has(text, R"("again":false})"));
}

TEST_F(ImportTest, RetriesWhatTheLedgerHolds) {
  EXPECT_EQ(import({folder}).status, 0);
  EXPECT_EQ(named(import({"--retry", "failed"}).out), "d.gif ");
  EXPECT_EQ(named(import({"--retry", "stale"}).out), "");
  const Ran all = import({"--retry", "all"});
  EXPECT_TRUE(has(all.out, "loaded       " + folder + "/b.md"));
  EXPECT_EQ(named(all.out), "a.txt b.md c.txt d.gif ");
  EXPECT_EQ(named(import({folder + "/old", "--retry", "all"}).out), "c.txt ");
  // However the path is spelt.
  HowToRun inside;
  inside.folder = folder;
  const std::pair<std::string, const char*> spellings[] = {
      {".", "a.txt b.md c.txt d.gif "},
      {"./", "a.txt b.md c.txt d.gif "},
      {"old/", "c.txt "},
      {"../in/./old", "c.txt "},
      {"/", "a.txt b.md c.txt d.gif "},
      {"ol", ""},
  };
  for (const auto& [path, expected] : spellings) {
    EXPECT_EQ(named(import({path, "--retry", "all"}, inside).out), expected)
        << path;
  }
  const Ran failed = run({"status", "--failed", "-d", db});
  EXPECT_EQ(failed.status, 0);
  EXPECT_EQ(lines(failed.out), 1U);
  EXPECT_TRUE(has(failed.out, "unsupported  " + folder + "/d.gif: "));
}

TEST_F(ImportTest, KeepsNoTypingErrors) {
  const Ran typo = import({folder + "/nope.txt"});
  EXPECT_EQ(typo.status, 3);
  EXPECT_TRUE(has(typo.out, "failed       " + folder + "/nope.txt: no such"));
  EXPECT_EQ(run({"status", "--failed", "-d", db}).status, 1);
  EXPECT_EQ(import({"--retry", "failed"}).status, 0);
  for (const char* command : {"import", "watch"}) {
    const Ran empty = run({command, folder, "", "-d", dir / "empty.db"});
    EXPECT_EQ(empty.status, 2) << command;
    EXPECT_TRUE(has(empty.err, "empty")) << empty.err;
  }
  for (const char* more : {"-q", "--dry-run"}) {
    const Ran none =
        run({"import", "--retry", "all", "-d", dir / "typo.db", more});
    EXPECT_EQ(none.status, 2);
    EXPECT_TRUE(has(none.err, "typo.db: no such database")) << none.err;
  }
  EXPECT_FALSE(fs::exists(dir / "empty.db"));
  EXPECT_FALSE(fs::exists(dir / "typo.db"));
}

// How long the files of a report took to be read.
std::uint64_t milliseconds_in(const std::string& report) {
  constexpr std::string_view kField = "\"milliseconds\":";
  const std::string text = bytes_of(report);
  std::uint64_t sum = 0;
  for (std::size_t at = text.find(kField); at != std::string::npos;
       at = text.find(kField, at + 1))
    sum += std::stoull(text.substr(at + kField.size()));
  return sum;
}

// Recognising a page takes a hundred times as long as what comes behind it.
TEST_F(ImportTest, NeedsNoRecognitionForOtherRules) {
  const std::string rules = dir / "rules";
  const std::string report = dir / "report.jsonl";
  const Arguments how = {"--rules", rules, "--report", report, "--isolation"};
  fs::copy(KEHOACH_SOURCE_DIR "/rules", rules);
  for (const char* isolation : {"process", "thread"}) {
    fs::remove(db);
    Arguments first = {KEHOACH_SOURCE_DIR
                       "/corpus/scans/13-ke-hoach-truong-thcs-phu-khe.png"};
    Arguments again = {"--retry", "stale"};
    for (Arguments* each : {&first, &again}) {
      each->insert(each->end(), how.begin(), how.end());
      each->emplace_back(isolation);
    }
    EXPECT_EQ(import(first).status, 0);
    const std::uint64_t recognised = milliseconds_in(report);
    const std::string before = run({"export", "-d", db}).out;
    std::ofstream(rules + "/deadlines.toml", std::ios::app) << "# more\n";
    const Ran stale = import(again);
    EXPECT_TRUE(has(stale.out, "1 path into")) << stale.out;
    EXPECT_TRUE(has(stale.out, ": 1 loaded")) << stale.out;
    EXPECT_LT(milliseconds_in(report), recognised / 4);
    EXPECT_TRUE(run({"export", "-d", db}).out == before);
    again[1] = "all";
    EXPECT_EQ(import(again).status, 0);
    EXPECT_GT(milliseconds_in(report), recognised / 4);
  }
}

TEST_F(ImportTest, IsTheSameForAnyNumberOfWorkers) {
  std::string first;
  for (const Arguments& how :
       {Arguments{"--isolation", "thread"}, Arguments{"--jobs", "1"},
        Arguments{"--jobs", "3"}}) {
    fs::remove(db);
    Arguments arguments = how;
    arguments.push_back(KEHOACH_SOURCE_DIR "/corpus");
    arguments.insert(arguments.end(), {"--exclude", "scans/*"});
    const Ran ran = import(arguments);
    EXPECT_TRUE(ran.status == 0 || ran.status == 3) << ran.err;
    const std::string exported = run({"export", "-d", db}).out;
    EXPECT_GT(lines(exported), 20U);
    if (first.empty()) first = exported;
    EXPECT_TRUE(exported == first) << how.back();
  }
}

// Which processes still belong to an import into `db`.
std::size_t processes_of(const std::string& db) {
  std::size_t found = 0;
  for (const auto& entry : fs::directory_iterator("/proc"))
    found += has(bytes_of(entry.path() / "cmdline"), db) ? 1 : 0;
  return found;
}

TEST_F(ImportTest, LeavesNoProcessWhenItIsKilled) {
  for (int i = 0; i < 3000; ++i) {
    dir.write("in/many/" + std::to_string(i) + ".txt",
              sample_text(std::to_string(i)));
  }
  Program program({"import", folder, "-d", db, "--jobs", "2"}, {});
  ASSERT_TRUE(program.prints(5000)) << program.wait().err;
  EXPECT_GE(processes_of(db), 4U);  // the program, the server, two workers
  program.send(SIGKILL);
  EXPECT_EQ(program.wait().status, 128 + SIGKILL);
  for (int i = 0; i < 100 && processes_of(db) > 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_EQ(processes_of(db), 0U);
}

// Another program writes to the database for longer than is waited.
TEST_F(ImportTest, SaysWhoHoldsTheDatabase) {
  EXPECT_EQ(import({folder}).status, 0);
  const std::string hold = "sqlite3 '" + db +
                           "' 'BEGIN IMMEDIATE' '.shell touch " +
                           (dir / "held") + "; sleep 6' >/dev/null 2>&1 &";
  ASSERT_EQ(std::system(hold.c_str()), 0);
  for (int i = 0; i < 100 && !fs::exists(dir / "held"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  const Ran ran = import({folder, "--reread"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "another program is writing")) << ran.err;
}

}  // namespace
}  // namespace kehoach
