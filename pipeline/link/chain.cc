#include "link/chain.h"

#include <array>

namespace kehoach {
namespace {

constexpr std::array<Tier, 3> kUpwards = {kCommune, kDistrict, kProvince};

bool is_above(std::uint8_t tier, std::uint8_t own) {
  return own == kNoTier || tier < own;
}

// The one name of each tier above `own` that `units` agree on.
void take_agreed(const std::vector<const AdminUnit*>& units, std::uint8_t own,
                 Chain& chain) {
  for (const Tier tier : kUpwards) {
    if (!is_above(tier, own) || !chain.at(tier).empty()) continue;
    std::set<std::string> names;
    for (const AdminUnit* unit : units) {
      if (unit->tiers == tier && !unit->name.empty()) names.insert(unit->name);
    }
    if (names.size() == 1) chain.put(tier, *names.begin());
  }
}

void add_units(const IssuingBody& body, std::vector<const AdminUnit*>& units) {
  units.push_back(&body.unit);
  for (const AdminUnit& unit : body.above) units.push_back(&unit);
}

}  // namespace

Chain stated_chain(const IssuingBody& own,
                   const std::vector<CitedBody>& cited) {
  std::vector<const AdminUnit*> behind, parents, all;
  for (const AdminUnit& unit : own.above) behind.push_back(&unit);
  for (const CitedBody& c : cited) {
    if (c.as_parent) add_units(c.body, parents);
    add_units(c.body, all);
  }
  Chain chain;
  if (own.unit.tiers == kCentral) return chain;
  for (const auto* units : {&behind, &parents, &all})
    take_agreed(*units, own.unit.tiers, chain);
  return chain;
}

void UnitVotes::add(const AdminUnit& unit, const Chain& stated) {
  const std::string key = unit.key();
  if (key.empty()) return;
  for (const Tier tier : kUpwards) {
    if (is_above(tier, unit.tiers) && !stated.at(tier).empty())
      above_[key][tier].insert(stated.at(tier));
  }
}

void UnitVotes::fill(Chain& chain, std::uint8_t tier, const std::string& name,
                     const Places& places) const {
  const auto votes = above_.find(AdminUnit{tier, name, ""}.key());
  for (const Tier upper : kUpwards) {
    if (!is_above(upper, tier) || !chain.at(upper).empty()) continue;
    if (votes != above_.end()) {
      const auto names = votes->second.find(upper);
      if (names != votes->second.end() && names->second.size() == 1)
        chain.put(upper, *names->second.begin());
    }
  }
  const std::string listed = places.above(tier, name);
  if (listed.empty()) return;
  // The list names what lies directly above: a district of a commune, or its
  // province.
  for (const ListedUnit& unit : places.listed()) {
    if (unit.name == listed && is_above(unit.tier, tier) &&
        chain.at(unit.tier).empty())
      chain.put(unit.tier, listed);
  }
}

Chain UnitVotes::complete(const AdminUnit& own, Chain stated,
                          const Places& places) const {
  Chain chain = std::move(stated);
  for (const Tier tier : kUpwards) {
    if (own.tiers == tier && !own.name.empty()) chain.put(tier, own.name);
  }
  for (const Tier tier : kUpwards) {
    const std::string name = chain.at(tier);
    if (!name.empty()) fill(chain, tier, name, places);
  }
  return chain;
}

}  // namespace kehoach
