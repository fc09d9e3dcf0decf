// Private to cli/.
#pragma once

#include <string>

#include "cli/console.h"

namespace kehoach {

struct AuditTreeRequest {
  std::string root, database, rules, format;
};

// Prints the audit of the family of `root`; gives the exit status.
[[nodiscard]] int audit_tree(Console& console, const AuditTreeRequest& request);

}  // namespace kehoach
