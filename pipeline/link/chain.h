// The issuing chain: which units lie above a document's own. Private to link/.
//
// Letterheads of districts do not say in which province they lie. The plans
// that they cite do: what a document names with a place of its own is taken
// first, then what other documents of the same unit name, if they agree.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "link/places.h"

namespace kehoach {

// A body that a document cites, and why.
struct CitedBody {
  IssuingBody body;
  bool as_parent = false;  // implements or basis
};

// The units above `own` that the document itself names: behind its issuer, else
// as issuers of what it carries out, else of what it cites, where only one is
// named.
[[nodiscard]] Chain stated_chain(const IssuingBody& own,
                                 const std::vector<CitedBody>& cited);

// What all documents say about the units above each unit.
class UnitVotes {
 public:
  void add(const AdminUnit& unit, const Chain& stated);
  // `stated` with the unit itself, and with what lies above it where that is
  // not stated and all others agree. Towns of one name in two provinces do not.
  [[nodiscard]] Chain complete(const AdminUnit& own, Chain stated,
                               const Places& places) const;

 private:
  using Names = std::set<std::string>;
  void fill(Chain& chain, std::uint8_t tier, const std::string& name,
            const Places& places) const;
  std::map<std::string, std::map<std::uint8_t, Names>, std::less<>> above_;
};

}  // namespace kehoach
