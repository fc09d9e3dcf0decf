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

// The alphabet by which items are lettered; `đ` may be left out, and the Latin
// letters that Vietnamese lacks may stand.
constexpr std::string_view kLetters =
    "a b c d đ e f g h i j k l m n o p q r s "
    "t u v w x y z";

std::optional<int> letter_number(std::string_view label) {
  const auto letters = split(kLetters, ' ');
  const auto at = std::find(letters.begin(), letters.end(), lower(label));
  if (at == letters.end()) return std::nullopt;
  return static_cast<int>(at - letters.begin()) + 1;
}

std::optional<int> roman_number(std::string_view label) {
  int value = 0;
  int last = 0;
  for (std::size_t i = label.size(); i-- > 0;) {
    int digit = 0;
    switch (label[i]) {
      case 'I':
        digit = 1;
        break;
      case 'V':
        digit = 5;
        break;
      case 'X':
        digit = 10;
        break;
      case 'L':
        digit = 50;
        break;
      default:
        return std::nullopt;
    }
    value += digit < last ? -digit : digit;
    last = std::max(last, digit);
  }
  return value > 0 ? std::optional(value) : std::nullopt;
}

// The digits at the end of `2.10`.
std::optional<int> last_number(std::string_view label) {
  const std::size_t dot = label.rfind('.');
  if (dot != std::string_view::npos) label.remove_prefix(dot + 1);
  if (label.empty() || label.size() > 3) return std::nullopt;
  int value = 0;
  for (const char c : label) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> number_of(const Node& node) {
  switch (node.marker) {
    case Marker::roman:
      return roman_number(node.label);
    case Marker::arabic:
    case Marker::decimal:
    case Marker::bracket:
      return last_number(node.label);
    case Marker::letter:
      return letter_number(node.label);
    default:
      return std::nullopt;
  }
}

// What stands before the last number: siblings `2.1`, `3.1` are no sequence.
std::string_view head_of(const Node& node) {
  const std::size_t dot = node.label.rfind('.');
  return dot == std::string::npos ? std::string_view()
                                  : std::string_view(node.label).substr(0, dot);
}

// Whether letters between the two are only those that may be left out.
bool may_follow(const Node& a, int from, int to) {
  if (a.marker != Marker::letter) return to == from + 1;
  const auto letters = split(kLetters, ' ');
  for (int i = from + 1; i < to; ++i) {
    const std::string_view letter = letters[static_cast<std::size_t>(i) - 1];
    if (letter != "đ" && letter != "f" && letter != "j" && letter != "w")
      return false;
  }
  return to > from;
}

// The label that should stand behind `node`; empty for Roman numbers.
std::string next_label(const Node& node, int number) {
  switch (node.marker) {
    case Marker::letter:
      return std::string(
          split(kLetters, ' ')[static_cast<std::size_t>(number)]);
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
    const auto number = is_numbered ? number_of(node) : std::nullopt;
    if (!number) continue;
    const auto [at, is_first] =
        before.emplace(std::pair(node.parent, node.marker), i);
    const std::size_t last = std::exchange(at->second, i);
    // A list that begins anew (or amid, behind a lost page) is another list.
    if (is_first || head_of(nodes[last]) != head_of(node)) continue;
    const int from = *number_of(nodes[last]);
    // One number that is left out is a slip; more are another list.
    constexpr int kFarthest = 3;
    if (may_follow(node, from, *number) || *number < from ||
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
