#include "audit/audit.h"

#include <algorithm>

#include "audit/body_names.h"
#include "audit/findings.h"
#include "audit/links.h"
#include "audit/shared_words.h"

namespace kehoach {
namespace {

AuditedPlan shown(const Plan& plan) {
  const Document& document = plan.document;
  return {plan.source.path,   document.code,  document.issuer,
          document.issued_on, document.title, plan.source.sha256};
}

std::unordered_set<std::uint64_t> neighbours(std::string_view title,
                                             WordNumbers& lexicon) {
  std::unordered_set<std::uint64_t> pairs;
  const std::vector<WordId> ids = ids_of(words_of(title, lexicon));
  for (std::size_t i = 0; i + 1 < ids.size(); ++i)
    pairs.insert((std::uint64_t{ids[i]} << 32U) | ids[i + 1]);
  return pairs;
}

PreparedPlan prepare(const Plan& plan, const AuditWords& vocabulary,
                     const AuditWeights& weights, const LevelNames& level,
                     WordNumbers& lexicon) {
  PreparedPlan prepared;
  for (std::size_t i = 0; i < plan.obligations.size(); ++i)
    prepared.texts.push_back(
        mark(plan, i, vocabulary, weights, level, lexicon));
  prepared.index = PlanIndex(prepared.texts);
  return prepared;
}

// The obligations that `taken` leaves, in order.
std::vector<AuditedObligation> left_over(const Plan& child,
                                         const std::vector<bool>& taken) {
  std::vector<AuditedObligation> own;
  for (std::size_t i = 0; i < child.obligations.size(); ++i) {
    if (!taken[i]) own.push_back(kehoach::shown(child.obligations[i]));
  }
  return own;
}

}  // namespace

struct Auditor::Impl {
  Impl(const Plan& plan, const AuditRules& audit_rules)
      : rules(audit_rules),
        vocabulary(audit_rules),
        lexicon(&vocabulary.lexicon()),
        branches(audit_rules) {
    parent.source = plan.source;
    parent.document = plan.document;
    parent.references = plan.references;
    parent.obligations = plan.obligations;
    parent.deadlines = plan.deadlines;
    parent.targets = plan.targets;
    level.names = place_names(plan.document, vocabulary, lexicon);
    level.title_pairs = neighbours(plan.document.title, lexicon);
    prepared = prepare(parent, vocabulary, rules.weights, level, lexicon);
    side = side_of(parent, prepared, branches, headings_of(plan, lexicon));
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  [[nodiscard]] ExplainedAudit audit(const Plan& child, bool explained) const;

  const AuditRules& rules;
  AuditWords vocabulary;
  WordNumbers lexicon;
  Branches branches;
  Plan parent;  // without its text and outline
  LevelNames level;
  PreparedPlan prepared;
  Side side;
};

ExplainedAudit Auditor::Impl::audit(const Plan& child, bool explained) const {
  WordNumbers words(&lexicon);
  LevelNames names = level;
  for (auto& name : place_names(child.document, vocabulary, words))
    names.names.push_back(std::move(name));
  const PreparedPlan answers =
      prepare(child, vocabulary, rules.weights, names, words);
  const Side other =
      side_of(child, answers, branches, headings_of(child, words));
  ExplainedAudit out;
  out.audit.parent = shown(parent);
  out.audit.child = shown(child);
  out.audit.findings = findings_of_plan(parent, child);
  std::vector<bool> taken(child.obligations.size());
  Judge judge(rules, side, other);
  for (std::uint32_t i = 0; i < parent.obligations.size(); ++i) {
    Judgement verdict = judge.judge(i, explained);
    verdict.item.findings = findings_of(i, verdict, side, other);
    for (const std::uint32_t o : verdict.linked) taken[o] = true;
    for (const std::uint32_t o : verdict.related) taken[o] = true;
    out.audit.items.push_back(std::move(verdict.item));
    if (explained) out.traces.push_back(std::move(verdict.traces));
  }
  out.audit.own = left_over(child, taken);
  return out;
}

Auditor::Auditor(const Plan& parent, const AuditRules& rules)
    : impl_(std::make_unique<const Impl>(parent, rules)) {}
Auditor::Auditor(Auditor&&) noexcept = default;
Auditor& Auditor::operator=(Auditor&&) noexcept = default;
Auditor::~Auditor() = default;

Audit Auditor::audit(const Plan& child) const {
  return impl_->audit(child, false).audit;
}

ExplainedAudit Auditor::explain(const Plan& child) const {
  return impl_->audit(child, true);
}

Audit audit(const Plan& parent, const Plan& child, const AuditRules& rules) {
  return Auditor(parent, rules).audit(child);
}

std::vector<std::string> actions_of(std::string_view text,
                                    const AuditRules& rules) {
  const AuditWords vocabulary(rules);
  WordNumbers lexicon(&vocabulary.lexicon());
  Plan plan;
  plan.obligations.emplace_back().evidence.quote = std::string(text);
  const MarkedText marked =
      mark(plan, 0, vocabulary, rules.weights, {}, lexicon);
  std::vector<std::string> actions;
  for (std::uint32_t a = 0; a < marked.actions.size(); ++a)
    actions.push_back(action_text(marked, a, text));
  return actions;
}

std::vector<std::string> bodies_of(std::string_view text,
                                   const AuditRules& rules) {
  const AuditWords vocabulary(rules);
  WordNumbers lexicon(&vocabulary.lexicon());
  const std::vector<Word> words = words_of(text, lexicon);
  const std::vector<WordId> ids = ids_of(words);
  std::vector<PhraseHits> hits;
  for (std::size_t i = 0; i < ids.size(); ++i)
    hits.push_back(vocabulary.longest_at(ids, i));
  std::vector<std::string> names;
  for (const WordRange name : body_names(text, words, hits, vocabulary)) {
    const Span span = {words[name.begin].span.begin,
                       words[name.end - 1].span.end};
    names.emplace_back(slice(text, span));
  }
  return names;
}

}  // namespace kehoach
