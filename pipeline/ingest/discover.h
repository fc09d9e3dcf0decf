// Which files stand behind the paths that were given. Private to ingest/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace kehoach {

struct Discovery {
  // Files to be read (`loaded`, no reason yet), and paths that cannot be.
  std::vector<Source> paths;
  std::vector<std::string> folders;  // those that could be listed
  // Files that are being written, where only those are wanted that are whole.
  std::vector<std::string> unfinished;
};

// `database` and its companions are no input: SQLite loses its locks when the
// program that holds them opens the same file once more.
[[nodiscard]] Discovery discover(const std::vector<std::string>& paths,
                                 const std::string& database,
                                 const Selection& selection = {});

// Without slashes at its end: `in/` is `in`. The root stays.
[[nodiscard]] std::string without_end_slash(std::string path);

// The file on disk: `path`, or where that leads into a container, what stands
// before the first mark behind which its members begin. A file whose own name
// has a mark is itself.
[[nodiscard]] std::string file_of(const std::string& path);
// True where the path is, or the file on disk that holds it.
[[nodiscard]] bool is_there(const std::string& path);

// Such names are given to files that are not whole yet, or no documents at all:
// `a.pdf.part`, `a.txt~`, `a.tmp`, `~$a.docx`, `.a`.
[[nodiscard]] bool is_temporary(std::string_view name);
// True where a program has the file open to write. Where the system does not
// tell (files of others, some network folders): where it was written to in the
// last two seconds.
[[nodiscard]] bool is_being_written(const std::string& path);

}  // namespace kehoach
