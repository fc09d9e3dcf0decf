// Files that move, and what only looks as if they did: no path is forgotten
// that may still be good.
#include <gtest/gtest.h>

#include <filesystem>

#include "ingest/import_fixture.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

class MovesTest : public IngestTest {
 protected:
  ~MovesTest() override { fs::current_path(home); }
  // As a person does who is in that folder.
  void run_in(const std::string& where, const std::string& path) {
    fs::current_path(dir / where);
    run({path});
  }
  // All paths of the ledger and what they hold, without the folder.
  std::string ledger() {
    std::string rows;
    const auto store = open_store(db, Access::read);
    EXPECT_TRUE((*store)->visit_sources([&](const Source& source) {
      std::string path = source.path;
      if (path.rfind(dir.path() + "/", 0) == 0)
        path.erase(0, dir.path().size() + 1);
      rows += path + " " + std::string(name_of(source.status)) + "\n";
      return true;
    }));
    return rows;
  }

  fs::path home = fs::current_path();
};

struct MoveCase {
  const char* name;
  // Where `path` is imported, what happens, and where `again` is.
  const char *in, *path;
  void (*happens)(const TempDir& dir);
  const char *in_again, *again;
  const char* ledger;
};

void PrintTo(const MoveCase& c, std::ostream* out) { *out << c.name; }

class MoveCases : public MovesTest,
                  public testing::WithParamInterface<MoveCase> {};

void nothing(const TempDir&) {}
void rename_file(const TempDir& dir) {
  fs::rename(dir / "w/m/a.txt", dir / "w/m/b.txt");
}
void rename_folder(const TempDir& dir) { fs::rename(dir / "w/m", dir / "w/n"); }
// On another disk, which is taken away: an inode of its own.
void copy_and_remove(const TempDir& dir) {
  fs::copy_file(dir / "w/m/a.txt", dir / "w/m/b.txt");
  fs::remove(dir / "w/m/a.txt");
}
void move_below(const TempDir& dir) {
  fs::create_directory(dir / "w/m/done");
  fs::rename(dir / "w/m/a.txt", dir / "w/m/done/a.txt");
}
void link_hard(const TempDir& dir) {
  fs::create_hard_link(dir / "w/m/a.txt", dir / "w/m/b.txt");
}
void link_softly(const TempDir& dir) {
  fs::create_symlink("a.txt", dir / "w/m/b.txt");
}

TEST_P(MoveCases, ForgetNothingThatMayBeGood) {
  const MoveCase& c = GetParam();
  dir.write("w/m/a.txt", "1");
  const auto path = [&](const std::string& given) {
    return given.rfind("/w", 0) == 0 ? dir.path() + given : given;
  };
  run_in(c.in, path(c.path));
  c.happens(dir);
  run_in(c.in_again, path(c.again));
  EXPECT_EQ(ledger(), c.ledger) << statuses;
  EXPECT_EQ(archive().documents, 1U);
}

INSTANTIATE_TEST_SUITE_P(
    Files, MoveCases,
    testing::Values(
        // Seen from elsewhere.
        MoveCase{"FromBelow", "w", "m", nothing, "w/m", ".",
                 "m/a.txt loaded\n"},
        MoveCase{"FromBelowAsAFile", "w", "m/a.txt", nothing, "w/m", "a.txt",
                 "m/a.txt loaded\n"},
        MoveCase{"FromAbove", "w/m", ".", nothing, "w", "m",
                 "a.txt loaded\nm/a.txt duplicate\n"},
        MoveCase{"FromTheRoot", "w", "m", nothing, "w/m", "/w/m",
                 "w/m/a.txt duplicate\nm/a.txt loaded\n"},
        MoveCase{"Whole", "w", "/w/m", nothing, "w/m", "a.txt",
                 "w/m/a.txt loaded\n"},
        // Moved.
        MoveCase{"Renamed", "w", "m", rename_file, "w", "m",
                 "m/b.txt loaded\n"},
        MoveCase{"RenamedWhole", "w", "/w/m", rename_file, "w/m", "/w/m",
                 "w/m/b.txt loaded\n"},
        MoveCase{"FolderRenamedWhole", "w", "/w/m", rename_folder, "w", "/w/n",
                 "w/n/a.txt loaded\n"},
        MoveCase{"MovedBelowWhole", "w", "/w/m", move_below, "w", "/w/m",
                 "w/m/done/a.txt loaded\n"},
        MoveCase{"MovedBelow", "w", "m", move_below, "w", "m",
                 "m/done/a.txt loaded\n"},
        // Perhaps moved: both stay.
        MoveCase{"FolderRenamed", "w", "m", rename_folder, "w", "n",
                 "m/a.txt loaded\nn/a.txt duplicate\n"},
        MoveCase{"MovedBelowTheName", "w/m", ".", move_below, "w/m", ".",
                 "a.txt loaded\ndone/a.txt duplicate\n"},
        // Not the file that it was.
        MoveCase{"Copied", "w", "/w/m", copy_and_remove, "w", "/w/m",
                 "w/m/a.txt loaded\nw/m/b.txt duplicate\n"},
        // Other names of a file that stays.
        MoveCase{"LinkedHard", "w/m", "a.txt", link_hard, "w", "m/b.txt",
                 "a.txt loaded\nm/b.txt duplicate\n"},
        MoveCase{"LinkedSoftly", "w/m", "a.txt", link_softly, "w", "m/b.txt",
                 "a.txt loaded\nm/b.txt duplicate\n"}),
    [](const auto& param) { return param.param.name; });

// A path that was imported before its disk was taken away is gone, and no more.
TEST_F(MovesTest, VerifyTellsOfWhatIsGone) {
  dir.write("stick/a.txt", "1");
  run({dir / "stick"});
  dir.write("in/a.txt", "1");
  fs::rename(dir / "stick/a.txt", dir / "away");
  run({folder});
  EXPECT_EQ(ledger(), "in/a.txt duplicate\nstick/a.txt loaded\n");
  const auto store = open_store(db, Access::read);
  const auto counts = verify_files(**store, {}, false);
  ASSERT_TRUE(counts);
  EXPECT_EQ(counts->by_fixity[static_cast<std::size_t>(Fixity::gone)], 1U);
  fs::rename(dir / "away", dir / "stick/a.txt");
  run({dir / "stick", folder});
  EXPECT_EQ(statuses, "stick/a.txt unchanged\nin/a.txt unchanged\n");
}

}  // namespace
}  // namespace kehoach
