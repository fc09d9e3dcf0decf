#include "report/matrix.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "review/review.h"

namespace kehoach {
namespace {

bool same_plan(const AuditedPlan& a, const AuditedPlan& b) {
  if (!a.code || !b.code) return !a.code && !b.code && a.path == b.path;
  return a.code == b.code && a.issuer == b.issuer && a.issued_on == b.issued_on;
}

// Ids come again in another reading of the parent; with the words they are one
// obligation.
using RowKey = std::pair<std::string_view, std::string_view>;

void add_rows(Matrix& matrix) {
  std::map<RowKey, std::size_t> known;
  for (std::size_t child = 0; child < matrix.children.size(); ++child) {
    for (const AuditItem& item : matrix.children[child]->items) {
      const auto [at, is_new] = known.emplace(
          RowKey(item.parent.id, item.parent.quote), matrix.rows.size());
      if (is_new) {
        MatrixRow row;
        row.parent = &item.parent;
        row.number = matrix.rows.size() + 1;
        row.cells.resize(matrix.children.size());
        matrix.rows.push_back(std::move(row));
      }
      matrix.rows[at->second].cells[child] = &item;
    }
  }
}

}  // namespace

std::optional<Coverage> MatrixRow::open() const {
  std::optional<Coverage> worst;
  for (const AuditItem* cell : cells) {
    if (cell == nullptr || !is_open(*cell)) continue;
    const Coverage status = judged_status(*cell);
    worst = worst ? std::max(*worst, status) : status;
  }
  return worst;
}

bool MatrixRow::is_judged() const {
  return std::any_of(cells.begin(), cells.end(), [](const AuditItem* cell) {
    return cell != nullptr && !cell->review.empty();
  });
}

Coverage MatrixRow::worst() const {
  auto worst = Coverage::covered;
  for (const AuditItem* cell : cells) {
    if (cell != nullptr) worst = std::max(worst, cell->status);
  }
  return worst;
}

bool MatrixRow::has_gap() const {
  return worst() != Coverage::covered ||
         std::any_of(cells.begin(), cells.end(), [](const AuditItem* cell) {
           return cell != nullptr && is_open(*cell);
         });
}

std::size_t MatrixRow::count(Coverage status) const {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [&](const AuditItem* cell) {
        return cell != nullptr && cell->status == status;
      }));
}

std::size_t MatrixRow::findings() const {
  std::size_t count = 0;
  for (const AuditItem* cell : cells) {
    if (cell != nullptr) count += cell->findings.size();
  }
  return count;
}

std::vector<Matrix> matrices(const std::vector<Audit>& audits, bool gaps) {
  std::vector<Matrix> all;
  for (const Audit& audit : audits) {
    auto at = std::find_if(all.begin(), all.end(), [&](const Matrix& matrix) {
      return same_plan(*matrix.parent, audit.parent);
    });
    if (at == all.end()) at = all.insert(all.end(), Matrix{&audit.parent});
    const bool is_known =
        std::any_of(at->children.begin(), at->children.end(),
                    [&](const Audit* other) { return *other == audit; });
    if (!is_known) at->children.push_back(&audit);
  }
  for (Matrix& matrix : all) {
    add_rows(matrix);
    if (!gaps) continue;
    const auto is_whole = [](const MatrixRow& row) { return !row.has_gap(); };
    matrix.rows.erase(
        std::remove_if(matrix.rows.begin(), matrix.rows.end(), is_whole),
        matrix.rows.end());
  }
  return all;
}

FindingGroups grouped(const std::vector<Finding>& findings) {
  FindingGroups groups;
  const auto is_dropped = [](const Finding& finding) {
    return finding.kind == FindingKind::dropped_target;
  };
  const bool several =
      std::count_if(findings.begin(), findings.end(), is_dropped) > 1;
  for (const Finding& finding : findings) {
    (several && is_dropped(finding) ? groups.dropped : groups.single)
        .push_back(&finding);
  }
  return groups;
}

}  // namespace kehoach
