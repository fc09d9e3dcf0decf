#include "store/sqlite.h"

#include <filesystem>

namespace kehoach {
namespace {

// How long another writer is waited for. One that takes longer is an import,
// which will not be over soon.
constexpr int kPatienceMs = 2000;

// What a person can do about `code`; the path is put in front of it.
std::string advice(int code, const char* message, const std::string& path) {
  std::error_code ignored;
  if (code == SQLITE_READONLY_ROLLBACK) {
    return "the last write was cut short, and undoing it takes permission to "
           "write; run 'kehoach status' once as its owner";
  }
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return "the disk is full; free some space and run the import again "
             "(all batches but the last are kept)";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is writing to the database; wait until it has "
             "finished, then try again";
    case SQLITE_READONLY:
      return "the database is read-only; change its permissions (and those of "
             "its folder) or choose another one with -d";
    case SQLITE_CANTOPEN:
      return std::filesystem::is_directory(path, ignored)
                 ? "is a folder; give a file in it, such as " +
                       (std::filesystem::path(path) / "plans.db").string()
                 : "the database cannot be opened; check that its folder "
                   "exists and may be written";
    case SQLITE_NOTADB:
      return "this is not a database; choose another path with -d";
    case SQLITE_CORRUPT:
      return "the database is damaged; restore a backup; if there is none, "
             "keep it aside and import into another one";
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "no permission to use the database; check its permissions";
    default:
      return message;
  }
}

bool may_pass(int code) {
  const int kind = code & 0xFF;
  return kind == SQLITE_FULL || kind == SQLITE_BUSY || kind == SQLITE_LOCKED;
}

}  // namespace

Connection::Connection(std::string path, int flags) : path_(std::move(path)) {
  // How much memory SQLite holds is asked by nobody, and counting it takes a
  // lock at every allocation. Refused, and harmless, once SQLite is in use.
  static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)configured;
  sqlite3* db = nullptr;
  const int code =
      sqlite3_open_v2(path_.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  db_.reset(db);
  if (code != SQLITE_OK) check(code);
  sqlite3_busy_timeout(db, kPatienceMs);
}

void Connection::check(int code) {
  if (error_ || code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
    return;
  const int extended = db_ ? sqlite3_extended_errcode(db_.get()) : code;
  const char* message = db_ ? sqlite3_errmsg(db_.get()) : sqlite3_errstr(code);
  // A full disk that is met while the log is written is reported as a failed
  // write.
  if (extended == SQLITE_IOERR_WRITE && sqlite3_system_errno(db_.get()) == 28)
    code = SQLITE_FULL;
  if (extended == SQLITE_READONLY_ROLLBACK) code = extended;
  error_ = Error{may_pass(code) ? Error::Kind::busy : Error::Kind::io,
                 path_ + ": " + advice(code, message, path_)};
}

void Connection::fail(Error::Kind kind, std::string message) {
  if (!error_) error_ = Error{kind, std::move(message)};
}

Error Connection::take_error() {
  Error error = std::move(*error_);
  error_.reset();
  return error;
}

Result<void> Connection::outcome() {
  if (error_) return Failure(take_error());
  return {};
}

void Connection::enforce_keys(bool enforced) {
  if (error_ || enforced == enforces_keys_) return;
  enforces_keys_ = enforced;
  check(sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_ENABLE_FKEY,
                          enforced ? 1 : 0, nullptr));
}

void Connection::run(const std::string& sql) {
  if (error_) return;
  check(sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Connection::number(const std::string& sql) {
  Statement query(*this, sql);
  std::int64_t value = 0;
  while (query.step()) value = query.integer(0);
  return value;
}

bool Connection::in_transaction() const {
  return db_ && sqlite3_get_autocommit(db_.get()) == 0;
}

Statement::Statement(Connection& connection, std::string_view sql)
    : connection_(&connection) {
  if (!connection.ok()) return;
  sqlite3_stmt* statement = nullptr;
  connection.check(sqlite3_prepare_v3(
      connection.get(), sql.data(), static_cast<int>(sql.size()),
      SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  statement_.reset(statement);
}

Statement& Statement::bind(std::int64_t value) {
  if (connection_->ok())
    connection_->check(sqlite3_bind_int64(statement_.get(), next_++, value));
  return *this;
}

Statement& Statement::bind(double value) {
  if (connection_->ok())
    connection_->check(sqlite3_bind_double(statement_.get(), next_++, value));
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  if (!connection_->ok()) return *this;
  // A null pointer would bind NULL, and an empty view may hold one.
  const char* data = value.empty() ? "" : value.data();
  connection_->check(sqlite3_bind_text64(statement_.get(), next_++, data,
                                         value.size(), SQLITE_STATIC,
                                         SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_null() {
  if (connection_->ok())
    connection_->check(sqlite3_bind_null(statement_.get(), next_++));
  return *this;
}

Statement& Statement::bind_text_or_null(std::string_view value) {
  return value.empty() ? bind_null() : bind(value);
}

Statement& Statement::bind_optional(const std::optional<std::string>& value) {
  return value ? bind(std::string_view(*value)) : bind_null();
}

Statement& Statement::bind_blob(std::string_view value) {
  if (!connection_->ok()) return *this;
  const char* data = value.empty() ? "" : value.data();
  connection_->check(sqlite3_bind_blob64(statement_.get(), next_++, data,
                                         value.size(), SQLITE_STATIC));
  return *this;
}

Statement& Statement::bind_positive_or_null(std::uint32_t value) {
  return value == 0 ? bind_null() : bind(std::int64_t{value});
}

void Statement::run() {
  while (step()) {
  }
}

bool Statement::step() {
  if (!connection_->ok()) {
    reset();
    return false;
  }
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  connection_->check(code);
  reset();
  return false;
}

void Statement::reset() {
  if (statement_) sqlite3_reset(statement_.get());
  next_ = 1;
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::uint32_t Statement::small(int column) const {
  return static_cast<std::uint32_t>(integer(column));
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const unsigned char* data = sqlite3_column_text(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (data == nullptr) return {};
  return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
}

std::optional<std::string> Statement::optional_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::vector<std::string> Statement::names() const {
  std::vector<std::string> names;
  const int columns = sqlite3_column_count(statement_.get());
  for (int i = 0; i < columns; ++i)
    names.emplace_back(sqlite3_column_name(statement_.get(), i));
  return names;
}

}  // namespace kehoach
