// What happens in folders, as the system tells it (inotify). Private to
// ingest/.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/result.h"

struct inotify_event;

namespace kehoach {

// Watches folders with all that is below them. Folders whose name begins with a
// dot are left out, and one that is reached by two paths has the first.
class FolderWatch {
 public:
  using Clock = std::chrono::steady_clock;

  using Tell = std::function<void(const std::string&)>;

  // `on_trouble` is told what a person should know, and `on_relief` what of
  // that is well again.
  FolderWatch(Tell on_trouble, Tell on_relief);
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  ~FolderWatch();

  // Error: one is not there, is no folder, or the system has no room.
  [[nodiscard]] Result<void> start(const std::vector<std::string>& folders);

  // Waits until something happens, for `patience` at most, and takes note of
  // all that has.
  void wait(std::chrono::milliseconds patience);

  // Files that were closed after writing, moved in, or given a name when they
  // held something, and folders that are to be looked through, since the last
  // call; sorted. Some may be written still.
  [[nodiscard]] std::vector<std::string> take();
  [[nodiscard]] bool has_arrivals() const { return !arrived_.empty(); }
  // When the first and the last of it came; to be asked where has_arrivals().
  [[nodiscard]] Clock::time_point first() const { return first_; }
  [[nodiscard]] Clock::time_point last() const { return last_; }
  // They count as arrived now.
  void add(const std::vector<std::string>& paths);
  void add_all();
  [[nodiscard]] std::uint64_t folders() const { return watched_.size(); }

 private:
  // Which folder it is, whatever it is called.
  struct Identity {
    dev_t device = 0;
    ino_t inode = 0;
    friend bool operator==(const Identity&, const Identity&) = default;
  };
  struct Folder {
    std::string path;
    Identity identity;
  };
  struct Top {
    std::string path;
    Identity identity;
    bool there = false;
  };
  using Seen = std::unordered_set<int>;

  [[nodiscard]] static bool identify(const std::string& path, Identity& found);
  void arrive(const std::string& path);
  // 0, or why not (errno); kKnown where it has been watched by another path.
  static constexpr int kKnown = -1;
  [[nodiscard]] int arm(const std::string& path, Seen& seen);
  [[nodiscard]] int arm_below(const std::string& path, Seen& seen);
  [[nodiscard]] int arm_top(Top& top, Seen& seen);
  void arm_new(const std::string& path);
  void hear();
  void hear(const inotify_event& event);
  void hear_of_entry(const std::string& path, std::uint32_t what);
  void look_at_tops();
  void forget(const std::string& path);
  void start_anew();

  Tell on_trouble_, on_relief_;
  int descriptor_ = -1;
  std::vector<Top> tops_;
  std::unordered_map<int, Folder> watched_;  // by the system's number
  std::set<std::string> arrived_;
  Clock::time_point first_, last_, next_look_;
};

}  // namespace kehoach
