// Private to the room: reads `audit.toml`.
#pragma once

#include <toml++/toml.h>

#include <string>

#include "model/result.h"
#include "rulebook/audit_rules.h"

namespace kehoach {

// Error: what is missing, unknown or of the wrong kind, by file and line.
[[nodiscard]] Result<AuditRules> read_audit_rules(const toml::table& table,
                                                  const std::string& file);

}  // namespace kehoach
