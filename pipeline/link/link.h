// Room 5: what citations lead to, across documents, and the families of plans
// that come of it.
//
// A citation is resolved by number, issuer and date: the same number exists in
// every province and every year. Where the issuer is said without a name (`UBND
// tỉnh`), it is that of the citing document's chain: a commune lies in its
// district, since July 2025 in its province alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "link/rollup.h"  // IWYU pragma: export
#include "rulebook/rulebook.h"
#include "store/store.h"

namespace kehoach {

struct LinkSummary {
  std::uint64_t looked_at = 0;  // citations that were decided now
  LinkCounts counts;            // of all
};

// Brings links, versions and near duplicates of `store` up to date. Works on
// what has changed: new citations, those whose target is gone, and those whose
// candidates are others than before; with other rules on all. The outcome
// depends on the documents and the rules, not on the order in which they came:
// an imported parent resolves the citations of its children, a dropped one
// opens them again.
//
// Part of the batch of the import that is running; lost with it. Error: as the
// store. Linear in documents and in the citations that are looked at; near
// duplicates take n log n where a document came or went.
[[nodiscard]] Result<LinkSummary> link_archive(Store& store,
                                               const Rulebook& rules);

// A plan of a family, or a document that its plans name and the archive lacks.
struct FamilyNode {
  FamilyDocument document;  // id 0: not in the archive
  int parent = -1;          // the node above; -1 for the root
  std::size_t depth = 0;
  std::string relation;  // to the node above: implements, basis, cites
  // Nothing states that it hangs here: plans that carry it out also carry out
  // the node above.
  bool inferred = false;
  LinkState state = LinkState::resolved;  // of the citations of an absent one
  std::size_t children = 0;
  std::size_t hidden = 0;  // plans below that were cut off
};

// Units of one level, within one unit, whose plan is not in the family.
struct FamilyGap {
  std::string level;   // province, district, commune
  std::string within;  // the unit above, printed; empty for the whole country
  std::vector<std::string> units;  // printed; sorted as the list is
  std::size_t present = 0;         // units of the level that have one
};

// A citation of the family that leads to no plan.
struct OpenReference {
  std::size_t node = 0;  // who cites
  FamilyEdge edge;
};

struct PlanFamily {
  std::vector<FamilyNode> nodes;  // the root first, each before its children
  std::vector<FamilyGap> gaps;
  std::vector<OpenReference> open;
  std::vector<FamilyDocument> others;  // plans that the name may mean as well
};

// The plans that carry out `root` (a code, with accents or without, or `#id`),
// down to `depth` levels below it (0: all). A plan that names a chain of
// documents hangs under the nearest. No nodes where nothing is known of `root`;
// a document that is only cited is a root too.
[[nodiscard]] Result<PlanFamily> family_of(Store& store, const Rulebook& rules,
                                           std::string_view root,
                                           std::size_t depth = 0);

}  // namespace kehoach
