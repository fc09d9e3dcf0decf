#include "store/schema.h"

#include <algorithm>
#include <filesystem>

#include "store_schema.h"

namespace kehoach {
namespace {

void migrate(Connection& db, std::int64_t version) {
  const auto migrations = store_schema();
  db.run("BEGIN IMMEDIATE");
  // Another program may have been here since the version was read.
  version = std::max(version, db.number("PRAGMA user_version"));
  for (auto at = static_cast<std::size_t>(version); at < migrations.size();
       ++at) {
    db.run(std::string(migrations[at].second));
  }
  db.run("PRAGMA user_version = " + std::to_string(migrations.size()));
  db.run("PRAGMA application_id = " + std::to_string(kApplicationId));
  db.run("COMMIT");
}

}  // namespace

void prepare_schema(Connection& db, Access access) {
  const std::int64_t application = db.number("PRAGMA application_id");
  const std::int64_t version = db.number("PRAGMA user_version");
  const std::int64_t objects = db.number("SELECT count(*) FROM sqlite_master");
  const auto newest = static_cast<std::int64_t>(store_schema().size());
  if (!db.ok()) return;
  const bool fresh = objects == 0 && application == 0;
  if (fresh && access == Access::read) {
    db.fail(Error::Kind::invalid,
            db.path() +
                ": nothing was imported into it yet; do so with 'kehoach "
                "import FOLDER -d " +
                db.path() + "'");
  } else if (application != kApplicationId && !fresh) {
    db.fail(Error::Kind::invalid,
            db.path() +
                ": this is not a database of kehoach; choose another "
                "path with -d");
  } else if (version > newest) {
    db.fail(Error::Kind::invalid,
            db.path() +
                ": this database was made by a newer version of "
                "kehoach; update the program");
  } else if (version < newest && access == Access::read) {
    db.fail(Error::Kind::invalid,
            db.path() +
                ": this database was made by an older version of "
                "kehoach; bring it up to date with 'kehoach import'");
  } else if (version < newest) {
    if (fresh) db.run("PRAGMA page_size = 16384");
    migrate(db, version);
  }
}

void undo_what_was_cut_short(const std::string& path) {
  std::error_code none;
  if (std::filesystem::file_size(path + "-journal", none) == 0 || none) return;
  Connection db(path, SQLITE_OPEN_READWRITE);
  (void)db.number("SELECT count(*) FROM sqlite_master");
}

}  // namespace kehoach
