#include "ingest/import.h"

#include <algorithm>

#include "ingest/same_file.h"
#include "text/text.h"

namespace kehoach {
namespace {

// How much may wait for its turn behind a document that takes long.
constexpr std::size_t kMostPending = 512;
constexpr std::uint64_t kMostPendingBytes = std::uint64_t{32} << 20;

}  // namespace

Result<std::unordered_map<std::string, Source>> deadly_files(
    Store& store, const ImportOptions& options) {
  std::unordered_map<std::string, Source> found;
  if (options.reread || options.retry_deadly) return found;
  auto stored = store.not_loaded();
  if (!stored) return Failure(std::move(stored.error()));
  for (StoredSource& known : *stored) {
    Source& source = known.source;
    if (is_deadly(source.status) && known.read_by == options.reader &&
        !source.sha256.empty()) {
      found.emplace(source.sha256, std::move(source));
    }
  }
  return found;
}

Import::Import(Store& store, const PlanReader& read_plan,
               const ImportOptions& options, std::uint64_t found)
    : store_(store),
      read_plan_(read_plan),
      options_(options),
      pool_(static_cast<WorkerPool*>(options.workers)),
      found_(found) {
  summary_.left = found;
  if (pool_ != nullptr) pool_->on_death = options.on_death;
  // Where the store fails, it does so again when it is written to.
  if (auto deadly = deadly_files(store, options)) deadly_ = std::move(*deadly);
}

Import::~Import() {
  if (pool_ != nullptr) pool_->on_death = nullptr;
}

void Import::announce(std::string_view path) const {
  if (!options_.on_progress) return;
  Progress progress;
  progress.done = found_ - summary_.left;
  progress.found = found_;
  progress.failed = summary_.counts.failures();
  progress.path = path;
  if (pool_ != nullptr) {
    if (auto slowest = pool_->slowest()) {
      progress.slowest = std::move(slowest->path);
      progress.slowest_time = slowest->time;
    }
  }
  options_.on_progress(progress);
}

Result<void> Import::take(Source source) {
  announce(source.path);
  if (source.status != SourceStatus::loaded) {
    source.stage = Stage::find;
    return push({Pending::Kind::settled, std::move(source), true, {}, {}});
  }
  if (auto ready = make_room(); !ready) return ready;
  // Whoever waited for a worker has not begun.
  if (pool_ != nullptr && stop_asked()) return {};
  auto bytes = read_whole_file(source.path, kMaxFileBytes);
  file_ = identity_of(source.path);
  if (bytes) {
    summary_.bytes += bytes->size();
    return take_bytes(std::move(source), std::move(*bytes));
  }
  source.status = status_of(bytes.error());
  source.reason = reason_of(bytes.error(), source.path);
  source.stage = Stage::open;
  return push({Pending::Kind::settled, std::move(source), true, {}, {}});
}

Result<void> Import::take_bytes(Source source, std::string bytes) {
  source.sha256 = sha256_hex(bytes);
  source.bytes = bytes.size();
  source.file = file_;
  return is_container(bytes)
             ? take_container(std::move(source), bytes)
             : take_document(std::move(source), std::move(bytes), true);
}

// What is known now may be otherwise when its turn comes, since what is before
// it has not been written yet: then all is asked again. This only tells whether
// it is worth while to read it already.
Result<bool> Import::is_to_be_read(const Source& source) {
  if (pool_ == nullptr || being_read_.count(source.sha256) > 0 ||
      deadly_.count(source.sha256) > 0) {
    return false;
  }
  auto known = store_.find_by_sha256(source.sha256);
  if (!known) return Failure(known.error());
  const bool is_new = !*known || !is_current(**known, source.sha256);
  known_[source.sha256] = std::move(*known);
  return is_new;
}

Result<void> Import::take_document(Source source, std::string bytes, bool top) {
  const auto to_be_read = is_to_be_read(source);
  if (!to_be_read) return Failure(to_be_read.error());
  Pending pending{Pending::Kind::document, std::move(source), top, {}, {}};
  if (*to_be_read) {
    std::string kept = kept_of(pending.source.sha256);
    being_read_.insert(pending.source.sha256);
    pending.ticket = pool_->give(pending.source.path, std::move(bytes),
                                 pending.source.sha256, std::move(kept));
  } else {
    pending.bytes = std::move(bytes);
  }
  return push(std::move(pending));
}

Result<void> Import::push(Pending pending) {
  pending_bytes_ += pending.source.bytes;
  pending_.push_back(std::move(pending));
  return write_ready();
}

// Until the workers can begin another document, and the window has room for it.
Result<void> Import::make_room() {
  if (pool_ == nullptr) return {};
  while (!stop_asked()) {
    if (pool_->trouble()) return Failure(*pool_->trouble());
    if (pool_->has_room() && pending_.size() < kMostPending &&
        pending_bytes_ < kMostPendingBytes) {
      return {};
    }
    pool_->wait();
    announce({});
    if (auto written = write_ready(); !written) return written;
  }
  return {};
}

Result<void> Import::finish() {
  if (pool_ != nullptr && stop_asked()) pool_->take_back();
  while (!pending_.empty()) {
    if (pool_->trouble()) return Failure(*pool_->trouble());
    pool_->wait();
    announce({});
    if (stop_asked()) pool_->take_back();
    if (auto written = write_ready(); !written) return written;
  }
  if (auto kept = store_.commit(); !kept) return kept;
  tell_of_kept();
  summary_.interrupted = stop_asked();
  announce({});
  return {};
}

// Writes all whose turn has come.
Result<void> Import::write_ready() {
  while (!pending_.empty()) {
    Pending& first = pending_.front();
    if (first.ticket && !pool_->is_done(*first.ticket)) break;
    pending_bytes_ -= first.source.bytes;
    Pending pending = std::move(first);
    pending_.pop_front();
    if (auto written = write(pending); !written) return written;
    tell_of_kept();
  }
  return keep_in_time();
}

void Import::tell(Source source) {
  if (untold_.empty()) untold_since_ = std::chrono::steady_clock::now();
  untold_.push_back(std::move(source));
}

void Import::tell_of_kept() {
  if (store_.in_batch()) return;
  for (const Source& source : untold_) {
    if (options_.on_source) options_.on_source(source);
  }
  untold_.clear();
}

Result<void> Import::keep_in_time() {
  if (untold_.empty() ||
      std::chrono::steady_clock::now() - untold_since_ < options_.batch_limit) {
    return {};
  }
  auto kept = store_.commit();
  if (kept) tell_of_kept();
  return kept;
}

bool Import::is_current(const StoredDocument& known,
                        const std::string& sha256) const {
  if (read_now_.count(sha256) > 0) return true;
  return !options_.reread && known.read_by == options_.reader;
}

}  // namespace kehoach
