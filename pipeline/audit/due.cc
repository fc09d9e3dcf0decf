#include "audit/due.h"

#include <charconv>

namespace kehoach {
namespace {

// `digits` as a number; nothing where anything else stands there.
std::optional<int> number(std::string_view digits) {
  int value = 0;
  const char* end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || error != std::errc() || at != end || value < 0)
    return std::nullopt;
  return value;
}

// `08-15`, `08` or nothing, as the days of a year.
std::optional<DueDays> month_days(std::string_view rest) {
  if (rest.empty()) return DueDays{101, 1231, false};
  if (rest.size() == 2 && rest[0] == 'Q') {
    const auto quarter = number(rest.substr(1));
    if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
    return DueDays{(*quarter * 3 - 2) * 100 + 1, *quarter * 300 + 31, false};
  }
  const auto month = number(rest.substr(0, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (rest.size() == 2)
    return DueDays{*month * 100 + 1, *month * 100 + 31, false};
  if (rest.size() != 5 || rest[2] != '-') return std::nullopt;
  const auto day = number(rest.substr(3));
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  return DueDays{*month * 100 + *day, *month * 100 + *day, false};
}

}  // namespace

std::optional<DueDays> due_days(std::string_view value) {
  const std::size_t slash = value.find('/');
  if (slash != std::string_view::npos) value.remove_prefix(slash + 1);
  if (value.substr(0, 2) == "--") {
    auto days = month_days(value.substr(2));
    if (value.size() < 4 || !days) return std::nullopt;
    days->yearly = true;
    return days;
  }
  if (value.size() < 4) return std::nullopt;
  const auto year = number(value.substr(0, 4));
  const bool more = value.size() > 4;
  if (!year || (more && (value[4] != '-' || value.size() == 5)))
    return std::nullopt;
  auto days = month_days(value.size() > 4 ? value.substr(5) : "");
  if (!days) return std::nullopt;
  days->first += *year * 10000;
  days->last += *year * 10000;
  return days;
}

bool is_later(const DueDays& child, const DueDays& parent) {
  return child.yearly == parent.yearly && child.first > parent.last;
}

}  // namespace kehoach
