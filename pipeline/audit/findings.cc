#include "audit/findings.h"

#include <algorithm>

#include "audit/due.h"
#include "audit/targets.h"

namespace kehoach {
namespace {

// Indicators that have so much in common are one.
constexpr double kSameIndicator = 0.75;
// Where nothing has even so much, the indicator is gone.
constexpr double kNoSuchIndicator = 0.34;

std::string in_quotes(std::string_view text) {
  return "“" + std::string(text) + "”";
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "; ") + text;
  return out;
}

class Finder {
 public:
  Finder(std::uint32_t obligation, const Judgement& verdict, const Side& parent,
         const Side& child)
      : wanted_(parent.plan->obligations[obligation]),
        branches_(parent.branches[obligation]),
        verdict_(verdict),
        parent_(parent),
        child_(child) {}

  std::vector<Finding> run() {
    if (verdict_.item.status == Coverage::missing || verdict_.linked.empty())
      return {};
    for (const Deadline& deadline : parent_.plan->deadlines) {
      if (deadline.obligation == wanted_.id) check(deadline);
    }
    for (const Target& target : parent_.plan->targets) {
      if (target.obligation == wanted_.id) check(target);
    }
    check_leads();
    return std::move(findings_);
  }

 private:
  void add(FindingKind kind, std::string parent_quote, std::string child_quote,
           std::string message) {
    findings_.push_back({kind, std::move(parent_quote), std::move(child_quote),
                         std::move(message)});
  }

  // The action of the parent that `span`, in the plan's text, stands in; null
  // where it is not carried out.
  [[nodiscard]] const AnsweredAction* action_at(Span span) const {
    const std::uint32_t begin = wanted_.evidence.span.begin;
    for (const AnsweredAction& action : verdict_.actions) {
      if (span.begin >= begin && span.begin - begin < action.span.end)
        return action.found ? &action : nullptr;
    }
    return nullptr;
  }

  // A date counts where it stands in the child's action that answers; where
  // one answer is in time, the duty can be met.
  void check(const Deadline& deadline) {
    const AnsweredAction* action = action_at(deadline.evidence.span);
    const auto wanted =
        deadline.value ? due_days(*deadline.value) : std::nullopt;
    if (action == nullptr || !wanted) return;
    const Deadline* latest = nullptr;
    int first = 0;
    for (const Deadline& other : child_.plan->deadlines) {
      const auto given = other.value ? due_days(*other.value) : std::nullopt;
      if (!given || given->yearly != wanted->yearly || !answers(other, *action))
        continue;
      if (!is_later(*given, *wanted)) return;
      if (latest == nullptr || given->first < first) {
        latest = &other;
        first = given->first;
      }
    }
    if (latest == nullptr) return;
    add(FindingKind::later_deadline, deadline.evidence.quote,
        latest->evidence.quote,
        "Thời hạn " + in_quotes(latest->evidence.quote) +
            " của kế hoạch dưới muộn hơn " +
            in_quotes(deadline.evidence.quote) + " của kế hoạch trên.");
  }

  [[nodiscard]] bool answers(const Deadline& deadline,
                             const AnsweredAction& action) const {
    return std::any_of(action.by.begin(), action.by.end(), [&](const auto& by) {
      const Obligation& given = child_.plan->obligations[by.obligation];
      const std::uint32_t begin = given.evidence.span.begin;
      const Span span = deadline.evidence.span;
      return deadline.obligation == given.id && span.begin >= begin &&
             by.span.begin <= span.begin - begin &&
             span.begin - begin < by.span.end;
    });
  }

  void check(const Target& target) {
    const AnsweredAction* action = action_at(target.evidence.span);
    if (action == nullptr) return;
    bool kept = false;
    for (const std::uint32_t o : verdict_.linked) {
      const Obligation& given = child_.plan->obligations[o];
      kept = kept || states_number(given.evidence.quote, target);
    }
    const Target* nearest = nullptr;
    double like = kSameIndicator;
    for (const Target& other : child_.plan->targets) {
      if (other.unit != target.unit) continue;
      const double here = indicator_likeness(target, other);
      kept = kept || here >= kNoSuchIndicator || is_linked(other);
      if (here < like || (nearest != nullptr && here == like)) continue;
      like = here;
      nearest = &other;
    }
    if (nearest != nullptr) {
      if (const auto weak = weakness(target, *nearest))
        weaker(target, *nearest, *weak);
      return;
    }
    if (!kept) dropped(target);
  }

  [[nodiscard]] bool is_linked(const Target& target) const {
    return std::any_of(
        verdict_.linked.begin(), verdict_.linked.end(), [&](std::uint32_t o) {
          return target.obligation == child_.plan->obligations[o].id;
        });
  }

  void weaker(const Target& target, const Target& other,
              const std::string& how) {
    add(FindingKind::weaker_target, target.evidence.quote, other.evidence.quote,
        "Chỉ tiêu " + in_quotes(other.evidence.quote) + " của kế hoạch dưới " +
            how + " " + in_quotes(target.evidence.quote) +
            " của kế hoạch trên.");
  }

  void dropped(const Target& target) {
    add(FindingKind::dropped_target, target.evidence.quote, "",
        "Kế hoạch dưới không còn con số " + in_quotes(target.evidence.quote) +
            " của kế hoạch trên.");
  }

  void check_leads() {
    bool any_lead = false;
    bool all_known = true;
    bool shared = false;
    for (const std::uint32_t o : verdict_.linked) {
      any_lead = any_lead || !child_.plan->obligations[o].lead.empty();
      all_known = all_known && !child_.branches[o].empty();
      shared = shared || share_branch(branches_, child_.branches[o]);
    }
    const AuditedObligation& best = verdict_.item.links.front().child;
    const std::string wanted = joined(wanted_.lead);
    if (!wanted_.lead.empty() && !any_lead) {
      add(FindingKind::no_lead, wanted, best.quote,
          "Kế hoạch trên giao " + in_quotes(wanted) +
              ", kế hoạch dưới không nêu ai chủ trì.");
    } else if (wanted_.lead.size() == 1 && !branches_.empty() && all_known &&
               !shared) {
      const std::string given = joined(best.lead);
      add(FindingKind::other_branch, wanted, given,
          "Kế hoạch trên giao " + in_quotes(wanted) + ", kế hoạch dưới giao " +
              in_quotes(given) + ", khác ngành.");
    }
  }

  const Obligation& wanted_;
  const std::vector<std::string_view>& branches_;
  const Judgement& verdict_;
  const Side& parent_;
  const Side& child_;
  std::vector<Finding> findings_;
};

// A document that the parent replaces, where the child rests on it and not on
// the parent.
void find_outdated(const Plan& parent, const Plan& child,
                   std::vector<Finding>& findings) {
  const auto& code = parent.document.code;
  const auto cites = [&](const std::string& wanted) {
    return std::find_if(child.references.begin(), child.references.end(),
                        [&](const Reference& r) { return r.code == wanted; });
  };
  if (!code || cites(*code) != child.references.end()) return;
  for (const Reference& old : parent.references) {
    if (old.relation != "replaces") continue;
    const auto found = cites(old.code);
    if (found == child.references.end() || found->relation == "replaces")
      continue;
    if (old.issued_on && found->issued_on &&
        *old.issued_on != *found->issued_on)
      continue;
    findings.push_back({FindingKind::outdated_parent, old.evidence.quote,
                        found->evidence.quote,
                        "Kế hoạch dưới dẫn " + in_quotes(old.code) +
                            ", văn bản đã được " + in_quotes(*code) +
                            " thay thế."});
  }
}

// Of the aims that stand by themselves, not in an obligation.
void find_targets(const Plan& parent, const Plan& child,
                  std::vector<Finding>& findings) {
  for (const Target& target : parent.targets) {
    if (target.obligation) continue;
    const Target* nearest = nullptr;
    double like = 0;
    for (const Target& other : child.targets) {
      const double here = indicator_likeness(target, other);
      if (here <= like) continue;
      like = here;
      nearest = &other;
    }
    if (nearest != nullptr && like >= kSameIndicator) {
      const auto weak = weakness(target, *nearest);
      if (!weak) continue;
      findings.push_back({FindingKind::weaker_target, target.evidence.quote,
                          nearest->evidence.quote,
                          "Chỉ tiêu " + in_quotes(nearest->evidence.quote) +
                              " của kế hoạch dưới " + *weak + " " +
                              in_quotes(target.evidence.quote) +
                              " của kế hoạch trên."});
    } else if (like < kNoSuchIndicator && !child.text.empty() &&
               !states_number(child.text, target)) {
      findings.push_back(
          {FindingKind::dropped_target, target.evidence.quote, "",
           "Kế hoạch dưới không còn con số " +
               in_quotes(target.evidence.quote) + " của kế hoạch trên."});
    }
  }
}

}  // namespace

std::vector<Finding> findings_of(std::uint32_t obligation,
                                 const Judgement& verdict, const Side& parent,
                                 const Side& child) {
  return Finder(obligation, verdict, parent, child).run();
}

std::vector<Finding> findings_of_plan(const Plan& parent, const Plan& child) {
  std::vector<Finding> findings;
  find_outdated(parent, child, findings);
  find_targets(parent, child, findings);
  return findings;
}

}  // namespace kehoach
