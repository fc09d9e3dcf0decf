// Makes a connection one to a kehoach database. Private to store/.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace kehoach {

// `KHCH`: how a database of this program is told from others.
inline constexpr std::int64_t kApplicationId = 0x4B484348;

// Checks that the database is one of ours, and brings its schema up to date
// (Access::write) or refuses an old one (Access::read). Migrations are the
// files of `schema/`, in order; `user_version` counts those that were run.
void prepare_schema(Connection& db, Access access);

// A machine that stopped while tables were made leaves a journal, and only who
// may write undoes what was begun: does so, where it can.
void undo_what_was_cut_short(const std::string& path);

}  // namespace kehoach
