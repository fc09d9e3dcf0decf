// What happens in an import or a watch, a line of JSON for each event, for
// programs that watch over it. Private to cli/.
//
// Events are `begin`, `path` (also of members of containers), `death` (of a
// worker; `again` where its document is tried once more), `end` and `error`;
// between the first and the last of a watch stand `watch` (folders are watched
// from now on), `batch` (what had arrived is imported) and `relief` (what an
// `error` said is well again).
//
//   {"time":"2026-11-26T16:01:34.120Z","level":"warning","event":"path",
//    "path":"a.pdf","status":"failed","reason":"is cut",...}
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "ingest/ingest.h"

namespace spdlog {
class logger;
}

namespace kehoach {

class ImportLog {
 public:
  ImportLog() = default;
  ImportLog(const ImportLog&) = delete;
  ImportLog& operator=(const ImportLog&) = delete;

  // Goes on at the end of `file`; every event is there at once, whatever
  // becomes of the program. Opening writes nothing. Error: it can't be
  // written.
  [[nodiscard]] Result<void> open(const std::string& file);

  [[nodiscard]] bool is_open() const { return log_ != nullptr; }
  // False where some event could not be written.
  [[nodiscard]] bool is_whole() const { return is_whole_; }
  void begin(const ReaderVersion& reader, const std::string& database);
  void watch(std::uint64_t folders);
  void path(const Source& source);
  void death(const WorkerDeath& death);
  void batch(const ImportSummary& summary);
  void end(const ImportSummary& summary, double seconds);
  void error(const std::string& message);
  void relief(const std::string& message);

 private:
  std::shared_ptr<spdlog::logger> log_;
  bool is_whole_ = true;
};

}  // namespace kehoach
