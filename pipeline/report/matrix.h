// Audits of several plans below one, side by side. Private to report/.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/model.h"

namespace kehoach {

// What becomes of one obligation of the parent. Points into the audits.
struct MatrixRow {
  const AuditedObligation* parent = nullptr;
  std::size_t number = 0;  // 1-based, among all rows of the matrix
  // By child; null where the audit of a child knows no such obligation, as
  // when the parent was read anew between two audits.
  std::vector<const AuditItem*> cells;

  // The least that a child makes of it.
  [[nodiscard]] Coverage worst() const;
  // Whether some child does not cover it whole, as it was found or as people
  // say: all its links may be rejected.
  [[nodiscard]] bool has_gap() const;
  // The least that a child makes of it as people say, of those where somebody
  // has to act; nothing where nobody has.
  [[nodiscard]] std::optional<Coverage> open() const;
  // Whether people said something of a cell.
  [[nodiscard]] bool is_judged() const;
  // How many children have it in this state.
  [[nodiscard]] std::size_t count(Coverage status) const;
  [[nodiscard]] std::size_t findings() const;
};

// Rows are the obligations of one parent, columns its children.
struct Matrix {
  const AuditedPlan* parent = nullptr;
  std::vector<const Audit*> children;
  std::vector<MatrixRow> rows;
};

// One matrix for each parent; parents, children and rows in the order in which
// they come first. Audits that say the same twice count once. With `gaps` only
// the rows that have one.
//
// Two audits have one parent if its code, issuer and date are equal, or, where
// it has no code, its path. Points into `audits`.
[[nodiscard]] std::vector<Matrix> matrices(const std::vector<Audit>& audits,
                                           bool gaps);

// What is wrong with a child as a whole. A parent may have dozens of numbers
// that a child drops: several of these are one group.
struct FindingGroups {
  std::vector<const Finding*> single;
  std::vector<const Finding*> dropped;  // none, or more than one
};
[[nodiscard]] FindingGroups grouped(const std::vector<Finding>& findings);

}  // namespace kehoach
