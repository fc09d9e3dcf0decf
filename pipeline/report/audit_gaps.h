// The page of a parent with very many children. Private to report/.
#pragma once

#include <string>

#include "report/audit_words.h"
#include "report/matrix.h"

namespace kehoach {

// Has so many children that only gaps and findings are quoted: all of 700 would
// be a page of a hundred megabytes, which no browser shows.
[[nodiscard]] bool is_large(const Matrix& matrix);

// `●`, `◐`, `○`; `-` where nothing is known: for columns without room for
// words.
[[nodiscard]] std::string state_sign(const AuditItem* item);

// How many children have the obligation in each state, and of each that lacks
// some of it, has findings or was judged: what these are, and the beginning of
// the nearest obligation.
[[nodiscard]] std::string gaps_html(const Matrix& matrix, const MatrixRow& row,
                                    Language language);

}  // namespace kehoach
