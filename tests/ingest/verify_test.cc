// What has become of the files of a database since they were imported.
#include <gtest/gtest.h>
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
  void import() {
    const PlanReader reader = [](std::string_view bytes,
                                 std::string_view) -> Result<Plan> {
      Plan plan = sample_plan();
      plan.source.sha256 = sha256_hex(bytes);
      return plan;
    };
    ImportOptions options;
    options.reader = {"1.0", "rules"};
    ASSERT_TRUE(import_files({dir / "in"}, *store, reader, options));
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
  // As if the disk had done it: the time of writing stays.
  void rot(const std::string& path, const std::string& bytes) {
    struct stat before {};
    ASSERT_EQ(stat(path.c_str(), &before), 0);
    dir.write("in/" + fs::path(path).filename().string(), bytes);
    const utimbuf times{before.st_atime - 3600, before.st_mtime - 3600};
    ASSERT_EQ(utime(path.c_str(), &times), 0);
  }
  void touch_later(const std::string& path) {
    const std::time_t later = std::time(nullptr) + 60;
    const utimbuf times{later, later};
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
  touch_later(dir.write("in/b.txt", "other"));
  rot(dir / "in/c.txt", "c.tyt");
  fs::remove(dir / "in/d.txt");
  EXPECT_EQ(verify(), (Found{{"a.txt", Fixity::same},
                             {"b.txt", Fixity::changed},
                             {"c.txt", Fixity::rotted},
                             {"d.txt", Fixity::gone}}));
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
