// Who does it, by when: the obligations of a plan and what they leave open.

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "audit/lint_checks.h"
#include "text/text.h"

namespace kehoach {
namespace {

// A plan of a line or two need not name anybody.
constexpr std::size_t kFewObligations = 3;
// Shorter tasks (`Báo cáo kết quả thực hiện.`) are rightly given to many.
constexpr std::size_t kOwnTask = 12;  // words

// `IV` of `IV.1.h`.
std::string_view part_of(std::string_view path) {
  return path.substr(0, path.find('.'));
}

bool must_be_done(const Obligation& o) {
  return o.section != SectionRole::funding;
}

std::size_t count_words(std::string_view folded) {
  return folded.empty()
             ? 0
             : static_cast<std::size_t>(
                   std::count(folded.begin(), folded.end(), ' ') + 1);
}

// Whether the plan names somebody, or some time, that was not read as such:
// then nothing is said of the plan as a whole.
bool says_any(const Plan& plan, std::initializer_list<std::string_view> words) {
  const std::string folded = fold_for_match(plan.text);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return folded.find(word) != std::string::npos;
  });
}

// Each of several bodies has its own share of it: `nhiệm vụ khác được giao`.
bool is_shared(std::string_view folded) {
  constexpr std::string_view kShares[] = {
      "nhiem vu khac", "duoc giao",    "duoc phan cong", "theo chuc nang",
      "theo nhiem vu", "tuan thu",     "phoi hop",       "trong pham vi",
      "thuoc pham vi", "theo yeu cau", "tham gia"};
  return std::any_of(std::begin(kShares), std::end(kShares),
                     [&](std::string_view words) {
                       return folded.find(words) != std::string_view::npos;
                     });
}

// The last day on which an EDTF date may still be; empty where it has no end
// or is no date.
std::string last_day(std::string_view value) {
  const std::size_t slash = value.find('/');
  if (slash != std::string_view::npos) value.remove_prefix(slash + 1);
  if (value.size() < 4 || value[0] < '0' || value[0] > '9') return "";
  if (value.size() == 7 && value[5] == 'Q') {
    constexpr std::string_view kEnds[] = {"-03", "-06", "-09", "-12"};
    const std::size_t quarter = static_cast<std::size_t>(value[6] - '1') & 3;
    return std::string(value.substr(0, 4)).append(kEnds[quarter]) + "-31";
  }
  if (value.size() == 4) return std::string(value) + "-12-31";
  if (value.size() == 7) return std::string(value) + "-31";
  return value.size() == 10 ? std::string(value) : "";
}

// The obligation `id`; null for none.
const Obligation* obligation_of(const Plan& plan,
                                const std::optional<std::string>& id) {
  const auto at =
      std::find_if(plan.obligations.begin(), plan.obligations.end(),
                   [&](const Obligation& o) { return id && o.id == *id; });
  return at == plan.obligations.end() ? nullptr : &*at;
}

// The obligations that have a time: of their own, or of the part above them.
std::set<std::string> timed(const Plan& plan) {
  std::set<std::string> ids;
  // `ít nhất 01 tổ đến năm 2026`: the time is that of the number.
  for (const Target& t : plan.targets) {
    const Obligation* holder = obligation_of(plan, t.obligation);
    if (holder != nullptr && t.due &&
        holder->evidence.quote.find(t.due->substr(0, 4)) != std::string::npos)
      ids.insert(holder->id);
  }
  for (const Deadline& d : plan.deadlines) {
    if (d.obligation) {
      ids.insert(*d.obligation);
      continue;
    }
    // A time in a heading or a lead-in holds for what follows in its part; a
    // period on its own is that of the whole plan.
    std::optional<std::string_view> part;
    for (const Obligation& o : plan.obligations) {
      const bool follows = d.evidence.span.end <= o.evidence.span.begin;
      if (follows && !part) part = part_of(o.path);
      if (d.kind == "period" || (follows && part_of(o.path) == *part))
        ids.insert(o.id);
    }
  }
  return ids;
}

}  // namespace

void lint_leads(const Plan& plan, LintFindings& found) {
  constexpr std::string_view kCheck = "no-lead";
  LintFindings open;
  std::size_t count = 0;
  for (const Obligation& o : plan.obligations) {
    if (!must_be_done(o)) continue;
    ++count;
    if (!o.lead.empty()) continue;
    open.push_back(lint_finding(Severity::info, kCheck,
                                "Nhiệm vụ không nêu cơ quan chủ trì.",
                                o.evidence, o.path));
  }
  if (open.size() == count && count > kFewObligations &&
      !says_any(plan, {"chủ trì", "giao cho "})) {
    found.push_back(lint_finding(
        kCheck, "Không nhiệm vụ nào của kế hoạch nêu cơ quan chủ trì."));
    return;
  }
  found.insert(found.end(), open.begin(), open.end());
}

void lint_two_leads(const Plan& plan, LintFindings& found) {
  std::map<std::string, const Obligation*> tasks;
  for (const Obligation& o : plan.obligations) {
    const std::string task = fold_for_search(o.evidence.quote);
    if (o.lead.empty() || count_words(task) < kOwnTask || is_shared(task))
      continue;
    const auto [at, is_new] = tasks.emplace(task, &o);
    const Obligation& first = *at->second;
    if (is_new || first.lead == o.lead) continue;
    // Only one can be in charge; to do the same, each at home, may be meant.
    const bool is_exclusive = task.find("chu tri") != std::string::npos ||
                              task.find("dau moi") != std::string::npos;
    found.push_back(lint_finding(
        is_exclusive ? Severity::warning : Severity::info, "two-leads",
        "Cùng một nhiệm vụ được giao cho " + first.lead.front() + " (mục " +
            first.path + ") và cho " + o.lead.front() + ".",
        o.evidence, o.path));
  }
}

void lint_deadlines(const Plan& plan, LintFindings& found) {
  constexpr std::string_view kCheck = "no-deadline";
  if (plan.deadlines.empty() && plan.obligations.size() > kFewObligations &&
      !says_any(plan, {"trước ngày ", "chậm nhất ", "từ ngày "})) {
    found.push_back(lint_finding(
        kCheck, "Kế hoạch không nêu thời hạn hay chế độ định kỳ nào."));
  } else {
    const std::set<std::string> ids = timed(plan);
    for (const Obligation& o : plan.obligations) {
      if (!must_be_done(o) || ids.count(o.id) > 0) continue;
      found.push_back(
          lint_finding(Severity::info, kCheck,
                       "Nhiệm vụ không nêu thời hạn hay chế độ định kỳ.",
                       o.evidence, o.path));
    }
  }
  // A day that is left blank may have been any of its month.
  const std::string issued = plan.document.issued_on.value_or("");
  for (const Deadline& d : plan.deadlines) {
    if (issued.size() != 10 || !d.value || d.year_inferred) continue;
    if (d.kind != "date" && d.kind != "period") continue;
    const std::string last = last_day(*d.value);
    if (last.empty() || last >= issued) continue;
    const Obligation* holder = obligation_of(plan, d.obligation);
    found.push_back(
        lint_finding(Severity::warning, "deadline-before-issue",
                     "Thời hạn đã qua khi kế hoạch được ban hành (" +
                         lint_date(issued) + ").",
                     d.evidence, holder == nullptr ? "" : holder->path));
  }
}

}  // namespace kehoach
