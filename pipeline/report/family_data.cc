// A family of plans for other programs: JSON, and Graphviz's language.

#include <fmt/format.h>

#include "report/family.h"
#include "report/json_values.h"
#include "report/layout.h"
#include "report/report.h"

namespace kehoach {
namespace {

Json document_json(const FamilyDocument& d) {
  return {{"id", d.id == 0 ? Json(nullptr) : Json(d.id)},
          {"type", or_null(d.type)},
          {"code", or_null(d.code)},
          {"issued_on", or_null(d.issued_on)},
          {"issuer", or_null(d.issuer)},
          {"level", or_null(d.level)},
          {"title", or_null(d.title)}};
}

Json node_json(const FamilyNode& node) {
  Json json = document_json(node.document);
  json["parent"] = node.parent < 0 ? Json(nullptr) : Json(node.parent);
  json["depth"] = node.depth;
  json["relation"] = or_null(node.relation);
  json["inferred"] = node.inferred;
  json["state"] = node.document.id == 0 ? name_of(node.state) : "resolved";
  json["in_force"] = node.document.in_force;
  json["hidden"] = node.hidden;
  return json;
}

std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string_view dot_colour(std::string_view level) {
  if (level == "central") return "#f6d5d5";
  if (level == "province") return "#fbe7c6";
  if (level == "district") return "#dcefd9";
  return level == "commune" ? "#d9e8f6" : "#eeeeee";
}

}  // namespace

std::string family_json(const PlanFamily& family) {
  Json nodes = Json::array(), gaps = Json::array(), open = Json::array();
  for (const FamilyNode& node : family.nodes) nodes.push_back(node_json(node));
  for (const FamilyGap& gap : family.gaps) {
    gaps.push_back({{"level", gap.level},
                    {"within", or_null(gap.within)},
                    {"present", gap.present},
                    {"missing", gap.units}});
  }
  for (const OpenReference& reference : family.open) {
    Json json = document_json(reference.edge.cited);
    json.erase("id");
    json.erase("title");
    json["relation"] = reference.edge.relation;
    json["state"] = name_of(reference.edge.state);
    json["cited_by"] = reference.node;
    open.push_back(std::move(json));
  }
  const Json json = {{"schema", "kehoach.tree/1"},
                     {"nodes", std::move(nodes)},
                     {"gaps", std::move(gaps)},
                     {"open", std::move(open)}};
  return line_of(json);
}

std::string family_dot(const PlanFamily& family) {
  std::string out =
      "digraph plans {\n"
      "  rankdir=LR;\n"
      "  node [shape=box, style=filled, fontname=\"sans-serif\"];\n";
  for (std::size_t at = 0; at < family.nodes.size(); ++at) {
    const FamilyNode& node = family.nodes[at];
    // The two characters \n break a line of a label.
    std::string label = dot_string(family_name(node.document));
    const std::string issue = dot_string(family_issue(node.document));
    label.pop_back();
    label.append("\\n").append(issue, 1);
    out += fmt::format("  n{} [label={}, fillcolor=\"{}\"{}];\n", at, label,
                       dot_colour(node.document.level),
                       node.document.id == 0
                           ? ", style=\"filled,dashed\", fillcolor=\"white\""
                           : "");
  }
  for (std::size_t at = 0; at < family.nodes.size(); ++at) {
    const FamilyNode& node = family.nodes[at];
    if (node.parent < 0) continue;
    const bool sure = !node.inferred && node.relation == "implements";
    out += fmt::format("  n{} -> n{}{};\n", node.parent, at,
                       sure ? "" : " [style=dashed]");
  }
  return out + "}\n";
}

}  // namespace kehoach
