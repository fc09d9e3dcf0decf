// Writes JSON as text, one value after the other.
//
// A tree of values costs several times what reading the plan does, and is not
// needed to print one. The text is what nlohmann's `dump` gives for the same
// values, byte by byte: compact, UTF-8 as it is, what is no UTF-8 replaced.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace kehoach {

// Keys and values come in the order in which they are printed; commas are set
// between them.
//
//   JsonWriter json(out);
//   json.begin('{').key("span").value(Span{1, 2}).end('}');  // {"span":[1,2]}
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  // `{` and `}`, or `[` and `]`.
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  // `name` needs no escapes.
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const std::string& text) {
    return value(std::string_view(text));
  }
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::optional<std::string>& text);  // or null
  JsonWriter& value(bool is_true);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::uint64_t number);
  JsonWriter& value(std::uint32_t number) {
    return value(std::uint64_t{number});
  }
  JsonWriter& value(double number);
  JsonWriter& value(Span span);
  JsonWriter& value(const std::vector<std::string>& texts);

  template <typename T>
  JsonWriter& field(std::string_view name, const T& field_value) {
    return key(name).value(field_value);
  }
  // `print` writes each of `values`.
  template <typename T, typename F>
  JsonWriter& list(std::string_view name, const std::vector<T>& values,
                   F&& print) {
    key(name).begin('[');
    for (const T& each : values) print(*this, each);
    return end(']');
  }

 private:
  // The comma in front of a key, or of a value of a list.
  void part();
  void append(std::string_view text);

  std::string& out_;
};

}  // namespace kehoach
