#include "link/versions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "link/full_date.h"
#include "text/text.h"

namespace kehoach {
namespace {

// A shorter title tells one plan of a year from no other.
constexpr std::size_t kShortestTitle = 12;

class Groups {
 public:
  explicit Groups(std::size_t size) : above_(size) {
    std::iota(above_.begin(), above_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t at) {
    while (above_[at] != at) at = above_[at] = above_[above_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    above_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> above_;
};

using Bucket = std::vector<std::size_t>;
using Buckets = std::map<std::string, Bucket>;

// Joins the documents of a bucket that bear one date, and those with a part of
// a date to the only whole one that fits.
void join_dates(const Bucket& bucket,
                const std::vector<VersionedDocument>& documents,
                Groups& groups) {
  std::map<std::string, std::size_t> whole, partial;
  for (const std::size_t at : bucket) {
    const std::string& date = documents[at].issued_on;
    auto& dates = is_full(date) ? whole : partial;
    const auto [known, added] = dates.emplace(date, at);
    if (!added) groups.join(known->second, at);
  }
  for (const auto& [date, at] : partial) {
    std::vector<std::size_t> fits;
    for (auto it = whole.lower_bound(date);
         it != whole.end() && starts_with(it->first, date); ++it)
      fits.push_back(it->second);
    if (fits.size() == 1) groups.join(fits.front(), at);
  }
}

// Joins documents of one number and day whose issuer was lost to the only
// issuer that is known.
void join_unknown_issuers(const Bucket& bucket,
                          const std::vector<VersionedDocument>& documents,
                          Groups& groups) {
  std::map<std::string, std::size_t> issuers;
  std::map<std::string, std::size_t> lost;  // by title
  for (const std::size_t at : bucket) {
    const VersionedDocument& d = documents[at];
    auto& known = d.who.empty() ? lost : issuers;
    const std::string key = d.who.empty() ? fold_for_search(d.title) : d.who;
    const auto [first, added] = known.emplace(key, at);
    if (!added && d.who.empty()) groups.join(first->second, at);
  }
  if (issuers.size() != 1) return;
  const std::size_t issued = issuers.begin()->second;
  const std::string title = fold_for_search(documents[issued].title);
  for (const auto& [other, at] : lost) {
    if (other == title) groups.join(issued, at);
  }
}

// A draft may be older than what was issued, in the same year.
bool is_draft_of(const std::string& draft, const std::string& issued) {
  if (draft.size() < 4 || issued.size() < 4) return false;
  if (starts_with(issued, draft)) return true;
  return is_full(draft) && is_full(issued) &&
         draft.compare(0, 4, issued, 0, 4) == 0 && draft <= issued;
}

// Joins drafts of one issuer and title to the only number that fits.
void join_drafts(const Bucket& bucket,
                 const std::vector<VersionedDocument>& documents,
                 Groups& groups) {
  std::map<std::string, std::size_t> drafts;  // by date
  Bucket issued;
  for (const std::size_t at : bucket) {
    if (!documents[at].code.number.empty()) {
      issued.push_back(at);
      continue;
    }
    const auto [first, added] = drafts.emplace(documents[at].issued_on, at);
    if (!added) groups.join(first->second, at);
  }
  if (drafts.empty()) return;
  // One document of each issued plan is enough to compare with.
  std::map<std::pair<std::string, std::string>, std::size_t> plans;
  for (const std::size_t at : issued)
    plans.emplace(std::pair(documents[at].code.key(), documents[at].issued_on),
                  at);
  for (const auto& [date, draft] : drafts) {
    std::map<std::size_t, std::size_t> fits;  // by group
    for (const auto& [key, at] : plans) {
      if (is_draft_of(date, key.second)) fits.emplace(groups.find(at), at);
    }
    if (fits.size() == 1) groups.join(fits.begin()->second, draft);
  }
}

int format_rank(std::string_view media_type) {
  if (media_type.find("wordprocessing") != std::string_view::npos) return 0;
  if (starts_with(media_type, "text/plain")) return 1;
  if (starts_with(media_type, "text/markdown")) return 2;
  if (starts_with(media_type, "text/")) return 3;
  if (starts_with(media_type, "image/")) return 6;
  return media_type == "application/pdf" ? 5 : 4;
}

// Whatever the order in which they came: the last word has the SHA-256.
std::size_t best_of(const Bucket& group,
                    const std::vector<VersionedDocument>& documents,
                    const std::function<bool(DocumentId)>& recognised) {
  const auto rank = [&](std::size_t at) {
    const VersionedDocument& d = documents[at];
    return std::tuple(d.code.number.empty(), recognised(d.id), d.who.empty(),
                      !is_full(d.issued_on), format_rank(d.media_type),
                      d.sha256);
  };
  std::size_t best = group.front();
  auto best_rank = rank(best);
  for (const std::size_t at : group) {
    auto other = rank(at);
    if (other < best_rank) {
      best = at;
      best_rank = std::move(other);
    }
  }
  return best;
}

Groups group(const std::vector<VersionedDocument>& documents) {
  Buckets by_issuer, by_day, by_title;
  for (std::size_t at = 0; at < documents.size(); ++at) {
    const VersionedDocument& d = documents[at];
    const CodeParts& c = d.code;
    const std::string number = c.number + '|' + c.year + '|' + c.type + '|';
    if (!c.number.empty() && !d.who.empty())
      by_issuer[number + d.who].push_back(at);
    if (!c.number.empty() && is_full(d.issued_on))
      by_day[number + c.organ + '|' + d.issued_on].push_back(at);
    std::string title = fold_for_search(d.title);
    if (!d.issuer.empty() && title.size() >= kShortestTitle) {
      title.append("|").append(c.type).append("|").append(fold_name(d.issuer));
      by_title[title].push_back(at);
    }
  }
  Groups groups(documents.size());
  for (const auto& [key, bucket] : by_issuer)
    join_dates(bucket, documents, groups);
  for (const auto& [key, bucket] : by_day)
    join_unknown_issuers(bucket, documents, groups);
  for (const auto& [key, bucket] : by_title)
    join_drafts(bucket, documents, groups);
  return groups;
}

}  // namespace

std::vector<VersionRow> group_versions(
    const std::vector<VersionedDocument>& documents,
    const std::function<bool(DocumentId)>& recognised) {
  Groups groups = group(documents);
  std::map<std::size_t, Bucket> members;
  std::vector<VersionRow> rows(documents.size());
  for (std::size_t at = 0; at < documents.size(); ++at) {
    members[groups.find(at)].push_back(at);
    rows[at].plan = documents[at].id;
  }
  for (const auto& [first, group] : members) {
    if (group.size() == 1) continue;
    const std::size_t best = best_of(group, documents, recognised);
    const bool issued = !documents[best].code.number.empty();
    for (const std::size_t at : group) {
      const bool draft = issued && documents[at].code.number.empty();
      rows[at] = {documents[best].id, at == best ? PlanVersion::main
                                      : draft    ? PlanVersion::draft
                                                 : PlanVersion::copy};
    }
  }
  return rows;
}

}  // namespace kehoach
