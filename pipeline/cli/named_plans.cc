#include "cli/named_plans.h"

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"

namespace kehoach {

bool is_file(const std::string& name) {
  std::error_code ignored;
  return name == "-" || std::filesystem::exists(name, ignored);
}

Result<std::string> bytes_of_file(const std::string& name) {
  // The path under which the system shows standard input as a file.
  return read_file(name == "-" ? "/dev/stdin" : name, kMaxFileBytes);
}

Result<void> NamedPlans::open(const std::string& database,
                              const std::vector<std::string>& names) {
  if (database.empty() && std::all_of(names.begin(), names.end(), is_file))
    return {};
  const auto path = database_or_default(database);
  // What is no file cannot be looked up then, but the files can be read.
  if (!path) return {};
  auto store = open_store(*path, Access::read);
  if (!store) return Failure(store.error());
  store_ = std::move(*store);
  return {};
}

Result<Plan> NamedPlans::stored(const std::string& name) const {
  if (!store_) {
    return Failure(Error{
        Error::Kind::invalid,
        name + ": no such file, and no database to look for a plan of this "
               "code (give one with -d FILE or KEHOACH_DB)"});
  }
  const auto found = one_plan(*store_, name);
  if (!found) return Failure(found.error());
  if (!*found) {
    return Failure(Error{
        Error::Kind::invalid,
        name + ": no such file, and no such plan in the database; look for it "
               "with 'kehoach search'"});
  }
  auto plan = store_->load_plan((*found)->id);
  if (plan && plan->source.path.empty())
    plan->source.path = (*found)->source_path;
  return plan;
}

Result<Plan> NamedPlans::find(const std::string& name,
                              const PlanReader& read_plan) const {
  if (!is_file(name)) return stored(name);
  const auto bytes = bytes_of_file(name);
  if (!bytes) return Failure(bytes.error());
  auto read = read_plan({*bytes, name, {}});
  if (!read) return Failure(read.error());
  return std::move(read->plan);
}

}  // namespace kehoach
