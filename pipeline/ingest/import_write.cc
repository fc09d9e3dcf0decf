// What has been read, on its way into the database.

#include <algorithm>
#include <filesystem>

#include "ingest/import.h"
#include "ingest/same_file.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

// True where not even a link has the name.
bool is_nowhere(const std::string& path) {
  std::error_code ignored;
  return fs::symlink_status(path, ignored).type() == fs::file_type::not_found;
}

}  // namespace

std::string reason_of(const Error& error, const std::string& path) {
  const std::string prefix = path + ": ";
  return starts_with(error.message, prefix)
             ? error.message.substr(prefix.size())
             : error.message;
}

SourceStatus status_of(const Error& error) {
  switch (error.kind) {
    case Error::Kind::unsupported:
      return SourceStatus::unsupported;
    case Error::Kind::crashed:
      return SourceStatus::crashed;
    case Error::Kind::timeout:
      return SourceStatus::timeout;
    case Error::Kind::out_of_memory:
      return SourceStatus::out_of_memory;
    default:
      return SourceStatus::failed;
  }
}

void Import::report(const Source& source, bool top) {
  ++summary_.counts[source.status];
  if (!open_.empty() && !top)
    open_.back().members.add(source, open_.back().source.path);
  if (top) --summary_.left;
  tell(source);
}

Result<void> Import::settle(Source& source, SourceStatus status,
                            std::string reason) {
  source.status = status;
  source.reason = std::move(reason);
  known_.clear();
  if (status == SourceStatus::unsupported) {
    const auto stored = store_.find_members(source.path);
    if (!stored) return Failure(stored.error());
    // It, or what was in it.
    if (std::any_of(stored->begin(), stored->end(),
                    [](const StoredSource& known) {
                      return known.read_by.has_value();
                    })) {
      source.status = SourceStatus::failed;
      source.reason += "; what was read from it before stays";
    }
  }
  return store_.save_source(source);
}

Result<void> Import::fail(Source& source, const Error& error) {
  return settle(source, status_of(error), reason_of(error, source.path));
}

Result<void> Import::write(Pending& pending) {
  Result<void> written;
  switch (pending.kind) {
    case Pending::Kind::enter:
      return open_container(pending);
    case Pending::Kind::leave:
      return close_container(pending.unpacked);
    case Pending::Kind::document:
      return write_document(pending);
    case Pending::Kind::settled:
      // Of what is not there the ledger keeps what it knows, if anything: it
      // may be misspelt, or on a disk that is away.
      if (pending.top && is_nowhere(pending.source.path)) break;
      written = settle(pending.source, pending.source.status,
                       std::string(pending.source.reason));
      break;
    case Pending::Kind::passed:
      written = pass_over(pending.source, pending.stored);
      break;
  }
  if (written) report(pending.source, pending.top);
  return written;
}

Result<void> Import::write_document(Pending& pending) {
  Source& source = pending.source;
  being_read_.erase(source.sha256);
  auto known = known_.extract(source.sha256);
  std::optional<StoredDocument> stored;
  if (!known.empty()) {
    stored = std::move(known.mapped());
  } else if (auto found = store_.find_by_sha256(source.sha256)) {
    stored = std::move(*found);
  } else {
    return Failure(found.error());
  }
  Result<void> written;
  const auto deadly = deadly_.find(source.sha256);
  if (stored && is_current(*stored, source.sha256)) {
    if (pending.ticket) (void)pool_->take(*pending.ticket);
    written = take_known(source, *stored);
  } else if (deadly != deadly_.end()) {
    source.stage = deadly->second.stage;
    source.milliseconds = deadly->second.milliseconds;
    written = settle(source, deadly->second.status, deadly->second.reason);
  } else {
    Answer answer = read(pending);
    if (answer.left) {
      if (!open_.empty() && !pending.top) open_.back().complete = false;
      return {};
    }
    if (pool_ != nullptr && pool_->trouble()) return Failure(*pool_->trouble());
    written = write_plan(source, std::move(answer));
  }
  if (written) report(source, pending.top);
  return written;
}

Result<void> Import::write_plan(Source& source, Answer answer) {
  source.milliseconds = answer.milliseconds;
  if (answer.plan) {
    read_now_.insert(source.sha256);
    known_.clear();
    return store_.save_plan(source, answer.plan->plan, answer.plan->kept);
  }
  source.stage = answer.stage;
  auto failed = fail(source, answer.plan.error());
  if (is_deadly(source.status)) deadly_.emplace(source.sha256, source);
  return failed;
}

Result<void> Import::take_known(Source& source, const StoredDocument& known) {
  const auto& paths = known.paths;
  const auto any = [&](auto holds) {
    return std::find_if(paths.begin(), paths.end(), holds);
  };
  if (any([&](const HeldPath& held) { return held.path == source.path; }) !=
      paths.end()) {
    source.status = SourceStatus::unchanged;
    return {};
  }
  known_.clear();
  Source stored = source;
  source.status = SourceStatus::unchanged;
  // Only paths that broke since led to it.
  if (paths.empty()) return store_.save_source(stored);
  if (const auto same = any([&](const HeldPath& held) {
        return is_other_spelling(held, source);
      });
      same != paths.end()) {
    source.reason = std::string(kKnownAs) + same->path;
    return {};
  }
  if (const auto moved =
          any([&](const HeldPath& held) { return has_moved(held, source); });
      moved != paths.end()) {
    source.reason = "moved from " + moved->path;
    return store_.move_source(moved->path, source.path);
  }
  return settle(source, SourceStatus::duplicate,
                std::string(kSameBytesAs) + paths.front().path);
}

// The text that was kept of these bytes by the same reading, if it may be used
// and can be had.
std::string Import::kept_of(const std::string& sha256) {
  if (options_.reading.empty() || options_.reread || options_.retry_deadly)
    return {};
  auto kept = store_.kept_text(sha256);
  return kept && starts_with(*kept, options_.reading + '\n') ? std::move(*kept)
                                                             : std::string();
}

Answer Import::read(Pending& pending) {
  const Source& source = pending.source;
  if (pool_ == nullptr || !pending.ticket) {
    std::string kept = kept_of(source.sha256);
    if (pool_ == nullptr) {
      Reading read =
          read_safely(read_plan_, {pending.bytes, source.path, kept});
      return {std::move(read.plan), Stage::read, read.milliseconds, false};
    }
    // Seldom: what it was taken for a copy of could not be read either.
    if (stop_asked()) return {ReadPlan(), Stage::open, 0, true};
    pending.ticket = pool_->give(source.path, std::move(pending.bytes),
                                 source.sha256, std::move(kept));
  }
  while (!pool_->is_done(*pending.ticket)) {
    pool_->wait();
    if (stop_asked()) pool_->take_back();
  }
  return pool_->take(*pending.ticket);
}

}  // namespace kehoach
