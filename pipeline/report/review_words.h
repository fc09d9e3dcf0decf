// How decisions of people are said. Private to report/.
#pragma once

#include <string>

#include "report/report.h"

namespace kehoach {

// `Đã soát: đúng (Trần Thị Bình, 31/1/2026)`
[[nodiscard]] std::string decision_words(const FactReview& review);
// `Đã giải trình: huyện không có biển (Trần Thị Bình, 31/1/2026)`
[[nodiscard]] std::string decision_words(const AuditReview& review,
                                         Language language);
// All about a row, one below the other.
[[nodiscard]] std::string review_lines(const AuditItem* item,
                                       Language language);

}  // namespace kehoach
