// What ARCHITECTURE and house style say of the sources, as checks on text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kehoach {

// A source below `pipeline/`: `read/read.h`, or `pipeline.h` itself.
struct SourceFile {
  std::string path;
  std::string content;
};

// Each check gives one line for each breach, and none where all is well.

// A room includes itself and rooms of lower floors only; rooms on one floor
// don't know each other.
[[nodiscard]] std::vector<std::string> wrong_floors(const SourceFile& file);

// A library is included only in the rooms that hide it, and never by the header
// that gives its room its name (tl::expected is what `Result` is made of).
[[nodiscard]] std::vector<std::string> wrong_libraries(const SourceFile& file);

// A function declared in a header that returns a `Result` can't be ignored.
[[nodiscard]] std::vector<std::string> ignorable_results(
    const SourceFile& file);

// Source files have at most 400 lines.
[[nodiscard]] std::vector<std::string> long_files(const SourceFile& file);

// Everything that stands at the top level is known, and nothing is missing.
[[nodiscard]] std::vector<std::string> wrong_top_level(
    const std::vector<std::string>& names);

}  // namespace kehoach
