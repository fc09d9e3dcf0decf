// Private to the room: where the front matter ends and the back matter begins.
#pragma once

#include <cstddef>
#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace kehoach {

// Indices of paragraphs, half open: front [0, body), the text [body, back), the
// recipients and the signature [back, tail), then notes and appendices.
struct Zones {
  std::size_t type = 0;  // the paragraph `KẾ HOẠCH`; the count of all if none
  std::size_t body = 0;
  std::size_t back = 0;
  std::size_t tail = 0;
  bool plan_inside = false;  // a decision stands before `type`
  std::size_t decision_back =
      0;  // its own recipients and signature: [decision_back, type)
};

// Kind and section are given together with what decided them.
inline void set_kind(Node& node, NodeKind kind, Because because) {
  node.kind = kind;
  node.kind_by = because;
}
inline void set_role(Node& node, SectionRole role, Because because,
                     std::int32_t rule = -1) {
  node.role = role;
  node.role_by = because;
  node.role_rule = rule;
}
// Where `rule` stands in Rulebook::rules(); -1 for none.
[[nodiscard]] inline std::int32_t index_of(const Rulebook& rules,
                                           const Rule* rule) {
  return rule == nullptr
             ? -1
             : static_cast<std::int32_t>(rule - rules.rules().data());
}

// One paragraph with what is asked of it again and again.
struct Line {
  Span span;
  std::string_view text;  // as printed
  std::string_view folded;
  ListMark mark;
  std::string_view what;  // attribute `what` of the rule that matches its start
  const Rule* rule = nullptr;
};

[[nodiscard]] std::vector<Line> look_at(const NormalText& text,
                                        const Rulebook& rules, LookLog* log);

// Finds the zones and gives the nodes outside of [body, back) their kinds.
[[nodiscard]] Zones find_zones(const NormalText& text,
                               const std::vector<Line>& lines,
                               std::vector<Node>& nodes);

// The national heading, the motto below it, the party's heading.
[[nodiscard]] bool opens_letterhead(std::string_view folded);

// `KẾ HOẠCH` alone, or with its title behind it in one paragraph.
[[nodiscard]] bool is_type_line(const Line& line);

// True for a name alone on its line: two to six words, each with a capital.
[[nodiscard]] bool is_person_name(std::string_view text);

}  // namespace kehoach
