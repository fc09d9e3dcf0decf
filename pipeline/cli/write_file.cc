#include "cli/write_file.h"

#include <filesystem>

namespace kehoach {
namespace {

namespace fs = std::filesystem;

// Whether both are one file, which need not be there yet.
bool is_same(const fs::path& a, const fs::path& b) {
  std::error_code error;
  if (fs::equivalent(a, b, error)) return true;
  return fs::weakly_canonical(fs::absolute(a, error), error) ==
         fs::weakly_canonical(fs::absolute(b, error), error);
}

// Where a link leads that leads to no file yet.
fs::path end_of_link(const fs::path& path) {
  std::error_code error;
  if (!fs::is_symlink(path, error) || fs::exists(path, error)) return path;
  return path.parent_path() / fs::read_symlink(path, error);
}

}  // namespace

NewFile::NewFile(std::string path) : path_(std::move(path)) {
  std::error_code error;
  const fs::file_status there = fs::status(path_, error);
  // The file that a link leads to is replaced, not the link.
  if (fs::is_regular_file(there)) {
    const fs::path real = fs::canonical(path_, error);
    if (!error) part_ = real.string() + ".part";
  } else if (!fs::exists(fs::symlink_status(path_, error))) {
    part_ = path_ + ".part";
  }
  if (!part_.empty()) file_.open(part_, std::ios::binary | std::ios::trunc);
  if (file_.is_open()) {
    if (fs::exists(there)) fs::permissions(part_, there.permissions(), error);
    return;
  }
  part_.clear();
  file_.open(path_, std::ios::binary | std::ios::trunc);
}

NewFile::~NewFile() {
  std::error_code ignored;
  if (!part_.empty()) fs::remove(part_, ignored);
}

bool NewFile::write(std::string_view bytes) {
  file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file_.good();
}

Result<void> NewFile::finish() {
  file_.close();
  std::error_code error;
  if (file_.good() && !part_.empty())
    fs::rename(part_, part_.substr(0, part_.rfind('.')), error);
  if (!file_.good() || error) return Failure(cannot_write(path_));
  part_.clear();
  return {};
}

Error cannot_write(const std::string& path) {
  return {
      Error::Kind::io,
      path + ": cannot be written; check the path and the room on the disk"};
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  NewFile file(path);
  (void)file.write(bytes);
  return file.finish();
}

Result<void> spare_database(const std::string& output,
                            const std::string& database) {
  for (const std::string& written : {output, output + ".part"}) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
      if (!is_same(end_of_link(written), database + ending)) continue;
      return Failure(
          Error{Error::Kind::invalid,
                written + ": is the database itself; name another file"});
    }
  }
  return {};
}

Result<void> spare_files(const std::string& output,
                         const std::vector<std::string>& files) {
  std::error_code ignored;
  for (const std::string& file : files) {
    if (!fs::equivalent(output, file, ignored)) continue;
    return Failure(
        Error{Error::Kind::invalid,
              output + ": is one of the files to be read; name another file"});
  }
  return {};
}

}  // namespace kehoach
