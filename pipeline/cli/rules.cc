#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "audit/audit.h"
#include "cli/commands.h"
#include "extract/extract.h"

namespace kehoach {
namespace {

class RulesCheckCommand final : public Command {
 public:
  explicit RulesCheckCommand(CLI::App& rules)
      : Command(rules.add_subcommand(
            "check", "Load rules and run their examples and counterexamples")) {
    app()
        .add_option("dir", folder_,
                    "A folder of rules; without it those that ship")
        ->type_name("DIR");
    app().footer(
        "Exit status: 0; 2 if a rule is wrong.\n\n"
        "Examples:\n"
        "  kehoach rules check\n"
        "  kehoach rules check rules/");
  }

  int run(Console& console) override {
    const auto rules = rules_from(folder_);
    if (!rules) return console.refuse(rules.error().message);
    std::size_t examples = 0;
    for (const Rule& rule : rules->rules())
      examples += rule.examples.size() + rule.counterexamples.size();
    auto failures = check_rules(*rules);
    if (const AuditRules& audit = rules->audit(); !audit.file.empty()) {
      examples += count_examples(audit);
      for (AuditRuleFailure& f : check_audit_rules(audit))
        failures.push_back({audit.file, f.line, f.rule, f.message});
    }
    for (const RuleFailure& f : failures) {
      if (!console.print(fmt::format("{}:{}: rule '{}': {}\n", f.file, f.line,
                                     f.rule, f.message)))
        return kCouldNotRun;
    }
    (void)console.print(fmt::format("{} rules, {} examples, {} failed\n",
                                    rules->rules().size(), examples,
                                    failures.size()));
    return failures.empty() ? kOk : kCouldNotRun;
  }

 private:
  std::string folder_;
};

class RulesListCommand final : public Command {
 public:
  explicit RulesListCommand(CLI::App& rules)
      : Command(rules.add_subcommand(
            "list", "List the rules: id, kind of fact, file and line")) {
    add_rules(app(), folder_);
    app().footer(
        "Examples:\n"
        "  kehoach rules list\n"
        "  kehoach rules list --rules rules/ | grep deadline");
  }

  int run(Console& console) override {
    const auto rules = rules_from(folder_);
    if (!rules) return console.refuse(rules.error().message);
    for (const Rule& rule : rules->rules()) {
      if (!console.print(fmt::format("{}\t{}\t{}:{}\n", rule.id,
                                     name_of(rule.family), rule.file,
                                     rule.line)))
        return kOk;
    }
    return kOk;
  }

 private:
  std::string folder_;
};

}  // namespace

std::unique_ptr<Command> make_rules_check(CLI::App& rules) {
  return std::make_unique<RulesCheckCommand>(rules);
}

std::unique_ptr<Command> make_rules_list(CLI::App& rules) {
  return std::make_unique<RulesListCommand>(rules);
}

}  // namespace kehoach
