// Keeping a database: export, verify, backup, from the shell's side.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "cli/program.h"
#include "cli/sample_text.h"
#include "text/has.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

class KeepTest : public testing::Test {
 protected:
  void SetUp() override {
    dir.write("in/a.txt", sample_text("15"));
    dir.write("in/b.txt", sample_text("16"));
    dir.write("in/c.gif", "GIF89a");
    EXPECT_EQ(run({"import", folder, "-d", db}).status, 0);
  }

  TempDir dir;
  std::string db = dir / "plans.db";
  std::string folder = dir / "in";
};

TEST_F(KeepTest, ExportsPlansAndPaths) {
  const Ran ran = run({"export", "-d", db});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 5);
  EXPECT_TRUE(has(ran.out, R"("schema":"kehoach.plan/1")"));
  EXPECT_TRUE(has(ran.out, R"("schema":"kehoach.source/1")"));
  EXPECT_TRUE(has(ran.out, R"("status":"unsupported")"));
  // The same files, imported one by one and backwards.
  const std::string other = dir / "other.db";
  for (const char* name : {"c.gif", "b.txt", "a.txt"})
    EXPECT_EQ(run({"import", folder + "/" + name, "-d", other}).status, 0);
  EXPECT_EQ(run({"export", "-d", other}).out, ran.out);
}

TEST_F(KeepTest, ExportsTables) {
  const Ran one =
      run({"export", "-d", db, "--format", "csv", "--table", "obligations"});
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(
      one.out.rfind(
          R"("sha256","code","id","path","section","lead","support",)", 0),
      0U)
      << one.out;
  const Ran all =
      run({"export", "-d", db, "--format", "csv", "-o", dir / "tables"});
  EXPECT_EQ(all.status, 0) << all.err;
  EXPECT_EQ(bytes_of(dir / "tables/obligations.csv"), one.out);
  EXPECT_TRUE(fs::exists(dir / "tables/sources.csv"));
}

TEST_F(KeepTest, RefusesAnExportThatCannotBe) {
  EXPECT_EQ(run({"export", "-d", db, "--table", "targets"}).status, 2);
  EXPECT_EQ(run({"export", "-d", db, "--format", "csv"}).status, 2);
  const Ran ran = run({"export", "-d", db, "-o", dir / "nowhere/a.jsonl"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, "nowhere/a.jsonl: cannot be written")) << ran.err;
}

// Permissions and links stay, and what is no plain file is no file after it.
TEST_F(KeepTest, ExportsIntoWhatIsThere) {
  const std::string whole = run({"export", "-d", db}).out;
  const std::string file = dir.write("old.jsonl", "old");
  fs::permissions(file, fs::perms(0640));
  fs::create_symlink("old.jsonl", dir / "link");
  for (const std::string& path : {file, dir / "link"}) {
    dir.write("old.jsonl", "old");
    EXPECT_EQ(run({"export", "-d", db, "-o", path}).status, 0) << path;
    EXPECT_EQ(bytes_of(file), whole) << path;
    EXPECT_EQ(fs::status(file).permissions(), fs::perms(0640)) << path;
  }
  EXPECT_TRUE(fs::is_symlink(dir / "link"));
  EXPECT_FALSE(fs::exists(file + ".part"));
  EXPECT_EQ(run({"export", "-d", db, "-o", "/dev/null"}).status, 0);
  EXPECT_EQ(run({"export", "-d", db, "-o", "/dev/full"}).status, 2);
  EXPECT_EQ(run({"export", "-d", db, "-o", "/dev/stdout"}).out, whole);
}

TEST_F(KeepTest, VerifiesFiles) {
  const Ran same = run({"verify", "-d", db});
  EXPECT_EQ(same.status, 0) << same.err;
  EXPECT_EQ(same.out, "3 files: 3 same\n");
  fs::remove(dir / "in/a.txt");
  const Ran gone = run({"verify", "-d", db});
  EXPECT_EQ(gone.status, 1);
  EXPECT_TRUE(has(gone.out, "gone         " + folder + "/a.txt: no such file"))
      << gone.out;
  EXPECT_TRUE(has(gone.out, "3 files: 2 same, 1 gone\n"));
  EXPECT_TRUE(has(run({"verify", "-d", db, "--format", "jsonl"}).out,
                  R"("fixity":"gone")"));
}

TEST_F(KeepTest, BacksUp) {
  const std::string copy = dir / "copy.db";
  EXPECT_EQ(run({"backup", copy, "-d", db}).status, 0);
  EXPECT_EQ(run({"export", "-d", copy}).out, run({"export", "-d", db}).out);
  const Ran again = run({"backup", copy, "-d", db});
  EXPECT_EQ(again.status, 2);
  EXPECT_TRUE(has(again.err, "is there already")) << again.err;
  EXPECT_EQ(run({"backup", copy, "-d", db, "--force"}).status, 0);
  // What another database left beside its file would be read into the copy.
  dir.write("copy.db-wal", "old");
  dir.write("copy.db-shm", "old");
  EXPECT_EQ(run({"backup", copy, "-d", db, "--force"}).status, 0);
  EXPECT_FALSE(fs::exists(copy + "-wal"));
  EXPECT_FALSE(fs::exists(copy + "-shm"));
  EXPECT_EQ(run({"export", "-d", copy}).out, run({"export", "-d", db}).out);
  EXPECT_EQ(run({"backup", db, "-d", db, "--force"}).status, 2);
  EXPECT_EQ(run({"backup", dir / "no/copy.db", "-d", db}).status, 2);
}

}  // namespace
}  // namespace kehoach
