// From audits of pairs to the audit of a tree, on values.

#include <algorithm>

#include "link/rollup.h"

namespace kehoach {
namespace {

// More than two thirds wholly is covered, nothing is missing.
Coverage together(const CoverageCounts& counts) {
  const std::uint64_t covered = counts[0], partial = counts[1];
  const std::uint64_t all = covered + partial + counts[2];
  if (covered + partial == 0) return Coverage::missing;
  return covered * 3 > all * 2 ? Coverage::covered : Coverage::partial;
}

class RollUp {
 public:
  RollUp(std::size_t root, std::size_t obligations,
         const std::vector<EdgeAudit>& edges)
      : root_(root),
        rows_(obligations),
        edges_(edges),
        through_(edges.size()),
        carried_(edges.size()) {}

  [[nodiscard]] std::vector<std::vector<Coverage>> all() {
    // Parents stand before their children.
    for (std::size_t node = 0; node < edges_.size(); ++node) {
      const EdgeAudit& edge = edges_[node];
      if (!edge.done) continue;
      if (edge.parent != root_ && through_[edge.parent].empty()) continue;
      follow(node, edge);
    }
    return std::move(through_);
  }

 private:
  // The obligations of `node` that carry out a row; of the root the row itself.
  [[nodiscard]] std::vector<std::uint32_t> carried(std::size_t node,
                                                   std::size_t row) const {
    if (node == root_) return {static_cast<std::uint32_t>(row)};
    return carried_[node].empty() ? std::vector<std::uint32_t>()
                                  : carried_[node][row];
  }

  void follow(std::size_t node, const EdgeAudit& edge) {
    through_[node].assign(rows_, Coverage::missing);
    carried_[node].resize(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      CoverageCounts counts{};
      std::vector<std::uint32_t>& answers = carried_[node][row];
      for (const std::uint32_t above : carried(edge.parent, row)) {
        if (above >= edge.status.size()) continue;
        const Coverage status = edge.status[above];
        ++counts[static_cast<std::size_t>(status)];
        if (status == Coverage::missing) continue;
        answers.insert(answers.end(), edge.answers[above].begin(),
                       edge.answers[above].end());
      }
      std::sort(answers.begin(), answers.end());
      answers.erase(std::unique(answers.begin(), answers.end()), answers.end());
      const Coverage above =
          edge.parent == root_ ? Coverage::covered : through_[edge.parent][row];
      through_[node][row] = std::max(together(counts), above);
    }
  }

  std::size_t root_, rows_;
  const std::vector<EdgeAudit>& edges_;
  std::vector<std::vector<Coverage>> through_;
  std::vector<std::vector<std::vector<std::uint32_t>>> carried_;
};

}  // namespace

std::vector<std::vector<Coverage>> roll_up(
    std::size_t root, std::size_t obligations,
    const std::vector<EdgeAudit>& edges) {
  return RollUp(root, obligations, edges).all();
}

}  // namespace kehoach
