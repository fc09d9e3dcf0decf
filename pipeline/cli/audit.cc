#include "audit/audit.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/audit_tree.h"
#include "cli/commands.h"
#include "cli/named_plans.h"
#include "pipeline.h"

namespace kehoach {
namespace {

class AuditCommand final : public Command {
 public:
  explicit AuditCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "audit", "Check whether plans carry out what their parent asks")) {
    CLI::Option* above = app()
                             .add_option("parent", parent_,
                                         "A file, or the code or #id of a plan")
                             ->type_name("PARENT");
    app()
        .add_option("children", children_,
                    "Files, or codes or #ids of plans in the database")
        ->type_name("CHILD");
    app()
        .add_option("--tree", root_,
                    "Audit all plans of the database that carry out ROOT, "
                    "level by level, and follow its obligations down")
        ->type_name("ROOT")
        ->excludes(above);
    app().add_flag("--explain", explained_,
                   "Show how each action was looked for (text only)");
    add_audit_output(app(), output_);
    add_database(app(), database_);
    add_rules(app(), rules_);
    add_ocr(app(), ocr_, no_mend_);
    app().footer(
        "What names a file is read on the spot and needs no database. All\n"
        "children stand in one matrix. json prints one kehoach.audit/1 object\n"
        "a line for each child, which 'kehoach report' shows later.\n"
        "What people decided about plans of the database ('kehoach review')\n"
        "stands beside the rows, which stay as they were found; with -d also\n"
        "where the plans are files. --tree counts rows as people corrected\n"
        "them, and marks the gaps that they justified, with the reason and\n"
        "the name.\n"
        "Exit status: 0 if all is covered, or justified by a verdict that is\n"
        "not suspect; 1 if there are gaps, also where people rejected all\n"
        "links of a row, with --tree also justified ones; 2 could not run.\n\n"
        "Examples:\n"
        "  kehoach audit tinh.pdf huyen-a.docx huyen-b.docx\n"
        "  kehoach audit 218/KH-UBND 96/KH-UBND -d out/plans.db --explain\n"
        "  kehoach audit tinh.pdf huyen-*.docx -o audit.xlsx\n"
        "  kehoach audit tinh.pdf huyen-a.docx --format json > audit.jsonl\n"
        "  kehoach audit --tree 61-CT/TW -d out/plans.db\n"
        "  kehoach audit --tree 61-CT/TW -d out/plans.db -o tree.html");
  }

  int run(Console& console) override;

 private:
  // What the child makes of the parent, beside it what people decided where
  // there is a database.
  [[nodiscard]] Result<Audit> audit(const Auditor& auditor, const Plan& parent,
                                    const Plan& child, Console& console);
  [[nodiscard]] int run_tree(Console& console, AuditFormat format) const;
  [[nodiscard]] bool is_text() const {
    return output_.format.empty() || output_.format == "text";
  }

  AuditOutput output_;
  std::string parent_, root_, database_, rules_, ocr_;
  std::vector<std::string> children_;
  bool explained_ = false, no_mend_ = false;
  OcrPool engines_;
  NamedPlans plans_;
};

Result<Audit> AuditCommand::audit(const Auditor& auditor, const Plan& parent,
                                  const Plan& child, Console& console) {
  Audit found;
  if (explained_) {
    ExplainedAudit explained = auditor.explain(child);
    (void)console.print(explained_audit_text(explained, console.style()));
    found = std::move(explained.audit);
  } else {
    found = auditor.audit(child);
  }
  if (plans_.store() == nullptr) return found;
  const auto reviews = plans_.store()->reviews().of_pair(parent.source.sha256,
                                                         child.source.sha256);
  if (!reviews) return Failure(reviews.error());
  apply_reviews(*reviews, found);
  return found;
}

int AuditCommand::run_tree(Console& console, AuditFormat format) const {
  if (format == AuditFormat::summary || explained_) {
    return console.refuse(
        "--tree gives no summary and no explanation; leave out --format "
        "summary and --explain");
  }
  return audit_tree(console, {root_, database_, rules_,
                              std::string(name_of(format)), output_.file});
}

int AuditCommand::run(Console& console) {
  std::vector<std::string> names = children_;
  names.push_back(parent_);
  if (auto spared = spare_inputs(output_, names, database_); !spared)
    return console.refuse(spared.error().message);
  const auto format = format_of(output_);
  if (!format) return console.refuse(format.error().message);
  if (!root_.empty()) return run_tree(console, *format);
  if (children_.empty())
    return console.refuse("give a PARENT and a CHILD, or --tree ROOT");
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  if (explained_ && (!is_text() || !output_.file.empty())) {
    return console.refuse(
        "--explain is text for the screen; leave out --format and -o");
  }
  if (rules->audit().file.empty())
    return console.refuse(rules_ + ": has no audit.toml; copy it from rules/");
  const auto office = make_office_converter(office_options());
  const PlanReader read_plan =
      plan_reader(*rules, read_options(ocr_, no_mend_, engines_), *office);
  if (const auto opened = plans_.open(database_, names); !opened)
    return console.refuse(opened.error().message);
  const auto parent = plans_.find(parent_, read_plan);
  if (!parent) return console.refuse(parent.error().message);
  const Auditor auditor(*parent, rules->audit());
  std::vector<Audit> audits;
  for (const std::string& name : children_) {
    const auto child = plans_.find(name, read_plan);
    if (!child) return console.refuse(child.error().message);
    auto found = audit(auditor, *parent, *child, console);
    if (!found) return console.refuse(found.error().message);
    audits.push_back(std::move(*found));
  }
  if (!explained_) {
    const int status = write_audits(audits, output_, console);
    if (status != kOk) return status;
  }
  const bool gaps =
      std::any_of(audits.begin(), audits.end(), [](const Audit& audit) {
        return std::any_of(audit.items.begin(), audit.items.end(), is_open);
      });
  return gaps ? kNothingFound : kOk;
}

}  // namespace

std::unique_ptr<Command> make_audit(CLI::App& parent) {
  return std::make_unique<AuditCommand>(parent);
}

}  // namespace kehoach
