#include "ingest/worker_pool.h"

#include <sys/mman.h>

#include <algorithm>
#include <cassert>
#include <csignal>
#include <thread>

#include "ingest/import.h"
#include "text/text.h"

namespace kehoach {
namespace {

// One at work and one behind it, so that none waits while the program is busy
// writing.
constexpr std::size_t kDepth = 2;
// What fits into the pipe, with room to spare.
constexpr std::uint64_t kBehindBytes = 512U << 10U;
constexpr std::size_t kMostConverting = 4;
// In a row, with nothing read between them; each is somebody's kill.
constexpr int kMostIdleDeaths = 100;

}  // namespace

std::optional<Error> error_in(std::string_view kind, std::string_view message) {
  if (kind.size() != 1 ||
      static_cast<std::uint8_t>(kind[0]) >
          static_cast<std::uint8_t>(Error::Kind::out_of_memory)) {
    return std::nullopt;
  }
  return Error{static_cast<Error::Kind>(kind[0]), std::string(message)};
}

Error given_up(const DeathCause& last) {
  static_assert(kAttempts == 2);
  return {last.kind, last.what + ", twice; " + last.advice};
}

Result<std::unique_ptr<Workers>> start_workers(ReaderMaker make_reader,
                                               ConverterMaker make_converter,
                                               const WorkerOptions& options) {
  auto pool = std::make_unique<WorkerPool>(std::move(make_reader),
                                           std::move(make_converter), options);
  if (auto started = pool->start(); !started)
    return Failure(std::move(started.error()));
  return std::unique_ptr<Workers>(std::move(pool));
}

WorkerPool::WorkerPool(ReaderMaker make_reader, ConverterMaker make_converter,
                       const WorkerOptions& options)
    : plan_{std::move(make_reader), std::move(make_converter), options} {
  if (plan_.options.jobs == 0)
    plan_.options.jobs = std::max(std::thread::hardware_concurrency(), 1U);
}

WorkerPool::~WorkerPool() {
  readers_.clear();
  unpacker_.reset();
  clerk_.reset();
  if (shared_ != nullptr) munmap(shared_, shared_bytes_);
}

Result<void> WorkerPool::start() {
  const std::uint32_t jobs = plan_.options.jobs;
  // A worker that died is noticed by the pipe that it leaves.
  std::signal(SIGPIPE, SIG_IGN);
  shared_bytes_ = (jobs + 2) * sizeof(Pulse);
  void* const shared = mmap(nullptr, shared_bytes_, PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED)
    return Failure(Error{Error::Kind::io, "no memory could be shared"});
  shared_ = shared;
  plan_.pulses = static_cast<Pulse*>(shared);
  std::uninitialized_value_construct_n(plan_.pulses, jobs + 2);
  for (std::uint32_t i = 0; i < jobs; ++i) {
    readers_.push_back(
        std::make_unique<WorkerLink>(server_, Role::reader, i, plan_));
  }
  unpacker_ =
      std::make_unique<WorkerLink>(server_, Role::unpacker, jobs, plan_);
  clerk_ = std::make_unique<WorkerLink>(server_, Role::clerk, jobs + 1, plan_);
  return server_.start(
      [this](std::uint32_t role, std::uint32_t number, int in, int out) {
        work_as(static_cast<Role>(role), plan_, plan_.pulses[number], in, out);
      });
}

bool WorkerPool::has_room() const {
  return !trouble_ && waiting_.empty() &&
         converting_.size() < kMostConverting &&
         std::any_of(readers_.begin(), readers_.end(), [](const auto& link) {
           return link->given.size() < kDepth;
         });
}

Ticket WorkerPool::give(std::string path, std::string bytes, std::string sha256,
                        std::string kept) {
  const Ticket ticket = next_++;
  Given& document = given_[ticket];
  document.office = office_format(bytes);
  document.path = std::move(path);
  document.size = bytes.size();
  document.bytes = std::move(bytes);
  document.sha256 = std::move(sha256);
  document.kept = std::move(kept);
  const bool convert = document.office && document.kept.empty();
  (convert ? converting_ : waiting_).push_back(ticket);
  convert_next();
  hand_out();
  return ticket;
}

bool WorkerPool::is_done(Ticket ticket) const {
  const auto found = given_.find(ticket);
  return trouble_ || (found != given_.end() && found->second.answer);
}

Answer WorkerPool::take(Ticket ticket) {
  const auto found = given_.find(ticket);
  assert(found != given_.end());
  Given document = std::move(found->second);
  given_.erase(found);
  if (!document.answer) return {Failure(*trouble_), Stage::read, 0, false};
  Answer answer = std::move(*document.answer);
  if (!answer.plan || answer.left) return answer;
  // They were three when it came.
  const auto fields = fields_of(document.plan, 3);
  auto plan = plan_from_bytes(fields ? (*fields)[1] : std::string_view());
  if (!plan) {
    answer.plan = Failure(Error{Error::Kind::crashed,
                                "what was read of it cannot be; please report "
                                "this"});
    return answer;
  }
  // What the program knows itself, no worker need say.
  plan->source.sha256 = document.sha256;
  plan->source.bytes = document.size;
  if (document.office) plan->source.media_type = document.office->media_type;
  answer.plan = ReadPlan(std::move(*plan), std::string((*fields)[2]));
  return answer;
}

void WorkerPool::take_back() {
  for (const Ticket ticket : waiting_)
    given_[ticket].answer = Answer{ReadPlan(), Stage::open, 0, true};
  waiting_.clear();
  // The first is with the clerk.
  while (converting_.size() > 1) {
    given_[converting_.back()].answer =
        Answer{ReadPlan(), Stage::open, 0, true};
    converting_.pop_back();
  }
}

void WorkerPool::answer(Ticket ticket, Error error, Stage stage) {
  Given& document = given_[ticket];
  document.answer = Answer{Failure(std::move(error)), stage, 0, false};
  document.let_go();
}

bool WorkerPool::ensure(WorkerLink& link) {
  if (link.is_running()) return true;
  auto started = link.start();
  if (started) return true;
  // The others may do the work.
  const bool any =
      std::any_of(readers_.begin(), readers_.end(),
                  [](const auto& reader) { return reader->is_running(); });
  if (!any || &link == unpacker_.get() || &link == clerk_.get())
    trouble_ = std::move(started.error());
  return false;
}

// One that has nothing to do, else a new one, else one that has little.
WorkerLink* WorkerPool::free_reader(const Given& document) {
  for (const auto& link : readers_) {
    if (link->is_running() && link->given.empty()) return link.get();
  }
  for (const auto& link : readers_) {
    if (!link->is_running() && ensure(*link)) return link.get();
  }
  // One that was once the end of a worker is not put behind others.
  if (document.attempts > 0) return nullptr;
  for (const auto& link : readers_) {
    if (link->is_running() && link->given.size() < kDepth &&
        link->given_bytes + document.weight() < kBehindBytes) {
      return link.get();
    }
  }
  return nullptr;
}

void WorkerPool::send(WorkerLink& link, Ticket ticket) {
  const Given& document = given_[ticket];
  if (link.given.empty()) link.begin();
  link.given.push_back(ticket);
  link.given_bytes += document.weight();
  link.ask(FrameKind::read, {document.path, document.bytes, document.kept,
                             document.office ? "1" : ""});
}

void WorkerPool::hand_out() {
  while (!waiting_.empty() && !trouble_) {
    WorkerLink* const link = free_reader(given_[waiting_.front()]);
    if (link == nullptr) return;
    send(*link, waiting_.front());
    waiting_.pop_front();
  }
}

void WorkerPool::convert_next() {
  if (converting_.empty() || !clerk_->given.empty() || !ensure(*clerk_)) return;
  clerk_->given.push_back(converting_.front());
  clerk_->begin();
  clerk_->ask(FrameKind::convert, {given_[converting_.front()].bytes});
}

// False where the worker says what it cannot say.
bool WorkerPool::take_frame(WorkerLink& link, Frame& frame) {
  if (frame.kind == FrameKind::bye || link.given.empty()) return false;
  const Ticket ticket = link.given.front();
  Given& document = given_[ticket];
  const std::uint64_t weight = document.weight();
  const bool is_plan = frame.kind == FrameKind::plan;
  if (is_plan || frame.kind == FrameKind::error) {
    const auto fields = fields_of(frame.payload, 3);
    if (!fields) return false;
    auto error = is_plan ? std::nullopt : error_in((*fields)[1], (*fields)[2]);
    if (!is_plan && !error) return false;
    const std::uint64_t milliseconds = number_in((*fields)[0]);
    if (error) {
      const bool by_clerk = &link == clerk_.get();
      if (by_clerk) error->message.insert(0, document.path + ": ");
      answer(ticket, std::move(*error),
             by_clerk ? Stage::convert : Stage::read);
    } else {
      document.answer.emplace();
      document.plan = std::move(frame.payload);
    }
    document.answer->milliseconds = milliseconds;
  } else if (frame.kind == FrameKind::docx && &link == clerk_.get()) {
    const auto fields = fields_of(frame.payload, 1);
    if (!fields) return false;
    document.bytes = (*fields)[0];
    document.attempts = 0;
    waiting_.push_front(ticket);
  } else {
    return false;
  }
  if (&link == clerk_.get()) {
    converting_.pop_front();
  } else {
    link.given_bytes -= weight;
    document.let_go();
  }
  link.given.pop_front();
  link.count_answer();
  idle_deaths_ = 0;
  link.begin();
  return true;
}

void WorkerPool::hear(WorkerLink& link) {
  const bool alive = link.exchange();
  while (auto frame = link.next()) {
    if (take_frame(link, *frame)) continue;
    if (frame->kind != FrameKind::bye) link.kill_now();
    if (frame->kind == FrameKind::bye) {
      // What it was given beyond that, it has not begun.
      for (; !link.given.empty(); link.given.pop_back())
        waiting_.push_front(link.given.back());
      idle_deaths_ = 0;
    }
    return lay_to_rest(link, frame->kind == FrameKind::bye);
  }
  if (!alive) return lay_to_rest(link, false);
  // Only now: it may have answered long ago, while the program did not listen.
  if (!link.given.empty()) link.enforce_limits();
}

// What the clerk had is still the first to be converted. The stage says nothing
// of who it was: a reader may have written any.
bool WorkerPool::retry_or_fail(Ticket ticket, const Death& death,
                               bool is_clerk) {
  Given& document = given_[ticket];
  if (++document.attempts < kAttempts) {
    if (!is_clerk) waiting_.push_front(ticket);
    return true;
  }
  if (is_clerk) converting_.pop_front();
  answer(ticket, given_up(death.cause), death.stage);
  return false;
}

void WorkerPool::tell(const Death& death, Role role, const std::string& path,
                      bool again) const {
  if (!on_death) return;
  WorkerDeath told;
  told.worker = role == Role::reader     ? "reader"
                : role == Role::unpacker ? "unpacker"
                                         : "clerk";
  told.document.path = path;
  told.document.status = status_of({death.cause.kind, {}});
  told.document.reason = death.cause.what;
  told.document.stage = death.stage;
  told.document.milliseconds = static_cast<std::uint64_t>(death.time.count());
  told.again = again;
  on_death(told);
}

void WorkerPool::lay_to_rest(WorkerLink& link, bool said_bye) {
  const bool is_clerk = &link == clerk_.get();
  const std::size_t blamed = is_clerk || link.has_begun() ? 1 : 0;
  const Death death = link.bury();
  for (; link.given.size() > blamed; link.given.pop_back())
    waiting_.push_front(link.given.back());
  std::string path;
  bool again = false;
  if (!link.given.empty()) {
    path = given_[link.given.front()].path;
    again = retry_or_fail(link.given.front(), death, is_clerk);
  } else if (++idle_deaths_ > kMostIdleDeaths) {
    trouble_ = Error{Error::Kind::io,
                     "workers end before they begin; try --isolation thread"};
  }
  if (!said_bye)
    tell(death, is_clerk ? Role::clerk : Role::reader, path, again);
  link.given.clear();
  link.given_bytes = 0;
}

void WorkerPool::poll_all(bool with_unpacker) {
  constexpr int kPatience = 200;
  std::vector<pollfd> all;
  for (const auto& link : readers_) link->watch(all);
  clerk_->watch(all);
  if (with_unpacker) unpacker_->watch(all);
  (void)poll(all.data(), all.size(), kPatience);
}

void WorkerPool::hear_all() {
  for (const auto& link : readers_) {
    if (link->is_running()) hear(*link);
  }
  if (clerk_->is_running()) hear(*clerk_);
  convert_next();
  hand_out();
}

void WorkerPool::wait() {
  convert_next();
  hand_out();
  poll_all(false);
  hear_all();
}

std::optional<AtWork> WorkerPool::slowest() const {
  std::optional<AtWork> slowest;
  for (const auto& link : readers_) {
    if (link->given.empty()) continue;
    const auto time = link->busy_for();
    if (slowest && slowest->time >= time) continue;
    const auto document = given_.find(link->given.front());
    if (document != given_.end()) slowest = AtWork{document->second.path, time};
  }
  return slowest;
}

}  // namespace kehoach
