// What can be wrong with the file that is to be the database.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "store/schema.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "store/temp_dir.h"

namespace kehoach {
namespace {

void sql(const std::string& path, const std::string& statements) {
  Connection db(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  db.run(statements);
  ASSERT_TRUE(db.ok()) << db.take_error().message;
}

void expect_error(const std::string& path, Access access, const char* part) {
  const auto store = open_store(path, access);
  ASSERT_FALSE(store) << path;
  EXPECT_NE(store.error().message.find(part), std::string::npos)
      << store.error().message;
  EXPECT_EQ(store.error().message.find(path), 0U) << store.error().message;
}

TEST(OpenStore, SaysHowToMakeAMissingDatabase) {
  const TempDir dir;
  expect_error(dir / "none.db", Access::read, "kehoach import FOLDER -d");
  EXPECT_FALSE(std::filesystem::exists(dir / "none.db"));
}

TEST(OpenStore, RefusesWhatIsNotADatabase) {
  const TempDir dir;
  const std::string path = dir.write("a.txt", std::string(5000, 'x'));
  expect_error(path, Access::read, "not a database");
  expect_error(path, Access::write, "not a database");
  expect_error(dir.path(), Access::write, "is a folder");
  expect_error(dir / "no/such/folder/a.db", Access::write, "folder exists");
}

TEST(OpenStore, RefusesDatabasesOfOthersAndLeavesThemAlone) {
  const TempDir dir;
  sql(dir / "other.db", "CREATE TABLE other (x)");
  expect_error(dir / "other.db", Access::read, "not a database of kehoach");
  expect_error(dir / "other.db", Access::write, "not a database of kehoach");
  Connection db(dir / "other.db", SQLITE_OPEN_READONLY);
  EXPECT_EQ(db.number("SELECT count(*) FROM sqlite_master"), 1);
}

TEST(OpenStore, RefusesADatabaseFromTheFuture) {
  const TempDir dir;
  const std::string path = dir / "plans.db";
  ASSERT_TRUE(open_store(path, Access::write));
  sql(path, "PRAGMA user_version = 999");
  expect_error(path, Access::read, "newer version");
  expect_error(path, Access::write, "newer version");
}

// A database that has run the first migrations only gets the others.
TEST(OpenStore, BringsAnOldDatabaseUpToDate) {
  const TempDir dir;
  const std::string path = dir / "plans.db";
  ASSERT_TRUE(open_store(path, Access::write));
  {
    Connection db(path, SQLITE_OPEN_READWRITE);
    std::vector<std::string> drops = {
        "DROP TABLE stamps",          "DROP TABLE signatures",
        "DROP TABLE link_candidates", "DROP TABLE links",
        "DROP TABLE identities",      "DROP TABLE linked_with",
        "DROP TABLE reviews",         "DROP TABLE cell_reviews",
        "DROP TABLE near_duplicates", "DROP TABLE sketches",
        "DROP TABLE compared",        "DROP INDEX citations_that_change",
        "DROP TABLE outlines",        "DROP TABLE kept_texts"};
    Statement views(db,
                    "SELECT 'DROP VIEW ' || name FROM sqlite_master"
                    " WHERE type = 'view'");
    while (views.step()) drops.push_back(views.text(0));
    for (const char* facts :
         {"citations", "obligations", "deadlines", "targets"}) {
      for (const char* column : {"confidence", "certainty"}) {
        drops.push_back(std::string("ALTER TABLE ") + facts + " DROP COLUMN " +
                        column);
      }
    }
    drops.emplace_back("ALTER TABLE citations DROP COLUMN of_decision");
    // A column that refers to another table cannot be dropped alone.
    for (const char* table : {"assignments", "bodies"})
      drops.push_back(std::string("DROP TABLE ") + table);
    drops.emplace_back(
        "CREATE TABLE assignments (obligation_id INTEGER NOT NULL,"
        " role TEXT NOT NULL, ordinal INTEGER NOT NULL,"
        " agency_id INTEGER NOT NULL)");
    for (const char* count : {"crashed", "timeout", "out_of_memory"})
      drops.push_back(std::string("ALTER TABLE runs DROP COLUMN ") + count);
    drops.emplace_back("DROP TABLE sources");
    drops.emplace_back(
        "CREATE TABLE sources (path TEXT PRIMARY KEY, status TEXT NOT NULL,"
        " reason TEXT, sha256 TEXT, bytes INTEGER, document_id INTEGER"
        " REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED) STRICT,"
        " WITHOUT ROWID");
    drops.emplace_back(
        "CREATE TABLE outline (document_id INTEGER, ordinal INTEGER, parent,"
        " kind, section, path, span_begin, span_end, body_begin, page)");
    drops.emplace_back(
        "INSERT INTO sources VALUES ('a.pdf', 'failed', 'is cut', 'ff', 3,"
        " NULL)");
    for (const std::string& drop : drops) db.run(drop);
    db.run("PRAGMA user_version = 2");
    ASSERT_TRUE(db.ok()) << db.take_error().message;
  }
  expect_error(path, Access::read, "older version");
  ASSERT_TRUE(open_store(path, Access::write));
  const auto store = open_store(path, Access::read);
  ASSERT_TRUE(store);
  const auto paths = (*store)->not_loaded();
  ASSERT_TRUE(paths) << paths.error().message;
  ASSERT_EQ(paths->size(), 1U);
  EXPECT_EQ(paths->front().source,
            (Source{"a.pdf", SourceStatus::failed, "is cut", "ff", 3}));
}

// An empty database as the first `version` migrations leave it.
void write_version(const std::string& path, std::size_t version) {
  std::vector<std::filesystem::path> migrations;
  for (const auto& entry : std::filesystem::directory_iterator(
           KEHOACH_SOURCE_DIR "/pipeline/store/schema"))
    migrations.push_back(entry.path());
  std::sort(migrations.begin(), migrations.end());
  for (std::size_t i = 0; i < version; ++i) {
    std::stringstream text;
    text << std::ifstream(migrations.at(i)).rdbuf();
    sql(path, text.str());
  }
  sql(path, "PRAGMA application_id = " + std::to_string(kApplicationId) +
                "; PRAGMA user_version = " + std::to_string(version));
}

// What version 5 held is there afterwards, and its citations wait to be linked.
TEST(OpenStore, LinksTheCitationsOfAnOldDatabase) {
  const TempDir dir;
  const std::string path = dir / "plans.db";
  write_version(path, 5);
  sql(path,
      "INSERT INTO readers VALUES (1, '0.1', 'r');"
      "INSERT INTO documents (id, sha256, reader_id, media_type, bytes,"
      " pages, code, code_folded, title, title_folded)"
      " VALUES (1, 'a', 1, 'text/plain', 1, 0, '2/KH-UBND', '2 kh ubnd',"
      " 't', 't'), (2, 'b', 1, 'text/plain', 1, 0, '1/KH-UBND',"
      " '1 kh ubnd', 't', 't');"
      "INSERT INTO citations (document_id, ordinal, code, code_folded,"
      " relation, quote, span_begin, span_end)"
      " VALUES (1, 1, '1/KH-UBND', '1 kh ubnd', 'implements', 'q', 0, 1),"
      " (1, 2, '9/KH-UBND', '9 kh ubnd', 'cites', 'q', 0, 1)");
  auto store = open_store(path, Access::write);
  ASSERT_TRUE(store) << store.error().message;
  const auto unlinked = (*store)->links().unlinked();
  ASSERT_TRUE(unlinked) << unlinked.error().message;
  EXPECT_EQ(*unlinked, (std::vector<CitationKey>{{1, 1}, {1, 2}}));
  Connection db(path, SQLITE_OPEN_READONLY);
  EXPECT_EQ(db.number("SELECT count(*) FROM plans"), 2);
  // Until they are linked, by the number alone.
  EXPECT_EQ(db.number("SELECT count(*) FROM missing_references"), 1);
  EXPECT_EQ(db.number("SELECT count(*) FROM plans_by_parent"
                      " WHERE state = 'not-linked'"),
            1);
  EXPECT_TRUE(db.ok());
}

// The paragraphs of version 12 were rows of their own.
TEST(OpenStore, KeepsTheOutlinesOfAnOldDatabase) {
  const TempDir dir;
  const std::string path = dir / "plans.db";
  write_version(path, 12);
  sql(path,
      "INSERT INTO readers VALUES (1, '0.1', 'r');"
      "INSERT INTO documents (id, sha256, reader_id, media_type, bytes,"
      " pages, title, title_folded) VALUES"
      " (1, 'a', 1, 'text/plain', 1, 0, 't', 't'),"
      " (2, 'b', 1, 'text/plain', 1, 0, 't', 't'),"
      " (3, 'c', 1, 'text/plain', 1, 0, 't', 't');"
      "INSERT INTO texts VALUES (1, 'x'), (2, 'x'), (3, 'x');"
      "INSERT INTO outline VALUES"
      " (1, 1, NULL, 'heading', 'tasks', 'Điều \"1\"', 0, 9, 3, NULL),"
      " (1, 2, 1, 'item', 'tasks', 'Điều \"1\".a', 9, 20, 12, 2),"
      " (3, 1, NULL, 'title', 'none', '', 0, 4, 0, 1)");
  const std::string rows =
      "SELECT group_concat(document_id || '|' || ordinal || '|' ||"
      " ifnull(parent, '-') || '|' || kind || '|' || section || '|' || path ||"
      " '|' || span_begin || '|' || span_end || '|' || body_begin || '|' ||"
      " ifnull(page, '-'), '; ') FROM outline";
  const auto outline = [&] {
    Connection db(path, SQLITE_OPEN_READONLY);
    Statement query(db, rows);
    std::string all;
    while (query.step()) all = query.text(0);
    return all;
  };
  const std::string before = outline();
  auto store = open_store(path, Access::write);
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_EQ(outline(), before);
  const auto plan = (*store)->load_plan(1);
  ASSERT_TRUE(plan);
  ASSERT_EQ(plan->outline.nodes.size(), 2U);
  const Node& item = plan->outline.nodes[1];
  EXPECT_EQ(item.parent, 0);
  EXPECT_EQ(item.kind, NodeKind::item);
  EXPECT_EQ(item.role, SectionRole::tasks);
  EXPECT_EQ(item.path, "Điều \"1\".a");
  EXPECT_EQ(item.span, (Span{9, 20}));
  EXPECT_EQ(item.body, (Span{12, 20}));
  EXPECT_EQ(item.page, 2U);
  const auto none = (*store)->load_plan(2);
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->outline.nodes.empty());
}

// As it is left where the machine stops at its first import.
TEST(OpenStore, SaysWhatAnEmptyDatabaseLacks) {
  const TempDir dir;
  expect_error(dir.write("plans.db", ""), Access::read,
               "nothing was imported into it yet; do so with 'kehoach import");
}

// A write that was cut short: the first reader undoes it.
TEST(OpenStore, UndoesWhatWasCutShort) {
  const TempDir dir;
  const std::string path = dir / "plans.db", copy = dir / "copy.db";
  ASSERT_TRUE(open_store(path, Access::write));
  {
    Connection db(path, SQLITE_OPEN_READWRITE);
    db.run("PRAGMA cache_size = 1; BEGIN; CREATE TABLE half (x)");
    for (int i = 0; i < 100; ++i)
      db.run("INSERT INTO half VALUES (hex(zeroblob(20000)))");
    for (const char* part : {"", "-journal"})
      std::filesystem::copy_file(path + part, copy + part);
    ASSERT_TRUE(db.ok()) << db.take_error().message;
  }
  {
    Connection blind(copy, SQLITE_OPEN_READONLY);
    EXPECT_EQ(blind.number("SELECT count(*) FROM sqlite_master"), 0);
    ASSERT_FALSE(blind.ok());
    EXPECT_NE(blind.take_error().message.find("the last write was cut short"),
              std::string::npos);
  }
  const auto store = open_store(copy, Access::read);
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_EQ((*store)->status()->documents, 0U);
}

TEST(OpenStore, SaysThatAnotherProgramIsWriting) {
  const TempDir dir;
  const std::string path = dir / "plans.db";
  ASSERT_TRUE(open_store(path, Access::write));
  Connection other(path, SQLITE_OPEN_READWRITE);
  other.run("BEGIN IMMEDIATE");
  auto store = open_store(path, Access::write);
  ASSERT_TRUE(store) << store.error().message;
  const auto begun = (*store)->begin_run({"1", "r"}, 1);
  ASSERT_FALSE(begun);
  EXPECT_NE(begun.error().message.find("another program is writing"),
            std::string::npos)
      << begun.error().message;
}

}  // namespace
}  // namespace kehoach
