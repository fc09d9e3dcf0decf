// Room 6: many files at once, from paths to rows.
//
// Every path ends in exactly one status with a reason; none is lost, and no
// file ends the run. What is already in the database, read by the same program
// with the same rules, is not read again.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "store/store.h"

namespace kehoach {

// Files that are larger are not read: `failed`, with both sizes.
inline constexpr std::uint64_t kMaxFileBytes = std::uint64_t{512} << 20;

// Makes a plan of the bytes of a file; see read_plan.
using PlanReader =
    std::function<Result<Plan>(std::string_view bytes, std::string_view path)>;

struct ImportOptions {
  ReaderVersion reader;
  bool reread = false;   // also what is unchanged
  std::string database;  // a path that is no input; may be empty
  // Called before each path, and when its status is known. May be empty.
  std::function<void(std::uint64_t done, std::uint64_t found,
                     std::string_view path)>
      on_progress;
  std::function<void(const Source&)> on_source;
  // Once true, the document at hand is finished and the rest is left.
  const std::atomic<bool>* stop = nullptr;
};

struct ImportSummary {
  StatusCounts counts;
  std::uint64_t bytes = 0;  // read
  std::uint64_t left = 0;   // paths that were not reached
  bool interrupted = false;
};

// Imports files, and folders with all that is below them, in the order of their
// names. Inside folders, entries whose name begins with a dot and the database
// are skipped. A folder or path that is reached twice is read once.
//
// The same bytes under a second path are a `duplicate` of the first; where the
// first is gone, the file has moved and is `unchanged`.
//
// Error: the database cannot be written (read-only, locked, disk full). It then
// is as after the last finished batch.
[[nodiscard]] Result<ImportSummary> import_files(
    const std::vector<std::string>& paths, Store& store,
    const PlanReader& read_plan, const ImportOptions& options);

// The bytes of a file or pipe. Error: gone, a folder, no permission, larger
// than `max_bytes`; the message begins with the path.
[[nodiscard]] Result<std::string> read_file(const std::string& path,
                                            std::uint64_t max_bytes);

}  // namespace kehoach
