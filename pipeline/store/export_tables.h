// The whole database, table by table, as spreadsheets and other programs take
// it. Private to store/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/sqlite.h"
#include "store/store.h"

namespace kehoach {

// Keeps an error in `db` where there is no such table.
void visit_table_rows(Connection& db, std::string_view table,
                      const RowVisitor& visit);
void visit_source_rows(Connection& db, const SourceVisitor& visit);
[[nodiscard]] std::vector<DocumentId> documents_by_sha256(Connection& db);

// Copies the database, page by page, into a new file at `path`, and waits for
// whoever writes in between.
void back_up(Connection& db, const std::string& path);

}  // namespace kehoach
