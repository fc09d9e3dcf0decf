// How far an import is, for a person at a terminal or for a program. Private to
// cli/.
#pragma once

#include <chrono>
#include <string>

#include "cli/console.h"
#include "ingest/ingest.h"

namespace kehoach {

// `kind` is `auto` (a line where standard error is a terminal), `json` (a line
// of JSON a second on standard error) or `none`.
class ImportProgress {
 public:
  ImportProgress(Console& console, const std::string& kind);
  ImportProgress(const ImportProgress&) = delete;
  ImportProgress& operator=(const ImportProgress&) = delete;
  // The last line of JSON.
  ~ImportProgress();

  void show(const Progress& progress);
  // Makes room for other output.
  void clear() { line_.clear(); }

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] double seconds() const;
  void print_json() const;

  bool json_;
  ProgressLine line_;
  Progress last_;
  std::string path_;
  Clock::time_point began_ = Clock::now();
  Clock::time_point next_;
};

// `12/s, 3 min left, 2 failed `, as far as that is known.
[[nodiscard]] std::string progress_numbers(const Progress& progress,
                                           double seconds);
}  // namespace kehoach
