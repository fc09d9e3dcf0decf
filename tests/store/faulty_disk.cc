#include "store/faulty_disk.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

namespace kehoach {

std::string_view name_of(Fault fault) {
  constexpr std::string_view kNames[] = {
      "none", "error",      "error once",        "full",
      "torn", "power loss", "power loss of some"};
  return kNames[static_cast<std::size_t>(fault)];
}

// What SQLite takes for a file; the file below stands behind it in memory.
struct FaultyFile {
  sqlite3_file base;
  FaultyDisk* disk;
  std::string* path;  // empty: a temporary file

  using Change = FaultyDisk::Change;
  using Kind = FaultyDisk::Kind;

  static FaultyFile& of(sqlite3_file* file) {
    return *reinterpret_cast<FaultyFile*>(file);
  }
  [[nodiscard]] sqlite3_file* below() {
    return reinterpret_cast<sqlite3_file*>(this + 1);
  }
  [[nodiscard]] std::int64_t size() {
    sqlite3_int64 size = 0;
    below()->pMethods->xFileSize(below(), &size);
    return size;
  }
  [[nodiscard]] std::string bytes(std::int64_t at, std::int64_t count) {
    std::string bytes(static_cast<std::size_t>(count), '\0');
    below()->pMethods->xRead(below(), bytes.data(), static_cast<int>(count),
                             at);
    return bytes;
  }
  void note(Change change) {
    if (!path->empty()) disk->unsynced_[*path].push_back(std::move(change));
  }

  static int close(sqlite3_file* file) {
    FaultyFile& self = of(file);
    delete self.path;
    return self.below()->pMethods->xClose(self.below());
  }
  static int read(sqlite3_file* file, void* to, int count, sqlite3_int64 at) {
    sqlite3_file* const below = of(file).below();
    return below->pMethods->xRead(below, to, count, at);
  }
  static int write(sqlite3_file* file, const void* from, int count,
                   sqlite3_int64 at) {
    FaultyFile& self = of(file);
    const std::int64_t size = self.size();
    const bool was_stopped = self.disk->stopped_;
    const int code = self.disk->call(Kind::write, at + count > size);
    const bool torn =
        self.disk->fault_ == Fault::torn && self.disk->stopped_ && !was_stopped;
    if (code != SQLITE_OK && !torn) return code;
    const int part = torn ? count / 2 : count;
    const std::string after(static_cast<const char*>(from),
                            static_cast<std::size_t>(part));
    Change change{at, {}, after, size, std::max<std::int64_t>(size, at + part)};
    if (at < size)
      change.before = self.bytes(at, std::min<std::int64_t>(part, size - at));
    self.note(std::move(change));
    const int written =
        self.below()->pMethods->xWrite(self.below(), from, part, at);
    return torn ? code : written;
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    FaultyFile& self = of(file);
    if (const int code = self.disk->call(Kind::truncate, false);
        code != SQLITE_OK)
      return code;
    const std::int64_t before = self.size();
    if (size < before)
      self.note({size, self.bytes(size, before - size), {}, before, size});
    return self.below()->pMethods->xTruncate(self.below(), size);
  }
  // What a sync does to the disk below takes time and shows nothing.
  static int sync(sqlite3_file* file, int) {
    FaultyFile& self = of(file);
    const int code = self.disk->call(Kind::sync, false);
    if (code == SQLITE_OK) self.disk->unsynced_.erase(*self.path);
    return code;
  }
  static int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = of(file).size();
    return SQLITE_OK;
  }
  static int lock(sqlite3_file* file, int level) {
    sqlite3_file* const below = of(file).below();
    return below->pMethods->xLock(below, level);
  }
  static int unlock(sqlite3_file* file, int level) {
    sqlite3_file* const below = of(file).below();
    return below->pMethods->xUnlock(below, level);
  }
  static int check_lock(sqlite3_file* file, int* out) {
    sqlite3_file* const below = of(file).below();
    return below->pMethods->xCheckReservedLock(below, out);
  }
  static int control(sqlite3_file* file, int what, void* with) {
    sqlite3_file* const below = of(file).below();
    return below->pMethods->xFileControl(below, what, with);
  }
  static int sector(sqlite3_file* file) {
    sqlite3_file* const below = of(file).below();
    return below->pMethods->xSectorSize(below);
  }
  static int traits(sqlite3_file* file) {
    sqlite3_file* const below = of(file).below();
    return below->pMethods->xDeviceCharacteristics(below);
  }
  static int map(sqlite3_file* file, int page, int size, int extend,
                 void volatile** out) {
    sqlite3_file* const below = of(file).below();
    return below->pMethods->xShmMap(below, page, size, extend, out);
  }
  static int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
    sqlite3_file* const below = of(file).below();
    return below->pMethods->xShmLock(below, offset, count, flags);
  }
  static void barrier(sqlite3_file* file) {
    sqlite3_file* const below = of(file).below();
    below->pMethods->xShmBarrier(below);
  }
  static int unmap(sqlite3_file* file, int remove) {
    sqlite3_file* const below = of(file).below();
    return below->pMethods->xShmUnmap(below, remove);
  }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file,
                  int flags, int* out) {
    static const sqlite3_io_methods methods = {
        2,        close,   read,       write,   truncate, sync,   file_size,
        lock,     unlock,  check_lock, control, sector,   traits, map,
        shm_lock, barrier, unmap,      nullptr, nullptr};
    FaultyFile& self = of(file);
    self.base.pMethods = nullptr;
    self.disk = static_cast<FaultyDisk*>(vfs->pAppData);
    sqlite3_vfs* const below = self.disk->below_;
    const int code = below->xOpen(below, name, self.below(), flags, out);
    if (code != SQLITE_OK) return code;
    self.path = new std::string(name == nullptr ? "" : name);
    self.base.pMethods = &methods;
    return SQLITE_OK;
  }
  static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    auto* const disk = static_cast<FaultyDisk*>(vfs->pAppData);
    if (const int code = disk->call(Kind::remove, false); code != SQLITE_OK)
      return code;
    disk->unsynced_.erase(name);
    return disk->below_->xDelete(disk->below_, name, sync_folder);
  }
};

FaultyDisk::FaultyDisk(Fault fault, std::uint64_t at)
    : fault_(fault), at_(at), below_(sqlite3_vfs_find(nullptr)), vfs_(*below_) {
  // What is not replaced below is given the VFS, which the default one does not
  // look at.
  vfs_.zName = "faulty";
  vfs_.szOsFile = static_cast<int>(sizeof(FaultyFile)) + below_->szOsFile;
  vfs_.pAppData = this;
  vfs_.pNext = nullptr;
  vfs_.xOpen = FaultyFile::open;
  vfs_.xDelete = FaultyFile::remove;
  sqlite3_vfs_register(&vfs_, 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(below_, 1);
  if (fault_ == Fault::power_loss || fault_ == Fault::power_loss_of_some)
    lose();
}

int FaultyDisk::call(Kind kind, bool grows) {
  const bool strikes = ++calls_ == at_;
  bool fails = stopped_;
  switch (fault_) {
    case Fault::none:
      break;
    case Fault::error_once:
      fails = strikes;
      break;
    case Fault::full:
      fails = calls_ >= at_ && kind == Kind::write && grows;
      break;
    default:
      stopped_ = fails = stopped_ || strikes;
  }
  if (!fails) return SQLITE_OK;
  if (fault_ == Fault::full) return SQLITE_FULL;
  switch (kind) {
    case Kind::write:
      return SQLITE_IOERR_WRITE;
    case Kind::truncate:
      return SQLITE_IOERR_TRUNCATE;
    case Kind::sync:
      return SQLITE_IOERR_FSYNC;
    case Kind::remove:
      break;
  }
  return SQLITE_IOERR_DELETE;
}

// Back to what was synced last; and then, perhaps, some of what came after.
void FaultyDisk::lose() {
  std::mt19937 dice(static_cast<std::uint32_t>(at_));
  for (auto& [path, changes] : unsynced_) {
    if (!std::filesystem::exists(path)) continue;
    const auto put = [&path = path](std::int64_t at, const std::string& bytes,
                                    std::int64_t size) {
      std::filesystem::resize_file(path, static_cast<std::uintmax_t>(size));
      std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(at);
      file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    };
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
      put(change->at, change->before, change->size_before);
    if (fault_ == Fault::power_loss) continue;
    for (const Change& change : changes) {
      if (dice() % 2 == 0) continue;
      const auto now =
          static_cast<std::int64_t>(std::filesystem::file_size(path));
      const bool cut = change.size_after < change.size_before;
      put(change.at, change.after,
          cut ? std::min(now, change.size_after)
              : std::max(now, change.size_after));
    }
  }
}

}  // namespace kehoach
