// Under which of several parents a plan hangs.

#include <algorithm>
#include <tuple>

#include "link/family.h"
#include "text/text.h"

namespace kehoach {
namespace {

// All that `from` names, however indirectly. A ring ends where it began.
void add_ancestors(const std::vector<FamilyMember>& members, std::size_t from,
                   std::set<std::size_t>& found) {
  std::vector<std::size_t> open = {from};
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const FamilyMember::Parent& parent : members[at].parents) {
      if (found.insert(parent.member).second) open.push_back(parent.member);
    }
  }
}

}  // namespace

int rank_of(const FamilyDocument& document) {
  constexpr int kNowhere = 100;
  const Tier tier = tier_named(
      std::string_view(document.unit).substr(0, document.unit.find('|')));
  if (tier == kNoTier) return kNowhere;
  return 2 * tier + (document.level == "unit" ? 1 : 0);
}

std::optional<std::size_t> nearest_parent(
    const std::vector<FamilyMember>& members, std::size_t member) {
  std::vector<std::size_t> parents;
  const auto& named = members[member].parents;
  for (const char* relation : {"implements", "basis", "cites"}) {
    for (const FamilyMember::Parent& parent : named) {
      if (parent.relation == relation && parent.member != member &&
          members[parent.member].shown)
        parents.push_back(parent.member);
    }
    if (!parents.empty()) break;
  }
  std::set<std::size_t> farther;
  for (const std::size_t parent : parents) {
    std::set<std::size_t> above;
    add_ancestors(members, parent, above);
    // Two that name each other are equally near.
    for (const std::size_t other : above) {
      std::set<std::size_t> back;
      add_ancestors(members, other, back);
      if (back.count(parent) == 0) farther.insert(other);
    }
  }
  std::optional<std::size_t> best;
  const auto key = [&](std::size_t at) {
    const FamilyDocument& d = members[at].document;
    return std::tuple(farther.count(at) == 0, rank_of(d),
                      std::string_view(d.issued_on), std::string_view(d.code));
  };
  for (const std::size_t parent : parents) {
    if (!best || key(*best) < key(parent)) best = parent;
  }
  return best;
}

}  // namespace kehoach
