// Who leads and who supports, by the words of one leaf.

#include <algorithm>

#include "extract/subjects.h"

namespace kehoach {
namespace {

class RoleReader {
 public:
  RoleReader(const Reading& reading, Span body,
             const std::vector<Match>& matches, bool heading)
      : r_(reading),
        body_(body),
        matches_(matches),
        heading_(heading),
        subjects_(reading, body, matches, roles_) {}

  Roles read() {
    subjects_.first();
    for (const Match& match : matches_) {
      if (match.rule->family != Family::assignments || match.rule->skip)
        continue;
      const std::string_view what = match.rule->attribute("what");
      if (what == "with") with(match);
      if (what == "assign") assign(match);
      if (what == "direct") direct(match);
      if (what == "lead") leads(match);
    }
    roles_.text_names_lead = !roles_.lead.empty();
    subjects_.later();
    const auto& lead = roles_.lead;
    std::erase_if(roles_.support, [&](const std::string& name) {
      return std::find(lead.begin(), lead.end(), name) != lead.end();
    });
    return std::move(roles_);
  }

 private:
  [[nodiscard]] std::string_view folded() const { return r_.text.folded; }
  [[nodiscard]] std::string_view text() const { return r_.text.text; }

  [[nodiscard]] bool begins_clause(std::uint32_t at) const {
    if (at <= body_.begin) return true;
    const std::string_view before =
        trim(text().substr(body_.begin, at - body_.begin));
    if (before.empty() ||
        std::string_view(".;:,(").find(before.back()) != std::string_view::npos)
      return true;
    return r_.words.clause_openers.ending(
               folded().substr(body_.begin, before.size())) != nullptr;
  }

  // At the start, or behind nothing but `Trong đó`.
  [[nodiscard]] bool opens_body(std::uint32_t at) const {
    const std::string_view before =
        trim(folded().substr(body_.begin, at - body_.begin));
    return before.empty() || r_.words.clause_openers.exact(before) != nullptr;
  }

  [[nodiscard]] bool begins_sentence(std::uint32_t at) const {
    return ends_with(trim(text().substr(body_.begin, at - body_.begin)), ".");
  }

  void with(const Match& match) {
    const bool named = match.group("with").has_value();
    const Span list = subjects_.with_relative(
        agency_list_at(r_, match.span.end, body_.end, named));
    if (list.empty()) return;
    add_all(roles_.support, split_agencies(r_, list));
  }

  // `Giao Sở Y tế chủ trì`, `Đề nghị Hội Nông dân ...`
  void assign(const Match& match) {
    if (!begins_clause(match.span.begin)) return;
    const Span list = agency_list_at(r_, match.span.end, body_.end, false);
    if (list.empty()) return;
    const bool first = opens_body(match.span.begin);
    if (!first && heading_) return;
    const bool demand = match.rule->attribute("begins") == "sentence";
    // The body of the heading demands it, and leads.
    if (demand && heading_) return;
    if (!first && demand && !begins_sentence(match.span.begin)) return;
    if (match.rule->attribute("modality") == "requested") {
      if (!first && (heading_ || !roles_.lead.empty())) return;
      roles_.requested = roles_.requested || first;
    }
    add_all(roles_.lead, split_agencies(r_, list));
    roles_.assigned = true;
  }

  // `Chỉ đạo các ngành tăng cường ...`: they lead only where nobody stands
  // above.
  void direct(const Match& match) {
    if (heading_ || !roles_.lead.empty() || match.span.begin != body_.begin)
      return;
    const Span list = agency_list_at(r_, match.span.end, body_.end, false);
    if (!list.empty()) add_all(roles_.lead, split_agencies(r_, list));
  }

  // `..., Sở Y tế chủ trì`: the name right before the words.
  void leads(const Match& match) {
    const std::uint32_t from = std::max(
        body_.begin, match.span.begin > 200 ? match.span.begin - 200 : 0);
    for (std::uint32_t at = from; at < match.span.begin; ++at) {
      if (at > body_.begin && text()[at - 1] != ' ') continue;
      if ((static_cast<unsigned char>(text()[at]) & 0xC0U) == 0x80U ||
          !subjects_.names_a_body(at))
        continue;
      const Span list = agency_list_at(r_, at, match.span.begin, false);
      const std::string_view rest =
          trim(text().substr(list.end, match.span.begin - list.end));
      if (!rest.empty()) continue;
      if (is_addressed(at) || subjects_.take_label(list, roles_.lead)) return;
      if (!begins_clause_or_do(at)) continue;
      add_all(roles_.lead, split_agencies(r_, list));
      return;
    }
  }

  // `báo cáo Ban Chỉ đạo, Sở Y tế và các sở chủ trì dự án`, or the same in
  // brackets: they receive, whatever is said of them.
  [[nodiscard]] bool is_addressed(std::uint32_t at) const {
    constexpr std::uint32_t kLongestBracket = 500;  // bytes
    const std::uint32_t from =
        std::max(body_.begin, at - std::min(kLongestBracket, at));
    const std::string_view before = trim(folded().substr(from, at - from));
    const std::size_t open = before.rfind('(');
    const bool bracketed = open != std::string_view::npos &&
                           before.find(')', open) == std::string_view::npos;
    return bracketed || r_.words.addressed.ending(before) != nullptr;
  }

  // `các đoàn kiểm tra do Sở Y tế chủ trì` says which, where somebody leads.
  [[nodiscard]] bool begins_clause_or_do(std::uint32_t at) const {
    const std::string_view before =
        trim(folded().substr(body_.begin, at - body_.begin));
    const bool by =
        !heading_ && roles_.lead.empty() && ends_with(before, " do");
    return begins_clause(at) || by || ends_with(before, "giao");
  }

  const Reading& r_;
  Span body_;
  const std::vector<Match>& matches_;
  bool heading_;
  Roles roles_;
  Subjects subjects_;
};

}  // namespace

Roles read_roles(const Reading& reading, Span body,
                 const std::vector<Match>& matches, bool heading) {
  return RoleReader(reading, body, matches, heading).read();
}

Roles roles_of_leaf(const Reading& reading, std::size_t index, bool heading) {
  constexpr std::string_view kStop = ". ";
  const Node& node = reading.outline.nodes[index];
  const std::string_view folded = reading.folded(node.body);
  for (std::size_t stop = folded.find(kStop); stop != std::string_view::npos;
       stop = folded.find(kStop, stop + 1)) {
    const auto at =
        node.body.begin + static_cast<std::uint32_t>(stop + kStop.size());
    const auto formula =
        reading.rules.match_at(Family::outline, reading.text.folded,
                               {at, node.body.end}, node.role, reading.log());
    if (!formula || formula->rule->attribute("what") != "closing") continue;
    std::vector<Match> matches;
    for (const Match& match : reading.matches[index]) {
      if (match.span.begin < at) matches.push_back(match);
    }
    return read_roles(reading, {node.body.begin, at - 1}, matches, heading);
  }
  return read_roles(reading, node.body, reading.matches[index], heading);
}

}  // namespace kehoach
