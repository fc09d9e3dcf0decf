// What all forms of the audit of a family show. Private to report/.
#pragma once

#include <optional>
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

// What becomes of an obligation in all plans together.
[[nodiscard]] Coverage worst_of(const RollupRow& row);
// The same where some plan lacks it and nobody justified that.
[[nodiscard]] std::optional<Coverage> open_of(const RollupRow& row);

// A gap that people justified, and the plan whose gap it is.
struct TreeGap {
  std::size_t node = 0;
  const JustifiedGap* gap = nullptr;
};
// As the plans of the family. Points into `audit`.
[[nodiscard]] std::vector<TreeGap> justified_gaps(const TreeAudit& audit);
// The obligations of the root that it is about, as they are numbered: `1, 3`.
[[nodiscard]] std::string rows_words(const JustifiedGap& gap);
// `Chưa có`; `Chưa có (đã giải trình)`.
[[nodiscard]] std::string cell_words(Coverage status, bool is_justified);

// How many cells people judge otherwise than they were found, of plans against
// those above them: `3 chỗ theo đánh giá của người soát`; empty where none is.
[[nodiscard]] std::string corrected_words(const TreeAudit& audit);

// How many plans were audited.
[[nodiscard]] std::size_t audited_plans(const TreeAudit& audit);

}  // namespace kehoach
