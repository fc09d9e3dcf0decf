// What the writer prints, beside what the library prints of the same values.

#include "model/json_writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kehoach {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename T>
std::string written(const T& value) {
  std::string out;
  JsonWriter(out).value(value);
  return out;
}

std::string every_byte() {
  std::string text;
  for (int byte = 0; byte < 256; ++byte) {
    text += static_cast<char>(byte);
    text += 'x';
  }
  return text;
}

TEST(JsonWriter, WritesTextsAsTheLibraryDoes) {
  const std::string texts[] = {
      "",
      "Kế hoạch số 218/KH-UBND",
      "\"trẻ em\" \\ /",
      std::string("\0\b\t\n\f\r\x1b\x7f", 8),
      "một \xe1\xba",        // ends inside a letter
      "một \xe1\xbax \xff",  // breaks off, and what no letter begins with
      "\xed\xa0\x80",        // half a surrogate pair
      "\xf0\x9f\x98\x80 \u2028",
      every_byte(),
  };
  for (const std::string& text : texts)
    EXPECT_EQ(written(text), dumped(Json(text))) << text;
}

TEST(JsonWriter, WritesNumbersAsTheLibraryDoes) {
  for (const double number : {0.0, -0.0, 84.3, 0.1, 1e-7, 123456789012.5, 1e22,
                              -2.5, 72.02399444580078})
    EXPECT_EQ(written(number), dumped(Json(number)));
  EXPECT_EQ(written(std::int64_t{-84}), "-84");
  EXPECT_EQ(written(~std::uint64_t{0}), "18446744073709551615");
  EXPECT_EQ(written(true), "true");
}

TEST(JsonWriter, SetsCommasBetweenParts) {
  std::string out;
  JsonWriter json(out);
  json.begin('{').field("a", std::vector<std::string>{"x,", "["});
  json.field("b", std::vector<std::string>()).field("c", Span{3, 9});
  json.field("d", std::optional<std::string>());
  json.list("e", std::vector<int>{1, 2}, [](JsonWriter& each, int i) {
    each.begin('{').field("i", std::int64_t{i}).end('}');
  });
  json.key("f").begin('{').end('}').field("g:", "{").end('}');
  const Json same = {{"a", {"x,", "["}},
                     {"b", Json::array()},
                     {"c", {3, 9}},
                     {"d", nullptr},
                     {"e", Json::array({{{"i", 1}}, {{"i", 2}}})},
                     {"f", Json::object()},
                     {"g:", "{"}};
  EXPECT_EQ(out, dumped(same));
}

}  // namespace
}  // namespace kehoach
