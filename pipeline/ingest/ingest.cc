#include "ingest/ingest.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <unordered_set>

#include "ingest/discover.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

bool stop_asked(const ImportOptions& options) {
  return options.stop != nullptr && options.stop->load();
}

// Two spellings of one path (`a/b`, `/home/x/a/b`). Links are other paths.
bool same_path(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::absolute(a, error).lexically_normal() ==
         fs::absolute(b, error).lexically_normal();
}

// The reason without the path, which has its own column.
std::string reason_of(const Error& error, const std::string& path) {
  const std::string prefix = path + ": ";
  return starts_with(error.message, prefix)
             ? error.message.substr(prefix.size())
             : error.message;
}

SourceStatus status_of(const Error& error) {
  return error.kind == Error::Kind::unsupported ? SourceStatus::unsupported
                                                : SourceStatus::failed;
}

class Import {
 public:
  Import(Store& store, const PlanReader& read_plan,
         const ImportOptions& options)
      : store_(store), read_plan_(read_plan), options_(options) {}

  // Brings `source` to its status and saves it.
  [[nodiscard]] Result<void> take(Source& source);
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  [[nodiscard]] Result<void> take_bytes(Source& source, std::string_view bytes);
  [[nodiscard]] Result<void> take_known(Source& source,
                                        const StoredDocument& known);
  [[nodiscard]] Result<void> refuse(Source& source, SourceStatus status,
                                    std::string reason);
  [[nodiscard]] Result<Plan> read(std::string_view bytes,
                                  const std::string& path);
  [[nodiscard]] bool is_current(const StoredDocument& known,
                                const std::string& sha256) const;

  Store& store_;
  const PlanReader& read_plan_;
  const ImportOptions& options_;
  std::unordered_set<std::string> read_now_;  // SHA-256, by this run
  std::uint64_t bytes_ = 0;
};

Result<void> Import::refuse(Source& source, SourceStatus status,
                            std::string reason) {
  source.status = status;
  source.reason = std::move(reason);
  return store_.save_source(source);
}

Result<void> Import::take(Source& source) {
  if (source.status != SourceStatus::loaded) return store_.save_source(source);
  const Result<std::string> bytes = read_file(source.path, kMaxFileBytes);
  if (!bytes) {
    return refuse(source, SourceStatus::failed,
                  reason_of(bytes.error(), source.path));
  }
  bytes_ += bytes->size();
  return take_bytes(source, *bytes);
}

bool Import::is_current(const StoredDocument& known,
                        const std::string& sha256) const {
  if (read_now_.count(sha256) > 0) return true;
  return !options_.reread && known.read_by == options_.reader;
}

Result<void> Import::take_bytes(Source& source, std::string_view bytes) {
  source.sha256 = sha256_hex(bytes);
  source.bytes = bytes.size();
  const auto known = store_.find_by_sha256(source.sha256);
  if (!known) return Failure(known.error());
  if (*known && is_current(**known, source.sha256))
    return take_known(source, **known);
  const Result<Plan> plan = read(bytes, source.path);
  if (!plan) {
    return refuse(source, status_of(plan.error()),
                  reason_of(plan.error(), source.path));
  }
  read_now_.insert(source.sha256);
  return store_.save_plan(source, *plan);
}

Result<void> Import::take_known(Source& source, const StoredDocument& known) {
  const auto& paths = known.paths;
  if (std::find(paths.begin(), paths.end(), source.path) != paths.end()) {
    source.status = SourceStatus::unchanged;
    return {};
  }
  Source stored = source;
  source.status = SourceStatus::unchanged;
  // Only paths that broke since led to it.
  if (paths.empty()) return store_.save_source(stored);
  for (const std::string& path : paths) {
    if (!same_path(path, source.path)) continue;
    source.reason = "known as " + path;
    return {};
  }
  for (const std::string& path : paths) {
    std::error_code error;
    if (fs::exists(path, error) || error) continue;
    source.reason = "moved from " + path;
    return store_.move_source(path, source.path);
  }
  return refuse(source, SourceStatus::duplicate,
                "same bytes as " + paths.front());
}

// A bug that one file uncovers must not lose the others.
Result<Plan> Import::read(std::string_view bytes, const std::string& path) {
  try {
    return read_plan_(bytes, path);
  } catch (const std::exception& bug) {
    return Failure(
        Error{Error::Kind::damaged, path + ": the program stumbled over it (" +
                                        bug.what() + "); please report this"});
  }
}

}  // namespace

Result<ImportSummary> import_files(const std::vector<std::string>& paths,
                                   Store& store, const PlanReader& read_plan,
                                   const ImportOptions& options) {
  Discovery found = discover(paths, options.database);
  const std::uint64_t total = found.paths.size();
  if (auto begun = store.begin_run(options.reader, total); !begun)
    return Failure(std::move(begun.error()));
  // A folder that can be listed is no failed path any more.
  for (const std::string& folder : found.folders) {
    if (auto done = store.forget_source(folder); !done)
      return Failure(std::move(done.error()));
  }
  Import import(store, read_plan, options);
  ImportSummary summary;
  std::uint64_t done = 0;
  for (Source& source : found.paths) {
    if (stop_asked(options)) break;
    if (options.on_progress) options.on_progress(done, total, source.path);
    if (auto taken = import.take(source); !taken)
      return Failure(std::move(taken.error()));
    ++summary.counts[source.status];
    ++done;
    if (options.on_source) options.on_source(source);
  }
  summary.bytes = import.bytes();
  summary.left = total - done;
  summary.interrupted = stop_asked(options);
  if (auto end = store.finish_run(summary.counts, summary.interrupted); !end)
    return Failure(std::move(end.error()));
  return summary;
}

}  // namespace kehoach
