// Runs the examples that stand beside the rules.

#include <sstream>

#include "extract/facts.h"

namespace kehoach {
namespace {

// A document of one paragraph in the section that the rule is made for.
struct Sheet {
  NormalText text;
  Outline outline;
};

SectionRole role_for(const Rule& rule) {
  if (rule.in_scope(SectionRole::tasks)) return SectionRole::tasks;
  for (unsigned r = 0; r <= static_cast<unsigned>(SectionRole::closing); ++r) {
    if (rule.in_scope(static_cast<SectionRole>(r)))
      return static_cast<SectionRole>(r);
  }
  return SectionRole::none;
}

Sheet sheet_of(std::string_view text, SectionRole role) {
  Sheet sheet;
  sheet.text.text = std::string(text) + "\n";
  sheet.text.folded = fold_for_match(sheet.text.text);
  Node node;
  node.role = role;
  node.span = node.body = {0, static_cast<std::uint32_t>(text.size())};
  sheet.outline.nodes.push_back(node);
  return sheet;
}

// Values of the facts that `rule` finds in the example, as they are written in
// the rule file: `date 2025-06-30`, `>= 2 mô hình`.
std::string value_of(const Rulebook& rules, const Rule& rule,
                     const RuleExample& example) {
  if (rule.family == Family::mend) {
    return std::string(rule.attribute("replacement"));
  }
  const Sheet sheet = sheet_of(example.text, role_for(rule));
  Reading reading(sheet.text, sheet.outline, rules);
  const Families families = only(Family::references) |
                            only(Family::assignments) |
                            only(Family::deadlines) | only(Family::targets);
  reading.matches.push_back(rules.scan(families, sheet.text.folded,
                                       sheet.outline.nodes[0].body,
                                       role_for(rule)));
  if (role_for(rule) == SectionRole::none) {
    // Rules for times without a binding word: the text is a cell of times.
    reading.task_rows.push_back(
        {{{TaskRow::Column::time, sheet.outline.nodes[0].body}}});
  }
  std::vector<Diagnostic> ignored;
  std::ostringstream out;
  if (rule.family == Family::deadlines) {
    for (const Deadline& d : read_deadlines(reading, {}, {}, ignored)) {
      if (d.evidence.rule == rule.id)
        return d.kind + (d.value ? " " + *d.value : "");
    }
  }
  if (rule.family == Family::targets) {
    for (const Target& t : read_targets(reading, {}, {})) {
      if (t.evidence.rule != rule.id) continue;
      out << t.comparator << ' ' << t.value << ' ' << t.unit;
      return out.str();
    }
  }
  return "nothing";
}

// The rule's own match in `text`, among its rivals. Rules about paragraphs are
// matched at their start, except those about the last one.
std::optional<Span> match_of(const Rulebook& rules, const Rule& rule,
                             const RuleExample& example) {
  const std::string folded = fold_for_match(example.text);
  if (rule.family == Family::outline && rule.attribute("what") != "last") {
    const auto match = rules.match_at(
        rule.family, folded, {0, static_cast<std::uint32_t>(folded.size())},
        role_for(rule));
    if (match && match->rule == &rule) return match->span;
    return std::nullopt;
  }
  for (const Match& match : rules.scan(
           only(rule.family), folded,
           {0, static_cast<std::uint32_t>(folded.size())}, role_for(rule))) {
    if (match.rule == &rule) return match.span;
  }
  return std::nullopt;
}

class Checker {
 public:
  explicit Checker(const Rulebook& rules) : rules_(rules) {}

  std::vector<RuleFailure> run() {
    for (const Rule& rule : rules_.rules()) {
      for (const RuleExample& example : rule.examples)
        must_match(rule, example);
      for (const RuleExample& example : rule.counterexamples)
        must_not(rule, example);
    }
    return std::move(failures_);
  }

 private:
  void must_match(const Rule& rule, const RuleExample& example) {
    const auto span = match_of(rules_, rule, example);
    const auto drawn = slice(example.text, example.match);
    if (!span)
      return fail(rule, example, "does not match '" + example.text + "'");
    if (!example.match.empty() && *span != example.match) {
      return fail(rule, example,
                  "matches '" + std::string(slice(example.text, *span)) +
                      "', expected '" + std::string(drawn) + "'");
    }
    if (example.value.empty()) return;
    const std::string value = value_of(rules_, rule, example);
    if (value != example.value)
      fail(rule, example,
           "is read as '" + value + "', expected '" + example.value + "'");
  }

  void must_not(const Rule& rule, const RuleExample& example) {
    const auto span = match_of(rules_, rule, example);
    if (span)
      fail(rule, example,
           "matches '" + std::string(slice(example.text, *span)) +
               "' in the counterexample '" + example.text + "'");
  }

  void fail(const Rule& rule, const RuleExample& example, std::string message) {
    failures_.push_back({rule.file, example.line, rule.id, std::move(message)});
  }

  const Rulebook& rules_;
  std::vector<RuleFailure> failures_;
};

}  // namespace

std::vector<RuleFailure> check_rules(const Rulebook& rules) {
  return Checker(rules).run();
}

}  // namespace kehoach
