#include "report/tree_audit_parts.h"

#include <algorithm>

#include "report/words.h"

namespace kehoach {

std::uint64_t sum_of(const CoverageCounts& counts) {
  return counts[0] + counts[1] + counts[2];
}

double heat_of(const CoverageCounts& counts) {
  const auto all = static_cast<double>(sum_of(counts));
  if (all == 0) return 0;
  return (static_cast<double>(counts[0]) + static_cast<double>(counts[1]) / 2) /
         all;
}

std::vector<TreeColumn> tree_columns(const TreeAudit& audit) {
  std::vector<TreeColumn> columns = {{"trực tiếp", &RollupRow::direct},
                                     {"mọi cấp", &RollupRow::deep}};
  for (std::size_t i = 0; i < kRollupLevels.size(); ++i) {
    const bool any = std::any_of(
        audit.rows.begin(), audit.rows.end(),
        [&](const RollupRow& row) { return sum_of(row.levels[i]) > 0; });
    if (any) columns.push_back({level_words(kRollupLevels[i]), nullptr, i});
  }
  return columns;
}

std::size_t audited_plans(const TreeAudit& audit) {
  return static_cast<std::size_t>(
      std::count_if(audit.edges.begin(), audit.edges.end(),
                    [](const EdgeAudit& edge) { return edge.done; }));
}

}  // namespace kehoach
