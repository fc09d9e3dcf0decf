// What `kehoach import` and `kehoach watch` are asked to do. Private to cli/.
#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace kehoach {

struct ImportArguments {
  std::vector<std::string> paths;
  std::string files0_from;
  std::string database, rules, format, ocr, progress, report, log, retry, since;
  std::vector<std::string> include, exclude;
  std::uint64_t limit = 0;  // 0: none
  WorkerChoice workers;
  bool no_mend = false, reread = false, dry_run = false;
  bool quiet = false, verbose = false;
  double quiet_time = 1;  // seconds; of `watch`
};

// Adds the options and the help of the command.
void add_import_arguments(CLI::App& app, ImportArguments& arguments);
// Those of them that mean something to a program that goes on.
void add_watch_arguments(CLI::App& app, ImportArguments& arguments);

// The paths that were given, in the command line or in a file. Error: there are
// none, or the file can't be read.
[[nodiscard]] Result<std::vector<std::string>> paths_given(
    const ImportArguments& arguments);
// Error: `--since` is no day and no time.
[[nodiscard]] Result<Selection> selection_of(const ImportArguments& arguments);
[[nodiscard]] std::optional<Retry> retry_of(const ImportArguments& arguments);

}  // namespace kehoach
