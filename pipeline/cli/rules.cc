#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <filesystem>

#include "audit/audit.h"
#include "cli/commands.h"
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "pipeline.h"

namespace kehoach {
namespace {

// Of this thread on a processor: what others do to the machine is no cost of a
// rule.
std::uint64_t nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000U +
         static_cast<std::uint64_t>(now.tv_nsec);
}

// The files below `folder`, in the order of their names; hidden ones are none.
Result<std::vector<std::string>> files_below(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code failed;
  std::vector<std::string> files;
  for (auto at = fs::recursive_directory_iterator(folder, failed);
       !failed && at != fs::recursive_directory_iterator();
       at.increment(failed)) {
    // What cannot be looked at is no file.
    std::error_code unknown;
    const bool hidden = starts_with(at->path().filename().string(), ".");
    if (hidden && at->is_directory(unknown)) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file(unknown))
      files.push_back(at->path().string());
  }
  if (failed)
    return Failure(Error{Error::Kind::io,
                         folder + ": cannot be listed: " + failed.message()});
  std::sort(files.begin(), files.end());
  return files;
}

// What is wrong with the examples of all rules, those of auditing among them.
std::vector<RuleFailure> check_all(const Rulebook& rules) {
  auto failures = check_rules(rules);
  const AuditRules& audit = rules.audit();
  if (audit.file.empty()) return failures;
  for (AuditRuleFailure& f : check_audit_rules(audit))
    failures.push_back({audit.file, f.line, f.rule, f.message});
  return failures;
}

class RulesCheckCommand final : public Command {
 public:
  explicit RulesCheckCommand(CLI::App& rules)
      : Command(rules.add_subcommand(
            "check",
            "Run the examples and counterexamples of rules, and the rules over "
            "plans")) {
    app()
        .add_option("dir", folder_,
                    "A folder of rules; without it those that ship")
        ->type_name("DIR");
    app()
        .add_option("--over", plans_,
                    "Print what came of each rule in the plans below a folder")
        ->type_name("FOLDER");
    add_format(app(), format_, {"text", "json"});
    app().footer(
        "A book with a rule that lacks examples or counterexamples is "
        "refused.\n"
        "With --over: 'hits' are places of a rule's triggers, 'kept' matches\n"
        "that no other rule has beaten, 'used' the facts and paragraphs that\n"
        "it gave; pages are not recognised, what cannot be read is left out.\n"
        "Exit status: 0; 2 if a rule is wrong.\n\n"
        "Examples:\n"
        "  kehoach rules check\n"
        "  kehoach rules check rules/ --over corpus/");
  }

  int run(Console& console) override;

 private:
  // Reads the plans; `uses` stays empty where there are none to read.
  [[nodiscard]] Result<void> measure(const Rulebook& rules, Console& console);
  void add(const Rulebook& rules, const std::string& path,
           std::string_view bytes);
  [[nodiscard]] std::string examples_text(
      const Rulebook& rules, const std::vector<RuleFailure>& failures) const;

  std::string folder_, plans_, format_;
  std::vector<RuleUse> uses_;
  std::uint64_t documents_ = 0;
};

void RulesCheckCommand::add(const Rulebook& rules, const std::string& path,
                            std::string_view bytes) {
  LookLog log;
  log.clock = nanoseconds;
  ReadOptions options;
  options.ocr = OcrMode::never;
  const auto why = explain_plan(bytes, path, rules, options, log);
  if (!why) return;
  ++documents_;
  for (const LookLog* each :
       {&why->mending, &why->outline, &why->extract.log, &why->extract.aside})
    count_looks(rules, *each, uses_);
  count_facts(rules, why->plan, uses_);
}

Result<void> RulesCheckCommand::measure(const Rulebook& rules,
                                        Console& console) {
  if (plans_.empty()) return {};
  const auto files = files_below(plans_);
  if (!files) return Failure(files.error());
  ProgressLine progress(console, true);
  std::uint64_t done = 0;
  for (const std::string& file : *files) {
    progress.show(done++, files->size(), file);
    const auto bytes = read_file(file, kMaxFileBytes);
    if (!bytes) continue;
    visit_documents(
        *bytes, file, ContainerLimits(),
        [&](const std::string& path, const Result<std::string_view>& document) {
          if (document) add(rules, path, *document);
          return true;
        });
  }
  return {};
}

std::string RulesCheckCommand::examples_text(
    const Rulebook& rules, const std::vector<RuleFailure>& failures) const {
  std::string out;
  for (const RuleFailure& f : failures)
    out += fmt::format("{}:{}: rule '{}': {}\n", f.file, f.line, f.rule,
                       f.message);
  std::size_t good = count_examples(rules.audit());
  std::size_t bad = 0;
  for (const Rule& rule : rules.rules()) {
    good += rule.examples.size();
    bad += rule.counterexamples.size();
  }
  return out + fmt::format(
                   "{} rules, each with both: {} examples, {} counterexamples, "
                   "{} failed\n",
                   rules.rules().size(), good, bad, failures.size());
}

int RulesCheckCommand::run(Console& console) {
  const auto rules = rules_from(folder_);
  if (!rules) return console.refuse(rules.error().message);
  const auto failures = check_all(*rules);
  if (const auto done = measure(*rules, console); !done)
    return console.refuse(done.error().message);
  if (format_ == "json") {
    (void)console.print(
        indent_json(rules_json(*rules, failures, uses_, documents_)) + "\n");
  } else {
    (void)console.print(examples_text(*rules, failures));
    if (!plans_.empty())
      (void)console.print(
          rule_use_text(*rules, uses_, documents_, console.style()));
  }
  return failures.empty() ? kOk : kCouldNotRun;
}

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
