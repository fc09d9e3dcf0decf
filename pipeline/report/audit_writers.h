// A writer for each format of an audit's report. Private to report/.
#pragma once

#include <string>
#include <vector>

#include "report/audit_words.h"
#include "report/matrix.h"

namespace kehoach {

[[nodiscard]] std::string matrix_text(const std::vector<Matrix>& matrices,
                                      const AuditReport& how);
// In Vietnamese the prose of an administrative report. Counts whole audits,
// whatever rows the matrices have.
[[nodiscard]] std::string audit_summary(const std::vector<Matrix>& matrices,
                                        Language language);
// Its beginning: a line about one child, or a line above several and one about
// each.
[[nodiscard]] std::vector<std::string> summary_lines(const Matrix& matrix,
                                                     Language language);
// RFC 4180 in UTF-8 with a byte order mark, which Excel asks for.
[[nodiscard]] std::string audit_csv(const std::vector<Matrix>& matrices,
                                    Language language);
[[nodiscard]] Result<std::string> audit_xlsx(
    const std::vector<Matrix>& matrices, Language language);
[[nodiscard]] std::string audit_html(const std::vector<Matrix>& matrices,
                                     Language language);

}  // namespace kehoach
