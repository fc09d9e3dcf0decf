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

Result<void> Import::take_container(Source& source, ContainerKind kind,
                                    std::string_view bytes,
                                    UnpackBudget& budget) {
  const auto stored = store_.find_members(source.path);
  if (!stored) return Failure(stored.error());
  if (is_current(*stored, source)) return pass_over(source, *stored);
  if (!stored->empty()) {
    // Until its end is reached, what is stored of it is not all.
    Source begun = source;
    if (auto saved = settle(begun, SourceStatus::failed,
                            "was not read to its end; import it again");
        !saved) {
      return saved;
    }
  }
  Members members;
  Result<void> outcome;
  const Unpacked unpacked =
      unpack(kind, bytes, source.path, budget,
             [&](const std::string& path, const Result<std::string>& inside) {
               Source member;
               member.path = path;
               outcome = take_member(member, inside, budget);
               members.add(member, source.path);
               return outcome && !summary_.interrupted;
             });
  if (!outcome || summary_.interrupted) return outcome;
  return close_container(source, unpacked, members, *stored);
}

Result<void> Import::pass_over(Source& source,
                               const std::vector<StoredSource>& stored) {
  source.status = SourceStatus::unchanged;
  source.reason = stored.front().source.reason;
  for (auto known = stored.begin() + 1; known != stored.end(); ++known) {
    Source member = known->source;
    member.status = SourceStatus::unchanged;
    if (known->read_by) member.reason.clear();
    report(member);
  }
  return {};
}

Result<void> Import::take_member(Source& member,
                                 const Result<std::string>& bytes,
                                 UnpackBudget& budget) {
  announce(member.path);
  Result<void> taken =
      bytes ? take_bytes(member, *bytes, budget) : fail(member, bytes.error());
  if (!taken) return taken;
  report(member);
  summary_.interrupted = summary_.interrupted || stop_asked();
  return {};
}

Result<void> Import::close_container(Source& source, const Unpacked& unpacked,
                                     const Members& members,
                                     const std::vector<StoredSource>& stored) {
  const std::string count = std::to_string(unpacked.members) +
                            (unpacked.members == 1 ? " member" : " members");
  if (!unpacked.problem.empty()) {
    return settle(source, SourceStatus::failed,
                  unpacked.problem + " (" + count + " before that)");
  }
  if (stored.empty() && !members.known_as.empty() && !members.any_new) {
    source.status = SourceStatus::unchanged;
    source.reason = std::string(kKnownAs) + members.known_as;
    return {};
  }
  for (const StoredSource& known : stored) {
    const std::string& path = known.source.path;
    if (path == source.path || is_among(path, members.paths)) continue;
    if (auto dropped = store_.drop_source(path); !dropped) return dropped;
  }
  return settle(source, SourceStatus::loaded, count);
}

}  // namespace kehoach
