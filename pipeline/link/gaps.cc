// Which units have no plan in a family yet.

#include <algorithm>
#include <map>

#include "link/family.h"
#include "text/text.h"

namespace kehoach {
namespace {

// What lies above each unit of one name, as far as it is known.
using Units = std::map<std::string, std::set<Chain>>;
// Units of one tier, by what lies above them (`province|cửu hà`).
using UnitsWithin = std::map<std::string, Units>;

// Whether they may be one: there are communes of one name in many districts.
bool may_be_one(const Chain& a, const Chain& b) {
  const auto agree = [](const std::string& x, const std::string& y) {
    return x.empty() || y.empty() || x == y;
  };
  return agree(a.province, b.province) && agree(a.district, b.district);
}

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
      if (unit.tiers > kCentral) {
        present_[unit.tiers][unit.name].insert(
            Chain::from_text(node.document.within));
      }
    }
    for (const auto& [unit, within] : known_units) learn(unit, within);
    for (const ListedUnit& unit : places.listed()) {
      for (const Tier tier : {kProvince, kDistrict}) {
        if (unit.within.empty() || tier >= unit.tier) continue;
        Chain above;
        above.put(tier, unit.within);
        within_[unit.tier][key_of(tier, unit.within)][unit.name].insert(above);
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
        within_[unit.tiers][key_of(tier, chain.at(tier))][unit.name].insert(
            chain);
    }
  }

  // Whether a unit of this name has one that may lie in `above`.
  [[nodiscard]] bool has_plan(Tier tier, const std::string& name,
                              const Chain& above) const {
    const auto units = present_.find(tier);
    if (units == present_.end()) return false;
    const auto known = units->second.find(name);
    return known != units->second.end() &&
           std::any_of(
               known->second.begin(), known->second.end(),
               [&](const Chain& other) { return may_be_one(other, above); });
  }

  // A province whose successor has a plan is not missed.
  [[nodiscard]] bool has_plan(const ListedUnit& province) {
    const Units& units = present_[kProvince];
    return units.count(province.name) > 0 ||
           std::any_of(units.begin(), units.end(), [&](const auto& other) {
             return places_.went_into(province.name, other.first);
           });
  }

  void provinces() {
    FamilyGap gap;
    gap.level = name_of_tier(kProvince);
    gap.present = present_[kProvince].size();
    for (const ListedUnit& unit : places_.listed()) {
      const bool then =
          day_.size() < 4 ? unit.until.empty() : unit.exists_on(day_);
      if (unit.tier == kProvince && then && !has_plan(unit))
        gap.units.push_back(unit.printed);
    }
    std::sort(gap.units.begin(), gap.units.end(),
              [](const std::string& a, const std::string& b) {
                return fold_for_search(a) < fold_for_search(b);
              });
    gaps_.push_back(std::move(gap));
  }

  // The units of one name that have a plan, by what lies above them; where that
  // is not known of some, they are taken for the others.
  static std::set<Chain> told_apart(const std::set<Chain>& all) {
    std::set<Chain> apart;
    for (const Chain& chain : all) {
      if (!chain.province.empty()) apart.insert({chain.province, "", ""});
    }
    if (apart.empty()) apart.insert(Chain{});
    return apart;
  }

  // Units of `tier` in the units of `upper` that have a plan.
  void below(Tier upper, Tier tier) {
    bool any = false;
    for (const auto& [name, chains] : present_[upper]) {
      const auto known = within_[tier].find(key_of(upper, name));
      if (known == within_[tier].end()) continue;
      for (Chain above : told_apart(chains)) {
        above.put(upper, name);
        FamilyGap gap = gap_in(above, tier, known->second);
        gap.within = printed_name(name);
        any = any || gap.present > 0;
        if (!gap.units.empty()) gaps_.push_back(std::move(gap));
      }
    }
    if (any || !present_[tier].empty()) return;
    FamilyGap none;
    none.level = name_of_tier(tier);
    gaps_.push_back(std::move(none));
  }

  [[nodiscard]] FamilyGap gap_in(const Chain& above, Tier tier,
                                 const Units& known) const {
    FamilyGap gap;
    gap.level = name_of_tier(tier);
    for (const auto& [name, chains] : known) {
      const bool lies_there = std::any_of(
          chains.begin(), chains.end(),
          [&](const Chain& chain) { return may_be_one(chain, above); });
      if (!lies_there) continue;
      if (has_plan(tier, name, above)) {
        ++gap.present;
      } else {
        gap.units.push_back(printed_name(name));
      }
    }
    return gap;
  }

  const Places& places_;
  std::string day_;
  AdminUnit root_;
  std::map<std::uint8_t, Units> present_;
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
