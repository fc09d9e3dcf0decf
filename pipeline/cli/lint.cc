#include <CLI/CLI.hpp>

#include "audit/audit.h"
#include "cli/commands.h"
#include "cli/named_plans.h"

namespace kehoach {
namespace {

class LintCommand final : public Command {
 public:
  explicit LintCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "lint", "Check plans by themselves: who, what, when, how much")) {
    app()
        .add_option("plans", plans_,
                    "Files, or codes and #ids of plans in a database")
        ->required()
        ->type_name("PLAN");
    add_database(app(), database_);
    add_rules(app(), rules_);
    add_ocr(app(), ocr_, no_mend_);
    add_format(app(), format_, {"text", "json"});
    app().add_flag("--all", all_,
                   "List each weak finding; text sums them up if not given");
    app().footer(
        "Finds obligations without lead or time, targets without a task,\n"
        "leads that are not sent the plan, dates before its own, a task that\n"
        "two bodies lead, numbers that skip, documents cited with two dates,\n"
        "and, with -d, documents that another in the database replaces.\n"
        "The numbers of items are checked in files alone. json prints one\n"
        "kehoach.lint/1 object a line.\n"
        "Exit status: 0 no warning, 1 some, 2 could not run.\n\n"
        "Examples:\n"
        "  kehoach lint plan.docx\n"
        "  kehoach lint drafts/*.docx -d out/plans.db --format json\n"
        "  kehoach lint 218/KH-UBND -d out/plans.db --all");
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] Result<void> open_database();
  // All plans in a file. False where one could not be read.
  [[nodiscard]] bool check_file(const std::string& file,
                                const PlanReader& read_plan, Console& console);
  [[nodiscard]] bool check_stored(const std::string& code, Console& console);
  void print(const Plan& plan, Console& console);

  std::vector<std::string> plans_;
  std::string database_, rules_, format_, ocr_;
  bool no_mend_ = false, all_ = false, warned_ = false, any_printed_ = false;
  OcrPool engines_;
  NamedPlans named_;
  std::vector<Replacement> replaced_;
};

Result<void> LintCommand::open_database() {
  const auto opened = named_.open(database_, plans_);
  if (!opened || named_.store() == nullptr) return opened;
  auto replaced = named_.store()->replacements();
  if (!replaced) return Failure(replaced.error());
  replaced_ = std::move(*replaced);
  return {};
}

void LintCommand::print(const Plan& plan, Console& console) {
  const std::vector<LintFinding> found = lint(plan, replaced_);
  for (const LintFinding& finding : found)
    warned_ = warned_ || finding.severity != Severity::info;
  if (format_ == "json") {
    (void)console.print(lint_json(plan, found) + "\n");
    return;
  }
  if (any_printed_) (void)console.print("\n");
  any_printed_ = true;
  (void)console.print(lint_text(plan, found, {all_, console.style()}));
}

bool LintCommand::check_file(const std::string& file,
                             const PlanReader& read_plan, Console& console) {
  const auto bytes = bytes_of_file(file);
  if (!bytes) {
    console.complain(bytes.error().message);
    return false;
  }
  bool all_read = true;
  visit_documents(
      *bytes, file, ContainerLimits(),
      [&](const std::string& path, const Result<std::string_view>& document) {
        const auto read = document
                              ? read_plan({*document, path, {}})
                              : Result<ReadPlan>(Failure(document.error()));
        if (read) {
          print(read->plan, console);
        } else {
          console.complain(read.error().message);
          all_read = false;
        }
        return true;
      });
  return all_read;
}

bool LintCommand::check_stored(const std::string& code, Console& console) {
  const auto plan = named_.stored(code);
  if (!plan) {
    console.complain(plan.error().message);
    return false;
  }
  print(*plan, console);
  return true;
}

int LintCommand::run(Console& console) {
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  if (const auto opened = open_database(); !opened)
    return console.refuse(opened.error().message);
  const auto office = make_office_converter(office_options());
  const PlanReader read_plan =
      plan_reader(*rules, read_options(ocr_, no_mend_, engines_), *office);
  bool all_checked = true;
  for (const std::string& plan : plans_) {
    const bool is_checked = is_file(plan) ? check_file(plan, read_plan, console)
                                          : check_stored(plan, console);
    all_checked = all_checked && is_checked;
  }
  if (!all_checked) return kCouldNotRun;
  return warned_ ? kNothingFound : kOk;
}

}  // namespace

std::unique_ptr<Command> make_lint(CLI::App& parent) {
  return std::make_unique<LintCommand>(parent);
}

}  // namespace kehoach
