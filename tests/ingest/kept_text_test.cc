// Documents that are read once more, by other rules: what of them is read.
#include <sqlite3.h>

#include "ingest/archive_builder.h"
#include "ingest/workers_fixture.h"

namespace kehoach {
namespace {

class KeptTextTest : public WorkersTest {
 protected:
  void SetUp() override {
    options.reading = "r1";
    reader = [this](const ToRead& document) { return note(document); };
  }

  // Keeps what begins with "scan" or was converted.
  Result<ReadPlan> note(const ToRead& document) {
    const bool keep = document.converted || starts_with(document.bytes, "scan");
    const std::string text = "text of " + std::string(document.bytes);
    read += document.kept.empty() ? "(" + std::string(document.bytes) + ")"
                                  : "[" + std::string(document.kept) + "]";
    Plan plan = sample_plan(std::string(document.bytes) + "/KH-UBND");
    return ReadPlan(plan, keep && document.kept.empty() ? "r1\n" + text : "");
  }
  std::string run_again(const std::string& rules) {
    read.clear();
    options.reader.rules = rules;
    (void)run({folder});
    return read;
  }
  std::int64_t rows() {
    sqlite3* connection = nullptr;
    EXPECT_EQ(sqlite3_open(db.c_str(), &connection), SQLITE_OK);
    sqlite3_stmt* count = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(connection, "SELECT count(*) FROM kept_texts",
                                 -1, &count, nullptr),
              SQLITE_OK);
    EXPECT_EQ(sqlite3_step(count), SQLITE_ROW);
    const std::int64_t rows = sqlite3_column_int64(count, 0);
    sqlite3_finalize(count);
    sqlite3_close(connection);
    return rows;
  }

  std::string read;
};

TEST_F(KeptTextTest, OfPagesIsReadInsteadOfThem) {
  dir.write("in/a.png", "scan 1");
  dir.write("in/b.txt", "2");
  EXPECT_EQ(run_again("rules-a"), "(scan 1)(2)");
  EXPECT_EQ(rows(), 1);
  EXPECT_EQ(run_again("rules-b"), "[r1\ntext of scan 1](2)");
  // It stays for the time after.
  EXPECT_EQ(run_again("rules-c"), "[r1\ntext of scan 1](2)");
  EXPECT_EQ(run_again("rules-c"), "");
  EXPECT_EQ(archive().documents, 2U);
}

TEST_F(KeptTextTest, OfAnotherReadingIsOfNoUse) {
  dir.write("in/a.png", "scan 1");
  EXPECT_EQ(run_again("rules-a"), "(scan 1)");
  options.reading = "r";
  EXPECT_EQ(run_again("rules-b"), "(scan 1)");
  options.reading = "r12";
  EXPECT_EQ(run_again("rules-c"), "(scan 1)");
  options.reading.clear();
  EXPECT_EQ(run_again("rules-d"), "(scan 1)");
}

TEST_F(KeptTextTest, IsPassedOverByWhoAsksForAllAnew) {
  dir.write("in/a.png", "scan 1");
  EXPECT_EQ(run_again("rules-a"), "(scan 1)");
  options.reread = true;
  EXPECT_EQ(run_again("rules-a"), "(scan 1)");
  options.reread = false;
  options.retry_deadly = true;
  EXPECT_EQ(run_again("rules-b"), "(scan 1)");
}

TEST_F(KeptTextTest, GoesWithItsDocument) {
  dir.write("in/a.png", "scan 1");
  dir.write("in/copy.png", "scan 1");
  EXPECT_EQ(run_again("rules-a"), "(scan 1)");
  EXPECT_EQ(rows(), 1);
  dir.write("in/a.png", "scan 2");
  EXPECT_EQ(run_again("rules-a"), "(scan 2)");
  EXPECT_EQ(rows(), 2);
  dir.write("in/copy.png", "3");
  EXPECT_EQ(run_again("rules-a"), "(3)");
  EXPECT_EQ(rows(), 1);
  EXPECT_EQ(run_again("rules-b"), "[r1\ntext of scan 2](3)");
}

class BrokenConverter final : public OfficeConverter {
 public:
  Result<std::string> to_docx(std::string_view /*bytes*/) override {
    return Failure(Error{Error::Kind::unsupported, "there is none any more"});
  }
};

class KeptByWorkersTest : public WorkersTest {
 protected:
  // The codes of all plans: 1 where the file was read, 2 where what was kept.
  template <typename Converter>
  std::string codes_after(const std::string& rules) {
    options.reading = "r1";
    options.reader.rules = rules;
    how.jobs = 2;
    auto workers = start_workers(
        [](StepWatch) -> PlanReader {
          return [](const ToRead& document) -> Result<ReadPlan> {
            Plan plan = sample_plan((document.kept.empty() ? "1" : "2") +
                                    std::string("/KH-UBND"));
            return ReadPlan(plan, document.kept.empty() ? "r1\nkept" : "");
          };
        },
        [] { return std::make_unique<Converter>(); }, how);
    EXPECT_TRUE(workers) << workers.error().message;
    options.workers = workers->get();
    (void)run({folder});
    options.workers = nullptr;
    const auto store = open_store(db, Access::read);
    std::string codes;
    const auto documents = (*store)->all_documents();
    for (const DocumentId id : *documents)
      codes += *(*store)->load_plan(id)->document.number;
    return codes;
  }
};

TEST_F(KeptByWorkersTest, IsReadWithoutConversion) {
  dir.write("in/a.rtf", "{\\rtf1 good}");
  dir.write("in/m.zip", make_zip({{"x.txt", "x"}}));
  EXPECT_EQ(codes_after<ToyConverter>("rules-a"), "11");
  EXPECT_EQ(codes_after<BrokenConverter>("rules-b"), "22");
  EXPECT_EQ(statuses,
            "in/a.rtf loaded\nin/m.zip!x.txt loaded\nin/m.zip loaded\n");
}

}  // namespace
}  // namespace kehoach
