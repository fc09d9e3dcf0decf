// The page of a parent with very many children. Private to report/.
#pragma once

#include <string>

#include "report/audit_words.h"
#include "report/matrix.h"

namespace kehoach {

// Has so many children that only gaps and findings are quoted: all of 700 would
// be a page of a hundred megabytes, which no browser shows.
[[nodiscard]] bool is_large(const Matrix& matrix);

// `●`, `◐`, `○`, of gaps that people justified `◈`, `◇`; `-` where nothing is
// known: for columns without room for words. `◐→●` where people say otherwise.
[[nodiscard]] std::string state_sign(const AuditItem* item);

// The colour of a cell as people say: `partial`, `settled`, `unknown`, ...
[[nodiscard]] std::string_view state_class(const AuditItem* item);
// What people say beside what was found, where that is something else.
[[nodiscard]] std::string judged_html(const AuditItem* item, Language language);

// How many children have the obligation in each state, and of each that lacks
// some of it, has findings or was judged: what these are, and the beginning of
// the nearest obligation.
[[nodiscard]] std::string gaps_html(const Matrix& matrix, const MatrixRow& row,
                                    Language language);

}  // namespace kehoach
