#include "ingest/import.h"

#include <algorithm>
#include <exception>
#include <filesystem>

#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

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

// True where the path is, or the file on disk that holds it.
bool is_there(const std::string& path) {
  std::error_code error;
  if (fs::exists(path, error) || error) return true;
  for (std::size_t at = path.find(kMemberMark); at != std::string::npos;
       at = path.find(kMemberMark, at + 1)) {
    if (fs::is_regular_file(path.substr(0, at), error)) return true;
  }
  return false;
}

}  // namespace

void Import::announce(const std::string& path) const {
  if (options_.on_progress)
    options_.on_progress(found_ - summary_.left, found_, path);
}

// What is being unpacked when a stop is asked for has no status yet.
void Import::report(const Source& source) {
  if (summary_.interrupted) return;
  ++summary_.counts[source.status];
  if (options_.on_source) options_.on_source(source);
}

Result<void> Import::settle(Source& source, SourceStatus status,
                            std::string reason) {
  source.status = status;
  source.reason = std::move(reason);
  return store_.save_source(source);
}

Result<void> Import::fail(Source& source, const Error& error) {
  return settle(source, status_of(error), reason_of(error, source.path));
}

Result<void> Import::take(Source& source) {
  announce(source.path);
  Result<void> taken;
  if (source.status != SourceStatus::loaded) {
    taken = store_.save_source(source);
  } else if (const auto bytes = read_file(source.path, kMaxFileBytes)) {
    summary_.bytes += bytes->size();
    UnpackBudget budget(options_.containers, bytes->size());
    taken = take_bytes(source, *bytes, budget);
  } else {
    taken = fail(source, bytes.error());
  }
  if (!taken) return taken;
  report(source);
  if (!summary_.interrupted) --summary_.left;
  summary_.interrupted = stop_asked();
  return {};
}

bool Import::is_current(const StoredDocument& known,
                        const std::string& sha256) const {
  if (read_now_.count(sha256) > 0) return true;
  return !options_.reread && known.read_by == options_.reader;
}

Result<void> Import::take_bytes(Source& source, std::string_view bytes,
                                UnpackBudget& budget) {
  source.sha256 = sha256_hex(bytes);
  source.bytes = bytes.size();
  const ContainerKind kind = container_kind(bytes);
  return kind == ContainerKind::none
             ? take_document(source, bytes)
             : take_container(source, kind, bytes, budget);
}

Result<void> Import::take_document(Source& source, std::string_view bytes) {
  const auto known = store_.find_by_sha256(source.sha256);
  if (!known) return Failure(known.error());
  if (*known && is_current(**known, source.sha256))
    return take_known(source, **known);
  const Result<Plan> plan = read(bytes, source.path);
  if (!plan) return fail(source, plan.error());
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
    source.reason = std::string(kKnownAs) + path;
    return {};
  }
  for (const std::string& path : paths) {
    if (is_there(path)) continue;
    source.reason = "moved from " + path;
    return store_.move_source(path, source.path);
  }
  return settle(source, SourceStatus::duplicate,
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

}  // namespace kehoach
