// What the database holds, in numbers. Private to store/.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace kehoach {

[[nodiscard]] ArchiveStatus read_status(Connection& db);

}  // namespace kehoach
