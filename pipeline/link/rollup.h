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

// One plan against the plan above it.
struct EdgeAudit {
  bool done = false;
  std::size_t parent = 0;  // the node that it was audited against
  // By the parent's obligations: what becomes of each, and which obligations of
  // this plan carry it out.
  std::vector<Coverage> status;
  std::vector<std::vector<std::uint32_t>> answers;
  std::size_t findings = 0;   // later deadlines, weaker targets, ...
  std::size_t justified = 0;  // gaps for which people gave a reason that holds
};

// One obligation of the root.
struct RollupRow {
  AuditedObligation obligation;
  CoverageCounts direct{};  // by the plans right below the root
  CoverageCounts deep{};    // by all plans below, through those between
  // The same by level: province, district, commune. Plans of departments and
  // schools carry out their share only and are counted nowhere.
  std::array<CoverageCounts, 3> levels{};
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
};

// What becomes of each obligation of the root (`obligations` of them) at each
// node. A plan carries an obligation of the root out if it carries out what the
// plan above it makes of that: more than two thirds of those obligations wholly
// is covered, nothing of any is missing; and no plan covers what is missing or
// partial above it better than that. A pure function; linear in all links.
[[nodiscard]] std::vector<std::vector<Coverage>> roll_up(
    std::size_t root, std::size_t obligations,
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
