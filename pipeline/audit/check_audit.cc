// Runs the examples that stand in `audit.toml`.

#include "audit/audit.h"
#include "audit/branches.h"

namespace kehoach {
namespace {

Plan plan_of(const std::vector<std::string>& quotes) {
  Plan plan;
  for (const std::string& quote : quotes) {
    Obligation obligation;
    obligation.id = "o" + std::to_string(plan.obligations.size() + 1);
    obligation.evidence.quote = quote;
    plan.obligations.push_back(std::move(obligation));
  }
  return plan;
}

std::string listed(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts)
    out += (out.empty() ? "'" : ", '") + text + "'";
  return out;
}

class Checker {
 public:
  explicit Checker(const AuditRules& rules) : rules_(rules) {}

  std::vector<AuditRuleFailure> run() {
    for (const AuditGroup& group : rules_.groups) check(group);
    const Branches branches(rules_);
    for (const AuditBranch& branch : rules_.branches) check(branch, branches);
    for (const ActionsExample& example : rules_.actions) check(example);
    for (const BodiesExample& example : rules_.bodies) check(example);
    for (const VerdictExample& example : rules_.verdicts) check(example);
    return std::move(failures_);
  }

 private:
  void fail(int line, std::string rule, std::string message) {
    failures_.push_back({line, std::move(rule), std::move(message)});
  }

  [[nodiscard]] Coverage status(const AuditExample& example) const {
    return audit(plan_of({example.parent}), plan_of({example.child}), rules_)
        .items[0]
        .status;
  }

  void check(const AuditGroup& group) {
    for (const AuditExample& example : group.examples) {
      if (status(example) != Coverage::covered)
        fail(example.line, "same " + group.id,
             "'" + example.child + "' does not carry out '" + example.parent +
                 "'");
    }
    for (const AuditExample& example : group.counterexamples) {
      if (status(example) == Coverage::covered)
        fail(example.line, "same " + group.id,
             "'" + example.child + "' carries out '" + example.parent +
                 "', a counterexample");
    }
  }

  void check(const AuditBranch& branch, const Branches& branches) {
    const auto check_name = [&](const std::string& name, bool wanted) {
      const std::string_view found = branches.branch_of(name);
      if ((found == branch.id) == wanted) return;
      fail(branch.line, "branch " + branch.id,
           "'" + name + "' is read as '" + std::string(found) + "'");
    };
    for (const std::string& name : branch.examples) check_name(name, true);
    for (const std::string& name : branch.counterexamples)
      check_name(name, false);
  }

  void check(const ActionsExample& example) {
    const auto found = actions_of(example.text, rules_);
    if (found == example.actions) return;
    fail(example.line, "actions",
         "are read as " + listed(found) + ", expected " +
             listed(example.actions));
  }

  void check(const BodiesExample& example) {
    const auto found = bodies_of(example.text, rules_);
    if (found == example.names) return;
    fail(example.line, "bodies",
         "'" + example.text + "' names " + listed(found) + ", expected " +
             listed(example.names));
  }

  void check(const VerdictExample& example) {
    const Plan child = plan_of(example.child);
    const Audit found = audit(plan_of({example.parent}), child, rules_);
    const AuditItem& item = found.items[0];
    if (name_of(item.status) != example.status) {
      fail(example.line, "verdict",
           "'" + example.parent + "' is " + std::string(name_of(item.status)) +
               ", expected " + example.status);
    }
    std::string links;
    for (const AuditLink& link : item.links) links += " " + link.child.id;
    std::string wanted;
    for (const int number : example.links)
      wanted += " o" + std::to_string(number);
    if (links == wanted) return;
    fail(example.line, "verdict",
         "'" + example.parent + "' is linked with" + links + ", expected" +
             wanted);
  }

  const AuditRules& rules_;
  std::vector<AuditRuleFailure> failures_;
};

}  // namespace

std::vector<AuditRuleFailure> check_audit_rules(const AuditRules& rules) {
  return Checker(rules).run();
}

std::size_t count_examples(const AuditRules& rules) {
  std::size_t count =
      rules.actions.size() + rules.bodies.size() + rules.verdicts.size();
  for (const AuditGroup& group : rules.groups)
    count += group.examples.size() + group.counterexamples.size();
  for (const AuditBranch& branch : rules.branches)
    count += branch.examples.size() + branch.counterexamples.size();
  return count;
}

}  // namespace kehoach
