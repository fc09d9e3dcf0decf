// Workers that unpack and convert while others read: whose turn it is, and
// whose time.
#include "ingest/archive_builder.h"
#include "ingest/worker_pool.h"
#include "ingest/workers_fixture.h"

namespace kehoach {
namespace {

TEST_F(WorkersTest, ContainersThatEndTheirWorkerAreBegunAgain) {
  std::vector<Entry> entries;
  for (int i = 0; i < 40; ++i) {
    entries.push_back({std::to_string(i) + ".txt",
                       std::to_string(i) + std::string(60'000, ' ')});
  }
  entries.push_back({"in.zip", make_zip({{"x.txt", "100"}, {"y.txt", "101"}})});
  dir.write("in/a.tar", make_archive(entries, {ARCHIVE_FORMAT_TAR_USTAR}));
  // All workers die when some of it is there.
  int seen = 0;
  int killed = 0;
  options.on_progress = [&](const Progress&) {
    if (++seen != 30) return;
    for (const pid_t server : children_of(getpid()))
      for (const pid_t worker : children_of(server))
        killed += kill(worker, SIGKILL) == 0 ? 1 : 0;
  };
  const ImportSummary summary = run_with(2, {folder});
  EXPECT_GT(seen, 30);
  EXPECT_GT(killed, 0);
  EXPECT_EQ(summary.counts[SourceStatus::loaded], 44U) << statuses;
  EXPECT_EQ(summary.counts.total(), 44U) << statuses;
  EXPECT_EQ(archive().documents, 42U);
}

// The time in which others were busy is nobody's fault.
TEST_F(WorkersTest, OnlyTheirOwnTimeIsCounted) {
#ifdef KEHOACH_SANITIZED_THREADS
  GTEST_SKIP() << "a worker starts too slowly for its limits";
#endif
  how.document_limit = milliseconds(700);
  how.silence_limit = milliseconds(300);
  std::vector<Entry> entries;
  for (int i = 0; i < 40; ++i) {
    entries.push_back({std::to_string(i) + ".txt",
                       std::to_string(i) + std::string(200'000, ' ')});
  }
  dir.write("in/a.tar", make_archive(entries, {ARCHIVE_FORMAT_TAR_USTAR}));
  dir.write("in/b.txt", "100");
  dir.write("in/c.txt", "101");
  options.on_progress = [&](const Progress& progress) {
    if (progress.path.empty()) return;
    // As long as what is last was given.
    const bool long_one = ends_with(progress.path, "c.txt");
    std::this_thread::sleep_for(milliseconds(long_one ? 1000 : 40));
  };
  const ImportSummary summary = run_with(2, {folder});
  EXPECT_EQ(summary.counts[SourceStatus::loaded], 43U) << statuses;
  EXPECT_EQ(board->times_read, 42);
}

TEST_F(WorkersTest, OfficeDocumentsAreConvertedFirst) {
  dir.write("in/a.rtf", "{\\rtf1 good}");
  dir.write("in/b.rtf", "{\\rtf1 bad}");
  run_with(1, {folder});
  EXPECT_EQ(statuses, "in/a.rtf loaded\nin/b.rtf failed\n");
  EXPECT_EQ(reasons["in/b.rtf"], "LibreOffice cannot read it");
  const auto store = open_store(db, Access::read);
  const auto plan = (*store)->load_plan((*store)->all_documents()->front());
  EXPECT_EQ(plan->source.media_type, "application/rtf");
  EXPECT_EQ(plan->source.bytes, 12U);
  EXPECT_EQ(plan->document.code, "7/KH-UBND");
}

// A visitor that only takes its time.
class SlowVisitor final : public ContainerVisitor {
 public:
  bool document(const std::string&, Result<std::string>) override {
    std::this_thread::sleep_for(milliseconds(10));
    return true;
  }
  bool enter(const Source&) override { return true; }
  bool leave(const Unpacked&) override { return true; }
};

// Nobody listened to what converts while a container was unpacked.
TEST_F(WorkersTest, OfficeDocumentsAreConvertedWhileOthersAreUnpacked) {
  std::vector<Entry> entries;
  for (int i = 0; i < 60; ++i)
    entries.push_back({std::to_string(i), std::string(200'000, ' ')});
  const std::string tar = make_archive(entries, {ARCHIVE_FORMAT_TAR_USTAR});
  how.jobs = 1;
  Board* const shared = board.get();
  WorkerPool pool(
      [shared](StepWatch watch) -> PlanReader {
        return [shared, watch](const ToRead& document) {
          return obey(document, watch, *shared);
        };
      },
      [] { return std::make_unique<ToyConverter>(); }, how);
  ASSERT_TRUE(pool.start());
  const std::string rtf = "{\\rtf1 good}";
  const Ticket ticket = pool.give("a.rtf", rtf, sha256_hex(rtf), {});
  SlowVisitor visitor;
  EXPECT_TRUE(pool.unpack(tar, "a.tar", {}, visitor));
  ASSERT_TRUE(pool.is_done(ticket));
  EXPECT_TRUE(pool.take(ticket).plan);
}

}  // namespace
}  // namespace kehoach
