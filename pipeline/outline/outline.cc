#include "outline/outline.h"

#include "outline/appendices.h"
#include "outline/headings.h"
#include "outline/tree.h"
#include "outline/zones.h"

namespace kehoach {
namespace {

// The rule that matches the beginning of a paragraph, where its kind is due to
// it.
void name_rules(const Rulebook& rules, const std::vector<Line>& lines,
                std::vector<Node>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind_by == Because::rule)
      nodes[i].rule = index_of(rules, lines[i].rule);
  }
}

// The opening of a decision that issues a plan: what it was issued to carry out
// and on what basis stands there.
void name_decision(const std::vector<Line>& lines, const Zones& zones,
                   std::vector<Node>& nodes) {
  if (!zones.plan_inside) return;
  for (std::size_t i = 0; i < zones.decision_back; ++i) {
    if (lines[i].mark.kind == Marker::named) break;
    if (nodes[i].kind == NodeKind::paragraph)
      set_role(nodes[i], SectionRole::preamble, Because::decision);
  }
}

// The last bare paragraph before the signature closes the plan when it only
// restates it; the rules of the family say how such paragraphs look.
void close_plan(const NormalText& text, const Rulebook& rules,
                std::size_t begin, std::size_t end, LookLog* log,
                std::vector<Node>& nodes) {
  for (std::size_t i = end; i > begin; --i) {
    Node& node = nodes[i - 1];
    if (node.kind == NodeKind::cell || node.kind == NodeKind::footnote)
      continue;
    if (node.kind != NodeKind::paragraph) return;
    if (node.role == SectionRole::closing) continue;
    for (const Match& match :
         rules.scan(only(Family::outline), text.folded, node.span,
                    SectionRole::closing, log)) {
      const std::string_view what = match.rule->attribute("what");
      if (what != "last" && what != "closing") continue;
      // `Sở Y tế đôn đốc, tổng hợp ...; nếu có vướng mắc, báo cáo ...`
      const Span before{node.span.begin, match.span.begin};
      const bool orders = sees_to_it(slice(text.folded, before), rules) ||
                          (match.rule->attribute("restates") == "yes" &&
                           asks_for_more(slice(text.folded, node.span), rules));
      if (!orders) {
        set_role(node, SectionRole::closing, Because::last,
                 index_of(rules, match.rule));
      }
      return;
    }
    return;
  }
}

// A heading that no rule knows holds tasks, if anything: said where some node
// below it is read by that.
void note_unsure_sections(const NormalText& text, Outline& out) {
  for (std::size_t i = 0; i < out.nodes.size(); ++i) {
    const Node& head = out.nodes[i];
    if (head.kind != NodeKind::heading || head.role_by != Because::first_level)
      continue;
    const bool in_use = i + 1 < out.nodes.size() &&
                        out.nodes[i + 1].role == head.role &&
                        out.nodes[i + 1].kind != NodeKind::heading;
    if (!in_use) continue;
    out.diagnostics.push_back(
        {Severity::info, "section-unsure",
         "no rule knows this heading; what stands below it is read as tasks: " +
             std::string(slice(text.text, head.body)),
         head.span});
  }
}

void note_tables(Outline& out) {
  for (const Node& node : out.nodes) {
    const TablePlace& place = node.place;
    if (place.table == 0) continue;
    if (out.tables.empty() || out.tables.back().id != place.table)
      out.tables.push_back({place.table, 0, 0});
    Table& table = out.tables.back();
    table.rows = std::max(table.rows, place.row + 1);
    table.columns = std::max(table.columns, place.column + 1);
  }
}

}  // namespace

Outline outline(const NormalText& text, const Rulebook& rules, LookLog* log) {
  Outline out;
  out.nodes.resize(text.paragraphs.size());
  for (std::size_t i = 0; i < out.nodes.size(); ++i) {
    const Paragraph& p = text.paragraphs[i];
    Node& node = out.nodes[i];
    node.span = node.body = p.span;
    node.page = p.page;
    node.place = p.place;
    node.bold = p.bold;
  }
  const std::vector<Line> lines = look_at(text, rules, log);
  const Zones zones = find_zones(text, lines, out.nodes);
  if (zones.plan_inside) out.plan_begin = out.nodes[zones.type].span.begin;
  name_decision(lines, zones, out.nodes);
  build_tree(text, lines, rules, zones.body, zones.back, log, out.nodes);
  close_plan(text, rules, zones.body, zones.back, log, out.nodes);
  build_tree(text, lines, rules, zones.tail, out.nodes.size(), log, out.nodes);
  out.diagnostics = settle_appendices(lines, rules, zones.tail, out.nodes);
  name_rules(rules, lines, out.nodes);
  note_unsure_sections(text, out);
  note_tables(out);
  return out;
}

}  // namespace kehoach
