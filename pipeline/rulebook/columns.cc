#include <algorithm>

#include "rulebook/rulebook.h"

namespace kehoach {

bool head_says(const Rulebook& rules, std::string_view head,
               std::string_view list) {
  const auto& words = rules.list(list);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return head.find(word) != std::string_view::npos;
  });
}

ColumnKind column_below(const Rulebook& rules, std::string_view head) {
  constexpr std::size_t kLongestHead = 120;  // bytes
  const auto says = [&](std::string_view list) {
    return head_says(rules, head, list);
  };
  if (head.empty() || head.size() > kLongestHead) return ColumnKind::other;
  if (says("column_support"))
    return says("column_lead") ? ColumnKind::lead : ColumnKind::support;
  if (says("column_lead")) return ColumnKind::lead;
  if (says("column_time")) return ColumnKind::time;
  if (says("column_product") && !says("column_past"))
    return ColumnKind::product;
  if (says("column_other")) return ColumnKind::other;
  return says("column_task") ? ColumnKind::task : ColumnKind::other;
}

}  // namespace kehoach
