// Plans by what people call them: a file, or the code or #id of a plan in a
// database. Private to cli/.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "store/store.h"

namespace kehoach {

// Whether `name` is `-`, standard input, or a path where something is.
[[nodiscard]] bool is_file(const std::string& name);
[[nodiscard]] Result<std::string> bytes_of_file(const std::string& name);

class NamedPlans {
 public:
  // Opens the database that was asked for, also where all `names` are files:
  // it may know something about them. Where none was asked for, the usual one
  // if some name is no file. Error: it cannot be opened.
  [[nodiscard]] Result<void> open(const std::string& database,
                                  const std::vector<std::string>& names);
  // Null where there is no database, or none is needed.
  [[nodiscard]] Store* store() const { return store_.get(); }

  // The one plan of this code or #id. Error: no database, none, several.
  [[nodiscard]] Result<Plan> stored(const std::string& name) const;
  // The same, or the plan in a file that holds one.
  [[nodiscard]] Result<Plan> find(const std::string& name,
                                  const PlanReader& read_plan) const;

 private:
  std::unique_ptr<Store> store_;
};

}  // namespace kehoach
