#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "ingest/import.h"

namespace kehoach {
namespace {

class File {
 public:
  explicit File(const std::string& path, int flags = 0)
      : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | flags)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

Failure unreadable(const std::string& path, int error) {
  std::string reason;
  switch (error) {
    case ENOENT:
      reason = "no such file; check the path";
      break;
    case EACCES:
    case EPERM:
      reason =
          "no permission to read it; change its permissions or run as its "
          "owner";
      break;
    case EISDIR:
      reason = "is a folder; give a file";
      break;
    default:
      reason = std::string("cannot be read: ") + std::strerror(error);
  }
  return Failure(Error{Error::Kind::io, path + ": " + reason});
}

std::string megabytes(std::uint64_t bytes) {
  return std::to_string((bytes + (1U << 20) - 1) >> 20) + " MB";
}

Failure too_large(const std::string& path, std::optional<std::uint64_t> size,
                  std::uint64_t max_bytes) {
  return Failure(Error{
      Error::Kind::io,
      path + ": " +
          (size ? "has " + megabytes(*size) + ", more" : std::string("more")) +
          " than the limit of " + megabytes(max_bytes) + "; split it"});
}

}  // namespace

Result<std::string> read_file(const std::string& path,
                              std::uint64_t max_bytes) {
  const File file(path);
  struct stat info {};
  if (file.descriptor() < 0 || fstat(file.descriptor(), &info) != 0)
    return unreadable(path, errno);
  if (S_ISDIR(info.st_mode)) return unreadable(path, EISDIR);
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > max_bytes) return too_large(path, size, max_bytes);
  std::string bytes;
  // The size is a guess: pipes have none, and files grow.
  std::size_t room = static_cast<std::size_t>(size) + 1;
  while (true) {
    const std::size_t had = bytes.size();
    bytes.resize(had + room);
    const ssize_t got = read(file.descriptor(), bytes.data() + had, room);
    if (got < 0 && errno != EINTR) return unreadable(path, errno);
    bytes.resize(had + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got == 0) return bytes;
    if (bytes.size() > max_bytes) return too_large(path, {}, max_bytes);
    room = bytes.size() <= size ? size + 1 - bytes.size() : 1U << 16;
  }
}

Result<std::string> read_whole_file(const std::string& path,
                                    std::uint64_t max_bytes) {
  const File file(path, O_NONBLOCK);
  struct stat info {};
  if (file.descriptor() < 0 || fstat(file.descriptor(), &info) != 0)
    return unreadable(path, errno);
  if (S_ISDIR(info.st_mode)) return unreadable(path, EISDIR);
  if (!S_ISREG(info.st_mode)) {
    return Failure(Error{Error::Kind::unsupported,
                         path + ": neither a file nor a folder"});
  }
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > max_bytes) return too_large(path, size, max_bytes);
  // One more, to see whether it has grown.
  std::string bytes(static_cast<std::size_t>(size) + 1, '\0');
  std::size_t had = 0;
  while (had < bytes.size()) {
    const ssize_t got =
        read(file.descriptor(), bytes.data() + had, bytes.size() - had);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(path, errno);
    if (got == 0) break;
    had += static_cast<std::size_t>(got);
  }
  struct stat after {};
  if (had != size || fstat(file.descriptor(), &after) != 0 ||
      after.st_mtim.tv_sec != info.st_mtim.tv_sec ||
      after.st_mtim.tv_nsec != info.st_mtim.tv_nsec) {
    return Failure(Error{Error::Kind::io,
                         path + ": is being written to; import it again when "
                                "that is finished"});
  }
  bytes.resize(had);
  return bytes;
}

}  // namespace kehoach
