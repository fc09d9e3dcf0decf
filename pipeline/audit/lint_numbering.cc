// Numbers and letters of parts and items that skip or come twice.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "audit/lint_checks.h"
#include "text/text.h"

namespace kehoach {
namespace {

// What stands before the last number: siblings `2.1`, `3.1` are no sequence.
std::string_view head_of(const Node& node) {
  const std::size_t dot = node.label.rfind('.');
  return dot == std::string::npos ? std::string_view()
                                  : std::string_view(node.label).substr(0, dot);
}

// The label that should stand behind `node`; empty for Roman numbers.
std::string next_label(const Node& node, int number) {
  switch (node.marker) {
    case Marker::letter:
      return std::string(letter_label(number + 1));
    case Marker::decimal:
      return std::string(head_of(node)) + "." + std::to_string(number + 1);
    case Marker::arabic:
    case Marker::bracket:
      return std::to_string(number + 1);
    default:
      return "";
  }
}

// Whether `label` stands inside of a line, where a line break was lost.
bool is_inside(std::string_view text, const std::string& label) {
  if (label.empty()) return false;
  for (const char* end : {". ", ") "}) {
    if (text.find(" " + label + end) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void lint_numbering(const Plan& plan, LintFindings& found) {
  const auto& nodes = plan.outline.nodes;
  // The last node of each kind of numbers below each parent.
  std::map<std::pair<std::int32_t, Marker>, std::size_t> before;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (node.span.begin < plan.outline.plan_begin) continue;
    const bool is_numbered =
        node.kind == NodeKind::heading || node.kind == NodeKind::item ||
        node.kind == NodeKind::lead_in || node.kind == NodeKind::annotation ||
        node.kind == NodeKind::paragraph;
    const auto number =
        is_numbered ? label_number(node.marker, node.label) : std::nullopt;
    if (!number) continue;
    const auto [at, is_first] =
        before.emplace(std::pair(node.parent, node.marker), i);
    const std::size_t last = std::exchange(at->second, i);
    // A list that begins anew (or amid, behind a lost page) is another list.
    if (is_first || head_of(nodes[last]) != head_of(node)) continue;
    const int from = *label_number(nodes[last].marker, nodes[last].label);
    // One number that is left out is a slip; more are another list.
    constexpr int kFarthest = 3;
    if (may_follow(node.marker, from, *number) || *number < from ||
        *number > from + kFarthest)
      continue;
    const Span between = {nodes[last].span.begin, node.span.begin};
    if (*number > from &&
        is_inside(slice(plan.text, between), next_label(nodes[last], from)))
      continue;
    const std::string_view text = slice(plan.text, node.span);
    const std::string what = *number == from
                                 ? "Số thứ tự \"" + node.label + "\" lặp lại."
                                 : "Số thứ tự nhảy từ \"" + nodes[last].label +
                                       "\" sang \"" + node.label + "\".";
    found.push_back({Severity::warning, "numbering", what, node.path,
                     std::string(text), node.span, node.page});
  }
}

}  // namespace kehoach
