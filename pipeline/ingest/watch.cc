// Files as they come: one import after the other, of what has arrived.

#include <algorithm>
#include <filesystem>
#include <set>

#include "ingest/discover.h"
#include "ingest/folder_watch.h"
#include "ingest/import.h"

namespace kehoach {
namespace {

using Clock = FolderWatch::Clock;
using std::chrono::milliseconds;

// A stop is noticed after so long at the latest.
constexpr milliseconds kPatience{250};
constexpr int kLongestQuiets = 10;
// Files that a program has open are looked at again: it may close them without
// having written anything.
constexpr std::chrono::seconds kAgain{2};

class Watch {
 public:
  Watch(const PlanReader& read_plan, const ImportOptions& options,
        const WatchOptions& how)
      : read_plan_(read_plan),
        options_(options),
        how_(how),
        folders_([this](const std::string& message) { tell(message); },
                 [this](const std::string& message) {
                   if (how_.on_relief) how_.on_relief(message);
                 }) {
    options_.selection.arrived = true;
    // While a long import runs, the system's list of events stays short.
    options_.on_progress =
        [this, told = options.on_progress](const Progress& progress) {
          folders_.wait(milliseconds(0));
          if (told) told(progress);
        };
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  [[nodiscard]] Result<ImportSummary> run(
      const std::vector<std::string>& folders);

 private:
  [[nodiscard]] bool stop_asked() const {
    return options_.stop != nullptr && *options_.stop;
  }
  void tell(const std::string& message) const {
    if (how_.on_trouble) how_.on_trouble(message);
  }
  [[nodiscard]] bool is_due() const;
  void look_again();
  [[nodiscard]] Result<void> import_arrivals();
  [[nodiscard]] Result<ImportSummary> import(Discovery found);
  [[nodiscard]] bool is_hopeless() const;
  void try_later(const std::vector<std::string>& paths, const Error& error);
  void count(const ImportSummary& batch);

  const PlanReader& read_plan_;
  ImportOptions options_;
  const WatchOptions& how_;
  FolderWatch folders_;
  ImportSummary total_;
  bool begun_ = false;  // an import was done
  std::set<std::string> unfinished_;
  Clock::time_point again_, not_before_;
  std::string last_trouble_;
};

bool Watch::is_due() const {
  const auto now = Clock::now();
  if (!folders_.has_arrivals() || now < not_before_) return false;
  return !begun_ || now - folders_.last() >= how_.quiet ||
         now - folders_.first() >= how_.quiet * kLongestQuiets;
}

void Watch::look_again() {
  if (unfinished_.empty() || Clock::now() < again_) return;
  folders_.add({unfinished_.begin(), unfinished_.end()});
  unfinished_.clear();
}

Result<ImportSummary> Watch::import(Discovery found) {
  const auto store = open_store(options_.database, Access::write);
  if (!store) return Failure(store.error());
  return import_found(std::move(found), **store, read_plan_, options_);
}

// Workers that cannot be started now can never be.
bool Watch::is_hopeless() const {
  return options_.workers != nullptr &&
         static_cast<const WorkerPool*>(options_.workers)->trouble();
}

void Watch::try_later(const std::vector<std::string>& paths,
                      const Error& error) {
  if (error.message != last_trouble_) tell(error.message);
  last_trouble_ = error.message;
  folders_.add(paths);
  not_before_ = Clock::now() + how_.retry;
}

void Watch::count(const ImportSummary& batch) {
  begun_ = true;
  last_trouble_.clear();
  for (std::size_t i = 0; i < kSourceStatuses; ++i)
    total_.counts.by_status[i] += batch.counts.by_status[i];
  total_.bytes += batch.bytes;
  total_.left += batch.left;
  total_.interrupted = total_.interrupted || batch.interrupted;
  if (how_.on_batch) how_.on_batch(batch);
}

Result<void> Watch::import_arrivals() {
  std::error_code ignored;
  // A database that was taken away is made anew, and whole.
  if (begun_ && !std::filesystem::exists(options_.database, ignored))
    folders_.add_all();
  const std::vector<std::string> arrived = folders_.take();
  Discovery found = discover(arrived, options_.database, options_.selection);
  if (!found.unfinished.empty()) again_ = Clock::now() + kAgain;
  for (const Source& whole : found.paths) unfinished_.erase(whole.path);
  unfinished_.insert(found.unfinished.begin(), found.unfinished.end());
  // The database itself may be what was written.
  if (begun_ && found.paths.empty()) return {};
  auto batch = import(std::move(found));
  if (batch) {
    count(*batch);
    return {};
  }
  const bool may_pass = begun_ || batch.error().kind == Error::Kind::busy;
  if (!may_pass || is_hopeless()) return Failure(batch.error());
  try_later(arrived, batch.error());
  return {};
}

Result<ImportSummary> Watch::run(const std::vector<std::string>& folders) {
  if (auto started = folders_.start(folders); !started)
    return Failure(std::move(started.error()));
  if (how_.on_watching) how_.on_watching(folders_.folders());
  while (!stop_asked()) {
    if (!is_due()) {
      const auto quiet = std::max(how_.quiet / 4, milliseconds(1));
      folders_.wait(folders_.has_arrivals() ? std::min(kPatience, quiet)
                                            : kPatience);
      look_again();
    } else if (auto done = import_arrivals(); !done) {
      return Failure(std::move(done.error()));
    }
  }
  return total_;
}

}  // namespace

Result<ImportSummary> watch_folders(const std::vector<std::string>& folders,
                                    const PlanReader& read_plan,
                                    const ImportOptions& options,
                                    const WatchOptions& how) {
  return Watch(read_plan, options, how).run(folders);
}

}  // namespace kehoach
