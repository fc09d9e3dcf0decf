// What the writers and readers of JSON in this room share. Private to model/.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "text/text.h"

namespace kehoach {

// Keys keep the order in which they were written.
using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

inline std::optional<std::string> optional_text(const Json& json,
                                                const char* key) {
  const auto at = json.find(key);
  if (at == json.end() || at->is_null()) return std::nullopt;
  return at->get<std::string>();
}

// What the library complains of, without its own names:
// `[json.exception.type_error.302] type must be string, but is null`.
inline std::string said_by(const std::exception& error) {
  const std::string_view said = error.what();
  const std::size_t name = said.find("] ");
  return std::string(starts_with(said, "[json.exception.") &&
                             name != std::string_view::npos
                         ? said.substr(name + 2)
                         : said);
}

// In one line; bytes that are no UTF-8 become U+FFFD.
inline std::string printed(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

inline Json span_json(Span span) { return Json::array({span.begin, span.end}); }

// Empty where there is none.
inline Span read_span(const Json& json) {
  const auto span = json.find("span");
  if (span == json.end()) return {};
  return {span->at(0).get<std::uint32_t>(), span->at(1).get<std::uint32_t>()};
}

template <typename T, typename F>
Json array_of(const std::vector<T>& values, F&& print) {
  Json json = Json::array();
  for (const T& value : values) json.push_back(print(value));
  return json;
}

}  // namespace kehoach
