#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <filesystem>

#include "ingest/import.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

// A clock of the database and one of the file system may differ by so much.
constexpr std::chrono::seconds kClocks{2};

bool is_member(const std::string& path) {
  if (path.find(kMemberMark) == std::string::npos) return false;
  std::error_code ignored;
  return !fs::exists(path, ignored);
}

bool is_gone(const std::string& path) {
  std::error_code error;
  return !fs::exists(path, error) && !error;
}

// True where the system has neither written nor replaced the file since before
// the import of that row began: what has changed since did not go through it.
// A copy may bring an old time of writing with it (`cp -p`), but no old time of
// change.
bool untouched_since(const std::string& path, const std::string& imported) {
  std::tm time{};
  if (strptime(imported.c_str(), "%Y-%m-%d %H:%M:%S", &time) == nullptr)
    return false;
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return false;
  const auto touched = std::max(info.st_mtim.tv_sec, info.st_ctim.tv_sec);
  return touched + kClocks.count() < timegm(&time);
}

// Of the bytes that what is stored was read from.
const std::string& read_as(const Source& source) {
  return source.document_sha256.empty() ? source.sha256
                                        : source.document_sha256;
}

FixityCheck check(const Source& source) {
  if (is_gone(source.path))
    return {source, Fixity::gone, "no such file any more"};
  const auto bytes = read_whole_file(source.path, kMaxFileBytes);
  if (!bytes) {
    return {source, Fixity::unreadable, reason_of(bytes.error(), source.path)};
  }
  const std::string sha256 = sha256_hex(*bytes);
  if (sha256 == read_as(source)) return {source, Fixity::same, ""};
  if (!source.document_sha256.empty()) {
    return {source, Fixity::changed,
            "other bytes than its document was read from, which could not be "
            "read; restore the file"};
  }
  if (untouched_since(source.path, source.written_since)) {
    return {source, Fixity::rotted,
            "other bytes, though nothing wrote it since the import; check the "
            "disk and restore the file"};
  }
  return {source, Fixity::changed,
          "other bytes than were imported; import it again"};
}

}  // namespace

Result<FixityCounts> verify_files(
    Store& store, const std::function<void(const FixityCheck&)>& on_check,
    const std::atomic<bool>& stop) {
  FixityCounts counts;
  const auto visited = store.visit_sources([&](const Source& source) {
    if (read_as(source).empty() || is_member(source.path)) return true;
    if (stop) {
      counts.interrupted = true;
      return false;
    }
    const FixityCheck result = check(source);
    ++counts.by_fixity[static_cast<std::size_t>(result.fixity)];
    if (on_check) on_check(result);
    return true;
  });
  if (!visited) return Failure(visited.error());
  return counts;
}

}  // namespace kehoach
