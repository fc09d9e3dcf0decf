#include "report/tree_audit_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/audit_words.h"
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

Coverage worst_of(const RollupRow& row) {
  if (row.deep[1] + row.deep[2] == 0) return Coverage::covered;
  return row.deep[0] + row.deep[1] == 0 ? Coverage::missing : Coverage::partial;
}

std::optional<Coverage> open_of(const RollupRow& row) {
  if (row.deep[1] + row.deep[2] <= row.justified) return std::nullopt;
  return worst_of(row);
}

std::vector<TreeGap> justified_gaps(const TreeAudit& audit) {
  std::vector<TreeGap> gaps;
  for (std::size_t node = 0; node < audit.edges.size(); ++node) {
    for (const JustifiedGap& gap : audit.edges[node].justified)
      gaps.push_back({node, &gap});
  }
  return gaps;
}

std::string rows_words(const JustifiedGap& gap) {
  std::vector<std::string> numbers;
  for (const std::uint32_t row : gap.rows)
    numbers.push_back(std::to_string(row + 1));
  return join(numbers, ", ");
}

std::string cell_words(Coverage status, bool is_justified) {
  const AuditLabels& labels = labels_of(Language::vi);
  const std::string words(status_words(labels, status));
  return is_justified ? with_reason(labels, words) : words;
}

std::string corrected_words(const TreeAudit& audit) {
  std::size_t count = 0;
  for (const EdgeAudit& edge : audit.edges) count += edge.corrected;
  if (count == 0) return "";
  return fmt::format(
      "{} chỗ tính theo đánh giá của người soát, khác kết quả đối chiếu",
      count);
}

std::size_t audited_plans(const TreeAudit& audit) {
  return static_cast<std::size_t>(
      std::count_if(audit.edges.begin(), audit.edges.end(),
                    [](const EdgeAudit& edge) { return edge.done; }));
}

}  // namespace kehoach
