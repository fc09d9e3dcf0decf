// Stage 4: from the outline of a plan to the facts that it states.
//
// The stage is a pure function. It reads no file and no clock and keeps nothing
// between calls, so any number of threads may call it at once. What counts as a
// fact follows the reading guide of `kehoach.plan/1`; what the phrases look
// like stands in the rules; this room turns matches into values.
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace kehoach {

// What a reader made of a match, or why it made nothing of a place.
struct Remark {
  Span span;
  std::string rule;  // of the match; empty where there was none
  std::string text;
};

// How the facts of a plan came about, for those who ask.
struct ExtractTrace {
  LookLog log;
  LookLog aside;  // about names: their spans are not of the text
  std::vector<Remark> remarks;
};

// The facts of one plan. `source` and pages are left for the caller to fill in.
// Every fact has its quote, span and the id of the rule that found it.
//
// Never fails: a text that is no plan gives few facts or none. With a `trace`
// the facts are the same.
[[nodiscard]] Plan extract(const NormalText& text, const Outline& outline,
                           const Rulebook& rules,
                           ExtractTrace* trace = nullptr);

// What came of a rule in some documents.
struct RuleUse {
  std::uint64_t hits = 0;  // places of its triggers
  std::uint64_t kept = 0;  // matches that won
  std::uint64_t used = 0;  // facts that it gave, paragraphs that it named
  std::uint64_t time = 0;  // by LookLog::clock
};
// Adds what the log of one document tells; `uses` by Rulebook::rules().
void count_looks(const Rulebook& rules, const LookLog& log,
                 std::vector<RuleUse>& uses);
// Adds the facts and the paragraphs of one plan.
void count_facts(const Rulebook& rules, const Plan& plan,
                 std::vector<RuleUse>& uses);

// An example of a rule that did not come out as its author wrote.
struct RuleFailure {
  std::string file;
  int line = 0;
  std::string rule;
  std::string message;  // what was expected and what came
};

// Runs the examples and counterexamples of every rule through the matcher and
// the readers. Empty: all is well.
[[nodiscard]] std::vector<RuleFailure> check_rules(const Rulebook& rules);

}  // namespace kehoach
