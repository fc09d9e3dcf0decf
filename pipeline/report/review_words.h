// How decisions of people are said. Private to report/.
#pragma once

#include <string>
#include <string_view>

#include "report/report.h"

namespace kehoach {

// `Đã soát: đúng (Trần Thị Bình, 31/1/2026)`
[[nodiscard]] std::string decision_words(const FactReview& review);
// `Đã giải trình: huyện không có biển (Trần Thị Bình, 31/1/2026)`
[[nodiscard]] std::string decision_words(const AuditReview& review,
                                         Language language);
// What was found, and what people say where that is something else: `Chưa có`,
// `Chưa có (đã giải trình)`, `Một phần → Đầy đủ`.
[[nodiscard]] std::string state_words(const AuditItem& item, Language language);
// The last part of that: `người soát: Đầy đủ`, `đã giải trình`; may be empty.
[[nodiscard]] std::string judged_words(const AuditItem& item,
                                       Language language);
// All about a row, one below the other where nothing else stands between.
[[nodiscard]] std::string review_lines(const AuditItem* item, Language language,
                                       std::string_view between = "\n");

}  // namespace kehoach
