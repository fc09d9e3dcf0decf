#include "ingest/worker_link.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

#include "ingest/sandbox.h"

namespace kehoach {
namespace {

using std::chrono::milliseconds;

// A killed process is gone at once, but for what the kernel has to give back.
constexpr std::chrono::seconds kBurial{60};

std::string seconds(milliseconds time) {
  const std::string whole = std::to_string(time.count() / 1000);
  const auto rest = time.count() % 1000;
  return rest == 0
             ? whole + " seconds"
             : whole + "." + std::to_string(1000 + rest).substr(1) + " seconds";
}

DeathCause crash(const std::string& how) {
  return {Error::Kind::crashed, "the program " + how + " over it",
          "please report this, and save it in another format"};
}

}  // namespace

WorkerLink::~WorkerLink() {
  if (!is_running()) return;
  const pid_t pid = child_.pid;
  if (role_ != Role::clerk) kill_now();
  close_pipes();
  (void)server_->wait_for(pid, kBurial);
}

Result<void> WorkerLink::start() {
  auto child = server_->spawn(static_cast<std::uint32_t>(role_), number_,
                              role_ == Role::clerk);
  if (!child) return Failure(child.error());
  child_ = *child;
  begun_before_ = pulse().begun;
  answered_ = 0;
  out_.clear();
  in_.clear();
  killed_for_.reset();
  return {};
}

void WorkerLink::ask(FrameKind kind,
                     std::initializer_list<std::string_view> fields) {
  out_.add(kind, fields);
  // A dead one is noticed when it is listened to.
  (void)out_.flush(child_.to);
}

void WorkerLink::begin() {
  began_at_ = beat_at_ = Clock::now();
  beats_ = pulse().beats;
}

void WorkerLink::excuse(Clock::duration time) {
  began_at_ += time;
  beat_at_ = Clock::now();
}

void WorkerLink::watch(std::vector<pollfd>& all) const {
  if (!is_running()) return;
  all.push_back({child_.from, POLLIN, 0});
  if (!out_.empty()) all.push_back({child_.to, POLLOUT, 0});
}

bool WorkerLink::exchange() {
  if (!is_running()) return true;
  const bool sent = out_.flush(child_.to);
  // What it said before it died still counts.
  const bool heard = in_.fill(child_.from);
  return heard && (sent || in_.has_next());
}

milliseconds WorkerLink::busy_for() const {
  return std::chrono::duration_cast<milliseconds>(Clock::now() - began_at_);
}

// The worker may have written anything there.
Stage WorkerLink::stage() const {
  const Stage stage = pulse().stage;
  return static_cast<std::size_t>(stage) < kStages ? stage : Stage::read;
}

void WorkerLink::enforce_limits() {
  if (!is_running() || killed_for_) return;
  const auto now = Clock::now();
  const std::uint32_t beats = pulse().beats;
  if (beats != beats_) {
    beats_ = beats;
    beat_at_ = now;
  }
  const WorkerOptions& options = plan_->options;
  if (now - began_at_ > options.document_limit) {
    killed_for_ =
        DeathCause{Error::Kind::timeout,
                   "took longer than " + seconds(options.document_limit),
                   "split it, or raise --time-limit"};
  } else if (role_ != Role::clerk && now - beat_at_ > options.silence_limit) {
    killed_for_ =
        DeathCause{Error::Kind::timeout,
                   "came no step further in " + seconds(options.silence_limit),
                   "save it in another format"};
  }
  if (killed_for_) kill_now();
}

void WorkerLink::kill_now() {
  if (is_running()) kill(-child_.pid, SIGKILL);
}

DeathCause WorkerLink::verdict(const std::optional<Ended>& ended) const {
  if (killed_for_) return *killed_for_;
  if (!ended) return crash("hung");
  const int status = ended->status;
  const DeathCause memory = {Error::Kind::out_of_memory,
                             "needed more than " +
                                 std::to_string(plan_->options.memory >> 20) +
                                 " MB of memory",
                             "split it, or raise --memory-limit"};
  if (WIFEXITED(status)) {
    if (WEXITSTATUS(status) == kOutOfMemoryStatus) return memory;
    return crash("ended (status " + std::to_string(WEXITSTATUS(status)) + ")");
  }
  const int signal = WTERMSIG(status);
  if (signal == SIGXCPU) {
    return {Error::Kind::timeout,
            "took more processor time than " +
                seconds(plan_->options.document_limit),
            "split it, or raise --time-limit"};
  }
  // Libraries that are refused memory abort, or follow a null pointer.
  if (plan_->options.memory > 0 && signal != SIGKILL &&
      ended->memory > plan_->options.memory / 4 * 3) {
    return memory;
  }
  return crash(std::string("crashed (") + strsignal(signal) + ")");
}

Death WorkerLink::bury() {
  const pid_t pid = child_.pid;
  if (!is_running()) return {crash("ended"), stage()};
  // It may only have closed its pipes, or sent what is no frame.
  kill_now();
  const Stage at = role_ == Role::clerk      ? Stage::convert
                   : role_ == Role::unpacker ? Stage::unpack
                                             : stage();
  close_pipes();
  const auto time = busy_for();
  const auto ended = server_->wait_for(pid, kBurial);
  Death death{verdict(ended), at, time};
  killed_for_.reset();
  return death;
}

void WorkerLink::close_pipes() {
  close(child_.to);
  close(child_.from);
  child_ = {};
  out_.clear();
  in_.clear();
}

}  // namespace kehoach
