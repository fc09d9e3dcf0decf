// Private to the room: by when a target is to be reached.
#pragma once

#include "extract/facts.h"

namespace kehoach {

// Bytes of the time that opens `folded`, 0 where none does: `Đến năm 2030`,
// `Từ năm 2026 trở đi`, `Trước ngày 30/9/2025`, `Giai đoạn 2026 - 2030`.
[[nodiscard]] std::uint32_t leading_time(std::string_view folded);

// `folded` without the year that ends it and what dates it, `ngày 31 tháng 12
// năm 2025`, `30/9/2025`, `năm 2030`; all of it where none does.
[[nodiscard]] std::string_view without_date(std::string_view folded);

// ` trong năm 2026` in `40% số xã trong năm 2026, đến năm 2030 đạt chuẩn`: the
// first year in `span` that a comma ends; what stands behind it is another aim.
[[nodiscard]] std::optional<Span> year_behind(const Reading& reading,
                                              Span span);

class TargetDue {
 public:
  TargetDue(const Reading& reading, const Document& document);

  // The EDTF date by which the number in `clause` of `node` is to hold: what
  // the clause says, else what opens its paragraph, else the headings above it,
  // else the plan's title. `Giai đoạn 2026 - 2030` ends with its last year.
  // `by`: which of these it was.
  [[nodiscard]] std::optional<std::string> of(Span clause, const Node& node,
                                              DueBy& by) const;
  // The year by the headings above `node` alone; empty where they name none.
  [[nodiscard]] std::string heading_year(const Node& node) const;
  // The year that `span` names, or the last one of its period; else empty.
  [[nodiscard]] std::string said_in(Span span) const;
  // The year of the plan's title.
  [[nodiscard]] const std::optional<std::string>& plan_year() const {
    return plan_year_;
  }

 private:
  [[nodiscard]] bool is_for_now(Span clause) const;
  [[nodiscard]] std::string year_in(Span span) const;
  [[nodiscard]] std::string opening_year(const Node& node) const;
  [[nodiscard]] std::string end_of_period(Span span) const;

  const Reading& r_;
  std::optional<std::string> plan_year_;
};

}  // namespace kehoach
