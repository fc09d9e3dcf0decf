// Documents that are read by processes of their own, some of them the end of
// theirs.
#include <sys/stat.h>

#include "ingest/archive_builder.h"
#include "ingest/workers_fixture.h"

namespace kehoach {
namespace {

TEST_F(WorkersTest, WhatIsReadIsKeptWhileTheNextTakesLong) {
  dir.write("in/a.txt", "1");
  dir.write("in/b.txt", "slow");
  how.document_limit = std::chrono::seconds(1);
  options.batch_limit = milliseconds(50);
  bool kept = false;
  options.on_progress = [&](const Progress& progress) {
    if (statuses == "in/a.txt loaded\n" &&
        progress.slowest == folder + "/b.txt")
      kept = archive().documents == 1;
  };
  run_with(1, {folder});
  EXPECT_TRUE(kept);
  EXPECT_EQ(statuses, "in/a.txt loaded\nin/b.txt timeout\n");
}

TEST_F(WorkersTest, DeathIsTheStatusOfItsDocumentAlone) {
  how.silence_limit = milliseconds(500);
  how.document_limit = milliseconds(1500);
  dir.write("in/a.txt", "1");
  dir.write("in/b.txt", "crash");
  dir.write("in/c.txt", "end");
  dir.write("in/d.txt", "hang");
  dir.write("in/e.txt", "slow");
  dir.write("in/f.txt", "bug");
  dir.write("in/g.txt", "broken");
  dir.write("in/h.txt", "crash");
  dir.write("in/i.txt", "2");
  const ImportSummary summary = run_with(2, {folder});
  EXPECT_EQ(statuses,
            "in/a.txt loaded\nin/b.txt crashed\nin/c.txt crashed\n"
            "in/d.txt timeout\nin/e.txt timeout\nin/f.txt failed\n"
            "in/g.txt failed\nin/h.txt crashed\nin/i.txt loaded\n");
  EXPECT_EQ(summary.left, 0U);
  EXPECT_NE(reasons["in/c.txt"].find("ended (status 3)"), std::string::npos);
  EXPECT_NE(reasons["in/d.txt"].find("came no step further in 0.500 seconds"),
            std::string::npos)
      << reasons["in/d.txt"];
  EXPECT_NE(reasons["in/e.txt"].find("took longer than 1.500 seconds"),
            std::string::npos)
      << reasons["in/e.txt"];
  // How far each came.
  std::string stages;
  for (const Source& problem : archive().problems)
    stages += std::string(name_of(*problem.stage)) + " ";
  EXPECT_EQ(stages, "outline outline outline read read read outline ");
}

// As if it were the clerk: it was waited for without end.
TEST_F(WorkersTest, StagesAreNotBelieved) {
  dir.write("in/a.txt", "lie");
  dir.write("in/b.txt", "1");
  run_with(1, {folder});
  EXPECT_EQ(statuses, "in/a.txt crashed\nin/b.txt loaded\n");
}

TEST_F(WorkersTest, MemoryIsLimited) {
  if (kSanitized) GTEST_SKIP() << "sanitizers need more memory than any limit";
  how.memory = std::uint64_t{600} << 20;
  dir.write("in/a.txt", "memory");
  dir.write("in/b.txt", "1");
  run_with(1, {folder});
  EXPECT_EQ(statuses, "in/a.txt out-of-memory\nin/b.txt loaded\n");
  EXPECT_NE(reasons["in/a.txt"].find("more than 600 MB"), std::string::npos);
}

TEST_F(WorkersTest, OneDeathIsForgiven) {
  dir.write("in/a.txt", "first crash");
  dir.write("in/b.txt", "1");
  run_with(1, {folder});
  EXPECT_EQ(statuses, "in/a.txt loaded\nin/b.txt loaded\n");
  EXPECT_EQ(board->times_read, 3);
}

// Also of the first attempt, of which nothing else is left.
TEST_F(WorkersTest, DeathsAreTold) {
  std::string told;
  options.on_death = [&told](const WorkerDeath& death) {
    const Source& document = death.document;
    const std::size_t name = document.path.rfind('/') + 1;
    told += std::string(death.worker) + " " + document.path.substr(name) + " " +
            std::string(name_of(document.status)) + " " +
            std::string(name_of(*document.stage)) + ": " + document.reason +
            (death.again ? ", again\n" : "\n");
  };
  how.document_limit = milliseconds(700);
  how.documents = 2;
  dir.write("in/a.txt", "first crash");
  dir.write("in/b.txt", "1");
  dir.write("in/c.txt", "end");
  dir.write("in/d.txt", "slow");
  dir.write("in/e.txt", "2");
  run_with(1, {folder});
  const std::string ended =
      "reader c.txt crashed outline: the program ended "
      "(status 3) over it";
  const std::string slow =
      "reader d.txt timeout read: took longer than 0.700 seconds";
  EXPECT_EQ(told,
            "reader a.txt crashed outline: the program crashed (Aborted) over "
            "it, again\n" +
                ended + ", again\n" + ended + "\n" + slow + ", again\n" + slow +
                "\n");
}

TEST_F(WorkersTest, NothingIsWrittenSentOrStarted) {
  if (kSanitized) GTEST_SKIP() << "there is no filter under sanitizers";
  dir.write("in/a.txt", "forbidden");
  run_with(1, {folder});
  EXPECT_EQ(reasons["in/a.txt"], "allowed:");
}

// What libraries say of a document is nothing that an import says.
TEST_F(WorkersTest, SayNothingOnStandardError) {
  if (kSanitized) GTEST_SKIP() << "there, reports of sanitizers are seen";
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe2(ends.data(), O_CLOEXEC), 0);
  const int before = dup(STDERR_FILENO);
  dup2(ends[1], STDERR_FILENO);
  dir.write("in/a.txt", "chatter");
  dir.write("in/b.rtf", "{\\rtf1 chatter}");
  run_with(1, {folder});
  (void)!write(STDERR_FILENO, "!", 1);
  dup2(before, STDERR_FILENO);
  close(before);
  close(ends[1]);
  std::array<char, 1000> said{};
  const ssize_t size = read(ends[0], said.data(), said.size());
  close(ends[0]);
  EXPECT_EQ(std::string(said.data(), static_cast<std::size_t>(size)), "!");
  EXPECT_EQ(statuses, "in/a.txt loaded\nin/b.rtf loaded\n");
}

TEST_F(WorkersTest, DeathsAreNotTriedAgainUnasked) {
  dir.write("in/a.txt", "crash");
  dir.write("in/b.txt", "broken");
  run_with(1, {folder});
  EXPECT_EQ(board->times_read, 3);
  run_with(1, {folder});
  EXPECT_EQ(statuses, "in/a.txt crashed\nin/b.txt failed\n");
  EXPECT_NE(reasons["in/a.txt"].find("twice"), std::string::npos);
  EXPECT_EQ(board->times_read, 4);
  options.reread = true;
  run_with(1, {folder});
  EXPECT_EQ(board->times_read, 7);
  options.reread = false;
  options.reader.rules = "rules-b";
  run_with(1, {folder});
  EXPECT_EQ(board->times_read, 10);
  // Other bytes are another matter.
  dir.write("in/a.txt", "1");
  run_with(1, {folder});
  EXPECT_EQ(statuses, "in/a.txt loaded\nin/b.txt failed\n");
}

TEST_F(WorkersTest, DeathsAreForetold) {
  dir.write("in/a.txt", "crash");
  dir.write("in/b.txt", "broken");
  run_with(1, {folder});
  const auto foretold = [this] {
    std::string all;
    const auto store = open_store(db, Access::read);
    EXPECT_TRUE(foresee({folder}, **store, options,
                        [&](const Source& source, Forecast forecast) {
                          all += std::string(name_of(forecast)) + " " +
                                 std::string(name_of(source.status)) + "\n";
                        }));
    return all;
  };
  EXPECT_EQ(foretold(), "passed crashed\nread loaded\n");
  options.retry_deadly = true;
  EXPECT_EQ(foretold(), "read loaded\nread loaded\n");
  options.retry_deadly = false;
  options.reader.rules = "rules-b";
  EXPECT_EQ(foretold(), "read loaded\nread loaded\n");
}

TEST_F(WorkersTest, TheDatabaseIsTheSameForAnyNumber) {
  for (int i = 0; i < 120; ++i) {
    const std::string text = std::to_string(i % 90);
    dir.write("in/" + std::to_string(i) + ".txt",
              i % 17 == 3 ? "broken " + text : text);
  }
  const std::string inner = make_zip({{"x.txt", "200"}, {"y.txt", "5"}});
  dir.write("in/c.zip", make_zip({{"b.txt", "201"},
                                  {"c.txt", "201"},
                                  {"../f.txt", "202"},
                                  {"g.zip", inner},
                                  {"h.txt", "203"}}));
  const ImportSummary here = run({folder});
  const std::string said = statuses;
  const std::string rows = exported_rows(db);
  EXPECT_GT(here.counts[SourceStatus::duplicate], 20U);
  for (const unsigned jobs : {1U, 4U}) {
    std::filesystem::remove(db);
    const ImportSummary there = run_with(jobs, {folder});
    EXPECT_EQ(there.counts, here.counts);
    EXPECT_EQ(there.bytes, here.bytes);
    EXPECT_EQ(statuses, said);
    EXPECT_EQ(exported_rows(db), rows);
  }
  // A second time there is nothing to read.
  const int read = board->times_read;
  run_with(4, {folder});
  EXPECT_EQ(board->times_read, read + 7);  // the broken ones
}

TEST_F(WorkersTest, OldOnesMakeWay) {
  how.documents = 3;
  for (int i = 0; i < 10; ++i)
    dir.write("in/" + std::to_string(i) + ".txt", std::to_string(i));
  run_with(1, {folder});
  EXPECT_EQ(board->times_read, 10);
  EXPECT_EQ(board->workers(), 4);
  EXPECT_EQ(archive().documents, 10U);
  for (const auto& pid : board->pids) {
    EXPECT_TRUE(pid == 0 || kill(pid, 0) != 0) << "is left";
  }
}

TEST_F(WorkersTest, AStopFinishesWhatIsAtHand) {
  for (int i = 100; i < 300; ++i)
    dir.write("in/" + std::to_string(i) + ".txt", std::to_string(i));
  std::atomic<bool> stop = false;
  options.stop = &stop;
  options.on_progress = [&](const Progress& progress) {
    if (progress.done >= 20) stop = true;
  };
  const ImportSummary summary = run_with(2, {folder});
  EXPECT_TRUE(summary.interrupted);
  EXPECT_GE(summary.counts.total(), 20U);
  EXPECT_LT(summary.counts.total(), 100U);
  EXPECT_EQ(summary.left, 200U - summary.counts.total());
  EXPECT_EQ(archive().documents, summary.counts.total());
}

TEST_F(WorkersTest, FilesThatChangeUnderneathAreNotRead) {
  dir.write("in/a.txt", "1");
  options.on_progress = [&](const Progress& progress) {
    if (progress.path.empty()) return;
    std::filesystem::remove(folder + "/a.txt");
    ASSERT_EQ(mkfifo((folder + "/a.txt").c_str(), 0600), 0);
  };
  run_with(1, {folder});
  EXPECT_EQ(statuses, "in/a.txt unsupported\n");
  EXPECT_EQ(reasons["in/a.txt"], "neither a file nor a folder");
}

}  // namespace
}  // namespace kehoach
