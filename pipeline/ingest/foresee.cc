// What an import would do, from what is known of the paths.

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>

#include "ingest/discover.h"
#include "ingest/import.h"
#include "text/text.h"

namespace kehoach {
namespace {

class Files {
 public:
  void add(const std::string& path) {
    std::string file = file_of(path);
    if (seen_.insert(file).second) files_.push_back(std::move(file));
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(files_); }

 private:
  std::unordered_set<std::string> seen_;
  std::vector<std::string> files_;
};

using SourcesByHash = std::unordered_map<std::string, Source>;

Result<Forecast> forecast(Source& source, Store& store,
                          const SourcesByHash& deadly,
                          const ImportOptions& options) {
  if (source.status != SourceStatus::loaded) return Forecast::passed;
  const auto bytes = read_whole_file(source.path, kMaxFileBytes);
  if (!bytes) {
    source.status = status_of(bytes.error());
    source.reason = reason_of(bytes.error(), source.path);
    return Forecast::passed;
  }
  source.sha256 = sha256_hex(*bytes);
  source.bytes = bytes->size();
  if (is_container(*bytes)) return Forecast::unpack;
  const auto known = store.find_by_sha256(source.sha256);
  if (!known) return Failure(known.error());
  const bool there =
      *known && !options.reread && (*known)->read_by == options.reader;
  const auto death = deadly.find(source.sha256);
  if (!there && death != deadly.end()) {
    source.status = death->second.status;
    source.reason = death->second.reason;
    return Forecast::passed;
  }
  return there ? Forecast::unchanged : Forecast::read;
}

}  // namespace

std::string_view name_of(Forecast forecast) {
  switch (forecast) {
    case Forecast::read:
      return "read";
    case Forecast::unchanged:
      return "unchanged";
    case Forecast::unpack:
      return "unpack";
    case Forecast::passed:
      break;
  }
  return "passed";
}

Result<std::vector<std::string>> paths_to_retry(Store& store, Retry retry,
                                                const ReaderVersion& reader) {
  Files files;
  if (retry == Retry::failed) {
    const auto rows = store.not_loaded();
    if (!rows) return Failure(rows.error());
    for (const StoredSource& row : *rows) files.add(row.source.path);
  } else if (retry == Retry::stale) {
    const auto paths = store.stale(reader);
    if (!paths) return Failure(paths.error());
    for (const std::string& path : *paths) files.add(path);
  } else {
    const auto visited = store.visit_sources([&](const Source& source) {
      files.add(source.path);
      return true;
    });
    if (!visited) return Failure(visited.error());
  }
  return files.take();
}

bool is_to_be_imported(const std::string& file,
                       const std::vector<std::string>& paths,
                       const Selection& selection) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return false;
  const Discovery found = discover(paths, {}, selection);
  return std::any_of(
      found.paths.begin(), found.paths.end(), [&](const Source& source) {
        return std::filesystem::equivalent(file, source.path, ignored);
      });
}

Result<void> foresee(
    const std::vector<std::string>& paths, Store& store,
    const ImportOptions& options,
    const std::function<void(const Source&, Forecast)>& visit) {
  const auto deadly = deadly_files(store, options);
  if (!deadly) return Failure(deadly.error());
  for (Source& source :
       discover(paths, options.database, options.selection).paths) {
    if (options.stop != nullptr && *options.stop) break;
    const auto found = forecast(source, store, *deadly, options);
    if (!found) return Failure(found.error());
    visit(source, *found);
  }
  return {};
}

}  // namespace kehoach
