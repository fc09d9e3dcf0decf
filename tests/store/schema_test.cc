// The schema that users see, word for word. After a change of the schema on
// purpose: KEHOACH_UPDATE_GOLDEN=1 store_test --gtest_filter=Schema.*
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "store/sqlite.h"
#include "store/store.h"
#include "store/temp_dir.h"

namespace kehoach {
namespace {

std::string schema_of(const std::string& path) {
  Connection db(path, SQLITE_OPEN_READONLY);
  std::string all = "-- application_id " +
                    std::to_string(db.number("PRAGMA application_id")) +
                    ", user_version " +
                    std::to_string(db.number("PRAGMA user_version")) + "\n";
  // Tables that FTS5 makes for itself are not ours to fix.
  Statement query(db,
                  "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
                  " AND name NOT GLOB '*_fts_*' ORDER BY type, name");
  while (query.step()) all += query.text(0) + ";\n\n";
  EXPECT_TRUE(db.ok());
  return all;
}

TEST(Schema, IsTheOneThatIsWrittenDown) {
  const TempDir dir;
  const std::string path = dir / "plans.db";
  ASSERT_TRUE(open_store(path, Access::write));
  const std::string golden_path =
      KEHOACH_SOURCE_DIR "/tests/store/schema.golden.sql";
  if (std::getenv("KEHOACH_UPDATE_GOLDEN") != nullptr)
    std::ofstream(golden_path) << schema_of(path);
  std::stringstream golden;
  golden << std::ifstream(golden_path).rdbuf();
  EXPECT_EQ(schema_of(path), golden.str());
}

// A check against a list of three and more makes SQLite build one for each row.
TEST(Schema, InsertsBuildNoTemporaryTables) {
  const TempDir dir;
  const std::string path = dir / "plans.db";
  ASSERT_TRUE(open_store(path, Access::write));
  Connection db(path, SQLITE_OPEN_READONLY);
  Statement tables(db,
                   "SELECT name FROM sqlite_master WHERE type = 'table'"
                   " AND name NOT GLOB '*_fts*' AND name NOT GLOB 'sqlite_*'");
  int count = 0;
  while (tables.step()) {
    ++count;
    Statement steps(
        db, "EXPLAIN INSERT INTO " + tables.text(0) + " DEFAULT VALUES");
    while (steps.step()) EXPECT_NE(steps.text(1), "OpenEphemeral");
    EXPECT_TRUE(db.ok()) << tables.text(0);
  }
  EXPECT_GT(count, 15);
}

// Columns can be misspelt in a view without an error until it is queried.
TEST(Schema, HasViewsThatRun) {
  const TempDir dir;
  const std::string path = dir / "plans.db";
  ASSERT_TRUE(open_store(path, Access::write));
  Connection db(path, SQLITE_OPEN_READONLY);
  Statement views(db, "SELECT name FROM sqlite_master WHERE type = 'view'");
  int count = 0;
  while (views.step()) {
    ++count;
    Statement view(db, "SELECT * FROM " + views.text(0));
    view.run();
    EXPECT_TRUE(db.ok()) << views.text(0);
  }
  EXPECT_EQ(count, 11);
}

}  // namespace
}  // namespace kehoach
