// Documents that are read by processes of their own, some of them the end of
// theirs.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>
#include <thread>

#include "ingest/archive_builder.h"
#include "ingest/import_fixture.h"
#include "ingest/worker_pool.h"
#include "text/text.h"

namespace kehoach {
namespace {

using std::chrono::milliseconds;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// What workers can tell in spite of everything.
struct Board {
  std::atomic<int> times_read = 0;
  std::array<std::atomic<pid_t>, 64> pids{};

  int workers() const {
    return static_cast<int>(std::count_if(
        pids.begin(), pids.end(), [](const auto& pid) { return pid > 0; }));
  }
  void note(pid_t self) {
    ++times_read;
    for (auto& pid : pids) {
      pid_t none = 0;
      if (pid == self || pid.compare_exchange_strong(none, self)) return;
    }
  }
};

std::vector<pid_t> children_of(pid_t parent) {
  const std::string number = std::to_string(parent);
  std::ifstream list("/proc/" + number + "/task/" + number + "/children");
  std::vector<pid_t> children;
  for (pid_t child = 0; list >> child;) children.push_back(child);
  return children;
}

class SharedBoard {
 public:
  SharedBoard()
      : board_(new (mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Board) {}
  SharedBoard(const SharedBoard&) = delete;
  SharedBoard& operator=(const SharedBoard&) = delete;
  ~SharedBoard() { munmap(board_, sizeof(Board)); }
  Board* operator->() const { return board_; }
  Board* get() const { return board_; }

 private:
  Board* board_;
};

[[noreturn]] void use_up_memory() {
  std::vector<std::string> all;
  while (true) all.emplace_back(std::size_t{1} << 24U, 'x');
}

// By which ways another process can be reached.
std::string reach(pid_t other) {
  std::string ways;
  if (syscall(SYS_tgkill, other, other, 0) == 0) ways += " tgkill";
  siginfo_t info{};
  info.si_code = SI_QUEUE;
  if (syscall(SYS_rt_sigqueueinfo, other, 0, &info) == 0)
    ways += " rt_sigqueueinfo";
  if (syscall(SYS_rt_tgsigqueueinfo, other, other, 0, &info) == 0)
    ways += " rt_tgsigqueueinfo";
  rlimit now{};
  if (prlimit(other, RLIMIT_NOFILE, nullptr, &now) == 0) ways += " prlimit";
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0 || fcntl(ends[0], F_SETOWN, other) == 0)
    ways += " owners";
  if (syscall(SYS_fcntl, ends[0], F_SETOWN | (1L << 32), other) == 0)
    ways += " owners in disguise";
  const std::string folder = "/proc/" + std::to_string(other);
  const int process = open(folder.c_str(), O_RDONLY | O_DIRECTORY);
  if (process >= 0 &&
      syscall(SYS_pidfd_send_signal, process, 0, nullptr, 0) == 0)
    ways += " pidfd_send_signal";
  // Itself it may reach.
  if (syscall(SYS_tgkill, getpid(), gettid(), 0) != 0) ways += " (but not me)";
  if (getrlimit(RLIMIT_NOFILE, &now) != 0) ways += " (but not mine)";
  return ways;
}

// What must be refused; tells what was not.
Failure try_what_is_forbidden() {
  std::string allowed;
  if (open("/tmp/kehoach-forbidden", O_WRONLY | O_CREAT, 0600) >= 0)
    allowed += " writing";
  if (open("/dev/null", O_RDWR) >= 0) allowed += " changing";
  if (socket(AF_INET, SOCK_STREAM, 0) >= 0) allowed += " network";
  if (socket(AF_UNIX, SOCK_STREAM, 0) >= 0) allowed += " sockets";
  if (fork() >= 0) allowed += " processes";
  if (unlink("/tmp/kehoach-no-such") == 0 || errno != EPERM)
    allowed += " removing";
  if (kill(getppid(), 0) == 0) allowed += " signals";
  allowed += reach(getppid());
  execl("/bin/true", "true", nullptr);
  if (errno != EPERM) allowed += " programs";
  // These it needs.
  bool ran = false;
  std::thread([&ran] { ran = true; }).join();
  if (!ran) allowed += " (but no threads)";
  if (open("/dev/null", O_RDONLY) < 0) allowed += " (but no reading)";
  return Failure(Error{Error::Kind::damaged, "allowed:" + allowed});
}

// A reader that does what its documents say.
Result<Plan> obey(std::string_view bytes, std::string_view path,
                  const StepWatch& watch, Board& board) {
  board.note(getpid());
  watch(Stage::outline);
  if (starts_with(bytes, "crash")) std::abort();
  if (starts_with(bytes, "lie")) {
    watch(Stage::convert);
    std::abort();
  }
  if (starts_with(bytes, "first crash") && board.times_read == 1) std::abort();
  if (starts_with(bytes, "end")) _exit(3);
  if (starts_with(bytes, "hang")) sleep(3600);
  if (starts_with(bytes, "memory")) use_up_memory();
  if (starts_with(bytes, "forbidden")) return try_what_is_forbidden();
  for (int i = 0; starts_with(bytes, "slow") && i < 100'000; ++i) {
    watch(Stage::read);
    std::this_thread::sleep_for(milliseconds(1));
  }
  // So that they are not finished in the order of their paths.
  std::this_thread::sleep_for(milliseconds(bytes.size() * 7 % 5));
  return toy_reader(bytes, path);
}

class ToyConverter final : public OfficeConverter {
 public:
  Result<std::string> to_docx(std::string_view bytes) override {
    if (bytes.find("bad") != std::string_view::npos)
      return Failure(Error{Error::Kind::damaged, "LibreOffice cannot read it"});
    return std::string("7");
  }
};

class WorkersTest : public IngestTest {
 protected:
  ImportSummary run_with(unsigned jobs, const std::vector<std::string>& paths) {
    how.jobs = jobs;
    Board* const shared = board.get();
    auto workers = start_workers(
        [shared](StepWatch watch) -> PlanReader {
          return
              [shared, watch](std::string_view bytes, std::string_view path) {
                return obey(bytes, path, watch, *shared);
              };
        },
        [] { return std::make_unique<ToyConverter>(); }, how);
    EXPECT_TRUE(workers) << workers.error().message;
    options.workers = workers->get();
    const ImportSummary summary = run(paths);
    options.workers = nullptr;
    return summary;
  }
  std::string exported() {
    const auto store = open_store(db, Access::read);
    EXPECT_TRUE(store);
    std::string all;
    for (const std::string_view table : export_tables()) {
      EXPECT_TRUE((*store)->visit_table(
          table, [&](const std::vector<std::string>& row) {
            for (const std::string& cell : row) all += cell + "|";
            all += "\n";
            return true;
          }));
    }
    return all;
  }

  SharedBoard board;
  WorkerOptions how;
};

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

TEST_F(WorkersTest, NothingIsWrittenSentOrStarted) {
  if (kSanitized) GTEST_SKIP() << "there is no filter under sanitizers";
  dir.write("in/a.txt", "forbidden");
  run_with(1, {folder});
  EXPECT_EQ(reasons["in/a.txt"], "allowed:");
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
  const std::string rows = exported();
  EXPECT_GT(here.counts[SourceStatus::duplicate], 20U);
  for (const unsigned jobs : {1U, 4U}) {
    std::filesystem::remove(db);
    const ImportSummary there = run_with(jobs, {folder});
    EXPECT_EQ(there.counts, here.counts);
    EXPECT_EQ(there.bytes, here.bytes);
    EXPECT_EQ(statuses, said);
    EXPECT_EQ(exported(), rows);
  }
  // A second time there is nothing to read.
  const int read = board->times_read;
  run_with(4, {folder});
  EXPECT_EQ(board->times_read, read + 7);  // the broken ones
}

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
        return [shared, watch](std::string_view bytes, std::string_view path) {
          return obey(bytes, path, watch, *shared);
        };
      },
      [] { return std::make_unique<ToyConverter>(); }, how);
  ASSERT_TRUE(pool.start());
  const std::string rtf = "{\\rtf1 good}";
  const Ticket ticket = pool.give("a.rtf", rtf, sha256_hex(rtf));
  SlowVisitor visitor;
  EXPECT_TRUE(pool.unpack(tar, "a.tar", {}, visitor));
  ASSERT_TRUE(pool.is_done(ticket));
  EXPECT_TRUE(pool.take(ticket).plan);
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
