// The graph behind a family of plans. Private to link/.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/link.h"
#include "link/places.h"

namespace kehoach {

// A document of the family while it is gathered.
struct FamilyMember {
  FamilyDocument document;
  LinkState state = LinkState::resolved;
  struct Parent {
    std::size_t member = 0;
    std::string relation;
  };
  std::vector<Parent> parents;        // members that it names
  std::vector<std::size_t> cited_by;  // members; of absent documents
  bool shown = true;                  // false: an absent one that leads nowhere
};

// How near to the people that do the work a body is: the centre first, a
// department behind the committee of its unit, what belongs to no unit last.
[[nodiscard]] int rank_of(const FamilyDocument& document);

// The parent under which a member hangs: one that names the others (however
// indirectly), else the nearest by rank, else the latest. Nothing where it has
// none.
[[nodiscard]] std::optional<std::size_t> nearest_parent(
    const std::vector<FamilyMember>& members, std::size_t member);

// Plans of units that are not there; see FamilyGap.
[[nodiscard]] std::vector<FamilyGap> gaps_of(
    const PlanFamily& family, const Places& places,
    const std::vector<std::pair<std::string, std::string>>& known_units);

}  // namespace kehoach
