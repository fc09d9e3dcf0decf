#include "ingest/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "ingest/discover.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE |
                                  IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
// How often it is looked whether the folders are where they were: nothing tells
// that one above them was moved, or was put back.
constexpr std::chrono::seconds kLook{2};

Error not_watched(const std::string& path, int error) {
  std::string reason;
  switch (error) {
    case ENOENT:
      reason = "no such folder; check the path";
      break;
    case ENOTDIR:
      reason = "is no folder; 'kehoach import' reads files";
      break;
    case EACCES:
      reason =
          "no permission to watch it; change its permissions or run as its "
          "owner";
      break;
    case ENOSPC:
      reason =
          "no more folders can be watched; raise the system's limit: sysctl "
          "fs.inotify.max_user_watches=1048576";
      break;
    default:
      reason = std::string("cannot be watched: ") + std::strerror(error);
  }
  return {Error::Kind::io, path + ": " + reason};
}

bool is_hidden(std::string_view name) { return starts_with(name, "."); }

}  // namespace

FolderWatch::FolderWatch(Tell on_trouble, Tell on_relief)
    : on_trouble_(std::move(on_trouble)), on_relief_(std::move(on_relief)) {}

FolderWatch::~FolderWatch() {
  if (descriptor_ >= 0) close(descriptor_);
}

bool FolderWatch::identify(const std::string& path, Identity& found) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return false;
  found = {info.st_dev, info.st_ino};
  return true;
}

Result<void> FolderWatch::start(const std::vector<std::string>& folders) {
  descriptor_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor_ < 0) {
    return Failure(Error{
        Error::Kind::io,
        errno == EMFILE
            ? std::string("too many programs of this user watch folders; raise "
                          "the system's limit: sysctl "
                          "fs.inotify.max_user_instances=512")
            : std::string("folders cannot be watched: ") +
                  std::strerror(errno)});
  }
  Seen seen;
  for (const std::string& folder : folders) {
    Top& top = tops_.emplace_back();
    top.path = without_end_slash(folder);
    if (const int error = arm_top(top, seen); error != 0)
      return Failure(not_watched(top.path, error));
  }
  next_look_ = Clock::now() + kLook;
  return {};
}

int FolderWatch::arm_top(Top& top, Seen& seen) {
  int error = arm(top.path, seen);
  if (error == kKnown) error = 0;
  top.there = error == 0 && identify(top.path, top.identity);
  if (top.there) arrive(top.path);
  return error;
}

// Watches first and looks afterwards, so that nothing is missed between.
int FolderWatch::arm(const std::string& path, Seen& seen) {
  const int number = inotify_add_watch(descriptor_, path.c_str(), kEvents);
  if (number < 0) return errno;
  Identity identity;
  if (!identify(path, identity)) return ENOENT;
  if (!seen.insert(number).second) return 0;
  const auto known = watched_.find(number);
  if (known != watched_.end() && known->second.path != path) {
    // A link to what is watched; else it was renamed.
    Identity there;
    if (identify(known->second.path, there) && there == identity) return kKnown;
  }
  watched_[number] = {path, identity};
  return arm_below(path, seen);
}

int FolderWatch::arm_below(const std::string& path, Seen& seen) {
  std::error_code error;
  fs::directory_iterator entry(path, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (is_hidden(entry->path().filename().string()) ||
        !entry->is_directory(ignored)) {
      continue;
    }
    // Those that are closed or gone are told of where they are looked through.
    if (arm(entry->path().string(), seen) == ENOSPC) return ENOSPC;
  }
  return 0;
}

void FolderWatch::arm_new(const std::string& path) {
  Seen seen;
  const int error = arm(path, seen);
  if (error == ENOSPC) on_trouble_(not_watched(path, ENOSPC).message);
  // A link to what is watched brings nothing new.
  if (error != kKnown) arrive(path);
}

void FolderWatch::arrive(const std::string& path) {
  last_ = Clock::now();
  if (arrived_.empty()) first_ = last_;
  arrived_.insert(path);
}

void FolderWatch::add(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) arrive(path);
}

void FolderWatch::add_all() {
  for (const Top& top : tops_) {
    if (top.there) arrive(top.path);
  }
}

std::vector<std::string> FolderWatch::take() {
  std::vector<std::string> all(arrived_.begin(), arrived_.end());
  arrived_.clear();
  return all;
}

void FolderWatch::wait(std::chrono::milliseconds patience) {
  pollfd watched{descriptor_, POLLIN, 0};
  if (poll(&watched, 1, static_cast<int>(patience.count())) > 0) hear();
  if (Clock::now() >= next_look_) look_at_tops();
}

void FolderWatch::hear() {
  alignas(inotify_event) std::array<char, 1U << 16U> buffer{};
  while (true) {
    const ssize_t got = read(descriptor_, buffer.data(), buffer.size());
    if (got <= 0) return;
    for (ssize_t at = 0; at < got;) {
      const auto* event =
          reinterpret_cast<const inotify_event*>(buffer.data() + at);
      hear(*event);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
  }
}

void FolderWatch::hear(const inotify_event& event) {
  if ((event.mask & IN_Q_OVERFLOW) != 0) return start_anew();
  const auto found = watched_.find(event.wd);
  if (found == watched_.end()) return;
  if ((event.mask & IN_IGNORED) != 0) {
    watched_.erase(found);
    next_look_ = Clock::now();
  } else if ((event.mask & IN_MOVE_SELF) != 0) {
    next_look_ = Clock::now();
    // Within what is watched, its new name came before.
    const Folder folder = found->second;
    Identity now;
    if (!identify(folder.path, now) || !(now == folder.identity))
      forget(folder.path);
  } else if (event.len > 0) {
    const std::string_view name(event.name);
    if (is_hidden(name)) return;
    const std::string& folder = found->second.path;
    hear_of_entry((fs::path(folder) / name).string(), event.mask);
  }
}

// A file that was only created is not written yet, unless that was done before
// it had a name, or has another (linkat). Links are never written.
void FolderWatch::hear_of_entry(const std::string& path, std::uint32_t what) {
  struct stat info {};
  if (lstat(path.c_str(), &info) != 0) return;
  const bool is_link = S_ISLNK(info.st_mode);
  Identity folder;
  if ((what & IN_ISDIR) != 0 || (is_link && identify(path, folder)))
    return arm_new(path);
  const bool whole = (what & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0;
  if (whole || is_link || info.st_nlink > 1 || info.st_size > 0) arrive(path);
}

void FolderWatch::look_at_tops() {
  next_look_ = Clock::now() + kLook;
  for (Top& top : tops_) {
    Identity now;
    const bool there = identify(top.path, now);
    if (top.there && (!there || !(now == top.identity))) {
      top.there = false;
      forget(top.path);
      on_trouble_(top.path +
                  ": the folder is gone; what was imported of it stays, and it "
                  "is waited for");
    }
    Seen seen;
    if (!top.there && there && arm_top(top, seen) == 0)
      on_relief_(top.path + ": the folder is there again");
  }
}

// The folder and those below it.
void FolderWatch::forget(const std::string& path) {
  for (auto at = watched_.begin(); at != watched_.end();) {
    const std::string& known = at->second.path;
    if (known == path || starts_with(known, path + "/")) {
      inotify_rm_watch(descriptor_, at->first);
      at = watched_.erase(at);
    } else {
      ++at;
    }
  }
}

// More has happened than the system keeps: folders may be new, files written.
void FolderWatch::start_anew() {
  Seen seen;
  for (Top& top : tops_) {
    if (!top.there) continue;
    if (arm_top(top, seen) != 0) next_look_ = Clock::now();
  }
}

}  // namespace kehoach
