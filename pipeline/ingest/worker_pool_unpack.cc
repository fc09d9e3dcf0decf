// Containers, unpacked by a worker. It stops where its pipe is full, so that no
// more of a container is in memory than the program has asked for.

#include <cstring>

#include "ingest/worker_pool.h"
#include "text/text.h"

namespace kehoach {
namespace {

std::string_view raw(const ContainerLimits& limits) {
  return {reinterpret_cast<const char*>(&limits), sizeof(limits)};
}

}  // namespace

// A walk, which may have to be begun anew.
struct WorkerPool::Unpacking {
  std::string_view bytes;
  const std::string& path;
  const ContainerLimits& limits;
  ContainerVisitor& visitor;
  // What was brought to the visitor, and what it said to containers: a second
  // worker brings the same again.
  std::uint64_t visited = 0;
  std::vector<bool> answers;
  std::vector<std::uint64_t> open = {0};  // members of each, for the visitor
  // By the worker at hand.
  std::uint64_t seen = 0;
  std::size_t asked = 0, depth = 1;
  bool ended = false, stopped = false;

  // False for what was visited before.
  bool is_new() { return ++seen > visited; }
};

bool WorkerPool::enter(Unpacking& walk, const Frame& frame) {
  const auto fields = fields_of(frame.payload, 3);
  if (!fields || !starts_with((*fields)[0], walk.path + kMemberMark))
    return false;
  Source container;
  container.path = (*fields)[0];
  container.sha256 = (*fields)[1];
  container.bytes = number_in((*fields)[2]);
  if (walk.is_new()) {
    ++walk.visited;
    ++walk.open.back();
    walk.answers.push_back(walk.visitor.enter(container));
    if (walk.answers.back()) walk.open.push_back(0);
  }
  if (walk.asked == walk.answers.size()) return false;
  const bool go = walk.answers[walk.asked++];
  if (go) ++walk.depth;
  unpacker_->ask(go ? FrameKind::go : FrameKind::pass, {});
  return true;
}

bool WorkerPool::leave(Unpacking& walk, const Frame& frame) {
  const auto fields = fields_of(frame.payload, 2);
  if (!fields) return false;
  walk.ended = --walk.depth == 0;
  if (!walk.is_new()) return true;
  if (walk.open.empty()) return false;
  ++walk.visited;
  walk.open.pop_back();
  walk.stopped = !walk.visitor.leave(
      {number_in((*fields)[0]), false, std::string((*fields)[1])});
  return true;
}

// False where the worker says what it cannot say.
bool WorkerPool::bring(Unpacking& walk, const Frame& frame) {
  if (frame.kind == FrameKind::enter) return enter(walk, frame);
  if (frame.kind == FrameKind::leave) return leave(walk, frame);
  const bool has_bytes = frame.kind == FrameKind::member;
  if (!has_bytes && frame.kind != FrameKind::no_member) return false;
  const auto fields = fields_of(frame.payload, has_bytes ? 2 : 3);
  if (!fields || !starts_with((*fields)[0], walk.path + kMemberMark))
    return false;
  const std::string path((*fields)[0]);
  auto bytes = has_bytes ? Result<std::string>(std::string((*fields)[1]))
                         : Result<std::string>(Failure(Error()));
  if (!has_bytes) {
    auto error = error_in((*fields)[1], (*fields)[2]);
    if (!error) return false;
    bytes = Failure(std::move(*error));
  }
  if (!walk.is_new()) return true;
  ++walk.visited;
  ++walk.open.back();
  walk.stopped = !walk.visitor.document(path, std::move(bytes));
  return true;
}

// False where the worker is no more before the end.
bool WorkerPool::try_to_unpack(Unpacking& walk) {
  if (!ensure(*unpacker_)) return false;
  walk.seen = walk.asked = 0;
  walk.depth = 1;
  unpacker_->begin();
  unpacker_->ask(FrameKind::unpack, {walk.path, walk.bytes, raw(walk.limits)});
  while (!walk.ended && !walk.stopped) {
    if (const auto frame = unpacker_->next()) {
      const auto before = WorkerLink::Clock::now();
      if (!bring(walk, *frame)) return false;
      // That was the visitor's time.
      unpacker_->excuse(WorkerLink::Clock::now() - before);
      continue;
    }
    poll_all(true);
    hear_all();
    if (!unpacker_->exchange() && !unpacker_->has_frame()) return false;
    if (!unpacker_->has_frame()) unpacker_->enforce_limits();
  }
  return true;
}

bool WorkerPool::unpack(std::string_view bytes, const std::string& path,
                        const ContainerLimits& limits,
                        ContainerVisitor& visitor) {
  Unpacking walk{bytes, path, limits, visitor};
  Error problem{Error::Kind::io, "no worker could be started"};
  for (int attempt = 1; attempt <= kAttempts && !trouble_; ++attempt) {
    const bool whole = try_to_unpack(walk);
    if (walk.ended && !walk.stopped) {
      // It may have said that it ends.
      if (const auto frame = unpacker_->next(); frame || !unpacker_->exchange())
        (void)unpacker_->bury();
      return true;
    }
    if (!unpacker_->is_running()) break;
    const Death death = unpacker_->bury();
    if (whole) return false;
    problem = given_up(death.cause);
    tell(death, Role::unpacker, path, attempt < kAttempts);
  }
  if (trouble_) problem = *trouble_;
  for (; !walk.open.empty(); walk.open.pop_back()) {
    if (!visitor.leave(
            {walk.open.back(), false, problem.message, problem.kind}))
      return false;
  }
  return true;
}

}  // namespace kehoach
