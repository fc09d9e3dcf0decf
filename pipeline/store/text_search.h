// Full-text queries. Private to store/.
#pragma once

#include <vector>

#include "store/sqlite.h"
#include "store/store.h"

namespace kehoach {

// Gives SQL the function fold(text), which is fold_for_search. Only queries of
// this program use it; the schema does not.
void add_fold_function(Connection& db);

[[nodiscard]] std::vector<ObligationHit> find_obligations(
    Connection& db, const TextQuery& query);
[[nodiscard]] std::vector<DocumentSummary> find_titles(Connection& db,
                                                       const TextQuery& query);

}  // namespace kehoach
