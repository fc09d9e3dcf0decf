// What all forms of the audit of a family show. Private to report/.
#pragma once

#include <string>
#include <vector>

#include "link/link.h"

namespace kehoach {

// How many plans are counted.
[[nodiscard]] std::uint64_t sum_of(const CoverageCounts& counts);
// The share that is covered, partial ones by half; 0 where none is counted.
[[nodiscard]] double heat_of(const CoverageCounts& counts);

// A column of counts: right below the root, through all levels, one level.
struct TreeColumn {
  std::string name;
  CoverageCounts RollupRow::*counts;  // null: of a level
  std::size_t level = 0;
  [[nodiscard]] const CoverageCounts& of(const RollupRow& row) const {
    return counts != nullptr ? row.*counts : row.levels[level];
  }
};
// Shallow and deep coverage, then the levels that have plans.
[[nodiscard]] std::vector<TreeColumn> tree_columns(const TreeAudit& audit);

// How many plans were audited.
[[nodiscard]] std::size_t audited_plans(const TreeAudit& audit);

}  // namespace kehoach
