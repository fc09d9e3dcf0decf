// Which units have no plan in a family yet.

#include <algorithm>
#include <map>

#include "link/family.h"
#include "text/text.h"

namespace kehoach {
namespace {

// Law 72/2025/QH15: districts end with June 2025.
constexpr std::string_view kTwoTiersFrom = "2025-07-01";

using Names = std::set<std::string>;
// Names of units of one tier, by what lies above them (`province|cửu hà`).
using UnitsWithin = std::map<std::string, Names>;

std::string key_of(Tier tier, const std::string& name) {
  return AdminUnit{tier, name, ""}.key();
}

class Gaps {
 public:
  Gaps(const PlanFamily& family, const Places& places,
       const std::vector<std::pair<std::string, std::string>>& known_units)
      : places_(places) {
    const FamilyDocument& root = family.nodes.front().document;
    day_ = root.issued_on;
    root_ = unit_of(root.unit);
    for (const FamilyNode& node : family.nodes) {
      if (node.document.level == "unit") continue;
      const AdminUnit unit = unit_of(node.document.unit);
      if (unit.tiers > kCentral) present_[unit.tiers].insert(unit.name);
    }
    for (const auto& [unit, within] : known_units) learn(unit, within);
    for (const ListedUnit& unit : places.listed()) {
      for (const Tier tier : {kProvince, kDistrict}) {
        if (!unit.within.empty() && tier < unit.tier)
          within_[unit.tier][key_of(tier, unit.within)].insert(unit.name);
      }
    }
  }

  [[nodiscard]] std::vector<FamilyGap> find() {
    if (root_.tiers == kCentral) provinces();
    const bool districts = day_.empty() || day_ < kTwoTiersFrom;
    if (root_.tiers <= kProvince) {
      if (districts) below(kProvince, kDistrict);
      if (districts) below(kDistrict, kCommune);
      if (!districts) below(kProvince, kCommune);
    } else if (root_.tiers == kDistrict) {
      below(kDistrict, kCommune);
    }
    return std::move(gaps_);
  }

 private:
  static AdminUnit unit_of(std::string_view key) {
    const std::size_t bar = key.find('|');
    if (bar == std::string_view::npos) return {};
    return {tier_named(key.substr(0, bar)), std::string(key.substr(bar + 1)),
            ""};
  }

  void learn(const std::string& unit_key, const std::string& within) {
    const AdminUnit unit = unit_of(unit_key);
    const Chain chain = Chain::from_text(within);
    for (const Tier tier : {kProvince, kDistrict}) {
      if (tier < unit.tiers && !chain.at(tier).empty())
        within_[unit.tiers][key_of(tier, chain.at(tier))].insert(unit.name);
    }
  }

  // A province whose successor has a plan is not missed.
  [[nodiscard]] bool has_plan(Tier tier, const std::string& name) const {
    const auto names = present_.find(tier);
    if (names == present_.end()) return false;
    if (names->second.count(name) > 0) return true;
    return tier == kProvince &&
           std::any_of(names->second.begin(), names->second.end(),
                       [&](const std::string& other) {
                         return places_.went_into(name, other);
                       });
  }

  void provinces() {
    FamilyGap gap;
    gap.level = name_of_tier(kProvince);
    gap.present = present_[kProvince].size();
    for (const ListedUnit& unit : places_.listed()) {
      const bool then =
          day_.size() < 4 ? unit.until.empty() : unit.exists_on(day_);
      if (unit.tier == kProvince && then && !has_plan(kProvince, unit.name))
        gap.units.push_back(unit.printed);
    }
    std::sort(gap.units.begin(), gap.units.end(),
              [](const std::string& a, const std::string& b) {
                return fold_for_search(a) < fold_for_search(b);
              });
    gaps_.push_back(std::move(gap));
  }

  // Units of `tier` in the units of `upper` that have a plan.
  void below(Tier upper, Tier tier) {
    bool any = false;
    for (const std::string& name : present_[upper]) {
      const auto known = within_[tier].find(key_of(upper, name));
      if (known == within_[tier].end()) continue;
      FamilyGap gap;
      gap.level = name_of_tier(tier);
      gap.within = printed_name(name);
      for (const std::string& unit : known->second) {
        if (has_plan(tier, unit)) {
          ++gap.present;
        } else {
          gap.units.push_back(printed_name(unit));
        }
      }
      any = any || gap.present > 0;
      if (!gap.units.empty()) gaps_.push_back(std::move(gap));
    }
    if (any || !present_[tier].empty()) return;
    FamilyGap none;
    none.level = name_of_tier(tier);
    gaps_.push_back(std::move(none));
  }

  const Places& places_;
  std::string day_;
  AdminUnit root_;
  std::map<std::uint8_t, Names> present_;
  std::map<std::uint8_t, UnitsWithin> within_;
  std::vector<FamilyGap> gaps_;
};

}  // namespace

std::vector<FamilyGap> gaps_of(
    const PlanFamily& family, const Places& places,
    const std::vector<std::pair<std::string, std::string>>& known_units) {
  return Gaps(family, places, known_units).find();
}

}  // namespace kehoach
