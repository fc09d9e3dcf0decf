// An import as a person and other programs see it: what is said of each path,
// the account of the run, the log. Private to cli/.
#pragma once

#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/import_arguments.h"
#include "cli/import_log.h"
#include "cli/import_progress.h"
#include "ingest/ingest.h"
#include "rulebook/rulebook.h"

namespace kehoach {

class ImportRun {
 public:
  // `asked` must live as long.
  explicit ImportRun(const ImportArguments& asked) : asked_(&asked) {}

  // Fills in the options. Error: of arguments.
  [[nodiscard]] Result<void> prepare(const Rulebook& rules);
  // What is to be imported; before that is known, the paths that were given.
  // Error: account or log would be written over some of it, or the database.
  [[nodiscard]] Result<void> spare(std::vector<std::string> paths);
  // The account and the log. To be called when the workers are started: they
  // must not have them.
  [[nodiscard]] Result<void> open_outputs();
  // The options then tell `console` what happens, and how far the import is.
  void follow(Console& console, const Rulebook& rules);
  // No progress is shown any more, until there is some again.
  void end_progress() { progress_.reset(); }
  // Makes room for other output.
  void clear_progress();
  // Names the patterns of --include that no path fits that was seen.
  void tell_unused(Console& console) const;
  // Takes note of which patterns `source` fits.
  void see(const Source& source);
  // The account so far can be read.
  void flush() { report_.flush(); }
  // Ends account and log. Error: one of them could not be written whole.
  [[nodiscard]] Result<void> finish(Console& console,
                                    const ImportSummary& summary,
                                    double seconds);
  // Complains, also in the log, and gives the status of a program that could
  // not run.
  [[nodiscard]] int refuse(Console& console, const Error& error);

  ImportOptions options;
  ImportLog log;

 private:
  void tell(Console& console, const Source& source);
  [[nodiscard]] Result<void> spare_from(const std::string& output) const;
  [[nodiscard]] Result<void> open_log();

  const ImportArguments* asked_;
  std::optional<std::vector<std::string>> paths_;
  std::set<std::string> used_;  // patterns
  std::ofstream report_;
  std::optional<ImportProgress> progress_;
};

}  // namespace kehoach
