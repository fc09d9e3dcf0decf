// Options of commands that stand in a file. Private to cli/.
//
//   database = "out/plans.db"   # of every command that has such an option
//   [import]
//   jobs = 4
//   exclude = ["*.xlsx", "old/*"]
//   [review.list]
//   format = "json"
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "model/result.h"

namespace kehoach {

// Adds `--config` to every command below `root`: `file` then holds what it
// says, else $KEHOACH_CONFIG; empty where both are missing. No file is read
// unasked.
void add_config(CLI::App& root, std::string& file);

// To be called when the command line has been parsed: sets what stands in
// `file` (in its kehoach.toml, if it is a folder) and in neither command line
// nor environment. Nothing where `file` is empty. Error, with file and line: it
// is no TOML, a key is no option of the command, a value is none for it. All of
// the file is checked, whatever command was chosen.
[[nodiscard]] Result<void> apply_config(CLI::App& root,
                                        const std::string& file);

}  // namespace kehoach
