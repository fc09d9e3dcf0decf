// Bodies that names mean: their rows. Private to store/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/sqlite.h"
#include "store/store.h"

namespace kehoach {

// Gives each body its row, and remembers it.
class BodyTable {
 public:
  explicit BodyTable(Connection& db);

  // What the names of the plan at hand mean. `bodies` must live until the next
  // call.
  void begin_plan(const std::vector<NamedBody>& bodies);
  // Binds body and inference of `name`, for the last columns of an assignment.
  void bind(Statement& assignment, const std::string& name);

 private:
  [[nodiscard]] std::int64_t id(const Body& body);

  Connection* db_;
  Statement insert_, update_, find_;
  std::unordered_map<std::string, std::int64_t> known_;
  std::unordered_map<std::string_view, const Body*> meant_;
};

// The names of a document that mean a body, in the order of its obligations.
[[nodiscard]] std::vector<NamedBody> read_bodies(Connection& db, DocumentId id);

}  // namespace kehoach
