#include "extract/extract.h"

#include <algorithm>

#include "extract/deadline_values.h"
#include "extract/facts.h"

namespace kehoach {
namespace {

// Kinds of nodes in which facts other than the identity stand.
bool is_read(const Node& node) {
  switch (node.kind) {
    case NodeKind::title:
    case NodeKind::doc_type:
    case NodeKind::heading:
    case NodeKind::lead_in:
    case NodeKind::item:
    case NodeKind::paragraph:
    case NodeKind::cell:
    case NodeKind::annotation:
    case NodeKind::footnote:
      return true;
    default:
      return false;
  }
}

// A year that dates a target of the same sentence is no deadline. No sentence
// goes on in another line or cell.
void drop_years_of_targets(const Reading& reading, Plan& plan) {
  constexpr std::size_t kYear = 4;
  std::erase_if(plan.deadlines, [&](const Deadline& d) {
    if (d.kind != "date" || !d.value || d.value->size() != kYear) return false;
    const Span span = d.evidence.span;
    const bool dates = std::any_of(
        plan.targets.begin(), plan.targets.end(), [&](const Target& t) {
          const Span around{std::min(span.begin, t.evidence.span.begin),
                            std::max(span.end, t.evidence.span.end)};
          return t.due == d.value &&
                 reading.printed(around).find('\n') == std::string_view::npos &&
                 sentence_around(reading.text.text, t.evidence.span, around)
                     .contains(span);
        });
    if (dates)
      reading.remark(span, d.evidence.rule,
                     "no deadline: the year dates a target of its sentence");
    return dates;
  });
}

}  // namespace

bool holds_obligations(SectionRole role) {
  return role == SectionRole::tasks || role == SectionRole::organisation ||
         role == SectionRole::reporting || role == SectionRole::funding;
}

Plan extract(const NormalText& text, const Outline& outline,
             const Rulebook& rules, ExtractTrace* trace) {
  Reading reading(text, outline, rules);
  reading.trace = trace;
  reading.matches.resize(outline.nodes.size());
  const Families families = only(Family::references) |
                            only(Family::assignments) |
                            only(Family::deadlines) | only(Family::targets);
  for (std::size_t i = 0; i < outline.nodes.size(); ++i) {
    const Node& node = outline.nodes[i];
    if (is_read(node))
      reading.matches[i] = rules.scan(families, text.folded, node.body,
                                      node.role, reading.log());
  }
  reading.grids = read_grids(reading);
  reading.task_rows = read_task_rows(reading);
  Plan plan;
  plan.diagnostics = text.diagnostics;
  plan.document = read_document(reading, plan.diagnostics);
  if (plan.document.type.empty() && !plan.document.code)
    plan.diagnostics.push_back(
        {Severity::warning,
         "no-letterhead",
         "neither a type such as KẾ HOẠCH nor a number was found; this may be "
         "no issued plan",
         {}});
  plan.references = read_references(reading, plan.document, plan.diagnostics);
  plan.obligations = read_obligations(reading);
  plan.deadlines = read_deadlines(reading, plan.document, plan.obligations,
                                  plan.diagnostics);
  plan.targets = read_targets(reading, plan.document, plan.obligations);
  drop_years_of_targets(reading, plan);
  plan.diagnostics.insert(plan.diagnostics.end(), outline.diagnostics.begin(),
                          outline.diagnostics.end());
  note_impossible_dates(reading, plan.diagnostics);
  rate_certainty(reading, plan);
  plan.text = text.text;
  plan.outline = outline;
  return plan;
}

}  // namespace kehoach
