// Files that come while somebody waits for them.
#include <fcntl.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "ingest/import_fixture.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

// A watch that runs beside the test.
class WatchTest : public IngestTest {
 protected:
  void SetUp() override { fs::create_directories(folder); }
  void TearDown() override { end(); }

  void begin(std::vector<std::string> folders = {}) {
    if (folders.empty()) folders = {folder};
    options.stop = &stop_;
    options.on_source = [this](const Source& source) {
      note(short_name(source.path) + " " + std::string(name_of(source.status)) +
           "\n");
    };
    how.on_watching = [this](std::uint64_t number) {
      note("watching " + std::to_string(number) + "\n");
    };
    how.on_batch = [this](const ImportSummary&) {
      ++batches;
      note("");
    };
    how.on_trouble = [this](const std::string& message) {
      note("! " + short_name(message) + "\n");
    };
    how.on_relief = [this](const std::string& message) {
      note("* " + short_name(message) + "\n");
    };
    thread_ = std::thread([this, folders] {
      summary = watch_folders(folders, reader, options, how);
      note("ended\n");
    });
    EXPECT_TRUE(waits_for("watching") || waits_for("ended"));
  }
  ImportSummary end() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
    return summary ? *summary : ImportSummary();
  }
  // False if that is not said in half a minute.
  bool waits_for(const std::string& words) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(30), [&] {
      return said_.find(words) != std::string::npos;
    });
  }
  std::string said() {
    const std::scoped_lock lock(mutex_);
    return said_;
  }
  std::size_t times(const std::string& words) {
    const std::string all = said();
    std::size_t found = 0;
    for (std::size_t at = all.find(words); at != std::string::npos;
         at = all.find(words, at + 1))
      ++found;
    return found;
  }
  static void pause(int ms) { std::this_thread::sleep_for(milliseconds(ms)); }

  WatchOptions how{milliseconds(40), milliseconds(100), {}, {}, {}, {}};
  std::atomic<int> batches = 0;
  Result<ImportSummary> summary;

 private:
  void note(const std::string& words) {
    const std::scoped_lock lock(mutex_);
    said_ += words;
    changed_.notify_all();
  }
  std::string short_name(std::string text) const {
    const std::string root = dir.path() + "/";
    for (std::size_t at; (at = text.find(root)) != std::string::npos;)
      text.erase(at, root.size());
    return text;
  }

  std::thread thread_;
  std::atomic<bool> stop_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string said_;
};

TEST_F(WatchTest, TakesWhatIsThereAndWhatComes) {
  dir.write("in/a.txt", "1");
  dir.write("in/deep/b.txt", "2");
  dir.write("in/.hidden/c.txt", "3");
  begin();
  EXPECT_TRUE(waits_for("in/deep/b.txt loaded\n"));
  dir.write("in/d.txt", "4");
  EXPECT_TRUE(waits_for("in/d.txt loaded\n"));
  dir.write("in/deep/e.txt", "broken");
  EXPECT_TRUE(waits_for("in/deep/e.txt failed\n"));
  const ImportSummary all = end();
  EXPECT_EQ(said(),
            "watching 2\nin/a.txt loaded\nin/deep/b.txt loaded\n"
            "in/d.txt loaded\nin/deep/e.txt failed\nended\n");
  EXPECT_EQ(all.counts.total(), 4U);
  EXPECT_EQ(all.left, 0U);
  EXPECT_EQ(archive().documents, 3U);
}

// As a copy into place does it: another name first, or another folder.
TEST_F(WatchTest, TakesWhatIsMovedIn) {
  dir.write("beside/a.txt", "1");
  dir.write("beside/more/b.txt", "2");
  begin();
  dir.write("in/c.txt.part", "3");
  dir.write("in/.d.txt.x1", "4");
  fs::rename(dir / "beside/a.txt", dir / "in/a.txt");
  EXPECT_TRUE(waits_for("in/a.txt loaded\n"));
  fs::rename(dir / "beside/more", dir / "in/more");
  EXPECT_TRUE(waits_for("in/more/b.txt loaded\n"));
  EXPECT_EQ(said().find("c.txt"), std::string::npos);
  fs::rename(dir / "in/c.txt.part", dir / "in/c.txt");
  EXPECT_TRUE(waits_for("in/c.txt loaded\n"));
  fs::rename(dir / "in/.d.txt.x1", dir / "in/d.txt");
  EXPECT_TRUE(waits_for("in/d.txt loaded\n"));
  // Links are never written to.
  dir.write("beside/e.txt", "5");
  fs::create_hard_link(dir / "beside/e.txt", dir / "in/e.txt");
  EXPECT_TRUE(waits_for("in/e.txt loaded\n"));
  dir.write("beside/f.txt", "6");
  fs::create_symlink(dir / "beside/f.txt", dir / "in/f.txt");
  EXPECT_TRUE(waits_for("in/f.txt loaded\n"));
  end();
  EXPECT_EQ(said().find(".part"), std::string::npos);
}

// Written without a name and then given one, which closes nothing.
TEST_F(WatchTest, TakesWhatIsGivenAName) {
  const int file = open(folder.c_str(), O_TMPFILE | O_WRONLY, 0600);
  if (file < 0) GTEST_SKIP() << "the disk has no files without a name";
  begin();
  ASSERT_EQ(write(file, "1", 1), 1);
  const std::string itself = "/proc/self/fd/" + std::to_string(file);
  ASSERT_EQ(linkat(AT_FDCWD, itself.c_str(), AT_FDCWD,
                   (folder + "/a.txt").c_str(), AT_SYMLINK_FOLLOW),
            0);
  close(file);
  EXPECT_TRUE(waits_for("in/a.txt loaded\n"));
  end();
  EXPECT_EQ(times("a.txt"), 1U) << said();
}

TEST_F(WatchTest, TakesWhatIsWrittenAgain) {
  dir.write("in/a.txt", "1");
  begin();
  EXPECT_TRUE(waits_for("in/a.txt loaded\n"));
  dir.write("in/a.txt", "2");
  while (times("in/a.txt loaded\n") < 2 && batches < 20) pause(5);
  fs::remove(dir / "in/a.txt");
  dir.write("in/b.txt", "3");
  EXPECT_TRUE(waits_for("in/b.txt loaded\n"));
  end();
  EXPECT_EQ(times("in/a.txt"), 2U) << said();
  // What was removed stays.
  EXPECT_EQ(archive().documents, 2U);
}

TEST_F(WatchTest, FollowsNewFolders) {
  begin();
  dir.write("in/x/y/z/a.txt", "1");
  EXPECT_TRUE(waits_for("in/x/y/z/a.txt loaded\n"));
  dir.write("in/x/y/z/b.txt", "2");
  EXPECT_TRUE(waits_for("in/x/y/z/b.txt loaded\n"));
  // Under another name.
  fs::rename(dir / "in/x/y", dir / "in/w");
  EXPECT_TRUE(waits_for("in/w/z/a.txt unchanged\n"));
  dir.write("in/w/z/c.txt", "3");
  EXPECT_TRUE(waits_for("in/w/z/c.txt loaded\n"));
  // One that leaves is not followed.
  fs::rename(dir / "in/w", dir / "gone");
  dir.write("gone/z/d.txt", "4");
  dir.write("in/e.txt", "5");
  EXPECT_TRUE(waits_for("in/e.txt loaded\n"));
  dir.write("in/.git/f.txt", "6");
  fs::create_directory_symlink(dir / "in", dir / "in/loop");
  dir.write("in/g.txt", "7");
  EXPECT_TRUE(waits_for("in/g.txt loaded\n"));
  end();
  for (const char* never : {"d.txt", "f.txt", "loop/"})
    EXPECT_EQ(said().find(never), std::string::npos) << said();
}

TEST_F(WatchTest, WaitsForWhatIsBeingWritten) {
  const std::string path = dir.write("in/a.txt", "bin");
  int file = open(path.c_str(), O_WRONLY | O_APPEND);
  begin();
  dir.write("in/b.txt", "2");
  EXPECT_TRUE(waits_for("in/b.txt loaded\n"));
  EXPECT_EQ(said().find("a.txt"), std::string::npos);
  ASSERT_EQ(write(file, "ary", 3), 3);
  pause(200);
  EXPECT_EQ(said().find("a.txt"), std::string::npos);
  close(file);
  EXPECT_TRUE(waits_for("in/a.txt unsupported\n"));
  end();
  EXPECT_EQ(times("a.txt"), 1U) << said();
}

TEST_F(WatchTest, AFileThatGrowsForeverHoldsUpNoOther) {
  how.quiet = milliseconds(300);
  const std::string path = dir.write("in/a.txt", "bin");
  const int file = open(path.c_str(), O_WRONLY | O_APPEND);
  std::atomic<bool> done = false;
  std::thread writer([&] {
    while (!done && write(file, "x", 1) == 1) pause(5);
  });
  begin();
  for (const char* name : {"in/b.txt", "in/c.txt", "in/deep/d.txt"}) {
    dir.write(name, name);
    EXPECT_TRUE(waits_for(std::string(name) + " loaded\n"));
    pause(1000);
  }
  EXPECT_EQ(times("a.txt"), 0U) << said();
  done = true;
  writer.join();
  end();
  close(file);
}

// Nor again, because it was once seen unfinished.
TEST_F(WatchTest, WhatIsFinishedIsImportedOnce) {
  const std::string path = dir.write("in/a.txt", "1");
  const int file = open(path.c_str(), O_WRONLY | O_APPEND);
  begin();
  while (batches < 1) pause(5);
  close(file);
  EXPECT_TRUE(waits_for("in/a.txt loaded\n"));
  pause(2500);
  end();
  EXPECT_EQ(times("a.txt"), 1U) << said();
}

TEST_F(WatchTest, ABurstIsFewImports) {
  begin();
  while (batches < 1) pause(5);
  for (int i = 100; i < 300; ++i)
    dir.write("in/" + std::to_string(i) + ".txt", std::to_string(i));
  for (int i = 0; i < 600 && times(" loaded\n") < 200; ++i) pause(50);
  const ImportSummary all = end();
  EXPECT_EQ(all.counts[SourceStatus::loaded], 200U);
  EXPECT_EQ(all.counts.total(), 200U);
  EXPECT_LE(batches, 12);
  EXPECT_EQ(archive().documents, 200U);
}

// A stream that never rests is imported all the same.
TEST_F(WatchTest, DoesNotWaitForever) {
  begin();
  for (int i = 100; i < 160; ++i) {
    dir.write("in/" + std::to_string(i) + ".txt", std::to_string(i));
    pause(20);
  }
  EXPECT_GT(times(" loaded\n"), 10U);
  end();
}

TEST_F(WatchTest, TheDatabaseMayStandInTheFolder) {
  options.database = db = dir / "in/plans.db";
  begin();
  dir.write("in/a.txt", "1");
  EXPECT_TRUE(waits_for("in/a.txt loaded\n"));
  pause(300);
  end();
  EXPECT_EQ(batches, 2);
  EXPECT_EQ(times("plans.db"), 0U) << said();
}

TEST_F(WatchTest, AFolderThatIsGoneIsWaitedFor) {
  fs::create_directories(dir / "other");
  begin({folder, dir / "other"});
  EXPECT_TRUE(waits_for("watching 2\n"));
  fs::rename(folder, dir / "elsewhere");
  EXPECT_TRUE(waits_for("! in: the folder is gone;"));
  dir.write("elsewhere/lost.txt", "1");
  dir.write("other/a.txt", "2");
  EXPECT_TRUE(waits_for("other/a.txt loaded\n"));
  dir.write("in/b.txt", "3");
  EXPECT_TRUE(waits_for("* in: the folder is there again\n"));
  EXPECT_TRUE(waits_for("in/b.txt loaded\n"));
  dir.write("in/c.txt", "4");
  EXPECT_TRUE(waits_for("in/c.txt loaded\n"));
  fs::remove_all(folder);
  while (times("the folder is gone") < 2 && times("ended") == 0) pause(20);
  end();
  EXPECT_TRUE(summary);
  EXPECT_EQ(times("lost"), 0U) << said();
}

TEST_F(WatchTest, AnImportThatFailsIsTriedAgain) {
  begin();
  while (batches < 1) pause(5);
  fs::rename(db, dir / "kept.db");
  fs::create_directories(db);
  dir.write("in/a.txt", "1");
  EXPECT_TRUE(waits_for("! plans.db: "));
  pause(300);
  EXPECT_EQ(times("! "), 1U) << said();
  fs::remove(db);
  EXPECT_TRUE(waits_for("in/a.txt loaded\n"));
  end();
  EXPECT_EQ(archive().documents, 1U);
}

// One that was taken away holds nothing of what came before.
TEST_F(WatchTest, ADatabaseThatIsGoneIsMadeWhole) {
  dir.write("in/a.txt", "1");
  begin();
  EXPECT_TRUE(waits_for("in/a.txt loaded\n"));
  while (batches < 1) pause(5);
  fs::remove(db);
  dir.write("in/b.txt", "2");
  EXPECT_TRUE(waits_for("in/b.txt loaded\n"));
  end();
  EXPECT_EQ(archive().documents, 2U);
}

TEST_F(WatchTest, RefusesWhatCannotBeWatched) {
  dir.write("file.txt", "1");
  for (const auto& [path, reason] : {std::pair("none", "no such folder"),
                                     std::pair("file.txt", "is no folder")}) {
    const auto none = watch_folders({dir / path}, reader, options, how);
    ASSERT_FALSE(none);
    EXPECT_NE(none.error().message.find(reason), std::string::npos)
        << none.error().message;
  }
  options.database = dir / "no/such/plans.db";
  EXPECT_FALSE(watch_folders({folder}, reader, options, how));
}

}  // namespace
}  // namespace kehoach
