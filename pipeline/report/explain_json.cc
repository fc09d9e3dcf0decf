// How a document was read, for other programs: `kehoach.explain/1`.

#include <array>

#include "report/explained.h"
#include "report/json_values.h"
#include "text/text.h"

namespace kehoach {
namespace {

Json span_json(Span span) { return Json::array({span.begin, span.end}); }

class ExplanationJson {
 public:
  ExplanationJson(const Explanation& why, const Rulebook& rules)
      : why_(why), rules_(rules), facts_(facts_of(why.plan)) {}

  [[nodiscard]] Json of(const ExplainQuery& query) const {
    Json blocks = Json::array();
    Json facts = Json::array();
    if (query.fact.empty()) {
      for (const Asked& asked : asked_for(why_, query))
        blocks.push_back(block(asked));
    }
    for (const NamedFact& fact : facts_) {
      if (query.all() || query.fact == fact.id) facts.push_back(chain(fact));
    }
    return {{"schema", "kehoach.explain/1"},
            {"path", why_.plan.source.path},
            {"media_type", why_.plan.source.media_type},
            {"blocks", std::move(blocks)},
            {"facts", std::move(facts)}};
  }

 private:
  [[nodiscard]] std::string_view text(Span span) const {
    return slice(why_.text.text, span);
  }

  [[nodiscard]] Json rule_json(std::int32_t rule) const {
    if (rule < 0) return nullptr;
    return rules_.rules()[static_cast<std::size_t>(rule)].id;
  }

  [[nodiscard]] Json block(const Asked& asked) const {
    const Node& n = why_.plan.outline.nodes[asked.node];
    Json ids = Json::array();
    for (const NamedFact& fact : facts_) {
      if (stands_in(fact, n)) ids.push_back(fact.id);
    }
    Json tries = Json::array();
    for (const Family family : kExplained) {
      for (const Try& tried : tries_in(why_, family, asked.span))
        tries.push_back(try_json(tried));
    }
    Json remarks = Json::array();
    for (const Remark& remark : remarks_in(why_, asked.span)) {
      remarks.push_back({{"span", span_json(remark.span)},
                         {"rule", remark.rule},
                         {"text", remark.text}});
    }
    return {{"line", asked.node + 1},
            {"span", span_json(n.span)},
            {"asked", span_json(asked.span)},
            {"path", n.path},
            {"text", text(n.span)},
            {"file", place_in_file(why_, n.span)},
            {"kind", name_of(n.kind)},
            {"kind_because", words_for(n.kind_by)},
            {"kind_rule", rule_json(n.rule)},
            {"section", name_of(n.role)},
            {"section_because", words_for(n.role_by)},
            {"section_rule", rule_json(n.role_rule)},
            {"facts", std::move(ids)},
            {"tries", std::move(tries)},
            {"remarks", std::move(remarks)}};
  }

  [[nodiscard]] Json groups_json(const Attempt& a) const {
    Json groups = Json::object();
    for (const auto& [name, span] : a.groups)
      groups[std::string(name)] = text(span);
    return groups;
  }

  [[nodiscard]] Json try_json(const Try& tried) const {
    const Attempt& a = tried.attempt;
    return {{"family", name_of(a.rule->family)},
            {"rule", a.rule->id},
            {"file", a.rule->file},
            {"line", a.rule->line},
            {"verdict", name_of(a.verdict)},
            {"why", verdict_words(tried)},
            {"span", span_json(a.span)},
            {"rival", a.rival == nullptr ? Json(nullptr) : Json(a.rival->id)},
            {"groups", groups_json(a)},
            {"more", tried.more}};
  }

  [[nodiscard]] Json names(const std::vector<std::string>& list,
                           const std::vector<NameOrigin>& from) const {
    Json out = Json::array();
    for (std::size_t i = 0; i < list.size(); ++i) {
      const NameOrigin origin = i < from.size() ? from[i] : NameOrigin();
      out.push_back(
          {{"name", list[i]},
           {"by", name_of(origin.by)},
           {"line", origin.node < 0 ? Json(nullptr) : Json(origin.node + 1)}});
    }
    return out;
  }

  [[nodiscard]] Json chain(const NamedFact& fact) const {
    const Evidence& e = *fact.evidence;
    const Attempt* match = match_of(why_, fact);
    Json json = {{"id", fact.id},
                 {"kind", fact.kind},
                 {"line", node_at(why_.plan.outline, e.span.begin) + 1},
                 {"span", span_json(e.span)},
                 {"quote", e.quote},
                 {"file", place_in_file(why_, e.span)},
                 {"rule", e.rule},
                 {"value", value_words(why_.plan, fact)},
                 {"certainty", name_of(e.certainty)}};
    if (match != nullptr) {
      json["rule_file"] = match->rule->file;
      json["rule_line"] = match->rule->line;
      json["pattern"] = match->rule->pattern;
      json["match"] = span_json(match->span);
      json["groups"] = groups_json(*match);
    }
    if (fact.kind == "obligation") {
      const Obligation& o = why_.plan.obligations[fact.at];
      json["lead"] = names(o.lead, o.lead_from);
      json["support"] = names(o.support, o.support_from);
    }
    if (fact.kind == "target")
      json["due_by"] = name_of(why_.plan.targets[fact.at].due_by);
    return json;
  }

  const Explanation& why_;
  const Rulebook& rules_;
  std::vector<NamedFact> facts_;
};

}  // namespace

std::string explanation_json(const Explanation& why, const Rulebook& rules,
                             const ExplainQuery& query) {
  return line_of(ExplanationJson(why, rules).of(query));
}

}  // namespace kehoach
