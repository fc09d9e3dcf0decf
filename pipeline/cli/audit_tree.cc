// `kehoach audit --tree`: a whole family of plans.

#include "cli/audit_tree.h"

#include <algorithm>
#include <thread>

#include "cli/commands.h"
#include "link/link.h"

namespace kehoach {
namespace {

// Whether some plan below does not carry out some obligation of the root.
bool has_gaps(const TreeAudit& audit) {
  return std::any_of(
      audit.rows.begin(), audit.rows.end(),
      [](const RollupRow& row) { return row.deep[1] + row.deep[2] > 0; });
}

Result<std::string> report_of(const PlanFamily& family, const TreeAudit& audit,
                              const std::string& format, const Style& style) {
  if (format == "json") return tree_audit_json(family, audit) + "\n";
  if (format == "html") return tree_audit_html(family, audit);
  if (format == "csv") return tree_audit_csv(family, audit);
  if (format == "xlsx") return tree_audit_xlsx(family, audit);
  return tree_audit_text(family, audit, style);
}

}  // namespace

int audit_tree(Console& console, const AuditTreeRequest& request) {
  if (const int status = check_output(request.format, request.file, console);
      status != kOk)
    return status;
  const auto rules = rules_from(request.rules);
  if (!rules) return console.refuse(rules.error().message);
  if (rules->audit().file.empty()) {
    return console.refuse(request.rules +
                          ": has no audit.toml; copy it from rules/");
  }
  const auto database = database_or_default(request.database);
  if (!database) return console.refuse(database.error().message);
  const auto open = [&] { return open_store(*database, Access::read); };
  const auto store = open();
  if (!store) return console.refuse(store.error().message);
  const auto family = family_of(**store, *rules, request.root);
  if (!family) return console.refuse(family.error().message);
  if (family->nodes.empty()) {
    return console.refuse("'" + request.root + "' is neither in " + *database +
                          " nor named by a plan there");
  }
  ProgressLine progress(console, true);
  TreeAuditOptions options;
  options.threads = std::max(std::thread::hardware_concurrency(), 1U);
  options.on_progress = [&](std::uint64_t done, std::uint64_t all) {
    progress.show(done, all, request.root);
  };
  const auto audit = audit_family(open, *rules, *family, options);
  progress.clear();
  if (!audit) return console.refuse(audit.error().message);
  const auto report =
      report_of(*family, *audit, request.format,
                request.file.empty() ? console.style() : Style());
  if (!report) return console.refuse(report.error().message);
  if (const int status = write_report(*report, request.file, console);
      status != kOk)
    return status;
  return has_gaps(*audit) ? kNothingFound : kOk;
}

}  // namespace kehoach
