// `kehoach watch`, from the shell's side.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "text/has.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

class WatchCommandTest : public testing::Test {
 protected:
  void SetUp() override {
    dir.write("in/a.txt", sample_text("15"));
    dir.write("in/.b.txt", sample_text("16"));
  }
  Arguments watch(const Arguments& more = {}) const {
    Arguments arguments = {"watch", folder, "-d",         db, "--quiet-time",
                           "0.05",  "-j1",  "--log-file", log};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  // False if half a minute goes by before that stands in the log.
  bool logs(const std::string& words) const {
    for (int i = 0; i < 600; ++i) {
      if (has(bytes_of(log), words)) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }

  TempDir dir;
  std::string folder = dir / "in";
  std::string db = dir / "plans.db";
  std::string log = dir / "watch.log";
};

TEST_F(WatchCommandTest, ImportsWhatComesUntilItIsEnded) {
  for (const int signal : {SIGTERM, SIGINT}) {
    fs::remove(db);
    fs::remove(log);
    fs::remove(folder + "/new/c.txt");
    const std::string report = dir / "run.jsonl";
    Program program(watch({"--report", report}), {});
    EXPECT_TRUE(logs(R"("event":"watch","folders":)"));
    EXPECT_TRUE(logs(R"("event":"batch","paths":{"loaded":1,)"));
    dir.write("in/new/c.txt", sample_text("17"));
    EXPECT_TRUE(logs("c.txt\",\"status\":\"loaded\""));
    dir.write("in/d.gif", "GIF89a");
    EXPECT_TRUE(logs("d.gif\",\"status\":\"unsupported\""));
    // What was read can be asked for while the watch goes on.
    EXPECT_TRUE(has(run({"show", "17/KH-UBND", "-d", db}).out, "17/KH-UBND"));
    program.send(signal);
    const Ran ran = program.wait();
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    EXPECT_TRUE(has(ran.out, "loaded       " + folder + "/new/c.txt"));
    EXPECT_TRUE(logs(R"("event":"end","paths":{"loaded":2,)"));
    EXPECT_TRUE(has(bytes_of(report), R"("schema":"kehoach.run/1")"));
    EXPECT_FALSE(has(ran.out, ".b.txt"));
    fs::remove(folder + "/d.gif");
  }
}

// What was left comes when it is started again.
TEST_F(WatchCommandTest, EndsAfterTheDocumentsAtHand) {
  for (int i = 100; i < 500; ++i) {
    dir.write("in/many/" + std::to_string(i) + ".txt",
              sample_text(std::to_string(i)));
  }
  Program program(watch(), {});
  ASSERT_TRUE(program.prints(1000)) << program.wait().err;
  program.send(SIGTERM);
  const Ran ran = program.wait();
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(has(ran.err, "paths were left; run the same command")) << ran.err;
  Program again(watch(), {});
  EXPECT_TRUE(logs(R"("left":0})"));
  again.send(SIGTERM);
  EXPECT_EQ(again.wait().status, 0);
  const std::string status = run({"status", "-d", db}).out;
  EXPECT_TRUE(has(status, "401 loaded")) << status;
}

TEST_F(WatchCommandTest, ChoosesFilesAsAnImportDoes) {
  dir.write("in/c.md", sample_text("17"));
  Program program(watch({"--exclude", "*.txt", "--format", "jsonl"}), {});
  EXPECT_TRUE(logs(R"("event":"batch")"));
  dir.write("in/d.txt", sample_text("18"));
  dir.write("in/e.md", sample_text("19"));
  EXPECT_TRUE(logs("e.md"));
  program.send(SIGTERM);
  const Ran ran = program.wait();
  EXPECT_TRUE(has(ran.out, "c.md\",\"status\":\"loaded\"")) << ran.out;
  EXPECT_FALSE(has(ran.out, ".txt")) << ran.out;
}

TEST_F(WatchCommandTest, ReportsAFolderThatIsGone) {
  Program program(watch({"--quiet"}), {});
  EXPECT_TRUE(logs(R"("event":"batch")"));
  fs::remove_all(folder);
  EXPECT_TRUE(logs(R"("level":"error","event":"error","message":")" + folder +
                   ": the folder is gone"));
  // Good news is no error.
  fs::create_directories(folder);
  EXPECT_TRUE(logs(R"("level":"info","event":"relief","message":")" + folder +
                   ": the folder is there again"));
  program.send(SIGTERM);
  const Ran ran = program.wait();
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(has(ran.err, "kehoach: " + folder + ": the folder is gone"));
  EXPECT_TRUE(has(ran.err, "kehoach: " + folder + ": the folder is there"));
}

// From the first: a database that another program holds is no reason to end.
TEST_F(WatchCommandTest, WaitsForADatabaseThatIsHeld) {
  ASSERT_EQ(run({"import", folder, "-d", db}).status, 0);
  dir.write("in/c.txt", sample_text("17"));
  const std::string hold = "sqlite3 '" + db +
                           "' 'BEGIN IMMEDIATE' '.shell touch " +
                           (dir / "held") + "; sleep 5' >/dev/null 2>&1 &";
  ASSERT_EQ(std::system(hold.c_str()), 0);
  for (int i = 0; i < 100 && !fs::exists(dir / "held"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  Program program(watch(), {});
  EXPECT_TRUE(logs(db + ": another program is writing"));
  EXPECT_TRUE(logs("c.txt\",\"status\":\"loaded\""));
  program.send(SIGTERM);
  const Ran ran = program.wait();
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(run({"show", "17/KH-UBND", "-d", db}).out, "17/KH-UBND"));
}

TEST_F(WatchCommandTest, RefusesWhatItCannotDo) {
  const std::pair<Arguments, const char*> cases[] = {
      {{"watch"}, "'folders' must be given: "},
      {{"watch", dir / "none", "-d", db}, "no such folder; check the path"},
      {{"watch", folder + "/a.txt", "-d", db}, "is no folder"},
      {{"watch", folder, "-d", folder}, "is a folder"},
      {{"watch", folder, "-d", dir / "no/plans.db"}, "cannot be opened"},
      {{"watch", folder, "-d", db, "--dry-run"}, "no option '--dry-run'"},
      {{"watch", folder, "-d", db, "--quiet-time", "0"}, "--quiet-time"},
      {{"watch", folder, "-d", db, "--since", "soon"}, "no such time"},
  };
  for (const auto& [arguments, reason] : cases) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 2) << reason;
    EXPECT_TRUE(has(ran.err, reason)) << ran.err;
  }
  EXPECT_TRUE(has(run({"completion", "bash"}).out, "    watch) words='--"));
}

}  // namespace
}  // namespace kehoach
