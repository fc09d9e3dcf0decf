#include "ingest/same_file.h"

#include <sys/stat.h>

#include <filesystem>

#include "ingest/discover.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

std::string whole(const std::string& path) {
  std::error_code error;
  return fs::absolute(path, error).lexically_normal().string();
}

bool ends_with_path(const std::string& path, const std::string& end) {
  return ends_with(path, "/" + end);
}

// What stands behind all `../` at the beginning.
std::string without_ups(std::string path) {
  while (starts_with(path, "../")) path.erase(0, 3);
  return path;
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // all of it where there is none
}

// The same file, where the known path leads nowhere from here.
bool has_lost_its_path(const HeldPath& known, const Source& source) {
  return known.file && known.file == source.file && !is_there(known.path);
}

}  // namespace

std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat info {};
  if (lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode) ||
      info.st_nlink != 1) {
    return std::nullopt;
  }
  return FileIdentity{info.st_dev, info.st_ino};
}

bool is_other_spelling(const HeldPath& known, const Source& source) {
  // Cheap, where thousands of copies are known.
  if (name_of(known.path) != name_of(source.path)) return false;
  const std::string path = whole(source.path);
  if (path == whole(known.path)) return true;
  return has_lost_its_path(known, source) &&
         ends_with_path(known.path, source.path) &&
         ends_with_path(path, known.path);
}

bool has_moved(const HeldPath& known, const Source& source) {
  if (!has_lost_its_path(known, source)) return false;
  const fs::path old(file_of(known.path));
  if (old.is_absolute()) return true;
  // Where what it was in is not here either, it may be elsewhere; and `a/b`
  // after `b` may be the same, seen from further up.
  std::error_code error;
  return (!old.has_parent_path() || fs::exists(old.parent_path(), error)) &&
         !ends_with_path(whole(source.path), without_ups(known.path));
}

}  // namespace kehoach
