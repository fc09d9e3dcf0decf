#include "store/outline_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace kehoach {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kColumns = 8;

void append_number(std::string& out, std::int64_t number) {
  std::array<char, 24> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end.ptr);
}

// Labels are a few letters and digits, but they are what a document says.
void append_text(std::string& out, std::string_view text) {
  const auto is_plain = [](char c) {
    return c >= ' ' && c != '"' && c != '\\';
  };
  if (std::all_of(text.begin(), text.end(), is_plain)) {
    out.append(1, '"').append(text).append(1, '"');
  } else {
    out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
}

void append_node(std::string& out, const Node& node) {
  out += '[';
  if (node.parent < 0) {
    out += "null";
  } else {
    append_number(out, std::int64_t{node.parent} + 1);
  }
  out.append(",\"").append(name_of(node.kind));
  out.append("\",\"").append(name_of(node.role)).append("\",");
  append_text(out, node.path);
  for (const std::uint32_t at :
       {node.span.begin, node.span.end, node.body.begin}) {
    out += ',';
    append_number(out, at);
  }
  out += ',';
  if (node.page == 0) {
    out += "null";
  } else {
    append_number(out, node.page);
  }
  out += ']';
}

NodeKind kind_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(NodeKind::rule); ++i) {
    if (name_of(static_cast<NodeKind>(i)) == name)
      return static_cast<NodeKind>(i);
  }
  return NodeKind::paragraph;
}

std::uint32_t number_in(const Json& value) {
  return value.is_number_unsigned() ? value.get<std::uint32_t>() : 0;
}

std::string text_in(const Json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

Node node_in(const Json& row) {
  Node node;
  node.parent = static_cast<std::int32_t>(number_in(row[0])) - 1;
  node.kind = kind_named(text_in(row[1]));
  node.role = section_named(text_in(row[2])).value_or(SectionRole::none);
  node.path = text_in(row[3]);
  node.span = {number_in(row[4]), number_in(row[5])};
  node.body = {number_in(row[6]), node.span.end};
  node.page = number_in(row[7]);
  return node;
}

}  // namespace

std::string outline_json(const std::vector<Node>& nodes) {
  constexpr std::size_t kExpected = 56;
  std::string out;
  out.reserve(nodes.size() * kExpected + 2);
  out += '[';
  for (const Node& node : nodes) {
    if (out.size() > 1) out += ',';
    append_node(out, node);
  }
  return out + ']';
}

std::vector<Node> nodes_from_json(std::string_view text) {
  std::vector<Node> nodes;
  const Json rows = Json::parse(text, nullptr, false);
  if (!rows.is_array()) return nodes;
  nodes.reserve(rows.size());
  for (const Json& row : rows) {
    if (!row.is_array() || row.size() != kColumns) return {};
    nodes.push_back(node_in(row));
  }
  return nodes;
}

}  // namespace kehoach
