#include <filesystem>

#include "ingest/ingest.h"
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

// True where the file was last written before `imported`, a UTC time as SQLite
// prints it: what has changed since did not go through the system.
bool written_before(const std::string& path, const std::string& imported) {
  std::tm time{};
  if (strptime(imported.c_str(), "%Y-%m-%d %H:%M:%S", &time) == nullptr)
    return false;
  std::error_code error;
  const auto written = fs::last_write_time(path, error);
  if (error) return false;
  const auto since_epoch =
      std::chrono::file_clock::to_sys(written).time_since_epoch();
  return since_epoch + kClocks < std::chrono::seconds(timegm(&time));
}

FixityCheck check(const Source& source, const std::string& imported) {
  if (is_gone(source.path))
    return {source, Fixity::gone, "no such file any more"};
  const auto bytes = read_file(source.path, kMaxFileBytes);
  if (!bytes) {
    const std::string& message = bytes.error().message;
    const std::string prefix = source.path + ": ";
    return {
        source, Fixity::unreadable,
        starts_with(message, prefix) ? message.substr(prefix.size()) : message};
  }
  if (sha256_hex(*bytes) == source.sha256) return {source, Fixity::same, ""};
  if (written_before(source.path, imported)) {
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
  const auto status = store.status();
  if (!status) return Failure(status.error());
  FixityCounts counts;
  const auto visited = store.visit_sources([&](const Source& source) {
    if (source.sha256.empty() || is_member(source.path)) return true;
    if (stop) {
      counts.interrupted = true;
      return false;
    }
    const FixityCheck result = check(source, status->last_finished_at);
    ++counts.by_fixity[static_cast<std::size_t>(result.fixity)];
    if (on_check) on_check(result);
    return true;
  });
  if (!visited) return Failure(visited.error());
  return counts;
}

}  // namespace kehoach
