// The subcommands: each parses its arguments, calls the rooms below, prints.
// Private to cli/.
#pragma once

#include <CLI/App.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "ingest/ingest.h"
#include "read/read.h"
#include "rulebook/rulebook.h"

namespace kehoach {

// A subcommand. Its members are its options, filled in by CLI11 while it
// parses.
class Command {
 public:
  explicit Command(CLI::App* app) : app_(app) {}
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  virtual ~Command() = default;

  [[nodiscard]] bool chosen() const { return app_->parsed(); }
  // Gives the exit status.
  [[nodiscard]] virtual int run(Console& console) = 0;

 protected:
  [[nodiscard]] CLI::App& app() { return *app_; }

 private:
  CLI::App* app_;
};

[[nodiscard]] std::unique_ptr<Command> make_import(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_watch(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_extract(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_explain(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_search(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_show(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_tree(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_status(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_export(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_verify(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_backup(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_audit(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_agencies(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_eval(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_report(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_lint(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_rules_check(CLI::App& rules);
[[nodiscard]] std::unique_ptr<Command> make_rules_list(CLI::App& rules);
[[nodiscard]] std::unique_ptr<Command> make_review_list(CLI::App& review);
[[nodiscard]] std::unique_ptr<Command> make_review_set(CLI::App& review);
[[nodiscard]] std::unique_ptr<Command> make_review_cell(CLI::App& review);
[[nodiscard]] std::unique_ptr<Command> make_review_take(CLI::App& review);
[[nodiscard]] std::unique_ptr<Command> make_review_export(CLI::App& review);
[[nodiscard]] std::unique_ptr<Command> make_review_gold(CLI::App& review);
[[nodiscard]] std::unique_ptr<Command> make_formats(CLI::App& parent);
[[nodiscard]] std::unique_ptr<Command> make_completion(CLI::App& parent);

// ---- reports of audits ------------------------------------------------------

// How and where the report of an audit is written.
struct AuditOutput {
  std::string format;    // empty: as the file's name says, else text
  std::string language;  // vi, en
  std::string file;      // empty: standard output
  bool gaps = false;
};
// `--format`, `--lang`, `--gaps` and `-o`.
void add_audit_output(CLI::App& app, AuditOutput& output);
// The format that --format asks for, else the ending of -o, else text. Error:
// an ending that is none.
[[nodiscard]] Result<AuditFormat> format_of(const AuditOutput& output);
// Complains where a workbook would be printed on a terminal; gives the exit
// status, kOk where `format` may go to `file` (empty: standard output).
[[nodiscard]] int check_output(std::string_view format, const std::string& file,
                               Console& console);
// To be asked first. Error: `output` is one of `inputs`, which are read, or
// `database`, where there is one; the message says so.
[[nodiscard]] Result<void> spare_inputs(const AuditOutput& output,
                                        const std::vector<std::string>& inputs,
                                        const std::string& database);
// Writes `report` to `file`, or to standard output where that is empty; gives
// the exit status.
[[nodiscard]] int write_report(const std::string& report,
                               const std::string& file, Console& console);
// Writes audits as `output` says; gives the exit status: kOk, or kCouldNotRun
// where it complains that this was not possible.
[[nodiscard]] int write_audits(const std::vector<Audit>& audits,
                               const AuditOutput& output, Console& console);

// ---- options that several commands have -------------------------------------

// `-d`, else $KEHOACH_DB, else out/plans.db where that is.
void add_database(CLI::App& app, std::string& database);
[[nodiscard]] Result<std::string> database_or_default(
    const std::string& database);
[[nodiscard]] Result<std::unique_ptr<Store>> open_to_read(
    const std::string& database);
// The document of a code or #id, where all that it may name are one plan;
// nothing where there is none. Error: it may be several.
[[nodiscard]] Result<std::optional<DocumentSummary>> one_plan(
    Store& store, const std::string& code_or_id);
void add_rules(CLI::App& app, std::string& folder);
// The rules in `folder`, or those that ship where it is empty.
[[nodiscard]] Result<Rulebook> rules_from(const std::string& folder);
// LibreOffice as $KEHOACH_LIBREOFFICE says, else where Debian has it; the
// helper beside this program.
[[nodiscard]] OfficeOptions office_options();
// read_plan by `rules` and `how`, behind `office`. What they name must live as
// long.
[[nodiscard]] PlanReader plan_reader(const Rulebook& rules,
                                     const ReadOptions& how,
                                     OfficeConverter& office);
// `--ocr`, which `ocr` then holds by name, and `--no-mend`.
void add_ocr(CLI::App& app, std::string& ocr, bool& no_mend);
[[nodiscard]] OcrMode ocr_mode(const std::string& ocr);
// What they mean. The pages of a document are recognised on all cores.
[[nodiscard]] ReadOptions read_options(const std::string& ocr, bool no_mend,
                                       OcrPool& engines);
// ---- workers

// `--jobs`, `--isolation`, `--time-limit`, `--memory-limit`.
struct WorkerChoice {
  unsigned jobs = 0;
  std::string isolation;
  double seconds = 3600;
  std::uint64_t megabytes = 4096;
};
void add_workers(CLI::App& app, WorkerChoice& choice);
// None with `--isolation thread`. `rules` must live as long.
[[nodiscard]] Result<std::unique_ptr<Workers>> workers_for(
    const WorkerChoice& choice, const Rulebook& rules, const std::string& ocr,
    bool no_mend);

// What `--help` tells of recognising, and of the limits of all readers.
inline constexpr const char* kOcrHelp =
    "Pages of scans and images (PNG, JPEG, TIFF) are recognised, a second or\n"
    "two each.\n";
[[nodiscard]] std::string reading_limits();
// For options that count: what is no whole number above 0 is refused.
[[nodiscard]] CLI::Validator positive();
// Likewise, what is none within bounds.
[[nodiscard]] CLI::Validator whole_number(std::uint64_t least,
                                          std::uint64_t most);
[[nodiscard]] CLI::Validator any_number(double least, double most);
// What `text` tells in the form of strptime, local time; none for a day that
// no calendar has: 31 February would become 3 March.
[[nodiscard]] std::optional<std::chrono::sys_seconds> local_time(
    const std::string& text, const char* form);
// For options that ask for words: none would ask for everything.
[[nodiscard]] CLI::Validator not_blank();
// An option that takes one of some words.
void add_choice(CLI::App& app, const std::string& name, std::string& value,
                const std::vector<std::string>& choices,
                const std::string& description);
// `--format`; the first is the default.
void add_format(CLI::App& app, std::string& format,
                const std::vector<std::string>& formats);

}  // namespace kehoach
