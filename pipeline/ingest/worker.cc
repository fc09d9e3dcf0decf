#include "ingest/worker.h"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>

#include "ingest/frame.h"
#include "ingest/sandbox.h"
#include "ingest/walk.h"
#include "text/text.h"

namespace kehoach {
namespace {

using Clock = std::chrono::steady_clock;

// A worker that has grown by so much, beyond what it shares with the program,
// gives its place to a fresh one.
constexpr std::uint64_t kMostGrowth = std::uint64_t{400} << 20;

std::uint64_t resident_bytes() {
  std::uint64_t all = 0;
  std::uint64_t resident = 0;
  std::ifstream("/proc/self/statm") >> all >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

// When a worker has done enough.
class Tenure {
 public:
  explicit Tenure(unsigned documents)
      : left_(documents), most_bytes_(resident_bytes() + kMostGrowth) {}
  // A document is done; true if it was the last.
  [[nodiscard]] bool ends() {
    return left_ <= 1 || (--left_, resident_bytes() > most_bytes_);
  }

 private:
  unsigned left_;
  std::uint64_t most_bytes_;
};

std::string kind_byte(Error::Kind kind) {
  return std::string(1, static_cast<char>(kind));
}

bool answer_read(const PlanReader& read_plan, const Frame& request, int out) {
  const auto fields = fields_of(request.payload, 4);
  if (!fields) return false;
  const Reading read = read_safely(
      read_plan,
      {(*fields)[1], (*fields)[0], (*fields)[2], !(*fields)[3].empty()});
  const std::string time = std::to_string(read.milliseconds);
  if (read.plan) {
    return send_frame(out, FrameKind::plan,
                      {time, to_bytes(read.plan->plan), read.plan->kept});
  }
  const Error& error = read.plan.error();
  return send_frame(out, FrameKind::error,
                    {time, kind_byte(error.kind), error.message});
}

void read_documents(const WorkPlan& plan, Pulse& pulse, int in, int out) {
  const PlanReader read_plan = plan.make_reader([&pulse](Stage stage) {
    pulse.stage = stage;
    ++pulse.beats;
  });
  const auto limit = std::chrono::duration_cast<std::chrono::seconds>(
      plan.options.document_limit);
  // Threads that recognise pages use more time than goes by.
  const auto seconds = static_cast<std::uint64_t>(limit.count()) *
                       std::max(plan.options.threads, 1U);
  Tenure tenure(plan.options.documents);
  while (true) {
    const auto request = receive_frame(in);
    if (!request || request->kind != FrameKind::read) return;
    pulse.stage = Stage::read;
    ++pulse.begun;
    limit_processor_time(seconds);
    if (!answer_read(read_plan, *request, out)) return;
    if (!tenure.ends()) continue;
    (void)send_frame(out, FrameKind::bye, {});
    return;
  }
}

// Brings what is found to the program.
class Carrier final : public ContainerVisitor {
 public:
  Carrier(Pulse& pulse, int in, int out) : pulse_(pulse), in_(in), out_(out) {}

  bool document(const std::string& path, Result<std::string> bytes) override {
    ++pulse_.beats;
    return bytes ? send_frame(out_, FrameKind::member, {path, *bytes})
                 : send_frame(out_, FrameKind::no_member,
                              {path, kind_byte(bytes.error().kind),
                               bytes.error().message});
  }
  bool enter(const Source& container) override {
    ++pulse_.beats;
    if (!send_frame(out_, FrameKind::enter,
                    {container.path, container.sha256,
                     std::to_string(container.bytes)})) {
      _exit(0);
    }
    const auto answer = receive_frame(in_);
    if (!answer) _exit(0);
    return answer->kind == FrameKind::go;
  }
  bool leave(const Unpacked& unpacked) override {
    ++pulse_.beats;
    return send_frame(out_, FrameKind::leave,
                      {std::to_string(unpacked.members), unpacked.problem});
  }

 private:
  Pulse& pulse_;
  int in_, out_;
};

void unpack_containers(const WorkPlan& plan, Pulse& pulse, int in, int out) {
  Tenure tenure(plan.options.documents);
  while (true) {
    const auto request = receive_frame(in);
    const auto fields = request ? fields_of(request->payload, 3) : std::nullopt;
    if (!fields || request->kind != FrameKind::unpack ||
        (*fields)[2].size() != sizeof(ContainerLimits)) {
      return;
    }
    ContainerLimits limits;
    std::memcpy(&limits, (*fields)[2].data(), sizeof(limits));
    pulse.stage = Stage::unpack;
    const auto limit = std::chrono::duration_cast<std::chrono::seconds>(
        plan.options.document_limit);
    limit_processor_time(static_cast<std::uint64_t>(limit.count()));
    Carrier carrier(pulse, in, out);
    if (!walk_container((*fields)[1], std::string((*fields)[0]), limits,
                        carrier)) {
      return;
    }
    if (!tenure.ends()) continue;
    (void)send_frame(out, FrameKind::bye, {});
    return;
  }
}

void convert_documents(const WorkPlan& plan, int in, int out) {
  const auto converter = plan.make_converter();
  while (const auto request = receive_frame(in)) {
    const auto fields = fields_of(request->payload, 1);
    if (!fields || request->kind != FrameKind::convert) return;
    const auto docx = converter->to_docx((*fields)[0]);
    const bool sent = docx ? send_frame(out, FrameKind::docx, {*docx})
                           : send_frame(out, FrameKind::error,
                                        {"0", kind_byte(docx.error().kind),
                                         docx.error().message});
    if (!sent) return;
  }
}

}  // namespace

Reading read_safely(const PlanReader& read_plan, const ToRead& document) {
  const auto begin = Clock::now();
  const auto done = [&](Result<ReadPlan> plan) {
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        Clock::now() - begin);
    return Reading{std::move(plan), static_cast<std::uint64_t>(took.count())};
  };
  try {
    return done(read_plan(document));
  } catch (const std::exception& bug) {
    return done(Failure(
        Error{Error::Kind::damaged, std::string(document.path) +
                                        ": the program stumbled over it (" +
                                        bug.what() + "); please report this"}));
  }
}

void work_as(Role role, const WorkPlan& plan, Pulse& pulse, int in, int out) {
  const Silence silence;
  if (role == Role::clerk) {
    silence.begin();
    return convert_documents(plan, in, out);
  }
  limit_process(plan.options.memory);
  if (plan.options.sandbox && !enter_sandbox()) {
    // Without the filter the limits still hold.
    std::fputs("kehoach: this system lets workers have no seccomp filter\n",
               stderr);
  }
  silence.begin();
  return role == Role::unpacker ? unpack_containers(plan, pulse, in, out)
                                : read_documents(plan, pulse, in, out);
}

}  // namespace kehoach
