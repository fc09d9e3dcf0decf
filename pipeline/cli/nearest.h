// What somebody meant who mistyped a name. Private to cli/.
#pragma once

#include <string>
#include <vector>

namespace kehoach {

// The name of `names` that `typed` was meant to be, if one is near enough; else
// empty.
[[nodiscard]] std::string nearest(const std::string& typed,
                                  const std::vector<std::string>& names);

}  // namespace kehoach
