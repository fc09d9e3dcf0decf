// Which files stand behind the paths that were given. Private to ingest/.
#pragma once

#include <string>
#include <vector>

#include "ingest/ingest.h"

namespace kehoach {

struct Discovery {
  // Files to be read (`loaded`, no reason yet), and paths that cannot be.
  std::vector<Source> paths;
  std::vector<std::string> folders;  // those that could be listed
};

// `database` and its companions are no input: SQLite loses its locks when the
// program that holds them opens the same file once more.
[[nodiscard]] Discovery discover(const std::vector<std::string>& paths,
                                 const std::string& database,
                                 const Selection& selection = {});

// The file on disk: `path`, or where that leads into a container, what stands
// before the first mark behind which its members begin. A file whose own name
// has a mark is itself.
[[nodiscard]] std::string file_of(const std::string& path);
// True where the path is, or the file on disk that holds it.
[[nodiscard]] bool is_there(const std::string& path);

// See Selection.
[[nodiscard]] bool matches(const std::string& path, const std::string& pattern);

}  // namespace kehoach
