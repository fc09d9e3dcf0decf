// Containers on their way through an import.

#include <algorithm>

#include "ingest/import.h"
#include "text/text.h"

namespace kehoach {
namespace {

// True for a path of `paths`, and for one inside a container of `paths`.
bool is_among(const std::string& path,
              const std::unordered_set<std::string>& paths) {
  for (std::size_t at = path.find(kMemberMark); at != std::string::npos;
       at = path.find(kMemberMark, at + 1)) {
    if (paths.count(path.substr(0, at)) > 0) return true;
  }
  return paths.count(path) > 0;
}

}  // namespace

void Members::add(const Source& member, const std::string& container) {
  paths.insert(member.path);
  any_new = any_new || member.status == SourceStatus::loaded ||
            member.status == SourceStatus::duplicate;
  if (starts_with(member.reason, kKnownAs)) {
    const std::size_t name = member.path.size() - container.size();
    known_as = member.reason.substr(
        kKnownAs.size(), member.reason.size() - kKnownAs.size() - name);
  }
}

// Its own row must be there, which is written when all of it has been read, and
// all that is in it must have been read, by this reader.
bool Import::is_current(const std::vector<StoredSource>& stored,
                        const Source& container) const {
  if (options_.reread || stored.empty()) return false;
  const Source& own = stored.front().source;
  if (own.path != container.path || own.sha256 != container.sha256)
    return false;
  return std::all_of(
      stored.begin(), stored.end(), [&](const StoredSource& known) {
        return (known.source.status == SourceStatus::loaded ||
                known.source.status == SourceStatus::duplicate) &&
               (!known.read_by || known.read_by == options_.reader);
      });
}

// ---- taking in

// False where it is passed over.
Result<bool> Import::begin_container(Source source, bool top) {
  auto stored = store_.find_members(source.path);
  if (!stored) return Failure(stored.error());
  const bool passed = is_current(*stored, source);
  Pending pending{passed ? Pending::Kind::passed : Pending::Kind::enter,
                  std::move(source),
                  top,
                  {},
                  {}};
  pending.stored = std::move(*stored);
  if (auto pushed = push(std::move(pending)); !pushed)
    return Failure(pushed.error());
  return !passed;
}

Result<void> Import::take_container(Source source, std::string_view bytes) {
  const std::string path = source.path;
  const auto begun = begin_container(std::move(source), true);
  if (!begun) return Failure(begun.error());
  if (!*begun) return {};
  outcome_ = {};
  if (pool_ == nullptr) {
    (void)walk_container(bytes, path, options_.containers, *this);
  } else {
    (void)pool_->unpack(bytes, path, options_.containers, *this);
  }
  return outcome_;
}

// Keeps the first failure of the store; a walk goes on only without.
bool Import::keep(Result<void> result) {
  if (outcome_) outcome_ = std::move(result);
  return outcome_ && !stop_asked();
}

bool Import::document(const std::string& path, Result<std::string> bytes) {
  if (!outcome_) return false;
  announce(path);
  Source source;
  source.path = path;
  if (!bytes) {
    source.status = status_of(bytes.error());
    source.reason = reason_of(bytes.error(), path);
    source.stage = Stage::unpack;
    return keep(
        push({Pending::Kind::settled, std::move(source), false, {}, {}}));
  }
  if (pool_ != nullptr && !keep(make_room())) return false;
  source.sha256 = sha256_hex(*bytes);
  source.bytes = bytes->size();
  source.file = file_;
  return keep(take_document(std::move(source), std::move(*bytes), false));
}

// False passes over the container and does not end the walk: what comes next
// does, where there was a failure.
bool Import::enter(const Source& container) {
  if (!outcome_) return false;
  announce(container.path);
  if (pool_ != nullptr && stop_asked()) return false;
  const auto begun = begin_container(container, false);
  if (!begun) outcome_ = Failure(begun.error());
  return begun && *begun;
}

bool Import::leave(const Unpacked& unpacked) {
  if (!outcome_ || stop_asked()) return false;
  Pending pending{Pending::Kind::leave, {}, false, {}, {}};
  pending.unpacked = unpacked;
  return keep(push(std::move(pending)));
}

// ---- writing

Result<void> Import::open_container(Pending& pending) {
  Open open{std::move(pending.source),
            pending.top,
            std::move(pending.stored),
            {},
            true};
  if (!open.stored.empty()) {
    // Until its end is reached, what is stored of it is not all.
    Source begun = open.source;
    begun.stage = Stage::unpack;
    if (auto saved = settle(begun, SourceStatus::failed,
                            "was not read to its end; import it again");
        !saved) {
      return saved;
    }
  }
  open_.push_back(std::move(open));
  return {};
}

Result<void> Import::pass_over(Source& source,
                               const std::vector<StoredSource>& stored) {
  source.status = SourceStatus::unchanged;
  source.reason = stored.front().source.reason;
  for (auto known = stored.begin() + 1; known != stored.end(); ++known) {
    Source member = known->source;
    member.status = SourceStatus::unchanged;
    if (known->read_by) member.reason.clear();
    ++summary_.counts[member.status];
    tell(std::move(member));
  }
  return {};
}

Result<void> Import::close_container(const Unpacked& unpacked) {
  Open open = std::move(open_.back());
  open_.pop_back();
  if (!open.complete) {
    if (!open_.empty()) open_.back().complete = false;
    return {};
  }
  if (auto settled = settle_container(open, unpacked); !settled) return settled;
  report(open.source, open.top);
  return {};
}

Result<void> Import::settle_container(Open& open, const Unpacked& unpacked) {
  Source& source = open.source;
  const std::string count = std::to_string(unpacked.members) +
                            (unpacked.members == 1 ? " member" : " members");
  if (!unpacked.problem.empty()) {
    source.stage = Stage::unpack;
    return settle(source, status_of(Error{unpacked.kind, {}}),
                  unpacked.problem + " (" + count + " before that)");
  }
  if (open.stored.empty() && !open.members.known_as.empty() &&
      !open.members.any_new) {
    source.status = SourceStatus::unchanged;
    source.reason = std::string(kKnownAs) + open.members.known_as;
    return {};
  }
  for (const StoredSource& known : open.stored) {
    const std::string& path = known.source.path;
    if (path == source.path || is_among(path, open.members.paths)) continue;
    if (auto dropped = store_.drop_source(path); !dropped) return dropped;
  }
  return settle(source, SourceStatus::loaded, count);
}

}  // namespace kehoach
