#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/commands.h"
#include "cli/write_file.h"
#include "text/text.h"

namespace kehoach {

// `a.xlsx` is meant to be a workbook, `a.txt` text.
Result<AuditFormat> format_of(const AuditOutput& output) {
  const std::string ending = std::filesystem::path(output.file).extension();
  std::string name = output.format;
  if (name.empty() && ending.size() > 1) name = lower(ending.substr(1));
  if (name.empty()) return AuditFormat::text;
  const std::string meant = name == "txt"     ? "text"
                            : name == "htm"   ? "html"
                            : name == "jsonl" ? "json"
                                              : name;
  if (const auto format = audit_format_named(meant)) return *format;
  return Failure(Error{Error::Kind::invalid,
                       output.file + ": no report is written as '" + ending +
                           "'; end it in .txt, .csv, .xlsx, .html or .json, "
                           "or choose with --format"});
}

int check_output(std::string_view format, const std::string& file,
                 Console& console) {
  if (format != "xlsx" || !file.empty() || !console.out_is_terminal())
    return kOk;
  return console.refuse(
      "a workbook is nothing for a terminal; give a file with -o FILE");
}

Result<void> spare_inputs(const AuditOutput& output,
                          const std::vector<std::string>& inputs,
                          const std::string& database) {
  if (output.file.empty()) return {};
  const auto used = database_or_default(database);
  auto spared = used ? spare_database(output.file, *used) : Result<void>();
  return spared ? spare_files(output.file, inputs) : spared;
}

int write_report(const std::string& report, const std::string& file,
                 Console& console) {
  if (file.empty()) {
    (void)console.print(report);
  } else if (const auto done = write_file(file, report); !done) {
    return console.refuse(done.error().message);
  }
  return kOk;
}

void add_audit_output(CLI::App& app, AuditOutput& output) {
  std::vector<std::string> formats;
  for (std::size_t i = 0; i < kAuditFormats; ++i)
    formats.emplace_back(name_of(static_cast<AuditFormat>(i)));
  add_choice(app, "--format", output.format, formats,
             "How the report is written; if not given as the ending of -o "
             "says, text where there is none");
  output.language = "vi";
  add_choice(app, "--lang", output.language, {"vi", "en"},
             "The language of its labels; vi if not given");
  app.add_flag("--gaps", output.gaps,
               "Only the obligations that some plan does not cover whole, as "
               "found or as people say "
               "(summary and json have all)");
  app.add_option("-o,--output", output.file,
                 "A file to write to instead of standard output")
      ->type_name("FILE");
}

int write_audits(const std::vector<Audit>& audits, const AuditOutput& output,
                 Console& console) {
  const auto format = format_of(output);
  if (!format) return console.refuse(format.error().message);
  AuditReport how;
  how.format = *format;
  how.language = output.language == "en" ? Language::en : Language::vi;
  how.gaps = output.gaps;
  how.style = output.file.empty() ? console.style() : Style();
  if (const int status =
          check_output(name_of(how.format), output.file, console);
      status != kOk)
    return status;
  const auto report = audit_report(audits, how);
  if (!report) return console.refuse(report.error().message);
  return write_report(*report, output.file, console);
}

}  // namespace kehoach
