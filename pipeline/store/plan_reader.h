// Reads documents back from their rows. Private to store/.
#pragma once

#include <vector>

#include "store/sqlite.h"
#include "store/store.h"

namespace kehoach {

// The columns of a DocumentSummary; the query has a table `documents`.
inline constexpr const char* kSummaryColumns =
    "documents.id, documents.type, documents.code, documents.title,"
    " documents.issuer, documents.level, documents.issued_on,"
    " (SELECT sources.path FROM sources WHERE document_id = documents.id"
    "  ORDER BY status <> 'loaded', path LIMIT 1), documents.plan_key";
// Reads them, from column `first` on.
[[nodiscard]] DocumentSummary read_summary(const Statement& row, int first);

[[nodiscard]] std::vector<DocumentSummary> find_summaries(
    Connection& db, std::string_view code_or_id);
// Fails the connection where there is no such document.
[[nodiscard]] Plan read_plan_rows(Connection& db, DocumentId id);
// Names of the bodies that lead or support an obligation, in order.
[[nodiscard]] std::vector<std::string> read_assignments(Statement& query,
                                                        std::int64_t obligation,
                                                        std::string_view role);
inline constexpr const char* kAssignments =
    "SELECT agencies.name FROM assignments"
    " JOIN agencies ON agencies.id = agency_id"
    " WHERE obligation_id = ? AND role = ? ORDER BY ordinal";

// See Store.
[[nodiscard]] std::vector<NearPair> find_near_pairs(Connection& db);
[[nodiscard]] std::vector<Replacement> read_replacements(Connection& db);

}  // namespace kehoach
