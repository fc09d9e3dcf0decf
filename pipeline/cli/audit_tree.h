// Private to cli/.
#pragma once

#include <string>

#include "cli/console.h"

namespace kehoach {

struct AuditTreeRequest {
  std::string root, database, rules;
  std::string format;  // text, json, html, csv, xlsx
  std::string file;    // to write to; empty: standard output
};

// Prints the audit of the family of `root`; gives the exit status.
[[nodiscard]] int audit_tree(Console& console, const AuditTreeRequest& request);

}  // namespace kehoach
