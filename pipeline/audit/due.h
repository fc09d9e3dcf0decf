// Private to the room: when something is due, as days that can be compared.
#pragma once

#include <optional>
#include <string_view>

#include "model/plan.h"

namespace kehoach {

// From the first to the last day that a time names, as numbers: 20240815, or
// 1110 for 10 November of every year.
struct DueDays {
  int first = 0;
  int last = 0;
  bool yearly = false;
  friend bool operator==(const DueDays&, const DueDays&) = default;
};

// Of EDTF (`2024-08-15`, `2024-08`, `2024-Q3`, `2024`; of a period its end) and
// of `--11-10`, `--11`. Nothing for what names no such time: `quarterly`,
// `P7D`.
[[nodiscard]] std::optional<DueDays> due_days(std::string_view value);

// True where every day that `child` names falls after all that `parent` names:
// `trong tháng 8` is not later than `trước ngày 15/8`.
[[nodiscard]] bool is_later(const DueDays& child, const DueDays& parent);

}  // namespace kehoach
