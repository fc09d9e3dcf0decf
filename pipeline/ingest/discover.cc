#include "ingest/discover.h"

#include <fcntl.h>
#include <fnmatch.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <unordered_set>

#include "ingest/container.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

// A file that was not written to for so long is taken to be whole.
constexpr std::chrono::seconds kSettles{2};

class FileWalk {
 public:
  FileWalk(const std::string& database, const Selection& selection)
      : selection_(selection) {
    std::error_code error;
    if (!database.empty())
      database_ = fs::weakly_canonical(database, error).string();
  }

  void visit(const fs::path& path, bool given = true) {
    if (is_full()) return;
    const std::string name =
        without_end_slash(path.lexically_normal().string());
    std::error_code error;
    if (is_database(path)) {
      if (selection_.arrived) return;
      return add(name, SourceStatus::unsupported, "is the database itself");
    }
    const fs::file_status status = fs::status(path, error);
    switch (status.type()) {
      case fs::file_type::regular:
        return visit_file(path, name, given);
      case fs::file_type::directory:
        return visit_folder(path, name);
      case fs::file_type::not_found:
        if (selection_.arrived && !fs::is_symlink(path, error)) return;
        return add(name, SourceStatus::failed,
                   fs::is_symlink(path, error)
                       ? "the link leads nowhere; mend or remove it"
                       : "no such file or folder; check the path");
      case fs::file_type::none:
        return add(name, SourceStatus::failed, advice(error, "reach"));
      default:
        return add(name, SourceStatus::unsupported,
                   "neither a file nor a folder");
    }
  }

  [[nodiscard]] Discovery take() { return std::move(found_); }

 private:
  void add(const std::string& path, SourceStatus status, std::string reason) {
    if (!seen_.insert(path).second) return;
    found_.paths.push_back({path, status, std::move(reason), "", 0});
  }

  void visit_file(const fs::path& path, const std::string& name, bool given) {
    if ((!given || selection_.arrived) && !is_wanted(path, name)) return;
    if (selection_.arrived && is_being_written(name)) {
      found_.unfinished.push_back(name);
    } else {
      add(name, SourceStatus::loaded, "");
    }
  }

  void visit_folder(const fs::path& path, const std::string& name) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    // Links can lead back to a folder above.
    if (!error && !folders_.insert(real.string()).second) return;
    std::vector<fs::path> entries;
    fs::directory_iterator entry(path, error);
    for (; !error && entry != fs::directory_iterator();
         entry.increment(error)) {
      if (entry->path().filename().string().front() != '.')
        entries.push_back(entry->path());
    }
    if (error) {
      add(name, SourceStatus::failed, advice(error, "list"));
    } else {
      found_.folders.push_back(name);
    }
    std::sort(entries.begin(), entries.end(),
              [](const fs::path& a, const fs::path& b) {
                return a.native() < b.native();
              });
    for (const fs::path& inside : entries) {
      if (!is_database(inside)) visit(inside, false);
    }
  }

  [[nodiscard]] bool is_database(const fs::path& path) const {
    if (database_.empty()) return false;
    std::error_code error;
    const std::string real = fs::weakly_canonical(path, error).string();
    if (real.compare(0, database_.size(), database_) != 0) return false;
    const std::string rest = real.substr(database_.size());
    return rest.empty() || rest == "-wal" || rest == "-shm" ||
           rest == "-journal";
  }

  [[nodiscard]] bool is_full() const {
    return selection_.limit && found_.paths.size() >= *selection_.limit;
  }

  [[nodiscard]] bool is_wanted(const fs::path& path,
                               const std::string& name) const {
    const auto any = [&](const std::vector<std::string>& patterns) {
      return std::any_of(
          patterns.begin(), patterns.end(),
          [&](const std::string& pattern) { return matches(name, pattern); });
    };
    if (!selection_.include.empty() && !any(selection_.include)) return false;
    if (any(selection_.exclude)) return false;
    if (selection_.arrived && is_temporary(path.filename().string()))
      return false;
    std::error_code error;
    const auto written = fs::last_write_time(path, error);
    return error || !selection_.since ||
           std::chrono::floor<std::chrono::seconds>(
               std::chrono::file_clock::to_sys(written)) >= *selection_.since;
  }

  static std::string advice(const std::error_code& error, const char* verb) {
    if (error == std::errc::permission_denied)
      return std::string("no permission to ") + verb +
             " it; change its permissions or run as its owner";
    return std::string("cannot ") + verb + " it: " + error.message();
  }

  const Selection& selection_;
  std::string database_;  // canonical; empty for none
  Discovery found_;
  std::unordered_set<std::string> seen_;
  std::unordered_set<std::string> folders_;
};

}  // namespace

Discovery discover(const std::vector<std::string>& paths,
                   const std::string& database, const Selection& selection) {
  FileWalk walk(database, selection);
  for (const std::string& path : paths) walk.visit(path);
  return walk.take();
}

std::string without_end_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

std::string file_of(const std::string& path) {
  std::error_code ignored;
  if (fs::exists(path, ignored)) return path;
  for (std::size_t at = path.find(kMemberMark); at != std::string::npos;
       at = path.find(kMemberMark, at + 1)) {
    if (fs::is_regular_file(path.substr(0, at), ignored))
      return path.substr(0, at);
  }
  return path;
}

bool is_there(const std::string& path) {
  std::error_code error;
  return fs::exists(file_of(path), error) || error;
}

bool matches(const std::string& path, const std::string& pattern) {
  const auto fits = [&](const std::string& text) {
    return fnmatch(pattern.c_str(), text.c_str(), 0) == 0;
  };
  const std::size_t name = path.rfind('/') + 1;
  if (pattern.find('/') == std::string::npos) return fits(path.substr(name));
  if (fits(path)) return true;
  for (std::size_t at = path.find('/'); at != std::string::npos;
       at = path.find('/', at + 1)) {
    if (fits(path.substr(at + 1))) return true;
  }
  return false;
}

bool is_temporary(std::string_view name) {
  if (starts_with(name, ".") || starts_with(name, "~$")) return true;
  const std::string small = lower(name);
  for (const char* ending : {"~", ".part", ".partial", ".filepart", ".tmp",
                             ".temp", ".crdownload"}) {
    if (ends_with(small, ending)) return true;
  }
  return false;
}

bool is_being_written(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  // A lease to read is given where nobody has the file open to write. Who would
  // write in that moment waits, and the signal for it is one that does nothing.
  fcntl(file, F_SETSIG, SIGURG);
  const bool leased = fcntl(file, F_SETLEASE, F_RDLCK) == 0;
  const int reason = leased ? 0 : errno;
  if (leased) fcntl(file, F_SETLEASE, F_UNLCK);
  struct stat info {};
  const bool known = fstat(file, &info) == 0;
  close(file);
  if (leased || !known) return false;
  if (reason == EAGAIN) return true;
  const auto written = std::chrono::seconds(info.st_mtim.tv_sec);
  const auto age =
      std::chrono::system_clock::now().time_since_epoch() - written;
  return age >= std::chrono::seconds(0) && age < kSettles;
}

unsigned count_plain_files(const std::vector<std::string>& paths,
                           unsigned limit) {
  if (paths.size() >= limit) return 0;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return 0;
    std::ifstream file(path, std::ios::binary);
    std::string head(4096, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    if (container_kind(head) != ContainerKind::none) return 0;
  }
  return static_cast<unsigned>(paths.size());
}

}  // namespace kehoach
