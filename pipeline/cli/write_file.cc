#include "cli/write_file.h"

#include <fstream>

namespace kehoach {

Error cannot_write(const std::string& path) {
  return {
      Error::Kind::io,
      path + ": cannot be written; check the path and the room on the disk"};
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (out) return {};
  return Failure(cannot_write(path));
}

}  // namespace kehoach
