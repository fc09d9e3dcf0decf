// The words of a text for FTS5, found faster. Private to store/.
#pragma once

#include "store/sqlite.h"

namespace kehoach {

// Puts a tokenizer in the place of FTS5's `unicode61`, for this connection.
//
// It gives the same tokens for every text, whatever the options of the table,
// so other programs read and write the same index with the one that SQLite has.
// That one is asked about each Latin letter, dash and quote when a table is
// opened, and is given whole texts in which anything else stands (other
// scripts, marks that combine). Finds the words of others in a quarter of its
// time.
//
// To be called before a table of FTS5 is used. Error (kept by `db`): SQLite has
// no FTS5.
void use_fast_tokenizer(Connection& db);

}  // namespace kehoach
