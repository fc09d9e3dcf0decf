// Room 4: does a child plan carry out what its parent asks, no later and no
// less?
//
// Every obligation of the parent is split into its actions (a verb with its
// object), each action is looked for in the obligations of the child, and what
// is found decides: covered, partial or missing. README.md tells how.
//
// A pure function of the two plans and `audit.toml`: the same in, the same out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audit/lint.h"  // IWYU pragma: export
#include "model/audit.h"
#include "rulebook/rulebook.h"

namespace kehoach {

// How one action of an obligation was looked for.
struct ActionTrace {
  std::string action;  // its words, as printed
  bool found = false;
  double score = 0;                  // of the best answer, 0 to 1
  bool united = false;               // several obligations together
  std::string answer;                // id of the best answer; may be empty
  std::string answer_quote;          // the action of the child that fits best
  std::vector<std::string> shared;   // phrases that both have
  std::vector<std::string> alike;    // that the answer says in other words
  std::vector<std::string> lacking;  // phrases that the answer lacks
  friend bool operator==(const ActionTrace&, const ActionTrace&) = default;
};

struct ExplainedAudit {
  Audit audit;
  std::vector<std::vector<ActionTrace>> traces;  // as `audit.items`
};

// A parent, prepared once for any number of children. Never changes after it
// is made, so many threads may use it.
class Auditor {
 public:
  // Keeps what it needs of `parent`; `rules` must live as long.
  Auditor(const Plan& parent, const AuditRules& rules);
  Auditor(Auditor&&) noexcept;
  Auditor& operator=(Auditor&&) noexcept;
  ~Auditor();

  // Never fails: a child without obligations leaves all missing. Some
  // milliseconds for plans of a hundred obligations; the time grows with the
  // number of words that both have.
  [[nodiscard]] Audit audit(const Plan& child) const;
  // The same, and how each action was looked for.
  [[nodiscard]] ExplainedAudit explain(const Plan& child) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

[[nodiscard]] Audit audit(const Plan& parent, const Plan& child,
                          const AuditRules& rules);

// An example of `audit.toml` that did not come out as its author wrote.
struct AuditRuleFailure {
  int line = 0;
  std::string rule;     // `same tuyen-truyen`, `actions`, ...
  std::string message;  // what was expected and what came
};
// Runs all examples of the rules. Empty: all is well.
[[nodiscard]] std::vector<AuditRuleFailure> check_audit_rules(
    const AuditRules& rules);
// How many examples they have.
[[nodiscard]] std::size_t count_examples(const AuditRules& rules);

// The actions of a text, as an obligation of no plan in particular.
[[nodiscard]] std::vector<std::string> actions_of(std::string_view text,
                                                  const AuditRules& rules);
// The bodies that a text names by their fields of work, as they are printed;
// those that only its plan knows are not among them.
[[nodiscard]] std::vector<std::string> bodies_of(std::string_view text,
                                                 const AuditRules& rules);

}  // namespace kehoach
