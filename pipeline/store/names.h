// How values of the model are spelt in the database. Private to store/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/model.h"
#include "store/store.h"

namespace kehoach {

// 12 is `o12`.
[[nodiscard]] std::string obligation_name(std::int64_t ordinal);
[[nodiscard]] SourceStatus status_from(std::string_view name);
[[nodiscard]] LinkState link_state_from(std::string_view name);
[[nodiscard]] PlanVersion plan_version_from(std::string_view name);

}  // namespace kehoach
