// How a document was read, for people who write rules.

#include <fmt/format.h>

#include <array>

#include "report/explained.h"
#include "report/layout.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::size_t kLabel = 9;
constexpr std::size_t kFewWords = 40;  // columns

// The beginning of `text` in at most `width` columns.
std::string beginning(std::string_view text, std::size_t width) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters) {
    if (letters + 1 >= width)
      return std::string(trim(text.substr(0, at))) + "…";
    at += decode_at(text, at).size;
  }
  return std::string(text);
}

class ExplanationText {
 public:
  ExplanationText(const Explanation& why, const Rulebook& rules,
                  const Style& style)
      : why_(why), rules_(rules), style_(style), facts_(facts_of(why.plan)) {}

  std::string of(const ExplainQuery& query) {
    if (!query.fact.empty()) return fact_named(query.fact);
    const std::vector<Asked> asked = asked_for(why_, query);
    if (query.all()) head();
    for (const Asked& block : asked) {
      if (query.all()) {
        short_block(block);
      } else {
        whole_block(block);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Node& node(std::size_t i) const {
    return why_.plan.outline.nodes[i];
  }
  [[nodiscard]] std::string text(Span span) const {
    return printable(slice(why_.text.text, span));
  }
  [[nodiscard]] std::string quoted(std::string_view words) const {
    return "«" + printable(words) + "»";
  }

  void row(std::string_view label, std::string_view said) {
    out_ += wrap("  " + paint(style_, Colour::dim, pad(label, kLabel)), said,
                 kLabel + 2, style_.width);
  }

  void head() {
    const Plan& p = why_.plan;
    out_ += wrap(
        "",
        fmt::format("{}: {}, {} lines, {} references, {} obligations, "
                    "{} deadlines, {} targets",
                    printable(p.source.path), p.source.media_type,
                    p.outline.nodes.size(), p.references.size(),
                    p.obligations.size(), p.deadlines.size(), p.targets.size()),
        2, style_.width);
  }

  // ---- why a paragraph is what it is

  [[nodiscard]] std::string rule_words(std::int32_t rule) const {
    if (rule < 0) return "";
    const Rule& r = rules_.rules()[static_cast<std::size_t>(rule)];
    return fmt::format(": {} ({}:{})", r.id, r.file, r.line);
  }

  [[nodiscard]] std::string kind_words(const Node& n) const {
    return fmt::format("{}: {}{}", name_of(n.kind), words_for(n.kind_by),
                       rule_words(n.rule));
  }

  [[nodiscard]] std::string section_words(const Node& n) const {
    std::string said =
        fmt::format("{}: {}{}", name_of(n.role), words_for(n.role_by),
                    rule_words(n.role_rule));
    if (n.role_by == Because::above && n.parent >= 0) {
      const auto up = static_cast<std::size_t>(n.parent);
      said += fmt::format(" (line {}: {})", up + 1,
                          quoted(beginning(text(node(up).span), kFewWords)));
    }
    return said;
  }

  [[nodiscard]] std::vector<std::string> facts_in(const Node& n) const {
    std::vector<std::string> ids;
    for (const NamedFact& fact : facts_) {
      if (stands_in(fact, n)) ids.push_back(fact.id);
    }
    return ids;
  }

  void short_block(const Asked& block) {
    const Node& n = node(block.node);
    std::string first =
        fmt::format("{:>4}  {}", block.node + 1, name_of(n.kind));
    if (n.role != SectionRole::none) first.append(" ").append(name_of(n.role));
    if (!n.path.empty()) first.append(" ").append(n.path);
    const std::size_t room = style_.width - 6;
    out_ += paint(style_, Colour::strong, first) + "\n";
    out_ += "      " + beginning(text(n.span), room) + "\n";
    std::string said(words_for(n.kind_by));
    if (n.role != SectionRole::none && n.role_by != Because::above)
      said += fmt::format("; section: {}", words_for(n.role_by));
    if (n.rule >= 0) said += rule_words(n.rule);
    if (n.role_rule >= 0 && n.role_rule != n.rule)
      said += rule_words(n.role_rule);
    out_ += paint(style_, Colour::dim, wrap("      ", said, 6, style_.width));
    const auto ids = facts_in(n);
    if (!ids.empty())
      out_ += wrap("      ", "facts: " + join(ids, ", "), 6, style_.width);
  }

  // ---- all that is known of a paragraph

  void whole_block(const Asked& block) {
    const Node& n = node(block.node);
    if (!out_.empty()) out_ += "\n";
    out_ += paint(style_, Colour::strong,
                  fmt::format("line {}{}", block.node + 1,
                              n.path.empty() ? "" : ", " + n.path)) +
            "\n";
    out_ += wrap("  ", text(n.span), 2, style_.width);
    row("kind", kind_words(n));
    row("section", section_words(n));
    row("text", fmt::format("bytes {}-{}", n.span.begin, n.span.end));
    row("file", place_in_file(why_, n.span));
    for (const NamedFact& fact : facts_) {
      if (fact.evidence->span.overlaps(block.span))
        row(fact.id, value_words(why_.plan, fact));
    }
    for (const Remark& remark : remarks_in(why_, block.span))
      row("reader", remark_words(remark));
    for (const Family family : kExplained) family_tries(family, block.span);
  }

  [[nodiscard]] std::string remark_words(const Remark& remark) const {
    if (remark.rule.empty()) return remark.text;
    return fmt::format("{} {}: {}", remark.rule,
                       quoted(beginning(text(remark.span), kFewWords)),
                       remark.text);
  }

  void family_tries(Family family, Span span) {
    out_ += "  " + paint(style_, Colour::strong, name_of(family)) + "\n";
    const std::vector<Try> tries = tries_in(why_, family, span);
    if (tries.empty()) row("", "no trigger of any rule stands here");
    std::vector<std::string> in_vain;
    for (const Try& tried : tries) {
      if (tried.attempt.verdict == Verdict::no_match) {
        in_vain.push_back(fmt::format("{} ({})", tried.attempt.rule->id,
                                      tried.attempt.rule->line));
      } else if (tried.attempt.verdict != Verdict::inside_word) {
        one_try(tried);
      }
    }
    if (!in_vain.empty())
      out_ += wrap(
          "    - ",
          "no match of the pattern from the trigger: " + join(in_vain, ", "), 6,
          style_.width);
  }

  void one_try(const Try& tried) {
    const Attempt& a = tried.attempt;
    const bool won = a.verdict == Verdict::won;
    const std::string_view place =
        a.span.empty() ? std::string_view(why_.text.text).substr(a.span.begin)
                       : slice(why_.text.text, a.span);
    std::string said = fmt::format(
        "{} {}: {}", a.rule->id,
        quoted(beginning(place.substr(0, place.find('\n')), kFewWords)),
        verdict_words(tried));
    for (const auto& [name, group] : a.groups)
      said += fmt::format("; {} = {}", name, text(group));
    said += fmt::format(" ({}:{})", a.rule->file, a.rule->line);
    out_ += wrap(won ? paint(style_, Colour::good, "    + ") : "    - ", said,
                 6, style_.width);
  }

  // ---- the way to a fact

  std::string fact_named(const std::string& id) {
    for (const NamedFact& fact : facts_) {
      if (fact.id == id) chain(fact);
    }
    return std::move(out_);
  }

  void chain(const NamedFact& fact) {
    const Evidence& e = *fact.evidence;
    const std::size_t at = node_at(why_.plan.outline, e.span.begin);
    out_ +=
        paint(style_, Colour::strong,
              fmt::format("{}, {} of line {}", fact.id, fact.kind, at + 1)) +
        "\n";
    row("file", place_in_file(why_, e.span));
    if (e.confidence < 1)
      row("", fmt::format("recognised, its least certain word to {:.2f}",
                          e.confidence));
    row("text", fmt::format("bytes {}-{}: {}", e.span.begin, e.span.end,
                            quoted(e.quote)));
    if (at < why_.plan.outline.nodes.size()) {
      row("kind", kind_words(node(at)));
      row("section", section_words(node(at)));
    }
    rule_of(fact);
    row("value", value_words(why_.plan, fact));
    if (fact.kind == "obligation") origins(why_.plan.obligations[fact.at]);
    row("sure", name_of(e.certainty));
    for (const Remark& remark : remarks_in(why_, e.span)) {
      if (remark.span == e.span) row("", remark_words(remark));
    }
  }

  void rule_of(const NamedFact& fact) {
    const Attempt* match = match_of(why_, fact);
    if (match == nullptr)
      return row("rule", fact.evidence->rule + ": by its place in the outline");
    row("rule", fmt::format("{} ({}:{})", match->rule->id, match->rule->file,
                            match->rule->line));
    pattern(printable(match->rule->pattern));
    row("match", quoted(text(match->span)));
    for (const auto& [name, group] : match->groups)
      row("", fmt::format("{} = {}", name, text(group)));
  }

  // Cut where the line ends: a pattern has no words.
  void pattern(std::string_view pattern) {
    std::string_view label = "pattern";
    const std::size_t room = style_.width - kLabel - 2;
    while (!pattern.empty()) {
      std::size_t end = 0;
      for (std::size_t n = 0; n < room && end < pattern.size(); ++n)
        end += decode_at(pattern, end).size;
      out_ += "  " + paint(style_, Colour::dim, pad(label, kLabel));
      out_ += pattern.substr(0, end);
      out_ += '\n';
      pattern.remove_prefix(end);
      label = "";
    }
  }

  void origins(const Obligation& o) {
    for (std::size_t i = 0; i < o.lead.size(); ++i)
      origin("lead", o.lead[i], i, o.lead_from);
    for (std::size_t i = 0; i < o.support.size(); ++i)
      origin("support", o.support[i], i, o.support_from);
  }

  void origin(std::string_view role, const std::string& name, std::size_t i,
              const std::vector<NameOrigin>& from) {
    const NameOrigin origin = i < from.size() ? from[i] : NameOrigin();
    std::string said = printable(name) + ": by the ";
    said += name_of(origin.by);
    if (origin.by == NamedBy::text) said += " of the item";
    if (origin.node >= 0) {
      const auto at = static_cast<std::size_t>(origin.node);
      said += fmt::format(" in line {}: {}", at + 1,
                          quoted(beginning(text(node(at).span), kFewWords)));
    }
    row(role, said);
  }

  const Explanation& why_;
  const Rulebook& rules_;
  const Style& style_;
  std::vector<NamedFact> facts_;
  std::string out_;
};

}  // namespace

std::string explanation_text(const Explanation& why, const Rulebook& rules,
                             const ExplainQuery& query, const Style& style) {
  return ExplanationText(why, rules, style).of(query);
}

}  // namespace kehoach
