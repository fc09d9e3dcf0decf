// Files that a person names for the program to write, and what of theirs it
// must not destroy by that. Private to cli/.
#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace kehoach {

// A file that is whole or as it was before: it is written beside `path`, as
// `path.part`, and takes the name at the end. What has the name already and is
// no plain file (a pipe, `/dev/stdout`) is written as it stands, and so is a
// file in a folder where no other can be made.
class NewFile {
 public:
  explicit NewFile(std::string path);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  // Without `finish` nothing is left of it.
  ~NewFile();

  // False when there is no use in going on.
  bool write(std::string_view bytes);
  // Error: not all could be written.
  [[nodiscard]] Result<void> finish();

 private:
  std::string path_, part_;  // no `part_`: written as it stands
  std::ofstream file_;
};

// Writes `bytes` to `path`, in place of what was there. Error: the path cannot
// be written, or the disk is full.
[[nodiscard]] Result<void> write_file(const std::string& path,
                                      std::string_view bytes);
// The error of a file that could not be written.
[[nodiscard]] Error cannot_write(const std::string& path);

// To be asked before anything is opened. Error: writing to `output` would be
// the end of `database`, or of what SQLite keeps beside it, by whatever name or
// link.
[[nodiscard]] Result<void> spare_database(const std::string& output,
                                          const std::string& database);
// Likewise of one of `files`, which are read.
[[nodiscard]] Result<void> spare_files(const std::string& output,
                                       const std::vector<std::string>& files);

}  // namespace kehoach
