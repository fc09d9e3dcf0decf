// Imports on a disk that fails at each of its calls: the database is whole
// afterwards, holds whole documents only, and the next import completes it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "corpus/files.h"
#include "ingest/archive_builder.h"
#include "ingest/exported.h"
#include "ingest/ingest.h"
#include "link/link.h"
#include "pipeline.h"
#include "store/faulty_disk.h"
#include "store/sqlite.h"
#include "store/temp_dir.h"
#include "text/has.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

constexpr Fault kFaults[] = {Fault::error,      Fault::error_once,
                             Fault::full,       Fault::torn,
                             Fault::power_loss, Fault::power_loss_of_some};

class DiskFaults : public testing::Test {
 protected:
  void SetUp() override {
    for (const auto& entry :
         fs::directory_iterator(KEHOACH_SOURCE_DIR "/corpus")) {
      if (entry.path().extension() != ".txt") continue;
      texts.push_back(bytes_of(entry.path().string()));
    }
    std::sort(texts.begin(), texts.end());
    ASSERT_GT(texts.size(), 4U);
    texts.resize(std::min<std::size_t>(texts.size(), 6));
    for (std::size_t i = 0; i < texts.size(); ++i)
      dir.write("in/" + std::to_string(i) + ".txt", texts[i]);
    dir.write("in/copy.txt", texts[0]);
    dir.write("in/z.gif", "GIF89a");
    dir.write("in/m.zip", make_zip({{"a.txt", texts[1]},
                                    {"b.txt", texts[2] + "\nThêm.\n"}}));
  }

  // Read once: the disk is what is tested.
  Result<Plan> read(std::string_view bytes, std::string_view path) {
    const std::string sha256 = sha256_hex(bytes);
    auto known = plans.find(sha256);
    if (known == plans.end()) {
      auto plan = read_plan(bytes, path, *rules, {});
      if (!plan) return plan;
      known = plans.emplace(sha256, std::move(*plan)).first;
    }
    Plan plan = known->second;
    plan.source.path = path;
    return plan;
  }
  Result<ImportSummary> import() {
    ImportOptions options;
    options.reader = {"1.0", rules->hash()};
    options.database = db;
    told.clear();
    options.on_source = [this](const Source& source) {
      if (source.status == SourceStatus::loaded) told.insert(source.sha256);
    };
    options.link = [this](Store& store) -> Result<void> {
      const auto linked = link_archive(store, *rules);
      if (!linked) return Failure(linked.error());
      return {};
    };
    const auto store = open_store(db, Access::write);
    if (!store) return Failure(store.error());
    return import_files(
        {dir / "in"}, **store,
        [this](const ToRead& document) {
          return read(document.bytes, document.path);
        },
        options);
  }

  // All rows of the export, and what became of each path.
  std::string exported() {
    std::string all = exported_rows(db);
    const auto store = open_store(db, Access::read);
    if (!store) return all;
    EXPECT_TRUE((*store)->visit_sources([&](const Source& source) {
      all += source.path + " " + std::string(name_of(source.status)) + " " +
             source.reason + "\n";
      return true;
    }));
    return all;
  }
  std::map<std::string, std::string> documents() {
    std::map<std::string, std::string> found;
    const auto store = open_store(db, Access::read);
    // It has not even its tables.
    if (!store) {
      EXPECT_TRUE(!fs::exists(db) || has(store.error().message,
                                         "nothing was imported into it yet"))
          << store.error().message;
      return found;
    }
    const auto ids = (*store)->all_documents();
    EXPECT_TRUE(ids);
    for (const DocumentId id : *ids) {
      auto plan = (*store)->load_plan(id);
      EXPECT_TRUE(plan);
      if (!plan) continue;
      plan->source.path.clear();
      found[plan->source.sha256] = to_json(*plan);
    }
    return found;
  }
  std::string problems() {
    if (!fs::exists(db)) return "";
    Connection connection(db, SQLITE_OPEN_READWRITE);
    std::string found;
    Statement check(connection, "PRAGMA integrity_check");
    while (check.step()) {
      if (check.text(0) != "ok") found += check.text(0) + "; ";
    }
    Statement keys(connection, "PRAGMA foreign_key_check");
    while (keys.step()) found += "a key of " + keys.text(0) + "; ";
    if (connection.number("SELECT count(*) FROM sqlite_master WHERE name ="
                          " 'obligations_fts'") == 1) {
      connection.run(
          "INSERT INTO obligations_fts (obligations_fts)"
          " VALUES ('integrity-check')");
      if (connection.number("SELECT count(*) FROM obligations") !=
          connection.number("SELECT count(*) FROM obligations_fts"))
        found += "the search index has other rows; ";
    }
    if (!connection.ok()) found += connection.take_error().message;
    return found;
  }
  void clear() const {
    for (const char* companion : {"", "-wal", "-shm", "-journal"})
      fs::remove(db + companion);
  }

  // One import on a disk that fails at a call, and one on a sound disk.
  void expect_healed(Fault fault, std::uint64_t at) {
    SCOPED_TRACE(std::string(name_of(fault)) + " at " + std::to_string(at));
    bool finished = false;
    {
      const FaultyDisk disk(fault, at);
      const auto summary = import();
      finished = summary.has_value();
      if (!summary) {
        ++refused;
        EXPECT_EQ(summary.error().message.find(db), 0U)
            << summary.error().message;
      }
    }
    const FaultyDisk sound(Fault::none, 0);
    const auto there = documents();
    ASSERT_EQ(problems(), "");
    for (const auto& [sha256, plan] : there) {
      const auto whole = whole_documents.find(sha256);
      if (whole == whole_documents.end()) continue;  // replaced later
      ASSERT_TRUE(plan == whole->second) << sha256;
    }
    // What was said to be done is done, unless the machine stopped afterwards.
    if (fault != Fault::power_loss && fault != Fault::power_loss_of_some) {
      for (const std::string& sha256 : told) {
        ASSERT_EQ(there.count(sha256), whole_documents.count(sha256)) << sha256;
      }
      if (finished) {
        ASSERT_TRUE(exported() == undisturbed);
      }
    }
    const auto again = import();
    ASSERT_TRUE(again) << again.error().message;
    ASSERT_EQ(problems(), "");
    ASSERT_TRUE(exported() == undisturbed);
  }

  // All calls of an import from `begin` (a database, or none) on.
  void expect_all_healed(const std::string& begin, std::uint64_t step) {
    const auto start = [&] {
      clear();
      if (!begin.empty()) fs::copy_file(begin, db);
    };
    start();
    std::uint64_t calls = 0;
    {
      const FaultyDisk disk(Fault::none, 0);
      const auto summary = import();
      ASSERT_TRUE(summary) << summary.error().message;
      calls = disk.calls();
    }
    undisturbed = exported();
    whole_documents = documents();
    EXPECT_GT(calls, 20U);
    RecordProperty("calls", std::to_string(calls));
    if (std::getenv("KEHOACH_EVERY_FAULT") != nullptr) step = 1;
    std::uint64_t first = 1;
    for (const Fault fault : kFaults) {
      // Other calls for other faults.
      for (std::uint64_t at = first; at <= calls + step; at += step) {
        start();
        expect_healed(fault, at);
        if (HasFatalFailure()) return;
      }
      // It did strike.
      EXPECT_GT(refused, calls / step / 4) << name_of(fault);
      refused = 0;
      first = first % step + 1;
    }
  }

  std::vector<std::string> texts;
  TempDir dir;
  std::string db = dir / "plans.db";
  Result<Rulebook> rules = default_rulebook();
  std::map<std::string, Plan> plans;
  std::string undisturbed;
  std::uint64_t refused = 0;   // imports, for this fault
  std::set<std::string> told;  // by the last import, of documents
  std::map<std::string, std::string> whole_documents;
};

TEST_F(DiskFaults, ANewDatabaseIsCompleted) { expect_all_healed("", 13); }

// Documents are replaced, moved and dropped.
TEST_F(DiskFaults, ADatabaseIsBroughtUpToDate) {
  ASSERT_TRUE(import());
  fs::copy_file(db, dir / "before.db");
  dir.write("in/1.txt", texts[1] + "\nSửa.\n");
  dir.write("in/z.gif", texts[3] + "\nMới.\n");
  fs::rename(dir / "in/2.txt", dir / "in/moved.txt");
  dir.write("in/m.zip", make_zip({{"c.txt", texts[4] + "\nKhác.\n"}}));
  expect_all_healed(dir / "before.db", 13);
}

}  // namespace
}  // namespace kehoach
