#include "extract/target_due.h"

#include <algorithm>

namespace kehoach {
namespace {

constexpr std::string_view kYear = "năm ";
constexpr std::string_view kPeriod = "giai đoạn ";

// An opening phrase such as `Đến năm 2030,` ends within these bytes.
constexpr std::size_t kLongestOpening = 60;

// The month of `tháng 5 năm 2025`, two digits; empty if none stands there.
std::string month_before(std::string_view head) {
  constexpr std::string_view kMonth = "tháng ";
  head = trim(head);
  const std::size_t at = head.rfind(kMonth);
  if (at == std::string_view::npos) return "";
  const std::string_view month = head.substr(at + kMonth.size());
  if (month.empty() || month.size() > 2 ||
      month.find_first_not_of(kDigits) != std::string_view::npos)
    return "";
  return two_digits(to_int(month));
}

// `giai đoạn 2026 - 2030` in `text`: its last year; empty if none is there.
std::string end_of_phase(std::string_view text) {
  const std::size_t at = text.find(kPeriod);
  if (at == std::string_view::npos) return "";
  std::string digits;
  for (const char c : text.substr(at + kPeriod.size(), 12)) {
    if (is_digit(static_cast<unsigned char>(c))) digits += c;
  }
  return digits.size() >= 8 ? digits.substr(4, 4) : "";
}

// The same of a title, unless the period may belong to what the plan carries
// out (`Thực hiện Đề án ... giai đoạn 2026 - 2030`).
std::string end_of_own_period(const Rulebook& rules, std::string_view title) {
  const auto& others = rules.list("carried_out");
  const bool other =
      std::any_of(others.begin(), others.end(), [&](const std::string& word) {
        return title.find(word) != std::string_view::npos;
      });
  return other ? "" : end_of_phase(title);
}

// The year in the plan's own title, if it is the only one.
std::optional<std::string> year_of_title(const Rulebook& rules,
                                         std::string_view title) {
  const std::string folded = fold_for_match(title);
  if (std::string end = end_of_own_period(rules, folded); !end.empty())
    return end;
  const std::string_view year = only_year(folded);
  return year.empty() ? std::nullopt : std::optional<std::string>(year);
}

}  // namespace

TargetDue::TargetDue(const Reading& reading, const Document& document)
    : r_(reading), plan_year_(year_of_title(reading.rules, document.title)) {}

std::optional<std::string> TargetDue::of(Span clause, const Node& node,
                                         DueBy& by) const {
  by = DueBy::clause;
  if (std::string year = year_in(clause); !year.empty()) return year;
  if (r_.folded(clause).find("trong giai đoạn ") != std::string_view::npos) {
    if (std::string year = end_of_period(clause); !year.empty()) return year;
  }
  // `...; giai đoạn 2026 - 2030 có 10 xã`: another time than the paragraph's.
  if (starts_with(r_.folded(clause), "giai đoạn 20")) {
    if (std::string year = end_of_period(clause); !year.empty()) return year;
  }
  by = DueBy::opening;
  if (std::string year = opening_year(node); !year.empty()) return year;
  by = DueBy::none;
  if (is_for_now(clause)) return std::nullopt;
  by = DueBy::heading;
  if (std::string year = heading_year(node); !year.empty()) return year;
  by = plan_year_ ? DueBy::title : DueBy::none;
  return plan_year_;
}

// `Trước mắt, giữ 20 đội`, but not `nhu cầu trước mắt của 80% hộ`: whatever the
// part looks forward to.
bool TargetDue::is_for_now(Span clause) const {
  const std::string_view f = r_.folded(clause);
  return starts_with(f, "trước mắt") ||
         f.find(", trước mắt") != std::string_view::npos;
}

std::string TargetDue::heading_year(const Node& node) const {
  for (const Node* up = r_.parent(node); up != nullptr; up = r_.parent(*up)) {
    // `(Kèm theo Kế hoạch số ... ngày ...)` dates the plan.
    if (r_.folded(up->body).find("kèm theo") != std::string_view::npos)
      continue;
    if (std::string year = said_in(up->body); !year.empty()) return year;
  }
  return "";
}

std::string TargetDue::said_in(Span span) const {
  std::string year = year_in(span);
  return year.empty() ? end_of_period(span) : year;
}

// The last year that `span` names with `năm`, outside of a programme's period.
std::string TargetDue::year_in(Span span) const {
  const std::string_view f = r_.folded(span);
  std::string year;
  for (std::size_t at = f.find(kYear); at != std::string_view::npos;
       at = f.find(kYear, at + 1)) {
    const std::string_view digits = f.substr(at + kYear.size(), 4);
    if (digits.size() < 4 || !starts_with(digits, "20") ||
        digits.find_first_not_of(kDigits) != std::string_view::npos)
      continue;
    const std::string_view head = f.substr(0, at);
    if (const std::string month = month_before(head); !month.empty()) {
      year = std::string(digits) + "-" + month;
      continue;
    }
    if (ends_with(head, "so với ") || ends_with(head, kPeriod) ||
        ends_with(head, "từ "))
      continue;
    year = digits;
  }
  return year;
}

// `Đến năm 2030, ...; ...`, `Phấn đấu đến năm 2030 đạt ...`: the year that
// opens the paragraph holds for all.
std::string TargetDue::opening_year(const Node& node) const {
  constexpr std::string_view kAim = "phấn đấu ";
  constexpr std::uint32_t kYearSize = 24;  // bytes, `đến hết năm 2030`
  Span opening = node.body;
  if (starts_with(r_.folded(opening), kAim)) {
    opening.begin += static_cast<std::uint32_t>(kAim.size());
    opening.end = std::min(opening.end, opening.begin + kYearSize);
    if (starts_with(r_.folded(opening), "đến ")) {
      std::string year = year_in(opening);
      if (!year.empty()) return year;
    }
  }
  const std::size_t stop =
      r_.folded(node.body).substr(0, kLongestOpening + 1).find_first_of(",:");
  if (stop == std::string_view::npos || stop > kLongestOpening) return "";
  return year_in(
      {node.body.begin, node.body.begin + static_cast<std::uint32_t>(stop)});
}

// `giai đoạn 2026 - 2030`
std::string TargetDue::end_of_period(Span span) const {
  return end_of_phase(r_.folded(span));
}

}  // namespace kehoach
