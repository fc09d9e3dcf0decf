#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/named_plans.h"
#include "ingest/ingest.h"
#include "text/text.h"

namespace kehoach {
namespace {

class ReportCommand final : public Command {
 public:
  explicit ReportCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "report", "Show audits that were kept, for people or offices")) {
    app()
        .add_option("audits", files_,
                    "Files of kehoach.audit/1 objects; - is standard input")
        ->required()
        ->type_name("AUDIT.json");
    add_audit_output(app(), output_);
    app().footer(
        "A file holds one object, or one on each line. Audits of one parent\n"
        "become one matrix with a column for each child.\n"
        "Exit status: 0; 2 could not run.\n\n"
        "Examples:\n"
        "  kehoach report audit.json --gaps\n"
        "  kehoach report audit.json -o audit.xlsx\n"
        "  kehoach report a.json b.json --format html --lang en -o "
        "audits.html\n"
        "  kehoach report audit.json --format summary");
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] static Result<std::vector<Audit>> audits_in(
      const std::string& file);

  std::vector<std::string> files_;
  AuditOutput output_;
};

Result<std::vector<Audit>> ReportCommand::audits_in(const std::string& file) {
  const auto bytes = bytes_of_file(file);
  if (!bytes) return Failure(bytes.error());
  std::vector<Audit> audits;
  // One object may stand on many lines.
  if (auto whole = audit_from_json(*bytes)) {
    audits.push_back(std::move(*whole));
    return audits;
  }
  std::size_t number = 0;
  for (const std::string_view line : split(*bytes, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    auto audit = audit_from_json(line);
    if (!audit) {
      return Failure(Error{
          Error::Kind::invalid,
          file + ":" + std::to_string(number) + ": " + audit.error().message});
    }
    audits.push_back(std::move(*audit));
  }
  return audits;
}

int ReportCommand::run(Console& console) {
  if (auto spared = spare_inputs(output_, files_, {}); !spared)
    return console.refuse(spared.error().message);
  std::vector<Audit> audits;
  for (const std::string& file : files_) {
    auto found = audits_in(file);
    if (!found) return console.refuse(found.error().message);
    audits.insert(audits.end(), std::make_move_iterator(found->begin()),
                  std::make_move_iterator(found->end()));
  }
  if (audits.empty())
    return console.refuse(files_.front() + ": is empty; give a file of audits");
  return write_audits(audits, output_, console);
}

}  // namespace

std::unique_ptr<Command> make_report(CLI::App& parent) {
  return std::make_unique<ReportCommand>(parent);
}

}  // namespace kehoach
