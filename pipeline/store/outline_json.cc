#include "store/outline_json.h"

#include <nlohmann/json.hpp>

#include "model/json_writer.h"

namespace kehoach {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kColumns = 8;

void write_node(JsonWriter& json, const Node& node) {
  json.begin('[');
  if (node.parent < 0) {
    json.value(std::nullopt);
  } else {
    json.value(std::int64_t{node.parent} + 1);
  }
  json.value(name_of(node.kind)).value(name_of(node.role)).value(node.path);
  json.value(node.span.begin).value(node.span.end).value(node.body.begin);
  if (node.page == 0) {
    json.value(std::nullopt);
  } else {
    json.value(node.page);
  }
  json.end(']');
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
  JsonWriter json(out);
  json.begin('[');
  for (const Node& node : nodes) write_node(json, node);
  json.end(']');
  return out;
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
