#include "audit/audit.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "cli/audit_tree.h"
#include "cli/commands.h"
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
        "stands beside the rows, which stay as they were found; --tree does\n"
        "not ask for it. Exit status: 0 if all is covered, or justified by a\n"
        "verdict that is not suspect; 1 if there are gaps, also where people\n"
        "rejected all links of a row; 2 could not run.\n\n"
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
  [[nodiscard]] Result<Plan> find(const std::string& name,
                                  const PlanReader& read_plan);
  [[nodiscard]] Result<Plan> load(const std::string& code);
  // What the child makes of the parent, beside it what people decided where
  // both may be in the database.
  [[nodiscard]] Result<Audit> audit(const Auditor& auditor, const Plan& parent,
                                    const Plan& child, Console& console);
  [[nodiscard]] int run_tree(Console& console) const;
  [[nodiscard]] bool is_text() const {
    return output_.format.empty() || output_.format == "text";
  }

  AuditOutput output_;
  std::string parent_, root_, database_, rules_, ocr_;
  std::vector<std::string> children_;
  bool explained_ = false, no_mend_ = false;
  OcrPool engines_;
  std::unique_ptr<Store> store_;  // opened for the first plan that needs it
};

Result<Plan> AuditCommand::load(const std::string& code) {
  if (!store_) {
    const auto database = database_or_default(database_);
    if (!database) {
      return Failure(Error{
          Error::Kind::invalid,
          code + ": no such file, and no database to look for a plan of this "
                 "code (give one with -d FILE or KEHOACH_DB)"});
    }
    auto store = open_store(*database, Access::read);
    if (!store) return Failure(store.error());
    store_ = std::move(*store);
  }
  const auto found = one_plan(*store_, code);
  if (!found) return Failure(found.error());
  if (!*found) {
    return Failure(Error{
        Error::Kind::invalid,
        code + ": no such file, and no such plan in the database; look for it "
               "with 'kehoach search'"});
  }
  auto plan = store_->load_plan((*found)->id);
  if (plan && plan->source.path.empty())
    plan->source.path = (*found)->source_path;
  return plan;
}

Result<Plan> AuditCommand::find(const std::string& name,
                                const PlanReader& read_plan) {
  std::error_code ignored;
  if (!std::filesystem::exists(name, ignored)) return load(name);
  const auto bytes = read_file(name, kMaxFileBytes);
  if (!bytes) return Failure(bytes.error());
  return read_plan(*bytes, name);
}

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
  if (!store_) return found;
  const auto reviews =
      store_->reviews().of_pair(parent.source.sha256, child.source.sha256);
  if (!reviews) return Failure(reviews.error());
  apply_reviews(*reviews, found);
  return found;
}

int AuditCommand::run_tree(Console& console) const {
  const std::string format(name_of(format_of(output_)));
  if ((format != "text" && format != "json" && format != "html") ||
      explained_) {
    return console.refuse(
        "--tree gives text, json or html; leave out --explain and other "
        "formats");
  }
  return audit_tree(console, {root_, database_, rules_, format, output_.file});
}

int AuditCommand::run(Console& console) {
  if (!root_.empty()) return run_tree(console);
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
  const auto parent = find(parent_, read_plan);
  if (!parent) return console.refuse(parent.error().message);
  const Auditor auditor(*parent, rules->audit());
  std::vector<Audit> audits;
  for (const std::string& name : children_) {
    const auto child = find(name, read_plan);
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
