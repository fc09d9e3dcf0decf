// Workers that do what their documents say: some are the end of theirs.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>
#include <iostream>
#include <thread>

#include "ingest/exported.h"
#include "ingest/import_fixture.h"
#include "ingest/sandbox.h"
#include "text/text.h"

namespace kehoach {

using std::chrono::milliseconds;

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

inline std::vector<pid_t> children_of(pid_t parent) {
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

[[noreturn]] inline void use_up_memory() {
  std::vector<std::string> all;
  while (true) all.emplace_back(std::size_t{1} << 24U, 'x');
}

// By which ways another process can be reached.
inline std::string reach(pid_t other) {
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
inline Failure try_what_is_forbidden() {
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
inline Result<ReadPlan> obey(const ToRead& document, const StepWatch& watch,
                             Board& board) {
  const std::string_view bytes = document.bytes;
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
  if (starts_with(bytes, "chatter")) std::cerr << "a remark\n";
  if (starts_with(bytes, "forbidden")) return try_what_is_forbidden();
  for (int i = 0; starts_with(bytes, "slow") && i < 100'000; ++i) {
    watch(Stage::read);
    std::this_thread::sleep_for(milliseconds(1));
  }
  // So that they are not finished in the order of their paths.
  std::this_thread::sleep_for(milliseconds(bytes.size() * 7 % 5));
  return toy_reader(document);
}

class ToyConverter final : public OfficeConverter {
 public:
  Result<std::string> to_docx(std::string_view bytes) override {
    if (bytes.find("bad") != std::string_view::npos)
      return Failure(Error{Error::Kind::damaged, "LibreOffice cannot read it"});
    if (bytes.find("chatter") != std::string_view::npos)
      std::cerr << "a remark of the clerk\n";
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
          return [shared, watch](const ToRead& document) {
            return obey(document, watch, *shared);
          };
        },
        [] { return std::make_unique<ToyConverter>(); }, how);
    EXPECT_TRUE(workers) << workers.error().message;
    options.workers = workers->get();
    const ImportSummary summary = run(paths);
    options.workers = nullptr;
    return summary;
  }

  SharedBoard board;
  WorkerOptions how;
};

}  // namespace kehoach
