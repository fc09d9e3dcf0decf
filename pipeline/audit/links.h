// Private to the room: what becomes of one obligation of the parent.
#pragma once

#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "audit/branches.h"
#include "audit/headings.h"
#include "audit/match.h"

namespace kehoach {

// A plan, as a judge sees it.
struct Side {
  const Plan* plan = nullptr;
  const PreparedPlan* prepared = nullptr;
  // Of the leads of each obligation.
  std::vector<std::vector<std::string_view>> branches;
  std::vector<Heading> headings;  // as the obligations
};
[[nodiscard]] Side side_of(const Plan& plan, const PreparedPlan& prepared,
                           const Branches& branches,
                           std::vector<Heading> headings);
// As an audit shows it.
[[nodiscard]] AuditedObligation shown(const Obligation& obligation);
[[nodiscard]] bool share_branch(const std::vector<std::string_view>& a,
                                const std::vector<std::string_view>& b);

// Which obligations of the child answer to one action of the parent.
struct AnsweredAction {
  struct By {
    std::uint32_t obligation = 0;
    Span span;  // of the action that fits best, in its text
  };
  Span span;  // of the action, in the text of its obligation
  bool found = false;
  std::vector<By> by;  // the best first
};

struct Judgement {
  AuditItem item;  // without its findings
  std::vector<AnsweredAction> actions;
  std::vector<std::uint32_t> linked;   // as `item.links`
  std::vector<std::uint32_t> related;  // too close to be the child's own
  std::vector<ActionTrace> traces;     // as `actions`; empty unless asked for
};

class Judge {
 public:
  // All must live as long.
  Judge(const AuditRules& rules, const Side& parent, const Side& child);

  [[nodiscard]] Judgement judge(std::uint32_t obligation, bool explained);

 private:
  struct Total;

  [[nodiscard]] std::vector<Total> totals(std::uint32_t obligation,
                                          Judgement& verdict, bool explained);
  Total& total_of(std::uint32_t obligation, std::vector<Total>& totals);
  void set_threshold();
  void find_same_text(std::uint32_t obligation, Judgement& verdict,
                      std::vector<Total>& totals) const;
  void add_answers(const ActionAnswers& found, AnsweredAction& action,
                   std::vector<Total>& totals, Judgement& verdict);
  void weigh(std::uint32_t obligation, std::vector<Total>& totals) const;
  void rank(std::uint32_t obligation, std::vector<Total>& totals) const;
  [[nodiscard]] AuditLink link(std::uint32_t obligation,
                               const Total& total) const;
  [[nodiscard]] ActionTrace trace(std::uint32_t action,
                                  const ActionAnswers& found) const;

  const AuditRules& rules_;
  const Side& parent_;
  const Side& child_;
  Matcher matcher_;
  HeadingWords headings_;
  std::vector<ActionAnswers> answers_;  // by the parent's actions
  static constexpr std::uint32_t kNoTotal = ~0U;
  // Where each obligation of the child stands among the totals of one of the
  // parent's, while these are gathered.
  std::vector<std::uint32_t> total_at_;
  double found_ = 0;  // from which score on an action is carried out
  std::vector<std::uint32_t> first_action_;  // of each obligation of the parent
};

}  // namespace kehoach
