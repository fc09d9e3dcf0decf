// The ledger: every path that was seen, what became of it, and by whom.
#include <gtest/gtest.h>

#include "store/sample_plan.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "store/temp_dir.h"

namespace kehoach {
namespace {

Source source_with(const std::string& path, SourceStatus status) {
  Source source{path, status, "", sha256_hex(path), path.size()};
  if (status == SourceStatus::loaded) return source;
  source.reason = "because";
  source.stage = Stage::outline;
  source.milliseconds = 1234;
  return source;
}

class LedgerTest : public testing::Test {
 protected:
  void import_with(const ReaderVersion& reader,
                   const std::vector<Source>& sources) {
    const auto store = open_store(path, Access::write);
    ASSERT_TRUE(store);
    ASSERT_TRUE((*store)->begin_run(reader, sources.size()));
    StatusCounts counts;
    for (const Source& source : sources) {
      ++counts[source.status];
      ASSERT_TRUE(source.status == SourceStatus::loaded
                      ? (*store)->save_plan(source, sample_plan(source.path))
                      : (*store)->save_source(source));
    }
    ASSERT_TRUE((*store)->finish_run(counts, false));
  }

  TempDir dir;
  std::string path = dir / "plans.db";
};

TEST_F(LedgerTest, KeepsWhyHowFarHowLongAndByWhom) {
  const std::vector<Source> bad = {
      source_with("b", SourceStatus::crashed),
      source_with("c", SourceStatus::failed),
      source_with("d", SourceStatus::out_of_memory),
      source_with("e", SourceStatus::timeout),
      source_with("f", SourceStatus::unsupported)};
  std::vector<Source> all = bad;
  all.push_back(source_with("a", SourceStatus::loaded));
  import_with({"1.0", "rules-a"}, all);
  const auto store = open_store(path, Access::read);
  const auto rows = (*store)->not_loaded();
  ASSERT_TRUE(rows) << rows.error().message;
  std::vector<Source> found;
  for (const StoredSource& row : *rows) {
    found.push_back(row.source);
    EXPECT_EQ(row.read_by, (ReaderVersion{"1.0", "rules-a"}));
  }
  EXPECT_EQ(found, bad);
  const auto status = (*store)->status();
  EXPECT_EQ(status->problems, bad);
  EXPECT_EQ(status->paths[SourceStatus::out_of_memory], 1U);
  EXPECT_EQ(status->paths.failures(), 4U);
  Connection db(path, SQLITE_OPEN_READONLY);
  EXPECT_EQ(db.number("SELECT crashed + timeout * 10 + out_of_memory * 100"
                      " FROM runs"),
            111);
}

TEST_F(LedgerTest, KnowsWhatOthersHaveRead) {
  import_with({"1.0", "rules-a"}, {source_with("a", SourceStatus::loaded),
                                   source_with("b", SourceStatus::loaded)});
  import_with({"1.0", "rules-b"}, {source_with("b", SourceStatus::loaded)});
  const auto store = open_store(path, Access::read);
  using Paths = std::vector<std::string>;
  EXPECT_EQ(*(*store)->stale({"1.0", "rules-b"}), Paths{"a"});
  EXPECT_EQ(*(*store)->stale({"1.0", "rules-a"}), Paths{"b"});
  EXPECT_EQ(*(*store)->stale({"1.1", "rules-b"}), (Paths{"a", "b"}));
}

// Where a broken path is mended, nothing is left of its failure.
TEST_F(LedgerTest, HoldsOneRowForEachPath) {
  import_with({"1.0", "a"}, {source_with("a", SourceStatus::crashed)});
  import_with({"1.0", "b"}, {source_with("a", SourceStatus::loaded)});
  Connection db(path, SQLITE_OPEN_READONLY);
  EXPECT_EQ(db.number("SELECT count(*) FROM sources WHERE status = 'loaded'"
                      " AND stage IS NULL AND run_id = 2"),
            1);
  EXPECT_EQ(db.number("SELECT count(*) FROM sources"), 1);
}

}  // namespace
}  // namespace kehoach
