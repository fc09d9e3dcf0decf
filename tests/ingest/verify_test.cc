// What has become of the files of a database since they were imported.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <utime.h>

#include <filesystem>
#include <map>

#include "ingest/archive_builder.h"
#include "ingest/ingest.h"
#include "store/sample_plan.h"
#include "store/temp_dir.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

class VerifyTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = open_store(dir / "plans.db", Access::write);
    ASSERT_TRUE(opened);
    store = std::move(*opened);
  }
  void import() { import(dir / "in"); }
  void import(const std::string& path) {
    const PlanReader reader = [](const ToRead& document) -> Result<ReadPlan> {
      if (document.bytes == "noise")
        return Failure(Error{Error::Kind::unsupported, "no format"});
      Plan plan = sample_plan();
      plan.source.sha256 = sha256_hex(document.bytes);
      return plan;
    };
    ImportOptions options;
    options.reader = {"1.0", "rules"};
    ASSERT_TRUE(import_files({path}, *store, reader, options));
  }
  std::map<std::string, Fixity> verify() {
    std::map<std::string, Fixity> found;
    const auto counts = verify_files(
        *store,
        [&](const FixityCheck& check) {
          const std::string name = fs::path(check.source.path).filename();
          found[name] = check.fixity;
          EXPECT_EQ(check.reason.empty(), check.fixity == Fixity::same);
        },
        stop);
    EXPECT_TRUE(counts);
    return found;
  }
  // As if what is imported now were imported tomorrow: what is written till
  // then is written before.
  void delay_imports(const std::string& which = "") {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open((dir / "plans.db").c_str(), &db), SQLITE_OK);
    const std::string sql =
        "UPDATE runs SET started_at = datetime('now', '1 day'),"
        " finished_at = datetime('now', '1 day') " +
        which;
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(db);
  }
  void touch(const std::string& path, std::time_t time) {
    const utimbuf times{time, time};
    ASSERT_EQ(utime(path.c_str(), &times), 0);
  }

  TempDir dir;
  std::unique_ptr<Store> store;
  std::atomic<bool> stop{false};
};

TEST_F(VerifyTest, TellsWhatBecameOfEachFile) {
  for (const char* name : {"a.txt", "b.txt", "c.txt", "d.txt"})
    dir.write(std::string("in/") + name, name);
  import();
  using Found = std::map<std::string, Fixity>;
  EXPECT_EQ(verify(), (Found{{"a.txt", Fixity::same},
                             {"b.txt", Fixity::same},
                             {"c.txt", Fixity::same},
                             {"d.txt", Fixity::same}}));
  delay_imports();
  const std::time_t later = std::time(nullptr) + 2 * 24 * 3600;
  touch(dir.write("in/b.txt", "other"), later);
  dir.write("in/c.txt", "c.tyt");
  fs::remove(dir / "in/d.txt");
  EXPECT_EQ(verify(), (Found{{"a.txt", Fixity::same},
                             {"b.txt", Fixity::changed},
                             {"c.txt", Fixity::rotted},
                             {"d.txt", Fixity::gone}}));
}

// What was written between its own import and the last one has not rotted, nor
// what was put in its place with the time of an old file.
TEST_F(VerifyTest, BlamesNoDiskForWhatWasWritten) {
  dir.write("in/a.txt", "a");
  dir.write("in/b.txt", "b");
  import();
  dir.write("in/a.txt", "other");
  touch(dir.write("in/b.txt", "other"), std::time(nullptr) - 3600);
  const std::string elsewhere = dir.write("out/c.txt", "c");
  import(elsewhere);
  delay_imports("WHERE id = 2");
  EXPECT_EQ(verify(), (std::map<std::string, Fixity>{{"a.txt", Fixity::changed},
                                                     {"b.txt", Fixity::changed},
                                                     {"c.txt", Fixity::same}}));
}

// The document is that of the bytes that were read, whatever was seen since.
TEST_F(VerifyTest, KnowsWhatADocumentWasReadFrom) {
  using Found = std::map<std::string, Fixity>;
  dir.write("in/a.txt", "a");
  dir.write("in/b.txt", "noise");
  import();
  dir.write("in/a.txt", "noise");
  import();
  // The import that could not read it is no reason to blame the disk.
  delay_imports();
  EXPECT_EQ(verify(),
            (Found{{"a.txt", Fixity::changed}, {"b.txt", Fixity::same}}));
  dir.write("in/a.txt", "a");
  EXPECT_EQ(verify(),
            (Found{{"a.txt", Fixity::same}, {"b.txt", Fixity::same}}));
}

// Whoever waits for a pipe waits for ever.
TEST_F(VerifyTest, WaitsForNobody) {
  dir.write("in/a.txt", "a");
  import();
  fs::remove(dir / "in/a.txt");
  ASSERT_EQ(mkfifo((dir / "in/a.txt").c_str(), 0600), 0);
  EXPECT_EQ(verify(),
            (std::map<std::string, Fixity>{{"a.txt", Fixity::unreadable}}));
}

TEST_F(VerifyTest, LooksAtContainersAndNotIntoThem) {
  dir.write("in/a.zip", make_zip({{"x.txt", "one"}, {"y.txt", "two"}}));
  import();
  EXPECT_EQ(verify(), (std::map<std::string, Fixity>{{"a.zip", Fixity::same}}));
}

TEST_F(VerifyTest, SaysWhatItMayNotRead) {
  dir.write("in/a.txt", "a");
  import();
  fs::remove(dir / "in/a.txt");
  fs::create_directory(dir / "in/a.txt");
  EXPECT_EQ(verify(),
            (std::map<std::string, Fixity>{{"a.txt", Fixity::unreadable}}));
}

TEST_F(VerifyTest, StopsWhereAsked) {
  dir.write("in/a.txt", "a");
  import();
  stop = true;
  EXPECT_TRUE(verify().empty());
}

}  // namespace
}  // namespace kehoach
