// How sure each fact is, by what had to be inferred for it.
//
// Each fact collects doubts; how many of them make it less sure was set on
// plans read by hand, see tests/README.md. How its words were recognised comes
// later.

#include <algorithm>
#include <unordered_set>

#include "extract/facts.h"

namespace kehoach {
namespace {

// Above that many doubts a fact is no longer highly, or not at all sure.
struct Bounds {
  int high;
  int medium;
};
constexpr Bounds kObligation{1, 2};
constexpr Bounds kDeadline{0, 1};
constexpr Bounds kTarget{1, 2};
constexpr Bounds kReference{1, 2};

constexpr std::size_t kShort = 60;      // letters of an obligation
constexpr std::size_t kLongLabel = 40;  // letters before a colon

// What speaks against one fact.
class Doubts {
 public:
  explicit Doubts(const Reading& reading, Evidence& evidence)
      : r_(reading), evidence_(evidence) {}

  void add(bool holds, std::string_view why, int weight = 1) {
    if (!holds) return;
    count_ += weight;
    if (r_.trace != nullptr)
      r_.remark(evidence_.span, "", std::string("less sure: ").append(why));
  }

  void rate(Bounds bounds) {
    evidence_.certainty = count_ <= bounds.high     ? Certainty::high
                          : count_ <= bounds.medium ? Certainty::medium
                                                    : Certainty::low;
  }

 private:
  const Reading& r_;
  Evidence& evidence_;
  int count_ = 0;
};

bool has_fewer_letters(std::string_view text, std::size_t than) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && letters < than; ++at)
    letters += (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U ? 1 : 0;
  return letters < than;
}

bool named_by(const std::vector<NameOrigin>& names, NamedBy by) {
  return std::any_of(names.begin(), names.end(),
                     [&](const NameOrigin& origin) { return origin.by == by; });
}

class Rater {
 public:
  Rater(const Reading& reading, Plan& plan) : r_(reading), plan_(plan) {
    for (const Rule& rule : r_.rules.rules()) {
      if (rule.attribute("doubtful") == "yes") doubtful_.push_back(rule.id);
    }
  }

  void run() {
    for (Obligation& o : plan_.obligations) {
      rate(o);
      if (o.evidence.certainty == Certainty::low) low_.insert(o.id);
    }
    for (Deadline& d : plan_.deadlines) rate(d);
    for (Target& t : plan_.targets) rate(t);
    for (Reference& r : plan_.references) rate(r);
  }

 private:
  void rate(Obligation& o) {
    Doubts doubts = begin(o.evidence);
    const std::string_view quote = o.evidence.quote;
    const bool own_body = named_by(o.lead_from, NamedBy::text);
    const std::size_t colon = quote.find(':');
    doubts.add(o.lead.empty(), "nobody is named to do it");
    doubts.add(!own_body && !r_.words.verbs.stands_at(r_.text.folded,
                                                      o.evidence.span.begin),
               "it begins with no verb");
    doubts.add(has_fewer_letters(quote, kShort), "it is short");
    doubts.add(!own_body && colon != std::string_view::npos &&
                   has_fewer_letters(quote.substr(0, colon), kLongLabel),
               "it may be a label and its text");
    doubts.add(node_of(o.evidence).kind == NodeKind::paragraph,
               "it has no number or bullet");
    doubts.add(named_by(o.lead_from, NamedBy::lead_in),
               "a sentence above it names the body");
    doubts.rate(kObligation);
  }

  void rate(Deadline& d) {
    Doubts doubts = begin(d.evidence);
    doubts.add(!d.obligation, "it stands in no obligation");
    doubts.add(is_low(d.obligation), "its obligation is of low certainty");
    doubts.add(d.year_inferred, "its year is that of the plan");
    doubts.add(is_doubtful(d.evidence.rule), "its rule is often wrong");
    doubts.rate(kDeadline);
  }

  void rate(Target& t) {
    Doubts doubts = begin(t.evidence);
    const Node& node = node_of(t.evidence);
    doubts.add(!t.due, "no year is given");
    doubts.add(is_low(t.obligation), "its obligation is of low certainty");
    doubts.add(is_doubtful(t.evidence.rule), "its rule is often wrong");
    doubts.add(
        node.role != SectionRole::objectives && node.kind != NodeKind::cell,
        "it does not stand among the objectives");
    doubts.rate(kTarget);
  }

  void rate(Reference& r) {
    Doubts doubts = begin(r.evidence, false);
    doubts.add(!r.issued_on, "no date is given", 2);
    doubts.add(!r.issuer, "no issuer is given");
    doubts.add(r.dates_differ, "it is given several dates", 2);
    doubts.rate(kReference);
  }

  // With what may be wrong with a fact of any kind.
  [[nodiscard]] Doubts begin(Evidence& evidence, bool by_section = true) const {
    Doubts doubts(r_, evidence);
    const auto& mended = r_.text.mended;
    doubts.add(
        std::any_of(mended.begin(), mended.end(),
                    [&](Span span) { return span.overlaps(evidence.span); }),
        "a word of it was mended");
    doubts.add(by_section && is_unsure(node_of(evidence)),
               "no rule knows the heading of its part");
    return doubts;
  }

  // The paragraph where the fact begins.
  [[nodiscard]] const Node& node_of(const Evidence& evidence) const {
    const auto& nodes = r_.outline.nodes;
    const auto at = std::lower_bound(
        nodes.begin(), nodes.end(), evidence.span.begin,
        [](const Node& n, std::uint32_t begin) { return n.span.end <= begin; });
    return at == nodes.end() ? none_ : *at;
  }

  // Whether the section of `node` is given by a heading that no rule knows.
  [[nodiscard]] bool is_unsure(const Node& node) const {
    for (const Node* up = &node; up != nullptr; up = r_.parent(*up)) {
      if (up->role_by != Because::above)
        return up->role_by == Because::first_level;
    }
    return false;
  }

  [[nodiscard]] bool is_low(
      const std::optional<std::string>& obligation) const {
    return obligation && low_.count(*obligation) > 0;
  }

  [[nodiscard]] bool is_doubtful(const std::string& rule) const {
    return std::find(doubtful_.begin(), doubtful_.end(), rule) !=
           doubtful_.end();
  }

  const Reading& r_;
  Plan& plan_;
  std::vector<std::string> doubtful_;
  std::unordered_set<std::string> low_;  // identifiers of obligations
  Node none_;
};

}  // namespace

void rate_certainty(const Reading& reading, Plan& plan) {
  Rater(reading, plan).run();
}

}  // namespace kehoach
