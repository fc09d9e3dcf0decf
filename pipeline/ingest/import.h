// One run of import_files: what becomes of one path after the other. Private to
// ingest/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/container.h"
#include "ingest/ingest.h"

namespace kehoach {

// How the reason of an `unchanged` path begins that has another spelling.
inline constexpr std::string_view kKnownAs = "known as ";

// What came out of a container.
struct Members {
  std::unordered_set<std::string> paths;
  bool any_new = false;
  std::string known_as;  // the container's path, where the members have another

  void add(const Source& member, const std::string& container);
};

class Import {
 public:
  Import(Store& store, const PlanReader& read_plan,
         const ImportOptions& options, std::uint64_t found)
      : store_(store), read_plan_(read_plan), options_(options), found_(found) {
    summary_.left = found;
  }

  // Brings `source`, and all that is in it, to its status and saves it.
  [[nodiscard]] Result<void> take(Source& source);
  [[nodiscard]] bool stop_asked() const {
    return options_.stop != nullptr && options_.stop->load();
  }
  // Without the paths that were not taken; `interrupted` once a stop was seen.
  [[nodiscard]] const ImportSummary& summary() const { return summary_; }

 private:
  void announce(const std::string& path) const;
  void report(const Source& source);
  [[nodiscard]] Result<void> take_bytes(Source& source, std::string_view bytes,
                                        UnpackBudget& budget);
  [[nodiscard]] Result<void> take_document(Source& source,
                                           std::string_view bytes);
  [[nodiscard]] Result<void> take_container(Source& source, ContainerKind kind,
                                            std::string_view bytes,
                                            UnpackBudget& budget);
  [[nodiscard]] Result<void> take_member(Source& member,
                                         const Result<std::string>& bytes,
                                         UnpackBudget& budget);
  [[nodiscard]] Result<void> pass_over(Source& source,
                                       const std::vector<StoredSource>& stored);
  [[nodiscard]] Result<void> close_container(
      Source& source, const Unpacked& unpacked, const Members& members,
      const std::vector<StoredSource>& stored);
  [[nodiscard]] Result<void> take_known(Source& source,
                                        const StoredDocument& known);
  [[nodiscard]] Result<void> settle(Source& source, SourceStatus status,
                                    std::string reason);
  [[nodiscard]] Result<void> fail(Source& source, const Error& error);
  [[nodiscard]] Result<Plan> read(std::string_view bytes,
                                  const std::string& path);
  [[nodiscard]] bool is_current(const StoredDocument& known,
                                const std::string& sha256) const;
  [[nodiscard]] bool is_current(const std::vector<StoredSource>& stored,
                                const Source& container) const;

  Store& store_;
  const PlanReader& read_plan_;
  const ImportOptions& options_;
  std::uint64_t found_;
  ImportSummary summary_;
  std::unordered_set<std::string> read_now_;  // SHA-256, by this run
};

}  // namespace kehoach
