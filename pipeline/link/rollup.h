// The audit of a whole family: what becomes of the obligations of its root,
// level by level. Part of link.h.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/audit.h"
#include "rulebook/rulebook.h"
#include "store/store.h"

namespace kehoach {

struct PlanFamily;

// How many plans cover something, by Coverage.
using CoverageCounts = std::array<std::uint64_t, kCoverages>;

// A gap between a plan and the plan above it for which people gave a reason
// that holds.
struct JustifiedGap {
  std::uint32_t above = 0;              // by the parent's obligations
  AuditedObligation obligation;         // of the parent
  Coverage status = Coverage::missing;  // as people say
  AuditReview review;                   // the reason, and who gave it
  // The obligations of the root that it is about, in order; none where it
  // carries out nothing of the root.
  std::vector<std::uint32_t> rows;
  friend bool operator==(const JustifiedGap&, const JustifiedGap&) = default;
};

// One plan against the plan above it.
struct EdgeAudit {
  bool done = false;
  std::size_t parent = 0;  // the node that it was audited against
  // By the parent's obligations: what becomes of each, and which obligations of
  // this plan carry it out; as people say where they judged, else as found.
  std::vector<Coverage> status;
  std::vector<std::vector<std::uint32_t>> answers;
  std::size_t corrected = 0;            // of status: people overruled it
  std::size_t findings = 0;             // later deadlines, weaker targets, ...
  std::vector<JustifiedGap> justified;  // as the parent's obligations
};

// One obligation of the root.
struct RollupRow {
  AuditedObligation obligation;
  CoverageCounts direct{};  // by the plans right below the root
  CoverageCounts deep{};    // by all plans below, through those between
  // The same by level: province, district, commune. Plans of departments and
  // schools carry out their share only and are counted nowhere.
  std::array<CoverageCounts, 3> levels{};
  // Of `deep`, what is not covered and wholly justified.
  std::uint64_t justified = 0;
};
inline constexpr std::array<std::string_view, 3> kRollupLevels = {
    "province", "district", "commune"};

struct TreeAudit {
  std::size_t root = 0;          // the node whose obligations are followed
  std::vector<EdgeAudit> edges;  // as the family's nodes
  std::vector<RollupRow> rows;
  // By node, then by row: what becomes of the root's obligation there, through
  // the plans between. Empty for nodes that were not audited.
  std::vector<std::vector<Coverage>> through;
  // In the same places: not covered, and all that is lacking is justified.
  std::vector<std::vector<bool>> justified;
};

// What `roll_up` finds: by node, then by row.
struct RolledUp {
  std::vector<std::vector<Coverage>> through;
  std::vector<std::vector<bool>> justified;
  // By node, then by its justified gap: the rows that it is about.
  std::vector<std::vector<std::vector<std::uint32_t>>> about;
};

// What becomes of each obligation of the root (`obligations` of them) at each
// node. A plan carries an obligation of the root out if it carries out what the
// plan above it makes of that: more than two thirds of those obligations wholly
// is covered, nothing of any is missing; and no plan covers what is missing or
// partial above it better than that. A pure function; linear in all links.
//
// A reason changes no status. A cell that is not covered is justified where
// each gap that it stands on is: those of this plan, and what is lacking above
// it.
[[nodiscard]] RolledUp roll_up(std::size_t root, std::size_t obligations,
                               const std::vector<EdgeAudit>& edges);

struct TreeAuditOptions {
  std::size_t threads = 1;
  // Called as plans are done, from one thread at a time. May be empty.
  std::function<void(std::uint64_t done, std::uint64_t all)> on_progress;
};
// Opens the database once more, for another thread.
using StoreOpener = std::function<Result<std::unique_ptr<Store>>()>;

// Audits every plan of `family` against the nearest plan above it that has
// obligations, and follows those of the root; where that has none or is not in
// the archive, of the only plan below it that has some. The same for any number
// of threads. One audit a plan: linear in their number; holds one parent and
// one child a thread.
//
// Error: no such plan, or several; the database cannot be read.
[[nodiscard]] Result<TreeAudit> audit_family(const StoreOpener& open,
                                             const Rulebook& rules,
                                             const PlanFamily& family,
                                             const TreeAuditOptions& options);

}  // namespace kehoach
