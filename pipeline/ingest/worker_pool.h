// All workers of an import, and the documents that they have. Private to
// ingest/.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/fork_server.h"
#include "ingest/office.h"
#include "ingest/walk.h"
#include "ingest/worker_link.h"

namespace kehoach {

using Ticket = std::uint64_t;

// What became of a document.
struct Answer {
  Result<ReadPlan> plan;
  Stage stage = Stage::extract;  // that it came to
  std::uint64_t milliseconds = 0;
  bool left = false;  // nobody began it, and it was taken back
};

// What a worker has been at for the longest time.
struct AtWork {
  std::string path;
  std::chrono::milliseconds time{0};
};

// So often is tried what was the end of a worker.
inline constexpr int kAttempts = 2;
// What becomes of it then: an error without a path.
[[nodiscard]] Error given_up(const DeathCause& last);

// An error as a worker sent it; none where it is no such thing.
[[nodiscard]] std::optional<Error> error_in(std::string_view kind,
                                            std::string_view message);

class WorkerPool final : public Workers {
 public:
  WorkerPool(ReaderMaker make_reader, ConverterMaker make_converter,
             const WorkerOptions& options);
  ~WorkerPool() override;

  [[nodiscard]] Result<void> start();

  // Whether some worker would soon begin another document.
  [[nodiscard]] bool has_room() const;
  // `kept`: as in ToRead; what has it needs no conversion.
  Ticket give(std::string path, std::string bytes, std::string sha256,
              std::string kept);
  [[nodiscard]] bool is_done(Ticket ticket) const;
  // Of a document that is done; forgets it.
  [[nodiscard]] Answer take(Ticket ticket);
  // Waits until something has happened, a fifth of a second at most.
  void wait();
  // Takes back what no worker has.
  void take_back();

  // As walk_container, by a worker. Where it dies twice, the containers that
  // are open end with that as their problem.
  [[nodiscard]] bool unpack(std::string_view bytes, const std::string& path,
                            const ContainerLimits& limits,
                            ContainerVisitor& visitor);

  // Nothing can be read any more: no worker can be started.
  [[nodiscard]] const std::optional<Error>& trouble() const { return trouble_; }
  [[nodiscard]] std::optional<AtWork> slowest() const;

  std::function<void(const WorkerDeath&)> on_death;  // may be empty

 private:
  struct Given {
    std::string path, bytes, sha256, kept;
    std::uint64_t size = 0;  // of the original, if that is converted
    std::optional<OfficeFormat> office;
    int attempts = 0;
    std::optional<Answer> answer;
    std::string plan;  // the frame that holds it, as it came

    // What a worker is sent of it.
    [[nodiscard]] std::uint64_t weight() const {
      return bytes.size() + kept.size();
    }
    void let_go() { bytes = kept = {}; }
  };
  struct Unpacking;

  void hand_out();
  [[nodiscard]] WorkerLink* free_reader(const Given& document);
  void send(WorkerLink& link, Ticket ticket);
  void convert_next();
  void hear(WorkerLink& link);
  void hear_all();  // but the unpacker
  [[nodiscard]] bool take_frame(WorkerLink& link, Frame& frame);
  void lay_to_rest(WorkerLink& link, bool said_bye);
  void tell(const Death& death, Role role, const std::string& path,
            bool again) const;
  void answer(Ticket ticket, Error error, Stage stage);
  // True where it is tried again.
  bool retry_or_fail(Ticket ticket, const Death& death, bool is_clerk);
  [[nodiscard]] bool ensure(WorkerLink& link);
  void poll_all(bool with_unpacker);
  [[nodiscard]] bool try_to_unpack(Unpacking& walk);
  [[nodiscard]] bool bring(Unpacking& walk, const Frame& frame);
  [[nodiscard]] bool enter(Unpacking& walk, const Frame& frame);
  [[nodiscard]] bool leave(Unpacking& walk, const Frame& frame);

  WorkPlan plan_;
  void* shared_ = nullptr;  // the pulses
  std::size_t shared_bytes_ = 0;
  ForkServer server_;
  std::vector<std::unique_ptr<WorkerLink>> readers_;
  std::unique_ptr<WorkerLink> unpacker_, clerk_;
  std::unordered_map<Ticket, Given> given_;
  std::deque<Ticket> waiting_, converting_;
  Ticket next_ = 1;
  int idle_deaths_ = 0;
  std::optional<Error> trouble_;
};

}  // namespace kehoach
