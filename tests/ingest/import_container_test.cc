// Containers on their way into the database: a status for each member.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "ingest/archive_builder.h"
#include "ingest/import_fixture.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

class ContainerImportTest : public IngestTest {
 protected:
  // From now on, whatever is read fails the test.
  void allow_no_reading() {
    reader = [](const ToRead& document) -> Result<ReadPlan> {
      ADD_FAILURE() << document.path << " is read again";
      return Failure(Error{});
    };
  }
  std::string paths() {
    std::string lines;
    const auto store = open_store(db, Access::read);
    EXPECT_TRUE(store);
    const auto rows = (*store)->find_members(folder + "/a.zip");
    for (const StoredSource& s : *rows) {
      lines += s.source.path.substr(folder.size() + 1) + " " +
               std::string(name_of(s.source.status)) + "\n";
    }
    return lines;
  }
};

TEST_F(ContainerImportTest, GivesEveryMemberOneStatus) {
  const std::string inner = make_zip({{"x.txt", "3"}});
  dir.write("in/a.zip", make_zip({{"b.txt", "1"},
                                  {"c.txt", "1"},
                                  {"d.png", "binary"},
                                  {"e.pdf", "broken"},
                                  {"../f.txt", "2"},
                                  {"g.zip", inner}}));
  dir.write("in/z.txt", "3");
  const ImportSummary summary = run({folder});
  EXPECT_EQ(statuses,
            "in/a.zip!b.txt loaded\nin/a.zip!c.txt duplicate\n"
            "in/a.zip!d.png unsupported\nin/a.zip!e.pdf failed\n"
            "in/a.zip!../f.txt failed\nin/a.zip!g.zip!x.txt loaded\n"
            "in/a.zip!g.zip loaded\nin/a.zip loaded\nin/z.txt duplicate\n");
  EXPECT_EQ(reasons["in/a.zip"], "6 members");
  EXPECT_EQ(reasons["in/a.zip!g.zip"], "1 member");
  EXPECT_EQ(reasons["in/a.zip!e.pdf"], "the file is cut");
  EXPECT_EQ(reasons["in/a.zip!../f.txt"],
            "the name leads out of the container; mend the name or leave the "
            "file out");
  EXPECT_EQ(reasons["in/z.txt"],
            "same bytes as " + folder + "/a.zip!g.zip!x.txt");
  EXPECT_EQ(summary.counts.total(), 9U);
  EXPECT_EQ(summary.left, 0U);
  EXPECT_EQ(archive().documents, 2U);
  EXPECT_EQ(archive().paths.total(), 9U);
  EXPECT_EQ(archive().problems.size(), 3U);
  EXPECT_FALSE(fs::exists(dir / "f.txt"));
}

TEST_F(ContainerImportTest, KeepsHashAndSizeOfMembers) {
  const std::string zip = make_zip({{"b.txt", "1"}});
  dir.write("in/a.zip", zip);
  run({folder});
  const auto store = open_store(db, Access::read);
  ASSERT_TRUE(store);
  const auto rows = (*store)->find_members(folder + "/a.zip");
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].source.sha256, sha256_hex(zip));
  EXPECT_EQ((*rows)[0].source.bytes, zip.size());
  EXPECT_FALSE((*rows)[0].read_by);
  EXPECT_EQ((*rows)[1].source.sha256, sha256_hex("1"));
  EXPECT_EQ((*rows)[1].source.bytes, 1U);
  EXPECT_EQ((*rows)[1].read_by, options.reader);
}

TEST_F(ContainerImportTest, UnpacksNothingTwice) {
  dir.write("in/a.zip", make_zip({{"b.txt", "1"},
                                  {"c.zip", make_zip({{"d.txt", "2"}})},
                                  {"e.txt", "1"}}));
  run({folder});
  allow_no_reading();
  run({folder});
  EXPECT_EQ(statuses,
            "in/a.zip!b.txt unchanged\nin/a.zip!c.zip unchanged\n"
            "in/a.zip!c.zip!d.txt unchanged\nin/a.zip!e.txt unchanged\n"
            "in/a.zip unchanged\n");
  EXPECT_EQ(reasons["in/a.zip"], "3 members");
  EXPECT_EQ(reasons["in/a.zip!e.txt"], "");
  // However the path is spelt.
  const fs::path old = fs::current_path();
  fs::current_path(folder);
  run({"a.zip"});
  fs::current_path(old);
  EXPECT_EQ(reasons["a.zip"], "known as " + folder + "/a.zip");
  EXPECT_EQ(statuses,
            "a.zip!b.txt unchanged\na.zip!c.zip!d.txt unchanged\n"
            "a.zip!c.zip unchanged\na.zip!e.txt unchanged\na.zip unchanged\n");
  EXPECT_EQ(archive().paths.total(), 5U);
}

TEST_F(ContainerImportTest, ReadsAgainWithOtherRules) {
  dir.write("in/a.zip", make_zip({{"b.txt", "1"}, {"c.txt", "1"}}));
  run({folder});
  options.reader.rules = "rules-b";
  run({folder});
  EXPECT_EQ(
      statuses,
      "in/a.zip!b.txt loaded\nin/a.zip!c.txt unchanged\nin/a.zip loaded\n");
  options.reread = true;
  run({folder});
  EXPECT_EQ(
      statuses,
      "in/a.zip!b.txt loaded\nin/a.zip!c.txt unchanged\nin/a.zip loaded\n");
}

TEST_F(ContainerImportTest, TriesAgainWhatFailedInside) {
  dir.write("in/a.zip", make_zip({{"b.txt", "1"}, {"c.txt", "broken"}}));
  run({folder});
  run({folder});
  EXPECT_EQ(
      statuses,
      "in/a.zip!b.txt unchanged\nin/a.zip!c.txt failed\nin/a.zip loaded\n");
}

TEST_F(ContainerImportTest, FollowsContainersThatChange) {
  dir.write("in/a.zip", make_zip({{"b.txt", "1"},
                                  {"c.txt", "broken"},
                                  {"d.zip", make_zip({{"x", "2"}})},
                                  {"e.txt", "3"}}));
  run({folder});
  dir.write("in/a.zip", make_zip({{"b.txt", "4"}, {"f.txt", "3"}}));
  run({folder});
  EXPECT_EQ(
      statuses,
      "in/a.zip!b.txt loaded\nin/a.zip!f.txt duplicate\nin/a.zip loaded\n");
  // What is no longer in it is gone; what was renamed stands for itself.
  EXPECT_EQ(paths(), "a.zip loaded\na.zip!b.txt loaded\na.zip!f.txt loaded\n");
  EXPECT_EQ(archive().documents, 2U);
}

TEST_F(ContainerImportTest, FollowsContainersThatMove) {
  dir.write("in/a.zip", make_zip({{"b.txt", "1"}, {"c.txt", "2"}}));
  run({folder});
  fs::rename(folder + "/a.zip", folder + "/n.zip");
  allow_no_reading();
  run({folder});
  EXPECT_EQ(statuses,
            "in/n.zip!b.txt unchanged\nin/n.zip!c.txt unchanged\n"
            "in/n.zip loaded\n");
  EXPECT_EQ(reasons["in/n.zip!b.txt"], "moved from " + folder + "/a.zip!b.txt");
  // A file that was packed has not moved as long as the archive is there.
  dir.write("in/p.txt", "1");
  run({folder});
  EXPECT_EQ(reasons["in/p.txt"], "same bytes as " + folder + "/n.zip!b.txt");
}

TEST_F(ContainerImportTest, TellsOfAContainerThatIsNoneAnyMore) {
  dir.write("in/a.zip", make_zip({{"b.txt", "1"}}));
  dir.write("in/c.zip", make_zip({{"d.png", "binary"}}));
  run({folder});
  dir.write("in/a.zip", "binary");
  dir.write("in/c.zip", "binary too");
  run({folder});
  EXPECT_EQ(statuses, "in/a.zip failed\nin/c.zip unsupported\n");
  EXPECT_EQ(archive().documents, 1U);
}

TEST_F(ContainerImportTest, KeepsWhatADamagedContainerHeld) {
  const std::string whole = make_archive(
      {{"b.txt", "1"}, {"c.txt", std::string(99999, '2')}, {"d.txt", "3"}},
      {.options = "zip:compression=store"});
  dir.write("in/a.zip", whole);
  run({folder});
  EXPECT_EQ(archive().documents, 3U);
  dir.write("in/a.zip", whole.substr(0, 500));
  run({folder});
  EXPECT_EQ(
      statuses,
      "in/a.zip!b.txt unchanged\nin/a.zip!c.txt failed\nin/a.zip failed\n");
  EXPECT_EQ(reasons["in/a.zip"].find("is damaged ("), 0U)
      << reasons["in/a.zip"];
  EXPECT_NE(reasons["in/a.zip"].find("(2 members before that)"),
            std::string::npos);
  EXPECT_EQ(archive().documents, 3U);
  dir.write("in/a.zip", whole);
  run({folder});
  EXPECT_EQ(archive().problems.size(), 0U);
}

// A text file that a container replaces leaves nothing behind.
TEST_F(ContainerImportTest, ReplacesADocument) {
  dir.write("in/a.zip", "1");
  run({folder});
  EXPECT_EQ(archive().documents, 1U);
  dir.write("in/a.zip", make_zip({{"b.txt", "2"}}));
  run({folder});
  EXPECT_EQ(paths(), "a.zip loaded\na.zip!b.txt loaded\n");
  EXPECT_EQ(archive().documents, 1U);
}

TEST_F(ContainerImportTest, StopsBetweenMembersAndGoesOnLater) {
  dir.write("in/a.zip", make_zip({{"b.txt", "1"}, {"c.txt", "2"}, {"d", "3"}}));
  dir.write("in/e.txt", "4");
  std::atomic<bool> stop = false;
  options.stop = &stop;
  options.on_progress = [&](const Progress& progress) {
    const std::string_view path = progress.path;
    EXPECT_EQ(progress.found, 2U);
    EXPECT_EQ(progress.done, path == folder + "/e.txt" ? 1U : 0U);
    if (path == folder + "/a.zip!c.txt") stop = true;
  };
  const ImportSummary summary = run({folder});
  EXPECT_EQ(statuses, "in/a.zip!b.txt loaded\nin/a.zip!c.txt loaded\n");
  EXPECT_TRUE(summary.interrupted);
  EXPECT_EQ(summary.left, 2U);
  EXPECT_EQ(paths(), "a.zip!b.txt loaded\na.zip!c.txt loaded\n");
  stop = false;
  options.on_progress = nullptr;
  run({folder});
  EXPECT_EQ(statuses,
            "in/a.zip!b.txt unchanged\nin/a.zip!c.txt unchanged\n"
            "in/a.zip!d loaded\nin/a.zip loaded\nin/e.txt loaded\n");
}

// An archive that was half read when it changed back must not count as read.
TEST_F(ContainerImportTest, RemembersThatItWasNotReadToItsEnd) {
  const std::string first = make_zip({{"b.txt", "1"}, {"c.txt", "2"}});
  dir.write("in/a.zip", first);
  run({folder});
  dir.write("in/a.zip", make_zip({{"b.txt", "3"}, {"c.txt", "4"}}));
  std::atomic<bool> stop = true;
  options.stop = &stop;
  options.on_progress = [&](const Progress& progress) {
    stop = progress.path != folder + "/a.zip";
  };
  stop = false;
  run({folder});
  EXPECT_EQ(archive().problems.front().reason,
            "was not read to its end; import it again");
  options.on_progress = nullptr;
  stop = false;
  dir.write("in/a.zip", first);
  run({folder});
  EXPECT_EQ(
      statuses,
      "in/a.zip!b.txt loaded\nin/a.zip!c.txt unchanged\nin/a.zip loaded\n");
  EXPECT_TRUE(archive().problems.empty());
}

// The connection that is opened while it lives.
class CaughtConnection {
 public:
  CaughtConnection() {
    caught = nullptr;
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&take));
  }
  CaughtConnection(const CaughtConnection&) = delete;
  CaughtConnection& operator=(const CaughtConnection&) = delete;
  ~CaughtConnection() { sqlite3_reset_auto_extension(); }
  // All that is asked of it fails, or no longer does.
  static void fail(bool fails) {
    sqlite3_progress_handler(
        caught, 1, [](void* how) { return how == nullptr ? 0 : 1; },
        fails ? &caught : nullptr);
  }

 private:
  static int take(sqlite3* db, const char**, const void*) {
    if (caught == nullptr) caught = db;
    return SQLITE_OK;
  }
  static inline sqlite3* caught = nullptr;
};

// A failure where a container is entered is not forgotten by the next member.
TEST_F(ContainerImportTest, FailsWhereTheStoreDoes) {
  const std::string inner = make_zip({{"x.txt", "2"}});
  dir.write("in/a.zip",
            make_zip({{"b.txt", "1"}, {"c.zip", inner}, {"d.txt", "3"}}));
  const CaughtConnection connection;
  options.on_progress = [&](const Progress& progress) {
    CaughtConnection::fail(ends_with(progress.path, "c.zip"));
  };
  const auto store = open_store(db, Access::write);
  ASSERT_TRUE(store);
  EXPECT_FALSE(import_files({folder}, **store, reader, options));
}

TEST_F(ContainerImportTest, KeepsToItsLimits) {
  dir.write("in/a.zip", make_zip({{"b.txt", "1"}, {"c.txt", "2"}}));
  options.containers.members = 1;
  run({folder});
  EXPECT_EQ(statuses, "in/a.zip!b.txt loaded\nin/a.zip failed\n");
  EXPECT_EQ(reasons["in/a.zip"],
            "holds more than the limit of 1 files; unpack it (1 member before "
            "that)");
}

}  // namespace
}  // namespace kehoach
