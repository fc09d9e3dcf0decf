// One worker, seen from the program. Private to ingest/.
#pragma once

#include <poll.h>

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "ingest/fork_server.h"
#include "ingest/frame.h"
#include "ingest/worker.h"

namespace kehoach {

// What was the end of a worker.
struct DeathCause {
  Error::Kind kind = Error::Kind::crashed;
  std::string what;    // happened, without a path
  std::string advice;  // to who has a document over which that happens
};

// Why a worker is no more.
struct Death {
  DeathCause cause;
  Stage stage = Stage::read;
  std::chrono::milliseconds time{0};  // that it was at its work
};

class WorkerLink {
 public:
  using Clock = std::chrono::steady_clock;

  WorkerLink(ForkServer& server, Role role, std::uint32_t number,
             const WorkPlan& plan)
      : server_(&server), role_(role), number_(number), plan_(&plan) {}
  WorkerLink(const WorkerLink&) = delete;
  WorkerLink& operator=(const WorkerLink&) = delete;
  // Kills it, unless it is the clerk: that ends when it is not needed, and is
  // waited for.
  ~WorkerLink();

  [[nodiscard]] bool is_running() const { return child_.pid > 0; }
  // Error: no process could be started.
  [[nodiscard]] Result<void> start();
  void ask(FrameKind kind, std::initializer_list<std::string_view> fields);
  // A piece of work begins here: its time counts from now.
  void begin();
  // So long the program did something else, and the worker perhaps nothing:
  // that is not counted as its time.
  void excuse(Clock::duration time);

  // What poll is to watch.
  void watch(std::vector<pollfd>& all) const;
  // Sends and takes what can be. False where it is dead, once all its answers
  // were taken.
  [[nodiscard]] bool exchange();
  [[nodiscard]] std::optional<Frame> next() { return in_.next(); }
  [[nodiscard]] bool has_frame() const { return in_.has_next(); }
  // Kills it where its work takes too long; `exchange` will then tell.
  void enforce_limits();
  void kill_now();
  // An answer came. Whether it has begun something since: only then its death
  // is that of a document.
  void count_answer() { ++answered_; }
  [[nodiscard]] bool has_begun() const {
    return pulse().begun - begun_before_ > answered_;
  }
  // Buries the dead.
  [[nodiscard]] Death bury();
  [[nodiscard]] std::chrono::milliseconds busy_for() const;
  [[nodiscard]] Stage stage() const;

  // The documents that it has, the one at work first.
  std::deque<std::uint64_t> given;
  std::uint64_t given_bytes = 0;

 private:
  [[nodiscard]] Pulse& pulse() const { return plan_->pulses[number_]; }
  void close_pipes();
  [[nodiscard]] DeathCause verdict(const std::optional<Ended>& ended) const;

  ForkServer* server_;
  Role role_;
  std::uint32_t number_;
  const WorkPlan* plan_;
  Child child_;
  FrameSender out_;
  FrameReceiver in_;
  Clock::time_point began_at_, beat_at_;
  std::uint32_t beats_ = 0, begun_before_ = 0, answered_ = 0;
  std::optional<DeathCause> killed_for_;
};

}  // namespace kehoach
