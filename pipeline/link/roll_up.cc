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

constexpr std::size_t kNoGap = ~std::size_t{0};

class RollUp {
 public:
  RollUp(std::size_t root, std::size_t obligations,
         const std::vector<EdgeAudit>& edges)
      : root_(root), rows_(obligations), edges_(edges), carried_(edges.size()) {
    found_.through.resize(edges.size());
    found_.justified.resize(edges.size());
    found_.about.resize(edges.size());
  }

  [[nodiscard]] RolledUp all() {
    // Parents stand before their children.
    for (std::size_t node = 0; node < edges_.size(); ++node) {
      const EdgeAudit& edge = edges_[node];
      if (!edge.done) continue;
      if (edge.parent != root_ && found_.through[edge.parent].empty()) continue;
      follow(node, edge);
    }
    return std::move(found_);
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
    found_.through[node].assign(rows_, Coverage::missing);
    found_.justified[node].assign(rows_, false);
    found_.about[node].resize(edge.justified.size());
    carried_[node].resize(rows_);
    const std::vector<std::size_t> gaps = gaps_of(edge);
    for (std::size_t row = 0; row < rows_; ++row) {
      CoverageCounts counts{};
      std::vector<std::uint32_t>& answers = carried_[node][row];
      const std::vector<std::uint32_t> all_above = carried(edge.parent, row);
      for (const std::uint32_t above : all_above) {
        if (above >= edge.status.size()) continue;
        const Coverage status = edge.status[above];
        ++counts[static_cast<std::size_t>(status)];
        if (status == Coverage::missing) continue;
        answers.insert(answers.end(), edge.answers[above].begin(),
                       edge.answers[above].end());
      }
      std::sort(answers.begin(), answers.end());
      answers.erase(std::unique(answers.begin(), answers.end()), answers.end());
      const Coverage above = edge.parent == root_
                                 ? Coverage::covered
                                 : found_.through[edge.parent][row];
      Coverage& status = found_.through[node][row];
      status = std::max(together(counts), above);
      const bool all = justify(node, edge, gaps, row, all_above);
      // Nothing to carry out is a gap of its own, unless it is missing above.
      const bool reached = !all_above.empty() || above == Coverage::missing;
      found_.justified[node][row] =
          all && reached && status != Coverage::covered &&
          (above == Coverage::covered || found_.justified[edge.parent][row]);
    }
  }

  // By the parent's obligations: which justified gap each is.
  [[nodiscard]] static std::vector<std::size_t> gaps_of(const EdgeAudit& edge) {
    std::vector<std::size_t> gaps(edge.status.size(), kNoGap);
    for (std::size_t at = 0; at < edge.justified.size(); ++at)
      gaps[edge.justified[at].above] = at;
    return gaps;
  }

  // Notes the justified gaps of `node` that a row leads to. Gives whether they
  // are all its gaps there.
  bool justify(std::size_t node, const EdgeAudit& edge,
               const std::vector<std::size_t>& gaps, std::size_t row,
               const std::vector<std::uint32_t>& all_above) {
    bool all = true;
    for (const std::uint32_t above : all_above) {
      if (above >= edge.status.size()) continue;
      if (gaps[above] != kNoGap) {
        found_.about[node][gaps[above]].push_back(
            static_cast<std::uint32_t>(row));
      } else if (edge.status[above] != Coverage::covered) {
        all = false;
      }
    }
    return all;
  }

  std::size_t root_, rows_;
  const std::vector<EdgeAudit>& edges_;
  RolledUp found_;
  std::vector<std::vector<std::vector<std::uint32_t>>> carried_;
};

}  // namespace

RolledUp roll_up(std::size_t root, std::size_t obligations,
                 const std::vector<EdgeAudit>& edges) {
  return RollUp(root, obligations, edges).all();
}

}  // namespace kehoach
