#include "ingest/ingest.h"

#include "ingest/discover.h"
#include "ingest/import.h"

namespace kehoach {

Result<ImportSummary> import_files(const std::vector<std::string>& paths,
                                   Store& store, const PlanReader& read_plan,
                                   const ImportOptions& options) {
  return import_found(discover(paths, options.database, options.selection),
                      store, read_plan, options);
}

Result<ImportSummary> import_found(Discovery found, Store& store,
                                   const PlanReader& read_plan,
                                   const ImportOptions& options) {
  const std::uint64_t total = found.paths.size();
  if (auto begun = store.begin_run(options.reader, total); !begun)
    return Failure(std::move(begun.error()));
  // A folder that can be listed is no failed path any more.
  for (const std::string& folder : found.folders) {
    if (auto done = store.forget_source(folder); !done)
      return Failure(std::move(done.error()));
  }
  if (auto kept = store.commit(); !kept) return Failure(kept.error());
  Import import(store, read_plan, options, total);
  for (Source& source : found.paths) {
    if (import.stop_asked()) break;
    if (auto taken = import.take(std::move(source)); !taken)
      return Failure(std::move(taken.error()));
  }
  if (auto finished = import.finish(); !finished)
    return Failure(std::move(finished.error()));
  const ImportSummary summary = import.summary();
  if (options.link) {
    if (auto linked = options.link(store); !linked)
      return Failure(std::move(linked.error()));
  }
  if (auto end = store.finish_run(summary.counts, summary.interrupted); !end)
    return Failure(std::move(end.error()));
  return summary;
}

}  // namespace kehoach
