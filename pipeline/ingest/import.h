// One run of import_files: what becomes of one path after the other. Private to
// ingest/.
//
// Paths, and the members of containers, are taken in at one end of a window and
// written at the other, in the same order. What is to be read goes to the
// workers as soon as it is taken in; whatever they do, and however many there
// are, the database is written as if each document were read at its turn.
#pragma once

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ingest/container.h"
#include "ingest/discover.h"
#include "ingest/ingest.h"
#include "ingest/walk.h"
#include "ingest/worker_pool.h"

namespace kehoach {

// How the reason of an `unchanged` path begins that has another spelling.
inline constexpr std::string_view kKnownAs = "known as ";

// The reason without the path, which has its own column.
[[nodiscard]] std::string reason_of(const Error& error,
                                    const std::string& path);
[[nodiscard]] SourceStatus status_of(const Error& error);
// As read_file, but of a file that stands still: never waits, as it would for a
// pipe, and fails where it is written to meanwhile.
[[nodiscard]] Result<std::string> read_whole_file(const std::string& path,
                                                  std::uint64_t max_bytes);

// The files that were twice the end of a worker with this reader, by SHA-256:
// those that are not tried again. None where that is asked for.
[[nodiscard]] Result<std::unordered_map<std::string, Source>> deadly_files(
    Store& store, const ImportOptions& options);

// What came out of a container.
struct Members {
  std::unordered_set<std::string> paths;
  bool any_new = false;
  std::string known_as;  // the container's path, where the members have another

  void add(const Source& member, const std::string& container);
};

// As import_files, of what was found already.
[[nodiscard]] Result<ImportSummary> import_found(Discovery found, Store& store,
                                                 const PlanReader& read_plan,
                                                 const ImportOptions& options);

class Import final : private ContainerVisitor {
 public:
  Import(Store& store, const PlanReader& read_plan,
         const ImportOptions& options, std::uint64_t found);
  Import(const Import&) = delete;
  Import& operator=(const Import&) = delete;
  ~Import() override;

  // Brings `source`, and all that is in it, on its way.
  [[nodiscard]] Result<void> take(Source source);
  // Waits until all has its status.
  [[nodiscard]] Result<void> finish();
  [[nodiscard]] bool stop_asked() const {
    return options_.stop != nullptr && options_.stop->load();
  }
  // Without what was left when a stop was asked for.
  [[nodiscard]] const ImportSummary& summary() const { return summary_; }

 private:
  // Something that has been taken in, and waits for its turn.
  struct Pending {
    enum class Kind : std::uint8_t {
      settled,   // has its status
      document,  // is to be read, or known
      enter,     // a container, whose members come next
      passed,    // a container that was passed over
      leave,     // its end
    };
    Kind kind = Kind::settled;
    Source source;
    bool top = false;                    // a path, no member
    std::string bytes;                   // of a document that nobody has yet
    std::optional<Ticket> ticket;        // of one that the workers have
    std::vector<StoredSource> stored{};  // of a container
    Unpacked unpacked{};
  };
  // A container whose members are being written.
  struct Open {
    Source source;
    bool top = false;
    std::vector<StoredSource> stored;
    Members members;
    bool complete = true;  // no member was left
  };

  // ---- taking in
  void announce(std::string_view path) const;
  [[nodiscard]] Result<void> take_bytes(Source source, std::string bytes);
  [[nodiscard]] Result<void> take_document(Source source, std::string bytes,
                                           bool top);
  [[nodiscard]] Result<void> take_container(Source source,
                                            std::string_view bytes);
  [[nodiscard]] Result<bool> begin_container(Source source, bool top);
  [[nodiscard]] Result<void> push(Pending pending);
  [[nodiscard]] Result<void> make_room();
  [[nodiscard]] Result<bool> is_to_be_read(const Source& source);
  bool document(const std::string& path, Result<std::string> bytes) override;
  bool enter(const Source& container) override;
  bool leave(const Unpacked& unpacked) override;
  bool keep(Result<void> result);

  // ---- writing
  [[nodiscard]] Result<void> write_ready();
  [[nodiscard]] Result<void> write(Pending& pending);
  [[nodiscard]] Result<void> write_document(Pending& pending);
  [[nodiscard]] Result<void> write_plan(Source& source, Answer answer);
  [[nodiscard]] Result<void> open_container(Pending& pending);
  [[nodiscard]] Result<void> pass_over(Source& source,
                                       const std::vector<StoredSource>& stored);
  [[nodiscard]] Result<void> close_container(const Unpacked& unpacked);
  [[nodiscard]] Result<void> settle_container(Open& open,
                                              const Unpacked& unpacked);
  [[nodiscard]] Result<void> take_known(Source& source,
                                        const StoredDocument& known);
  [[nodiscard]] Result<void> settle(Source& source, SourceStatus status,
                                    std::string reason);
  [[nodiscard]] Result<void> fail(Source& source, const Error& error);
  void report(const Source& source, bool top);
  void tell(Source source);
  // Commits a batch that has been open for long, and tells of all that is kept.
  [[nodiscard]] Result<void> keep_in_time();
  void tell_of_kept();
  [[nodiscard]] Answer read(Pending& pending);
  [[nodiscard]] std::string kept_of(const std::string& sha256);
  [[nodiscard]] bool is_current(const StoredDocument& known,
                                const std::string& sha256) const;
  [[nodiscard]] bool is_current(const std::vector<StoredSource>& stored,
                                const Source& container) const;

  Store& store_;
  const PlanReader& read_plan_;
  const ImportOptions& options_;
  WorkerPool* pool_;  // none: read here
  std::uint64_t found_;
  ImportSummary summary_;
  std::deque<Pending> pending_;
  std::uint64_t pending_bytes_ = 0;
  std::vector<Open> open_;
  // What nobody was told of, since it may be lost still; and since when.
  std::vector<Source> untold_;
  std::chrono::steady_clock::time_point untold_since_;
  std::unordered_set<std::string> read_now_;    // SHA-256, by this run
  std::unordered_set<std::string> being_read_;  // likewise
  // What the database says of documents, until something is written.
  std::unordered_map<std::string, std::optional<StoredDocument>> known_;
  // Those that were the end of a worker, by SHA-256: before, and now.
  std::unordered_map<std::string, Source> deadly_;
  Result<void> outcome_;              // of visits
  std::optional<FileIdentity> file_;  // that is being taken
};

}  // namespace kehoach
