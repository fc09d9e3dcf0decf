// A thin, sticky-error layer over SQLite's C interface. Private to store/.
//
// The first failure of a connection is kept; every later call does nothing. A
// function may so run twenty statements and look once, at its end, whether all
// went well.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "text/text.h"

namespace kehoach {

// One thread uses a connection at a time, which takes no locks of its own.
class Connection {
 public:
  // `flags` are SQLite's (SQLITE_OPEN_READONLY, ...).
  Connection(std::string path, int flags);

  [[nodiscard]] bool ok() const { return !error_; }
  // The kept failure, which is then forgotten.
  [[nodiscard]] Error take_error();
  // Success, or the kept failure.
  [[nodiscard]] Result<void> outcome();
  // Keeps what SQLite's result code says, unless it says that all is well.
  void check(int code);
  void fail(Error::Kind kind, std::string message);

  // Whether foreign keys are looked up, and what hangs on a row goes with it;
  // at first it is not so. Whoever deletes asks for it. May be changed within a
  // transaction, at a cost: all statements are prepared again when next run.
  void enforce_keys(bool enforced);

  // Runs statements that give no rows.
  void run(const std::string& sql);
  // The one number that `sql` gives; 0 on failure.
  [[nodiscard]] std::int64_t number(const std::string& sql);

  [[nodiscard]] sqlite3* get() const { return db_.get(); }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] bool in_transaction() const;

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> db_;
  std::optional<Error> error_;
  bool enforces_keys_ = false;
};

// A prepared statement, used many times. Parameters are bound in order.
//
//   insert.bind(7).bind("text").bind_text_or_null("").run();
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);

  Statement& bind(std::int64_t value);
  Statement& bind(double value);
  // The text is not copied: it must live until the statement is run.
  Statement& bind(std::string_view value);
  Statement& bind_blob(std::string_view value);  // likewise
  Statement& bind_null();
  Statement& bind_text_or_null(std::string_view value);  // empty is NULL
  Statement& bind_optional(const std::optional<std::string>& value);
  Statement& bind_positive_or_null(std::uint32_t value);  // 0 is NULL

  // Runs to the end and makes the statement ready to be bound again.
  void run();
  // Moves to the next row. False at the end or on failure; the statement is
  // then ready to be bound again.
  [[nodiscard]] bool step();

  // Columns of the row, from 0. NULL reads as 0 or empty.
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::uint32_t small(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::optional<std::string> optional_text(int column) const;
  // Of the columns.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  void reset();

  Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_ = 1;  // the parameter to be bound
};

}  // namespace kehoach
