// The audit of a family for other programs.

#include "report/json_values.h"
#include "report/report.h"

namespace kehoach {
namespace {

Json counts_json(const CoverageCounts& counts) {
  Json json = Json::object();
  for (std::size_t i = 0; i < kCoverages; ++i)
    json[std::string(name_of(static_cast<Coverage>(i)))] = counts[i];
  return json;
}

Json row_json(const RollupRow& row) {
  Json levels = Json::object();
  for (std::size_t i = 0; i < kRollupLevels.size(); ++i)
    levels[std::string(kRollupLevels[i])] = counts_json(row.levels[i]);
  return {{"id", row.obligation.id},           {"path", row.obligation.path},
          {"quote", row.obligation.quote},     {"lead", row.obligation.lead},
          {"direct", counts_json(row.direct)}, {"deep", counts_json(row.deep)},
          {"levels", std::move(levels)},       {"justified", row.justified}};
}

std::string cells_of(const std::vector<Coverage>& through) {
  std::string cells;
  for (const Coverage status : through) cells += name_of(status).front();
  return cells;
}

// The root's obligations of which all that the plan lacks is justified.
Json justified_cells(const TreeAudit& audit, std::size_t at) {
  Json ids = Json::array();
  for (std::size_t row = 0; row < audit.justified[at].size(); ++row) {
    if (audit.justified[at][row]) ids.push_back(audit.rows[row].obligation.id);
  }
  return ids;
}

Json gap_json(const TreeAudit& audit, const JustifiedGap& gap) {
  Json rows = Json::array();
  for (const std::uint32_t row : gap.rows)
    rows.push_back(audit.rows[row].obligation.id);
  const ReviewDecision& decision = gap.review.decision;
  return {{"obligation", gap.obligation.id}, {"path", gap.obligation.path},
          {"quote", gap.obligation.quote},   {"status", name_of(gap.status)},
          {"rows", std::move(rows)},         {"note", decision.note},
          {"by", decision.reviewer},         {"at", decision.reviewed_at}};
}

Json node_json(const PlanFamily& family, const TreeAudit& audit,
               std::size_t at) {
  const FamilyNode& node = family.nodes[at];
  const FamilyDocument& d = node.document;
  const EdgeAudit& edge = audit.edges[at];
  Json reasons = Json::array();
  for (const JustifiedGap& gap : edge.justified)
    reasons.push_back(gap_json(audit, gap));
  return {{"id", d.id == 0 ? Json(nullptr) : Json(d.id)},
          {"code", or_null(d.code)},
          {"issuer", or_null(d.issuer)},
          {"issued_on", or_null(d.issued_on)},
          {"level", or_null(d.level)},
          {"parent", node.parent < 0 ? Json(nullptr) : Json(node.parent)},
          {"audited_against", edge.done ? Json(edge.parent) : Json(nullptr)},
          {"findings", edge.findings},
          {"corrected", edge.corrected},
          {"justified", edge.justified.size()},
          {"cells", or_null(cells_of(audit.through[at]))},
          {"justified_cells", justified_cells(audit, at)},
          {"justifications", std::move(reasons)}};
}

}  // namespace

std::string tree_audit_json(const PlanFamily& family, const TreeAudit& audit) {
  Json rows = Json::array(), nodes = Json::array();
  for (const RollupRow& row : audit.rows) rows.push_back(row_json(row));
  for (std::size_t at = 0; at < family.nodes.size(); ++at)
    nodes.push_back(node_json(family, audit, at));
  const Json json = {{"schema", "kehoach.audit-tree/1"},
                     {"root", audit.root},
                     {"obligations", std::move(rows)},
                     {"nodes", std::move(nodes)}};
  return line_of(json);
}

}  // namespace kehoach
