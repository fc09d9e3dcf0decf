#include "audit/links.h"

#include <algorithm>
#include <cstdlib>

#include "audit/shared_words.h"

namespace kehoach {
namespace {

// The weightiest of `phrases`, in one line.
std::string first_of(const std::vector<std::string>& phrases) {
  constexpr std::size_t kMost = 5;
  std::string out;
  for (std::size_t i = 0; i < std::min(phrases.size(), kMost); ++i)
    out += (i == 0 ? "" : ", ") + phrases[i];
  return out;
}

}  // namespace

// An obligation of the child, over all actions that it answers to.
struct Judge::Total {
  std::uint32_t obligation = 0;
  bool answers = false;  // to one action at least; else only the order counts
  double score = 0;  // the best of its answers; of all that counts after `rank`
  double most = 0;   // the same, not weighed
  double others = 0;         // the sum of its other answers
  double best = 0;           // for one action
  std::uint32_t action = 0;  // that action, in the parent's index
  // For equal scores: the same words, then the same lead, path and place.
  bool same_text = false, same_lead = false, same_path = false;
  std::uint32_t distance = 0;

  void add(const Answer& answer, std::uint32_t number, double weight,
           double precision);
};

// `Triển khai Kế hoạch` is answered wholly by many lines and tells little: an
// answer counts by the content of its action.
void Judge::Total::add(const Answer& answer, std::uint32_t number,
                       double weight, double precision) {
  const double value = answer.score + precision * answer.precision;
  others += std::min(most, value);
  most = std::max(most, value);
  score = std::max(score, value * weight / (1 + weight));
  if (answer.score <= best) return;
  best = answer.score;
  action = number;
}

Judge::Total& Judge::total_of(std::uint32_t obligation,
                              std::vector<Total>& totals) {
  std::uint32_t& at = total_at_[obligation];
  if (at == kNoTotal) {
    at = static_cast<std::uint32_t>(totals.size());
    totals.emplace_back(Total{obligation});
  }
  return totals[at];
}

Side side_of(const Plan& plan, const PreparedPlan& prepared,
             const Branches& branches, std::vector<Heading> headings) {
  Side side{&plan, &prepared, {}, std::move(headings)};
  for (const Obligation& obligation : plan.obligations)
    side.branches.push_back(branches.branches_of(obligation.lead));
  return side;
}

AuditedObligation shown(const Obligation& o) {
  return {o.id,  o.path, o.evidence.quote, o.evidence.span, o.evidence.page,
          o.lead};
}

bool share_branch(const std::vector<std::string_view>& a,
                  const std::vector<std::string_view>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::string_view branch) {
    return std::find(b.begin(), b.end(), branch) != b.end();
  });
}

Judge::Judge(const AuditRules& rules, const Side& parent, const Side& child)
    : rules_(rules),
      parent_(parent),
      child_(child),
      matcher_(rules, *parent.prepared, *child.prepared),
      headings_(parent.headings, child.headings),
      total_at_(child.plan->obligations.size(), kNoTotal),
      first_action_(parent.prepared->texts.size() + 1) {
  for (std::size_t o = 0; o < parent.prepared->texts.size(); ++o) {
    first_action_[o + 1] =
        first_action_[o] +
        static_cast<std::uint32_t>(parent.prepared->texts[o].actions.size());
  }
  answers_.reserve(first_action_.back());
  for (std::uint32_t a = 0; a < first_action_.back(); ++a)
    answers_.push_back(matcher_.answers(a));
  set_threshold();
}

// A child that copies its parent word for word does so everywhere: there, what
// it only touches in other words is something else. Four actions in ten must
// be copies for that.
void Judge::set_threshold() {
  constexpr double kCopy = 1.0;
  constexpr double kNoCopy = 0.96;
  std::vector<double> best;
  for (const ActionAnswers& answers : answers_) {
    if (answers.weight > 0) best.push_back(answers.score);
  }
  found_ = rules_.thresholds.found;
  if (best.empty()) return;
  const auto middle =
      best.begin() + static_cast<std::ptrdiff_t>(best.size() * 6 / 10);
  std::nth_element(best.begin(), middle, best.end());
  const double copies =
      std::clamp((*middle - kNoCopy) / (kCopy - kNoCopy), 0.0, 1.0);
  found_ += copies * std::max(0.0, rules_.thresholds.literal - found_);
}

// What says nothing that can be looked for is carried out by the same text.
void Judge::find_same_text(std::uint32_t obligation, Judgement& verdict,
                           std::vector<Total>& totals) const {
  const std::string& quote =
      parent_.plan->obligations[obligation].evidence.quote;
  for (std::uint32_t o = 0; o < child_.plan->obligations.size(); ++o) {
    if (child_.plan->obligations[o].evidence.quote != quote) continue;
    verdict.item.status = Coverage::covered;
    verdict.item.score = 1;
    Total total;
    total.obligation = o;
    total.answers = true;
    total.score = total.best = 1;
    totals.push_back(total);
  }
}

void Judge::add_answers(const ActionAnswers& found, AnsweredAction& action,
                        std::vector<Total>& totals, Judgement& verdict) {
  const AuditThresholds& least = rules_.thresholds;
  const double best = found.answers.empty() ? 0 : found.answers.front().score;
  bool none = std::none_of(totals.begin(), totals.end(),
                           [](const Total& t) { return t.answers; });
  for (const Answer& answer : found.answers) {
    if (answer.score >= least.own) verdict.related.push_back(answer.obligation);
    Total& total = total_of(answer.obligation, totals);
    total.add(answer, static_cast<std::uint32_t>(verdict.actions.size()),
              found.weight, rules_.weights.precision);
    // Where nothing answers, the nearest is shown; what is all but a copy is
    // an answer beside any other.
    const bool near = answer.score >= least.link || action.found ||
                      (none && answer.score >= least.own);
    const bool copy = answer.score >= least.literal;
    if (!copy && (!near || answer.score < least.beside * best)) continue;
    total.answers = true;
    none = false;
    action.by.push_back(
        {answer.obligation,
         span_of(child_.prepared->texts[answer.obligation], answer.action)});
  }
}

std::vector<Judge::Total> Judge::totals(std::uint32_t obligation,
                                        Judgement& verdict, bool explained) {
  std::vector<Total> totals;
  const MarkedText& text = parent_.prepared->texts[obligation];
  double sum = 0;
  std::size_t found = 0;
  std::size_t looked_for = 0;
  for (std::uint32_t a = 0; a < text.actions.size(); ++a) {
    const std::uint32_t number = first_action_[obligation] + a;
    const ActionAnswers& answers = answers_[number];
    AnsweredAction action{span_of(text, a), answers.score >= found_, {}};
    add_answers(answers, action, totals, verdict);
    if (explained) verdict.traces.push_back(trace(number, answers));
    found += action.found;
    looked_for += answers.weight > 0;
    sum += std::min(answers.score, 1.0);
    verdict.actions.push_back(std::move(action));
  }
  for (const Total& total : totals) total_at_[total.obligation] = kNoTotal;
  if (looked_for == 0) {
    find_same_text(obligation, verdict, totals);
  } else {
    const auto all = static_cast<double>(looked_for);
    verdict.item.score = sum / all;
    if (static_cast<double>(found) > rules_.thresholds.covered * all) {
      verdict.item.status = Coverage::covered;
    } else if (found > 0) {
      verdict.item.status = Coverage::partial;
    }
  }
  return totals;
}

// All that is known of the totals but how they and their headings compare.
void Judge::weigh(std::uint32_t obligation, std::vector<Total>& totals) const {
  const Obligation& wanted = parent_.plan->obligations[obligation];
  const AuditWeights& weights = rules_.weights;
  for (Total& total : totals) {
    const Obligation& given = child_.plan->obligations[total.obligation];
    total.score += weights.several * total.others;
    if (share_branch(parent_.branches[obligation],
                     child_.branches[total.obligation]))
      total.score += weights.branch;
    total.same_text = wanted.evidence.quote == given.evidence.quote;
    total.same_lead = wanted.lead == given.lead;
    total.same_path = wanted.path == given.path;
    total.distance = static_cast<std::uint32_t>(
        std::abs(static_cast<std::int64_t>(obligation) -
                 static_cast<std::int64_t>(total.obligation)));
  }
}

// What answers nothing wholly but is the most like all that is asked may still
// come first; behind it, only answers are named.
void Judge::rank(std::uint32_t obligation, std::vector<Total>& totals) const {
  if (totals.empty()) return;
  weigh(obligation, totals);
  // Wholes are slow to compare, and what is far behind stays there.
  constexpr std::size_t kMostCompared = 16;
  std::stable_sort(
      totals.begin(), totals.end(),
      [](const Total& a, const Total& b) { return a.score > b.score; });
  for (std::size_t i = 0; i < std::min(totals.size(), kMostCompared); ++i) {
    Total& total = totals[i];
    total.score += rules_.weights.heading *
                   headings_.likeness(parent_.headings[obligation],
                                      child_.headings[total.obligation]);
    total.score += rules_.weights.likeness *
                   matcher_.likeness(obligation, total.obligation);
  }
  std::stable_sort(
      totals.begin(), totals.end(), [](const Total& a, const Total& b) {
        const auto order = [](const Total& t) {
          return std::tuple(!t.same_text, t.same_text ? 0.0 : -t.score,
                            !t.same_lead, !t.same_path, t.distance);
        };
        return order(a) < order(b);
      });
  if (totals.front().best >= rules_.thresholds.own)
    totals.front().answers = true;
  std::erase_if(totals, [](const Total& t) { return !t.answers; });
}

AuditLink Judge::link(std::uint32_t obligation, const Total& total) const {
  if (parent_.prepared->texts[obligation].actions.empty()) {
    return {shown(child_.plan->obligations[total.obligation]), 1,
            "cùng câu chữ"};
  }
  const SharedWords words = shared_words(
      matcher_, *parent_.prepared, {obligation, total.action}, *child_.prepared,
      total.obligation, parent_.plan->obligations[obligation].evidence.quote);
  AuditLink link{shown(child_.plan->obligations[total.obligation]),
                 std::min(1.0, total.best), ""};
  const auto add = [&](std::string_view how, std::string_view what) {
    if (!link.reason.empty()) link.reason += "; ";
    link.reason.append(how).append(what);
  };
  if (!words.shared.empty()) add("cùng nói: ", first_of(words.shared));
  if (!words.alike.empty()) add("nói cách khác: ", first_of(words.alike));
  if (share_branch(parent_.branches[obligation],
                   child_.branches[total.obligation]))
    add("cùng ngành", "");
  return link;
}

ActionTrace Judge::trace(std::uint32_t action,
                         const ActionAnswers& found) const {
  const ActionPlace place = parent_.prepared->index.actions()[action];
  const MarkedText& text = parent_.prepared->texts[place.obligation];
  const std::string& quote =
      parent_.plan->obligations[place.obligation].evidence.quote;
  ActionTrace trace;
  trace.action = action_text(text, place.action, quote);
  trace.score = std::min(1.0, found.score);
  trace.found = found.score >= found_;
  trace.united = found.united;
  if (found.answers.empty()) return trace;
  const Answer& best = found.answers.front();
  const Obligation& given = child_.plan->obligations[best.obligation];
  trace.answer = given.id;
  trace.answer_quote = action_text(child_.prepared->texts[best.obligation],
                                   best.action, given.evidence.quote);
  const SharedWords words =
      shared_words(matcher_, *parent_.prepared, place, *child_.prepared,
                   best.obligation, quote);
  trace.shared = words.shared;
  trace.alike = words.alike;
  trace.lacking = words.lacking;
  return trace;
}

Judgement Judge::judge(std::uint32_t obligation, bool explained) {
  Judgement verdict;
  verdict.item.parent = shown(parent_.plan->obligations[obligation]);
  std::vector<Total> found = totals(obligation, verdict, explained);
  rank(obligation, found);
  for (const Total& total : found) {
    verdict.linked.push_back(total.obligation);
    verdict.item.links.push_back(link(obligation, total));
  }
  return verdict;
}

}  // namespace kehoach
