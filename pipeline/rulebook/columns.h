// What the columns of a table of tasks hold, by their heads.
#pragma once

#include <string_view>

#include "rulebook/rulebook.h"

namespace kehoach {

enum class ColumnKind { other, task, lead, support, time, product };

// The column below a head, which is folded (`fold_for_match`), by the lists
// `column_*` of `assignments.toml`.
//
//   column_below(rules, "cơ quan chủ trì") == ColumnKind::lead
[[nodiscard]] ColumnKind column_below(const Rulebook& rules,
                                      std::string_view head);

// Whether `head` holds one of the words of a list.
[[nodiscard]] bool head_says(const Rulebook& rules, std::string_view head,
                             std::string_view list);

}  // namespace kehoach
