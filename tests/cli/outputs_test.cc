// Files that a person names for the program to write: none of theirs is
// destroyed by that.
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "text/has.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

class OutputsTest : public testing::Test {
 protected:
  void SetUp() override {
    dir.write("in/a.txt", sample_text("15"));
    dir.write("in/b.txt", sample_text("16"));
    ASSERT_EQ(run({"import", folder, "-d", db}).status, 0);
    fs::create_hard_link(db, dir / "hard.db");
    fs::create_symlink(db, dir / "soft.db");
    fs::create_symlink("new.db", dir / "soft-new");
    fs::create_hard_link(folder + "/a.txt", dir / "hard.txt");
    fs::create_symlink(folder + "/a.txt", dir / "soft.txt");
  }
  // Nothing of it is written, and the message names `output`.
  void expect_refused(const Arguments& arguments, const std::string& output,
                      const std::string& why) const {
    const std::string before = bytes_of(db);
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 2) << ran.err;
    EXPECT_EQ(ran.err,
              "kehoach: " + output + ": " + why + "; name another file\n");
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(bytes_of(db) == before) << ran.err;
    EXPECT_EQ(bytes_of(folder + "/a.txt"), sample_text("15"));
  }

  TempDir dir;
  std::string folder = dir / "in";
  std::string db = dir / "plans.db";
};

TEST_F(OutputsTest, SpareTheDatabase) {
  const std::string a = folder + "/a.txt";
  const std::string b = folder + "/b.txt";
  for (const char* name : {"plans.db", "hard.db", "soft.db", "in/../plans.db",
                           "plans.db-wal", "plans.db-journal"}) {
    const std::string output = dir / name;
    const Arguments commands[] = {
        {"import", folder, "-d", db, "--report", output},
        {"import", folder, "-d", db, "--log-file", output},
        {"import", "--retry", "all", "-d", db, "--log-file", output},
        {"watch", folder, "-d", db, "--report", output},
        {"export", "-d", db, "-o", output},
        {"backup", output, "-d", db, "--force"},
        {"audit", a, b, "-d", db, "-o", output},
        {"audit", "--tree", "15/KH-UBND", "-d", db, "-o", output},
    };
    for (const Arguments& command : commands)
      expect_refused(command, output, "is the database itself");
  }
  EXPECT_FALSE(fs::exists(db + "-wal"));
  // The table that would get its name.
  const std::string named = dir / "documents.csv";
  fs::rename(db, named);
  const Ran ran =
      run({"export", "-d", named, "--format", "csv", "-o", dir.path()});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, named + ": is the database itself")) << ran.err;
  EXPECT_EQ(run({"status", "-d", named}).status, 0);
}

TEST_F(OutputsTest, SpareADatabaseThatIsNotThereYet) {
  const std::string fresh = dir / "new.db";
  for (const char* name : {"new.db", "in/../new.db", "soft-new"}) {
    expect_refused({"import", folder, "-d", fresh, "--report", dir / name},
                   dir / name, "is the database itself");
    EXPECT_FALSE(fs::exists(fresh));
  }
  // Nor what is made beside its name until it is whole.
  fs::copy_file(db, dir / "copy.part");
  const Ran ran = run({"export", "-d", dir / "copy.part", "-o", dir / "copy"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "copy.part: is the database itself")) << ran.err;
}

TEST_F(OutputsTest, SpareWhatIsRead) {
  const std::string a = folder + "/a.txt";
  const std::string b = folder + "/b.txt";
  for (const std::string& output : {a, dir / "hard.txt", dir / "soft.txt"}) {
    for (const char* option : {"--report", "--log-file"}) {
      const std::string why = "is one of the files to be imported";
      expect_refused({"import", a, "-d", db, option, output}, output, why);
      expect_refused({"import", folder, "-d", db, option, output}, output, why);
      expect_refused({"import", "--retry", "all", "-d", db, option, output},
                     output, why);
      expect_refused({"watch", folder, "-d", db, option, output}, output, why);
    }
    expect_refused({"audit", b, a, "-o", output}, output,
                   "is one of the files to be read");
    expect_refused({"report", a, "-o", output}, output,
                   "is one of the files to be read");
  }
  // Nor is the complaint added to it when something else is wrong.
  EXPECT_EQ(run({"import", folder, "-d", db, "--rules", dir / "none",
                 "--log-file", a})
                .status,
            2);
  EXPECT_EQ(bytes_of(a), sample_text("15"));
}

TEST_F(OutputsTest, ReplaceWhatIsNotRead) {
  const std::string log = dir.write("in/import.log", "");
  const std::string report = dir.write("run.jsonl", "old");
  EXPECT_EQ(run({"import", folder, "-d", db, "--exclude", "*.log", "--log-file",
                 log, "--report", report})
                .status,
            0);
  EXPECT_TRUE(has(bytes_of(log), "\"event\":\"end\""));
  EXPECT_TRUE(has(bytes_of(report), "kehoach.run/1"));
  const std::string b = folder + "/b.txt";
  EXPECT_EQ(run({"import", folder + "/a.txt", "-d", db, "--report", b}).status,
            0);
  EXPECT_TRUE(has(bytes_of(b), "kehoach.run/1"));
}

}  // namespace
}  // namespace kehoach
