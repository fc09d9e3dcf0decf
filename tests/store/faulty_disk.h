// A disk that fails, as SQLite sees it: a VFS above the default one.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach {

enum class Fault : std::uint8_t {
  none,
  error,       // from the call on, nothing can be written (EIO)
  error_once,  // that call alone
  full,        // from then on no room is left, but what is there may be changed
  torn,        // half of a write arrives, and the machine stops
  power_loss,  // the machine stops, and all that was not synced is lost
  power_loss_of_some,  // likewise, of some of it
};
std::string_view name_of(Fault fault);

// While it lives, every database that is opened stands on it.
class FaultyDisk {
 public:
  // The fault strikes at the call `at` (from 1) of those that change files or
  // sync them.
  FaultyDisk(Fault fault, std::uint64_t at);
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;
  // All databases must be closed. Only now the disk loses what it loses.
  ~FaultyDisk();

  [[nodiscard]] std::uint64_t calls() const { return calls_; }

 private:
  friend struct FaultyFile;
  // A change that was not synced.
  struct Change {
    std::int64_t at = 0;
    std::string before, after;
    std::int64_t size_before = 0, size_after = 0;
  };
  enum class Kind : std::uint8_t { write, truncate, sync, remove };

  // SQLITE_OK, or how the call fails.
  int call(Kind kind, bool grows);
  void lose();

  Fault fault_;
  std::uint64_t at_, calls_ = 0;
  bool stopped_ = false;
  std::map<std::string, std::vector<Change>> unsynced_;
  sqlite3_vfs* below_;
  sqlite3_vfs vfs_;
};

}  // namespace kehoach
