#include "store/store.h"

#include <gtest/gtest.h>

#include "store/names.h"
#include "store/sample_plan.h"
#include "store/sqlite.h"
#include "store/temp_dir.h"
#include "text/text.h"

namespace kehoach {
namespace {

const ReaderVersion kReader{"1.0", "rules-a"};

Source source(const std::string& path, const std::string& bytes) {
  return {path, SourceStatus::loaded, "", sha256_hex(bytes), bytes.size()};
}

class StoreTest : public testing::Test {
 protected:
  void SetUp() override { reopen(); }
  // Keys of new documents are not looked up, but must lead somewhere.
  void TearDown() override {
    EXPECT_EQ(text("SELECT \"table\" FROM pragma_foreign_key_check"), "");
  }

  void reopen(const ReaderVersion& reader = kReader) {
    store.reset();
    auto opened = open_store(path, Access::write);
    ASSERT_TRUE(opened) << opened.error().message;
    store = std::move(*opened);
    const auto begun = store->begin_run(reader, 1);
    ASSERT_TRUE(begun) << begun.error().message;
  }
  void save(const std::string& file, const std::string& bytes,
            const Plan& plan) {
    const auto saved = store->save_plan(source(file, bytes), plan);
    ASSERT_TRUE(saved) << saved.error().message;
  }
  void finish() {
    const auto done = store->finish_run({}, false);
    ASSERT_TRUE(done) << done.error().message;
  }
  std::int64_t number(const std::string& sql) {
    Connection db(path, SQLITE_OPEN_READWRITE);
    const std::int64_t value = db.number(sql);
    EXPECT_TRUE(db.ok()) << db.take_error().message;
    return value;
  }
  std::string text(const std::string& sql) {
    Connection db(path, SQLITE_OPEN_READONLY);
    Statement query(db, sql);
    std::string all;
    while (query.step()) all += query.text(0) + "\n";
    EXPECT_TRUE(db.ok()) << db.take_error().message;
    return all;
  }

  TempDir dir;
  std::string path = dir / "plans.db";
  std::unique_ptr<Store> store;
};

// What FTS5 gathers is written out at the end of a batch, not by each document.
TEST_F(StoreTest, WritesTheIndexOnceForABatch) {
  for (const std::string name : {"a", "b", "c"}) {
    Plan plan = sample_plan();
    Body body;
    body.id = "so-y-te@" + name;
    plan.bodies = {{plan.obligations.front().lead.front(), body}};
    save(name, name, plan);
  }
  finish();
  EXPECT_EQ(number("SELECT count(*) FROM obligations_fts_data"), 3)
      << "averages, structure, and one leaf of one segment";
  EXPECT_EQ(number("SELECT count(*) FROM bodies"), 3);
}

TEST_F(StoreTest, ReadsBackWhatItSaved) {
  const Plan plan = sample_plan();
  save("plans/a.txt", "bytes", plan);
  finish();
  const auto found = store->find_documents("1515/KH-UBND");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 1U);
  const auto back = store->load_plan(found->front().id);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->document, plan.document);
  EXPECT_EQ(back->references, plan.references);
  EXPECT_EQ(back->obligations, plan.obligations);
  EXPECT_EQ(back->deadlines, plan.deadlines);
  EXPECT_EQ(back->targets, plan.targets);
  EXPECT_EQ(back->diagnostics, plan.diagnostics);
  EXPECT_EQ(back->text, plan.text);
  EXPECT_EQ(back->source.path, "plans/a.txt");
  EXPECT_EQ(back->source.sha256, sha256_hex("bytes"));
  EXPECT_EQ(number("SELECT count(*) FROM outline WHERE parent = 1"), 1);
}

TEST_F(StoreTest, KnowsADocumentByItsBytesAndWhatItWasReadWith) {
  save("a.txt", "bytes", sample_plan());
  const auto known = store->find_by_sha256(sha256_hex("bytes"));
  ASSERT_TRUE(known && *known);
  EXPECT_EQ((*known)->read_by, kReader);
  ASSERT_EQ((*known)->paths.size(), 1U);
  EXPECT_EQ((*known)->paths[0].path, "a.txt");
  EXPECT_FALSE((*known)->paths[0].file);
  const auto unknown = store->find_by_sha256(sha256_hex("other"));
  ASSERT_TRUE(unknown);
  EXPECT_FALSE(*unknown);
}

// Reading again with other rules leaves one document under the same id, and
// nothing of the old reading.
TEST_F(StoreTest, ReplacesADocumentThatIsReadAgain) {
  save("a.txt", "bytes", sample_plan());
  finish();
  reopen({"1.0", "rules-b"});
  save("a.txt", "bytes",
       plan_with("1515/KH-UBND", {obligation(1, "I", "Việc mới", {"Sở Mới"})}));
  finish();
  EXPECT_EQ(text("SELECT id || ' ' || sha256 FROM documents"),
            "1 " + sha256_hex("bytes") + "\n");
  EXPECT_EQ(text("SELECT quote FROM obligations"), "Việc mới\n");
  EXPECT_EQ(text("SELECT name FROM agencies"), "Sở Mới\n");
  for (const char* table : {"deadlines", "targets", "citations", "diagnostics",
                            "outline", "recipients"}) {
    EXPECT_EQ(number(std::string("SELECT count(*) FROM ") + table), 0) << table;
  }
  EXPECT_EQ(number("SELECT count(*) FROM obligations_fts"
                   " WHERE obligations_fts MATCH 'xam'"),
            0);
  number(
      "INSERT INTO obligations_fts (obligations_fts, rank)"
      " VALUES ('integrity-check', 1)");
  EXPECT_EQ(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

TEST_F(StoreTest, DropsADocumentWhenItsPathHoldsAnother) {
  save("a.txt", "old", sample_plan("1/KH-UBND"));
  save("a.txt", "new", sample_plan("2/KH-UBND"));
  finish();
  EXPECT_EQ(text("SELECT code FROM documents"), "2/KH-UBND\n");
  EXPECT_EQ(text("SELECT path FROM sources"), "a.txt\n");
}

TEST_F(StoreTest, KeepsADocumentThatAnotherPathStillHolds) {
  save("a.txt", "old", sample_plan("1/KH-UBND"));
  Source twin = source("b.txt", "old");
  twin.status = SourceStatus::duplicate;
  twin.reason = "same bytes as a.txt";
  ASSERT_TRUE(store->save_source(twin));
  save("a.txt", "new", sample_plan("2/KH-UBND"));
  finish();
  EXPECT_EQ(text("SELECT code FROM documents ORDER BY id"),
            "1/KH-UBND\n2/KH-UBND\n");
}

// A plan must not vanish because its file was damaged later.
TEST_F(StoreTest, KeepsADocumentWhoseFileBreaks) {
  save("a.txt", "good", sample_plan());
  Source broken = source("a.txt", "broken");
  broken.status = SourceStatus::failed;
  broken.reason = "damaged";
  ASSERT_TRUE(store->save_source(broken));
  finish();
  EXPECT_EQ(number("SELECT count(*) FROM documents"), 1);
  EXPECT_EQ(text("SELECT status || ': ' || reason FROM sources"),
            "failed: damaged\n");
  const auto known = store->find_by_sha256(sha256_hex("good"));
  ASSERT_TRUE(known && *known);
  EXPECT_TRUE((*known)->paths.empty());
}

TEST_F(StoreTest, KnowsWhichFileAPathWas) {
  save("a.txt", "bytes", sample_plan());
  Source twin = source("b.txt", "bytes");
  twin.status = SourceStatus::duplicate;
  // Numbers of files use all bits.
  const FileIdentity files[] = {{1, ~std::uint64_t{0}}, {2, 7}};
  for (const FileIdentity& file : files) {
    twin.file = file;
    ASSERT_TRUE(store->save_source(twin));
    const auto known = store->find_by_sha256(sha256_hex("bytes"));
    ASSERT_TRUE(known && *known);
    ASSERT_EQ((*known)->paths.size(), 2U);
    EXPECT_FALSE((*known)->paths[0].file);
    EXPECT_EQ((*known)->paths[1].file, file);
  }
}

TEST_F(StoreTest, FollowsAFileThatMoved) {
  save("a.txt", "bytes", sample_plan());
  save("b.txt", "other", sample_plan("2/KH-UBND"));
  ASSERT_TRUE(store->move_source("a.txt", "b.txt"));
  finish();
  EXPECT_EQ(text("SELECT path || ' ' || document_id FROM sources"),
            "b.txt 1\n");
  EXPECT_EQ(number("SELECT count(*) FROM documents"), 1);
}

TEST_F(StoreTest, LosesOnlyWhatWasNotCommitted) {
  save("a.txt", "one", sample_plan("1/KH-UBND"));
  ASSERT_TRUE(store->commit());
  save("b.txt", "two", sample_plan("2/KH-UBND"));
  store.reset();
  EXPECT_EQ(text("SELECT code FROM documents"), "1/KH-UBND\n");
}

TEST_F(StoreTest, CommitsAFullBatch) {
  for (int i = 0; i < 150; ++i) {
    const std::string name = std::to_string(i);
    save(name, name, plan_with(name + "/KH-UBND", {}));
  }
  // Seen by another reader while the import is running.
  EXPECT_EQ(number("SELECT count(*) FROM documents"), 100);
  finish();
  EXPECT_EQ(number("SELECT count(*) FROM documents"), 150);
}

// A single file without companions, so that it can be copied and served.
TEST_F(StoreTest, LeavesOneFileBehind) {
  save("a.txt", "bytes", sample_plan());
  EXPECT_TRUE(std::filesystem::exists(path + "-wal"));
  finish();
  store.reset();
  EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
  EXPECT_EQ(number("PRAGMA page_size"), 16384);
}

TEST_F(StoreTest, CountsWhatItHolds) {
  save("a.txt", "bytes", sample_plan());
  ASSERT_TRUE(store->save_source(
      {"x.bin", SourceStatus::unsupported, "not text", sha256_hex("x"), 1}));
  ASSERT_TRUE(store->save_source(
      {"gone.txt", SourceStatus::failed, "no such file", "", 0}));
  StatusCounts counts;
  counts[SourceStatus::loaded] = 1;
  counts[SourceStatus::unsupported] = 1;
  counts[SourceStatus::failed] = 1;
  ASSERT_TRUE(store->finish_run(counts, true));
  const auto status = store->status();
  ASSERT_TRUE(status);
  EXPECT_EQ(status->documents, 1U);
  EXPECT_EQ(status->obligations, 2U);
  EXPECT_EQ(status->references, 2U);
  EXPECT_EQ(status->agencies, 3U);
  EXPECT_EQ(status->paths, counts);
  ASSERT_EQ(status->problems.size(), 2U);
  EXPECT_EQ(status->problems[0].path, "gone.txt");
  EXPECT_EQ(status->problems[0].reason, "no such file");
  EXPECT_EQ(status->last_reader, kReader);
  EXPECT_EQ(text("SELECT interrupted || loaded || unchanged || duplicate ||"
                 " unsupported || failed FROM runs"),
            "110011\n");
}

TEST_F(StoreTest, FindsDocumentsByCodeNumberAndId) {
  Plan decision = sample_plan("20/2022/QĐ-UBND");
  save("a.txt", "1", decision);
  save("b.txt", "2", sample_plan("1515/KH-UBND"));
  struct Case {
    const char* asked;
    const char* code;  // empty where nothing is found
  };
  for (const Case& c : {
           Case{"1515/KH-UBND", "1515/KH-UBND"},
           Case{" 1515-kh/ubnd ", "1515/KH-UBND"},
           Case{"1515", "1515/KH-UBND"},
           Case{"20/2022/qd-ubnd", "20/2022/QĐ-UBND"},
           Case{"#2", "1515/KH-UBND"},
           Case{"2", "1515/KH-UBND"},
           Case{"151", ""},
           Case{"#99", ""},
           Case{"#2x", ""},
           Case{"", ""},
           Case{"-/-", ""},
       }) {
    const auto found = store->find_documents(c.asked);
    ASSERT_TRUE(found) << c.asked;
    EXPECT_EQ(found->empty() ? "" : found->front().code, c.code) << c.asked;
  }
}

TEST_F(StoreTest, KnowsTheMembersOfAContainer) {
  save("in/a.zip!b.txt", "1", sample_plan("1/KH-UBND"));
  save("in/a.zip.txt", "2", sample_plan("2/KH-UBND"));
  Source failed{"in/a.zip!d", SourceStatus::failed, "cut", "", 0};
  ASSERT_TRUE(store->save_source(failed));
  ASSERT_TRUE(store->save_source(source("in/a.zip", "zip")));
  const auto rows = store->find_members("in/a.zip");
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->size(), 3U);
  EXPECT_EQ((*rows)[0].source, source("in/a.zip", "zip"));
  EXPECT_FALSE((*rows)[0].read_by);
  EXPECT_EQ((*rows)[1].source, source("in/a.zip!b.txt", "1"));
  EXPECT_EQ((*rows)[1].read_by, kReader);
  EXPECT_EQ((*rows)[2].source, failed);
  EXPECT_TRUE(store->find_members("in/a")->empty());
}

TEST_F(StoreTest, DropsPathsThatAreNoMore) {
  save("a.txt", "1", sample_plan("1/KH-UBND"));
  Source copy = source("b.txt", "1");
  copy.status = SourceStatus::duplicate;
  copy.reason = "same bytes as a.txt";
  ASSERT_TRUE(store->save_source(copy));
  ASSERT_TRUE(store->drop_source("a.txt"));
  // The copy takes its place.
  EXPECT_EQ(store->find_members("b.txt")->front().source, source("b.txt", "1"));
  EXPECT_TRUE(store->find_members("a.txt")->empty());
  ASSERT_TRUE(store->drop_source("b.txt"));
  ASSERT_TRUE(store->drop_source("never.txt"));
  finish();
  EXPECT_EQ(number("SELECT count(*) FROM documents"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM sources"), 0);
}

TEST_F(StoreTest, ForgetsWhatAContainerReplaces) {
  save("a.zip", "text", sample_plan());
  ASSERT_TRUE(store->save_source(source("a.zip", "zip")));
  finish();
  EXPECT_EQ(number("SELECT count(*) FROM documents"), 0);
  EXPECT_EQ(text("SELECT status FROM sources"), "loaded\n");
}

TEST_F(StoreTest, KnowsWhatIsReplaced) {
  Plan plan = sample_plan();
  plan.references.resize(1);
  Reference& reference = plan.references[0];
  reference.code = "220/KH-UBND";
  reference.issued_on = "2023-06-20";
  reference.relation = "replaces";
  save("a.txt", "a", plan);
  save("b.pdf", "b", plan);
  // Cited alone; replaced without its date, by a plan without a number.
  reference.relation = "cites";
  save("c.txt", "c", plan);
  reference.relation = "replaces";
  reference.issued_on.reset();
  save("d.txt", "d", plan);
  reference.issued_on = "2023-06-20";
  plan.document.code.reset();
  save("e.txt", "e", plan);
  finish();
  const auto found = store->replacements();
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ((*found)[0].code, "220/KH-UBND");
  EXPECT_EQ((*found)[0].issued_on, "2023-06-20");
  EXPECT_EQ((*found)[0].by, "1515/KH-UBND");
  EXPECT_EQ((*found)[0].by_issued_on, "2024-08-22");
}

}  // namespace
}  // namespace kehoach
