// Everything that a database holds, in an order that does not tell when what
// was imported; and copies of it.
#include <gtest/gtest.h>

#include <filesystem>

#include "store/sample_plan.h"
#include "store/store.h"
#include "store/temp_dir.h"
#include "text/text.h"

namespace kehoach {
namespace {

Source source_at(const std::string& path, const std::string& bytes) {
  return {path, SourceStatus::loaded, "", sha256_hex(bytes), bytes.size()};
}

// A database with `codes`, imported in this order.
std::unique_ptr<Store> archive(const std::string& path,
                               const std::vector<std::string>& codes) {
  auto store = open_store(path, Access::write);
  EXPECT_TRUE(store);
  EXPECT_TRUE((*store)->begin_run({"1.0", "rules"}, codes.size()));
  for (const std::string& code : codes) {
    const std::string file = code.substr(0, code.find('/')) + ".txt";
    EXPECT_TRUE((*store)->save_plan(source_at(file, code), sample_plan(code)));
  }
  EXPECT_TRUE((*store)->finish_run({}, false));
  return std::move(*store);
}

std::string everything(Store& store) {
  std::string all;
  const auto documents = store.all_documents();
  EXPECT_TRUE(documents);
  for (const DocumentId id : *documents) {
    const auto plan = store.load_plan(id);
    EXPECT_TRUE(plan);
    all += to_json(*plan) + "\n";
  }
  for (const std::string_view table : export_tables()) {
    all += std::string(table) + "\n";
    EXPECT_TRUE(
        store.visit_table(table, [&](const std::vector<std::string>& row) {
          for (const std::string& cell : row) all += cell + "|";
          all += "\n";
          return true;
        }));
  }
  EXPECT_TRUE(store.visit_sources([&](const Source& s) {
    all += s.path + " " + s.sha256 + "\n";
    return true;
  }));
  return all;
}

TEST(Export, DoesNotTellTheOrderOfTheImport) {
  TempDir dir;
  const auto one = archive(dir / "a.db", {"1/KH-UBND", "2/KH-UBND", "3/KH-X"});
  const auto other =
      archive(dir / "b.db", {"3/KH-X", "2/KH-UBND", "1/KH-UBND"});
  const std::string all = everything(*one);
  EXPECT_EQ(all, everything(*other));
  EXPECT_NE(all.find("2/KH-UBND"), std::string::npos);
}

TEST(Export, TablesBeginWithTheNamesOfTheirColumns) {
  TempDir dir;
  const auto store = archive(dir / "a.db", {"1/KH-UBND"});
  for (const std::string_view table : export_tables()) {
    std::vector<std::vector<std::string>> rows;
    ASSERT_TRUE(
        store->visit_table(table, [&](const std::vector<std::string>& row) {
          rows.push_back(row);
          return true;
        }));
    ASSERT_GE(rows.size(), 1U) << table;
    EXPECT_TRUE(rows[0][0] == "sha256" || rows[0][0] == "path") << table;
    for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
    if (table == "obligations") {
      ASSERT_GE(rows.size(), 2U);
      EXPECT_EQ(rows[1][0], sha256_hex("1/KH-UBND"));
      EXPECT_EQ(rows[1][2], "o1");
    }
    if (table == "references") {
      ASSERT_GE(rows.size(), 3U);
      EXPECT_EQ(rows[0][7], "of_decision");
      EXPECT_EQ(rows[1][7] + rows[2][7], "01");
    }
  }
}

TEST(Export, EndsWhereNobodyReadsOn) {
  TempDir dir;
  const auto store = archive(dir / "a.db", {"1/KH-UBND", "2/KH-UBND"});
  int rows = 0;
  EXPECT_TRUE(store->visit_table(
      "documents",
      [&](const std::vector<std::string>&) { return ++rows < 2; }));
  EXPECT_EQ(rows, 2);
}

TEST(Export, RefusesATableThatIsNone) {
  TempDir dir;
  const auto store = archive(dir / "a.db", {"1/KH-UBND"});
  const auto visited = store->visit_table(
      "secrets", [](const std::vector<std::string>&) { return true; });
  ASSERT_FALSE(visited);
  EXPECT_EQ(visited.error().kind, Error::Kind::invalid);
}

TEST(Backup, HoldsTheSame) {
  TempDir dir;
  const auto store = archive(dir / "a.db", {"1/KH-UBND", "2/KH-UBND"});
  ASSERT_TRUE(store->backup(dir / "copy.db"));
  const auto copy = open_store(dir / "copy.db", Access::read);
  ASSERT_TRUE(copy) << copy.error().message;
  EXPECT_EQ(everything(**copy), everything(*store));
}

TEST(Backup, SaysWhereItCannotWrite) {
  TempDir dir;
  const auto store = archive(dir / "a.db", {"1/KH-UBND"});
  const auto copied = store->backup(dir / "nowhere/copy.db");
  ASSERT_FALSE(copied);
  EXPECT_NE(copied.error().message.find("nowhere/copy.db"), std::string::npos)
      << copied.error().message;
  // The database itself is as usable as before.
  EXPECT_TRUE(store->all_documents());
}

}  // namespace
}  // namespace kehoach
