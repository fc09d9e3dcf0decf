#include "ingest/ingest.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stdexcept>

#include "ingest/import_fixture.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

// Root may read everything: for a while, be a user who may not.
class Unprivileged {
 public:
  explicit Unprivileged(const TempDir& home) {
    if (geteuid() != 0) return;
    was_root_ = chown(home.path().c_str(), kNobody, kNobody) == 0 &&
                seteuid(kNobody) == 0;
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;
  ~Unprivileged() {
    if (was_root_ && seteuid(0) != 0) std::abort();
  }

 private:
  static constexpr uid_t kNobody = 65534;
  bool was_root_ = false;
};

TEST_F(IngestTest, GivesEveryPathOneStatus) {
  dir.write("in/b.txt", "2");
  dir.write("in/a/deep.txt", "1");
  dir.write("in/c.txt", "2");
  dir.write("in/d.bin", "binary");
  dir.write("in/e.pdf", "broken");
  dir.write("in/f.txt", "bug");
  dir.write("in/.hidden", "3");
  const ImportSummary summary = run({folder, dir / "gone.txt"});
  EXPECT_EQ(statuses,
            "in/a/deep.txt loaded\nin/b.txt loaded\nin/c.txt duplicate\n"
            "in/d.bin unsupported\nin/e.pdf failed\nin/f.txt failed\n"
            "gone.txt failed\n");
  EXPECT_EQ(reasons["in/c.txt"], "same bytes as " + folder + "/b.txt");
  EXPECT_EQ(reasons["in/d.bin"], "not a format that is read");
  EXPECT_EQ(reasons["in/e.pdf"], "the file is cut");
  EXPECT_NE(reasons["in/f.txt"].find("unforeseen"), std::string::npos);
  EXPECT_NE(reasons["gone.txt"].find("no such file"), std::string::npos);
  EXPECT_EQ(summary.counts.total(), 7U);
  EXPECT_EQ(archive().documents, 2U);
  // Typing errors are not kept.
  EXPECT_EQ(archive().problems.size(), 3U);
}

TEST_F(IngestTest, CountsFilesThatHoldNoOthers) {
  dir.write("in/a.txt", "1");
  dir.write("in/b.pdf", "%PDF-1.7");
  dir.write("in/c.gz", "\x1f\x8b\x08");
  dir.write("in/empty", "");
  const std::string a = folder + "/a.txt";
  const std::string b = folder + "/b.pdf";
  struct Case {
    std::vector<std::string> paths;
    unsigned limit, count;
  };
  const Case cases[] = {
      {{a}, 2, 1},
      {{a, b}, 3, 2},
      {{folder + "/empty"}, 2, 1},
      {{a, b}, 2, 0},
      {{a}, 0, 0},
      {{}, 2, 0},
      {{folder}, 2, 0},
      {{a, folder}, 4, 0},
      {{dir / "gone"}, 2, 0},
      {{folder + "/c.gz"}, 2, 0},
  };
  for (const Case& c : cases)
    EXPECT_EQ(count_plain_files(c.paths, c.limit), c.count)
        << testing::PrintToString(c.paths) << " of " << c.limit;
}

TEST_F(IngestTest, ReadsNothingTwice) {
  dir.write("in/a.txt", "1");
  dir.write("in/b.txt", "1");
  run({folder});
  reader = [](const ToRead&) -> Result<ReadPlan> {
    throw std::logic_error("must not be called");
  };
  run({folder});
  EXPECT_EQ(statuses, "in/a.txt unchanged\nin/b.txt unchanged\n");
  // However the path is spelt, and however often it is given.
  run({folder + "/../in/a.txt", folder + "/a.txt", folder + "/"});
  EXPECT_EQ(statuses, "in/a.txt unchanged\nin/b.txt unchanged\n");
  const fs::path old = fs::current_path();
  fs::current_path(folder);
  run({"a.txt"});
  fs::current_path(old);
  EXPECT_EQ(statuses, "a.txt unchanged\n");
  EXPECT_EQ(archive().paths.total(), 2U);
}

TEST_F(IngestTest, ReadsAgainWithOtherRulesOrAnotherProgram) {
  dir.write("in/a.txt", "1");
  dir.write("in/b.txt", "1");
  run({folder});
  options.reader.rules = "rules-b";
  run({folder});
  EXPECT_EQ(statuses, "in/a.txt loaded\nin/b.txt unchanged\n");
  options.reader.program = "1.1";
  run({folder});
  EXPECT_EQ(statuses, "in/a.txt loaded\nin/b.txt unchanged\n");
  options.reread = true;
  run({folder});
  EXPECT_EQ(statuses, "in/a.txt loaded\nin/b.txt unchanged\n");
  EXPECT_EQ(archive().documents, 1U);
  EXPECT_EQ(archive().obligations, 2U);
}

TEST_F(IngestTest, TriesAgainWhatFailed) {
  dir.write("in/a.txt", "broken");
  run({folder});
  run({folder});
  EXPECT_EQ(statuses, "in/a.txt failed\n");
  dir.write("in/a.txt", "1");
  run({folder});
  EXPECT_EQ(statuses, "in/a.txt loaded\n");
  EXPECT_TRUE(archive().problems.empty());
}

TEST_F(IngestTest, ASlashAtItsEndMakesNoOtherFolder) {
  run({folder, folder + "/", folder + "/."});
  EXPECT_EQ(statuses, "in failed\n");
  dir.write("in/a.txt", "1");
  run({folder + "/"});
  EXPECT_EQ(statuses, "in/a.txt loaded\n");
  EXPECT_TRUE(archive().problems.empty());
  run({folder, folder + "//"});
  EXPECT_EQ(statuses, "in/a.txt unchanged\n");
}

TEST_F(IngestTest, FollowsFilesThatChangeAndMove) {
  dir.write("in/a.txt", "1");
  run({folder});
  fs::rename(folder + "/a.txt", folder + "/b.txt");
  run({folder});
  EXPECT_EQ(statuses, "in/b.txt unchanged\n");
  EXPECT_EQ(reasons["in/b.txt"], "moved from " + folder + "/a.txt");
  EXPECT_EQ(archive().paths.total(), 1U);
  // Broken for a while: the plan stays, and comes back as it was.
  dir.write("in/b.txt", "broken");
  run({folder});
  EXPECT_EQ(archive().documents, 1U);
  dir.write("in/b.txt", "1");
  run({folder});
  EXPECT_EQ(statuses, "in/b.txt unchanged\n");
  EXPECT_TRUE(archive().problems.empty());
  dir.write("in/b.txt", "2");
  run({folder});
  EXPECT_EQ(statuses, "in/b.txt loaded\n");
  EXPECT_EQ(archive().documents, 1U);
}

// Two paths that are both the first would each keep the other's document.
TEST_F(IngestTest, MovedCopiesStayCopies) {
  dir.write("in/a.txt", "1");
  dir.write("in/b.txt", "1");
  run({folder});
  fs::rename(folder + "/b.txt", folder + "/c.txt");
  run({folder});
  EXPECT_EQ(reasons["in/c.txt"], "moved from " + folder + "/b.txt");
  EXPECT_EQ(archive().paths[SourceStatus::loaded], 1U);
  EXPECT_EQ(archive().paths[SourceStatus::duplicate], 1U);
  // The first may move as well.
  fs::rename(folder + "/a.txt", folder + "/d.txt");
  run({folder});
  EXPECT_EQ(archive().paths[SourceStatus::loaded], 1U);
  EXPECT_EQ(archive().paths[SourceStatus::duplicate], 1U);
}

// An archive may be away for a while; what it held is not what failed.
TEST_F(IngestTest, KeepsWhatItKnowsOfWhatIsAway) {
  dir.write("in/a.txt", "1");
  dir.write("in/b.txt", "1");
  dir.write("in/c.txt", "broken");
  fs::create_symlink("nowhere", folder + "/z.txt");
  run({folder});
  const ArchiveStatus before = archive();
  EXPECT_EQ(before.problems.size(), 2U);
  fs::rename(folder, dir / "away");
  const std::vector<std::string> files = {folder + "/a.txt", folder + "/b.txt",
                                          folder + "/c.txt", folder + "/z.txt",
                                          folder + "/d.txt"};
  EXPECT_EQ(run(files).counts.failures(), 5U);
  EXPECT_EQ(archive().paths, before.paths);
  EXPECT_EQ(archive().problems[0].reason, before.problems[0].reason);
  fs::rename(dir / "away", folder);
  EXPECT_EQ(run(files).counts.failures(), 3U);
  EXPECT_EQ(archive().paths, before.paths);
}

// A file that was read and is of no format any more has failed.
TEST_F(IngestTest, TellsWhatCannotBeReadAnyMore) {
  dir.write("in/a.txt", "1");
  dir.write("in/b.txt", "binary");
  EXPECT_EQ(run({folder}).counts.failures(), 0U);
  dir.write("in/a.txt", "binary too");
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(run({folder}).counts.failures(), 1U);
    EXPECT_EQ(statuses, "in/a.txt failed\nin/b.txt unsupported\n");
  }
  EXPECT_EQ(reasons["in/a.txt"],
            "not a format that is read; what was read from it before stays");
  EXPECT_EQ(archive().documents, 1U);
  // Nor is a pipe.
  fs::remove(folder + "/a.txt");
  ASSERT_EQ(mkfifo((folder + "/a.txt").c_str(), 0600), 0);
  EXPECT_EQ(run({folder}).counts.failures(), 1U);
  fs::remove(folder + "/a.txt");
  dir.write("in/a.txt", "1");
  EXPECT_EQ(run({folder}).counts.failures(), 0U);
  EXPECT_EQ(statuses, "in/a.txt unchanged\nin/b.txt unsupported\n");
}

// What was a copy of a file that holds something else now stands for itself.
TEST_F(IngestTest, CopiesOutliveWhatTheyWereCopiesOf) {
  for (const char* other : {"2", "broken", "binary"}) {
    fs::remove(db);
    for (const char* name : {"in/a.txt", "in/b.txt", "in/c.txt"})
      dir.write(name, "1");
    run({folder});
    EXPECT_EQ(archive().paths[SourceStatus::duplicate], 2U);
    dir.write("in/a.txt", other);
    run({folder});
    const auto store = open_store(db, Access::read);
    EXPECT_EQ((*store)->find_members(folder + "/b.txt")->front().source.status,
              SourceStatus::loaded)
        << other;
    EXPECT_EQ((*store)->find_members(folder + "/b.txt")->front().source.reason,
              "");
    EXPECT_EQ((*store)->find_members(folder + "/c.txt")->front().source.reason,
              "same bytes as " + folder + "/b.txt");
    dir.write("in/a.txt", "1");
    run({folder});
    EXPECT_EQ(reasons["in/a.txt"], "same bytes as " + folder + "/b.txt");
  }
}

TEST_F(IngestTest, IsNotLedAstrayByLinks) {
  dir.write("in/a/1.txt", "1");
  fs::create_directory_symlink("..", folder + "/a/up");
  fs::create_directory_symlink("a", folder + "/b");
  fs::create_symlink("a/1.txt", folder + "/link.txt");
  fs::create_symlink("nowhere", folder + "/z.txt");
  run({folder});
  EXPECT_EQ(statuses,
            "in/a/1.txt loaded\nin/link.txt duplicate\nin/z.txt failed\n");
  EXPECT_NE(reasons["in/z.txt"].find("leads nowhere"), std::string::npos);
}

TEST_F(IngestTest, DoesNotOpenPipesOrTheDatabase) {
  run({});
  dir.write("a.txt", "1");
  ASSERT_EQ(mkfifo((dir / "pipe").c_str(), 0600), 0);
  run({dir.path()});
  EXPECT_EQ(statuses, "a.txt loaded\npipe unsupported\n");
  run({db});
  EXPECT_EQ(statuses, "plans.db unsupported\n");
}

TEST_F(IngestTest, StopsBetweenDocuments) {
  for (const char* name : {"in/1", "in/2", "in/3"}) dir.write(name, name + 3);
  std::atomic<bool> stop = false;
  options.stop = &stop;
  options.on_progress = [&](const Progress& progress) {
    EXPECT_EQ(progress.found, 3U);
    if (progress.done == 1) stop = true;
  };
  const ImportSummary summary = run({folder});
  EXPECT_TRUE(summary.interrupted);
  EXPECT_EQ(summary.left, 1U);
  EXPECT_EQ(archive().documents, 2U);
}

// While the second is read: is the first kept, and is it said to be?
TEST_F(IngestTest, TellsOfWhatIsKept) {
  for (const bool at_once : {true, false}) {
    fs::remove(db);
    dir.write("in/a.txt", "1");
    dir.write("in/b.txt", "2");
    if (at_once) options.batch_limit = std::chrono::milliseconds(0);
    reader = [&](const ToRead& document) {
      if (document.bytes == "2") {
        EXPECT_EQ(archive().documents, at_once ? 1U : 0U);
        EXPECT_EQ(statuses, at_once ? "in/a.txt loaded\n" : "");
      }
      return toy_reader(document);
    };
    options.link = [&](Store& store) -> Result<void> {
      EXPECT_FALSE(store.in_batch());
      EXPECT_EQ(statuses, "in/a.txt loaded\nin/b.txt loaded\n");
      return {};
    };
    run({folder});
    options.batch_limit = ImportOptions().batch_limit;
  }
}

TEST_F(IngestTest, SaysWhyAFileOrFolderCannotBeRead) {
  const Unprivileged user(dir);
  if (geteuid() == 0) GTEST_SKIP() << "cannot stop being root";
  dir.write("in/a.txt", "1");
  dir.write("in/locked/b.txt", "2");
  fs::permissions(folder + "/a.txt", fs::perms::none);
  fs::permissions(folder + "/locked", fs::perms::none);
  run({folder});
  EXPECT_EQ(statuses, "in/a.txt failed\nin/locked failed\n");
  EXPECT_NE(reasons["in/a.txt"].find("no permission to read"),
            std::string::npos);
  EXPECT_NE(reasons["in/locked"].find("no permission to list"),
            std::string::npos);
  // What was failed is forgotten when it can be listed.
  fs::permissions(folder + "/a.txt", fs::perms::owner_all);
  fs::permissions(folder + "/locked", fs::perms::owner_all);
  run({folder});
  EXPECT_EQ(statuses, "in/a.txt loaded\nin/locked/b.txt loaded\n");
  EXPECT_TRUE(archive().problems.empty());
}

TEST(ReadFile, GivesBytesOrAReason) {
  const TempDir dir;
  const std::string large(100'000, 'x');
  EXPECT_EQ(read_file(dir.write("a", large), kMaxFileBytes).value_or(""),
            large);
  EXPECT_EQ(read_file(dir.write("b", ""), 10).value_or("?"), "");
  EXPECT_EQ(read_file(dir.write("c", "0123456789"), 10).value_or("?"),
            "0123456789");
  for (const auto& [path, part] :
       {std::pair(dir.write("d", "0123456789A"), "limit"),
        std::pair(dir / "gone", "no such file"),
        std::pair(dir.path(), "is a folder")}) {
    const auto bytes = read_file(path, 10);
    ASSERT_FALSE(bytes) << path;
    EXPECT_EQ(bytes.error().message.find(path + ": "), 0U);
    EXPECT_NE(bytes.error().message.find(part), std::string::npos)
        << bytes.error().message;
  }
}

}  // namespace
}  // namespace kehoach
