// Private to report/: what its writers of JSON share.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace kehoach {

// Keys keep the order in which they were written.
using Json = nlohmann::ordered_json;

inline Json or_null(const std::string& value) {
  return value.empty() ? Json(nullptr) : Json(value);
}

// In one line. File names may be no UTF-8: what JSON can't hold becomes U+FFFD.
inline std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kehoach
