// Bodies and names in an archive, counted. Private to store/.
#pragma once

#include <string_view>
#include <vector>

#include "store/sqlite.h"
#include "store/store.h"

namespace kehoach {

[[nodiscard]] std::vector<BodyUse> list_bodies(Connection& db,
                                               std::string_view words);
[[nodiscard]] std::vector<NameUse> list_names(Connection& db,
                                              std::string_view body);

}  // namespace kehoach
