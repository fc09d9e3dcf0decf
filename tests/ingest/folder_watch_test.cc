#include "ingest/folder_watch.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "ingest/discover.h"
#include "store/temp_dir.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using Paths = std::vector<std::string>;

class FolderWatchTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder); }

  TempDir dir;
  std::string folder = dir / "in";
  FolderWatch watch{[](const std::string&) {}, [](const std::string&) {}};
};

// More happens than the system keeps while nobody listens.
TEST_F(FolderWatchTest, AfterAnOverflowAllIsLookedThrough) {
  std::size_t most = 0;
  std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> most;
  if (most == 0 || most > 100'000) GTEST_SKIP() << "the queue is too long";
  ASSERT_TRUE(watch.start({folder}));
  (void)watch.take();
  dir.write("in/a.txt", "1");
  watch.wait(milliseconds(1000));
  EXPECT_EQ(watch.take(), Paths{folder + "/a.txt"});
  for (std::size_t i = 0; i <= most / 2; ++i) {
    const std::string path = folder + "/" + std::to_string(i);
    close(open(path.c_str(), O_WRONLY | O_CREAT, 0600));
  }
  fs::create_directories(dir / "in/new");
  watch.wait(milliseconds(1000));
  const auto arrived = watch.take();
  ASSERT_FALSE(arrived.empty());
  EXPECT_EQ(arrived.front(), folder);
  // And the new folder is watched.
  EXPECT_EQ(watch.folders(), 2U);
  dir.write("in/new/b.txt", "2");
  watch.wait(milliseconds(1000));
  EXPECT_EQ(watch.take(), Paths{folder + "/new/b.txt"});
}

TEST_F(FolderWatchTest, ASlashAtItsEndMakesNoOtherFolder) {
  fs::create_directories(dir / "in/deep");
  ASSERT_TRUE(watch.start({folder + "/"}));
  EXPECT_EQ(watch.folders(), 2U);
  EXPECT_EQ(watch.take(), Paths{folder});
  dir.write("in/deep/a.txt", "1");
  watch.wait(milliseconds(1000));
  EXPECT_EQ(watch.take(), Paths{folder + "/deep/a.txt"});
  // All that is below goes with it.
  fs::rename(folder, dir / "elsewhere");
  watch.wait(milliseconds(1000));
  EXPECT_EQ(watch.folders(), 0U);
}

TEST_F(FolderWatchTest, ALinkToWhatIsWatchedBringsNothing) {
  const std::string link = dir / "link";
  fs::create_directory_symlink(folder, link);
  ASSERT_TRUE(watch.start({folder, link}));
  EXPECT_EQ(watch.folders(), 1U);
  EXPECT_EQ(watch.take(), (Paths{folder, link}));
  fs::create_directory_symlink(folder, dir / "in/loop");
  watch.wait(milliseconds(1000));
  EXPECT_EQ(watch.folders(), 1U);
  EXPECT_EQ(watch.take(), Paths{});
  // A link to another folder is one more.
  fs::create_directories(dir / "other");
  fs::create_directory_symlink(dir / "other", dir / "in/more");
  watch.wait(milliseconds(1000));
  EXPECT_EQ(watch.folders(), 2U);
  EXPECT_EQ(watch.take(), Paths{folder + "/more"});
}

TEST(Arrivals, KnowTemporaryNames) {
  for (const char* name :
       {".a.pdf", "a.pdf.part", "a.PDF.PART", "a.txt~", "~$a.docx", "a.tmp",
        "a.pdf.crdownload", "a.filepart", ".~lock.a.odt#"})
    EXPECT_TRUE(is_temporary(name)) << name;
  for (const char* name :
       {"a.pdf", "part.pdf", "a.part.pdf", "tmp", "~a.docx", "a~b.txt"})
    EXPECT_FALSE(is_temporary(name)) << name;
}

}  // namespace
}  // namespace kehoach
