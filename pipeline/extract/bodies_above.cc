#include "extract/bodies_above.h"

#include <map>
#include <utility>

#include "text/text.h"

namespace kehoach {
namespace {

// An item, whether or not more stands below it.
bool is_listed(const Node& node) {
  return node.kind == NodeKind::item || node.kind == NodeKind::lead_in;
}

NameOrigin origin_of(const Reading& r, std::size_t node) {
  const bool lead_in = r.outline.nodes[node].kind == NodeKind::lead_in;
  return {lead_in ? NamedBy::lead_in : NamedBy::heading,
          static_cast<std::int32_t>(node)};
}

}  // namespace

std::vector<std::string> BodiesAbove::lead(const Node& node, bool& requested,
                                           NameOrigin& from) {
  find_openers();
  if (const std::int32_t opener = openers_[r_.index_of(node)]; opener >= 0) {
    const auto index = static_cast<std::size_t>(opener);
    const Named& named = lead_in(index);
    if (!named.names.empty()) {
      requested = requested || named.requested;
      from = {NamedBy::lead_in, opener};
      return named.names;
    }
  }
  for (const Node* up = r_.parent(node); up != nullptr; up = r_.parent(*up)) {
    const std::size_t index = r_.index_of(*up);
    const Named* named =
        up->kind == NodeKind::lead_in ? &lead_in(index) : &heading(index);
    requested = requested || named->requested;
    // `2. Để phục vụ hội thi, Sở Y tế có các nhiệm vụ sau:`
    if (named->names.empty() && up->kind == NodeKind::heading &&
        ends_with(r_.printed(up->body), ":")) {
      named = &lead_in(index);
      requested = requested || named->requested;
    }
    from = origin_of(r_, index);
    if (!named->names.empty()) return named->names;
    if (const std::int32_t opener = openers_[index]; opener >= 0) {
      const Named& opened = lead_in(static_cast<std::size_t>(opener));
      from = {NamedBy::lead_in, opener};
      if (!opened.names.empty()) return opened.names;
    }
  }
  const Named& all = opening();
  requested = requested || all.requested;
  if (!all.names.empty()) from = origin_of(r_, opening_node_);
  return all.names;
}

bool BodiesAbove::opens_those_behind(const Node& node) {
  const std::size_t next = r_.index_of(node) + 1;
  if (next >= r_.outline.nodes.size()) return false;
  find_openers();
  return openers_[next] + 1 == static_cast<std::int32_t>(next);
}

void BodiesAbove::find_openers() {
  const auto& nodes = r_.outline.nodes;
  if (!openers_.empty() || nodes.empty()) return;
  openers_.assign(nodes.size(), -1);
  std::map<std::pair<std::int32_t, Marker>, std::int32_t> open;  // by parent
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (!is_listed(node) ||
        (node.marker != Marker::dash && node.marker != Marker::plus))
      continue;
    const auto place = std::make_pair(node.parent, node.marker);
    if (const auto at = open.find(place); at != open.end())
      openers_[i] = at->second;
    const bool more = i + 1 < nodes.size() && is_listed(nodes[i + 1]) &&
                      nodes[i + 1].parent == node.parent &&
                      nodes[i + 1].marker == node.marker;
    const std::string_view said =
        r_.folded(trim(r_.text.text, node.body, ": "));
    if (more && ends_with(r_.printed(node.body), ":") &&
        r_.words.list_openers.ending(said) != nullptr)
      open[place] = static_cast<std::int32_t>(i);
  }
}

// `Bộ Y tế yêu cầu các Sở Y tế thực hiện những nội dung sau:` before the first
// part of a letter or a directive tells them all that follows.
const BodiesAbove::Named& BodiesAbove::opening() {
  if (opening_) return *opening_;
  opening_ = Named{{}, false};
  const auto& nodes = r_.outline.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (node.span.begin < r_.outline.plan_begin) continue;
    if (holds_obligations(node.role)) break;
    if (node.role != SectionRole::preamble ||
        !ends_with(trim(r_.printed(node.body)), ":"))
      continue;
    Roles roles = read_opener(i, false);
    if (!roles.ordered) continue;
    opening_node_ = i;
    *opening_ = {std::move(roles.lead), roles.requested};
  }
  return *opening_;
}

// The last sentence opens the list; where it names nobody, the whole does.
Roles BodiesAbove::read_opener(std::size_t index, bool headed) const {
  const Node& node = r_.outline.nodes[index];
  const Span body = trim(r_.text.text, node.body, ":");
  const std::size_t stop = r_.printed(body).rfind(". ");
  if (stop != std::string_view::npos) {
    const Span last{body.begin + static_cast<std::uint32_t>(stop) + 2,
                    body.end};
    std::vector<Match> matches;
    for (const Match& match : r_.matches[index]) {
      if (match.span.begin >= last.begin) matches.push_back(match);
    }
    Roles roles = read_roles(r_, last, matches, headed);
    if (!roles.lead.empty()) return roles;
  }
  Roles roles = read_roles(r_, body, r_.matches[index], headed);
  // `Các sở, ngành; UBND các huyện căn cứ chức năng có trách nhiệm:`
  const Span list = agency_list_at(r_, body.begin, body.end, false);
  if (!roles.ordered && r_.printed(list).find(';') != std::string_view::npos &&
      r_.printed({list.end, body.end}).find(';') == std::string_view::npos) {
    roles.lead = split_agencies(r_, list);
    return roles;
  }
  // Whom the last clause tells; the list of those who are asked may look like
  // clauses.
  if (!roles.later.empty() && !roles.ordered)
    roles.lead = std::move(roles.later);
  return roles;
}

std::vector<std::string> BodiesAbove::support(const Node& node,
                                              NameOrigin& from) {
  for (const Node* up = r_.parent(node); up != nullptr; up = r_.parent(*up)) {
    const std::size_t index = r_.index_of(*up);
    const auto& names = once(supports_, index, &BodiesAbove::support_in).names;
    from = origin_of(r_, index);
    if (!names.empty()) return names;
    if (!heading(index).names.empty()) break;
  }
  return {};
}

const BodiesAbove::Named& BodiesAbove::once(
    Known& known, std::size_t node, Named (BodiesAbove::*ask)(std::size_t)) {
  known.resize(r_.outline.nodes.size());
  if (!known[node]) known[node] = (this->*ask)(node);
  return *known[node];
}

const BodiesAbove::Named& BodiesAbove::heading(std::size_t node) {
  return once(headings_, node, &BodiesAbove::from_heading);
}

const BodiesAbove::Named& BodiesAbove::lead_in(std::size_t node) {
  return once(lead_ins_, node, &BodiesAbove::from_lead_in);
}

BodiesAbove::Named BodiesAbove::from_heading(std::size_t node) {
  bool asked = false;
  auto names = bodies_of_heading(r_, r_.outline.nodes[node], asked);
  return {std::move(names), asked};
}

BodiesAbove::Named BodiesAbove::from_lead_in(std::size_t index) {
  const Node& node = r_.outline.nodes[index];
  const Span body = trim(r_.text.text, node.body, ":");
  if (r_.words.addressing_heads.stands_at(r_.text.folded, body.begin))
    return heading(index);
  if (is_person(r_, body)) return {{std::string(r_.printed(body))}};
  if (issues_plan(node)) return {};
  if (const Span named = names_behind_label(r_, body); !named.empty())
    return {split_agencies(r_, named)};
  // `Sở Y tế:` names the body alone.
  const Span list = agency_list_at(r_, body.begin, body.end, false);
  if (!list.empty() && list.end == body.end) return {split_agencies(r_, list)};
  bool ignored = false;
  NameOrigin unasked;
  const bool headed = !lead(node, ignored, unasked).empty();
  Roles roles = read_opener(index, headed);
  if (is_issuer_speaking(node, roles)) return {};
  return {std::move(roles.lead), roles.requested};
}

// `... như sau:` before the first part, above all parts.
bool BodiesAbove::opens_the_parts(const Node& node) const {
  return node.role == SectionRole::preamble &&
         ends_with(r_.folded(trim(r_.text.text, node.body, ":. ")), "như sau");
}

// `Sở Y tế xây dựng Kế hoạch ... như sau:`: the issuer, who is told nothing.
bool BodiesAbove::issues_plan(const Node& node) const {
  return opens_the_parts(node) && says(r_, node.body, r_.words.plan_openings);
}

// `Căn cứ ..., Sở Y tế phát động thi đua, cụ thể như sau:`: one body that asks
// nobody else.
bool BodiesAbove::is_issuer_speaking(const Node& node,
                                     const Roles& roles) const {
  return opens_the_parts(node) && !roles.ordered && roles.lead.size() == 1 &&
         r_.words.opening_phrases.begins_at(r_.text.folded, node.body.begin) &&
         !r_.words.plurals.stands_at(fold_for_match(roles.lead[0]), 0);
}

BodiesAbove::Named BodiesAbove::support_in(std::size_t node) {
  const Span body = trim(r_.text.text, r_.outline.nodes[node].body, ":");
  return {read_roles(r_, body, r_.matches[node], true).support};
}

}  // namespace kehoach
