#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>

#include "cli/commands.h"
#include "cli/named_plans.h"

namespace kehoach {
namespace {

class ExtractCommand final : public Command {
 public:
  explicit ExtractCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "extract",
            "Read plans and print what they state, without a "
            "database")) {
    app()
        .add_option("files", files_, "Files; - is standard input")
        ->required()
        ->type_name("FILE");
    add_rules(app(), rules_);
    add_ocr(app(), ocr_, no_mend_);
    add_format(app(), format_, {"jsonl", "json"});
    app().footer(
        "jsonl prints one kehoach.plan/1 object a line, json prints them over\n"
        "several lines (an array, if there are several files). Archives and\n"
        "mails give one object for each plan inside.\n"
        "DOC, RTF and ODT need LibreOffice (libreoffice-writer-nogui).\n" +
        std::string(kOcrHelp) + reading_limits() +
        "Exit status: 0; 3 if some document failed.\n\n"
        "Examples:\n"
        "  kehoach extract plan.pdf --format json\n"
        "  kehoach extract corpus/*.txt mail.eml > plans.jsonl\n"
        "  curl -s https://example.org/plan.pdf | kehoach extract -");
  }

  int run(Console& console) override;

 private:
  // Prints what is in `file`; false when nobody reads any more.
  [[nodiscard]] bool extract(const std::string& file,
                             const PlanReader& read_plan, Console& console);
  [[nodiscard]] bool print(const Plan& plan, Console& console);
  void complain(const Error& error, Console& console);

  std::vector<std::string> files_;
  std::string rules_, format_, ocr_;
  bool no_mend_ = false;
  OcrPool engines_;
  bool as_array_ = false, any_printed_ = false;
  int status_ = kOk;
};

void ExtractCommand::complain(const Error& error, Console& console) {
  console.complain(error.message);
  status_ = kDocumentFailed;
}

bool ExtractCommand::print(const Plan& plan, Console& console) {
  std::string text;
  if (as_array_) text = any_printed_ ? ",\n" : "[\n";
  text += format_ == "json" ? indent_json(to_json(plan)) : to_json(plan);
  if (!as_array_) text += "\n";
  any_printed_ = true;
  return console.print(text);
}

bool ExtractCommand::extract(const std::string& file,
                             const PlanReader& read_plan, Console& console) {
  const auto bytes = bytes_of_file(file);
  if (!bytes) {
    complain(bytes.error(), console);
    return true;
  }
  as_array_ = as_array_ || (format_ == "json" && is_container(*bytes));
  bool is_read = true;
  visit_documents(
      *bytes, file, ContainerLimits(),
      [&](const std::string& path, const Result<std::string_view>& document) {
        const auto read = document
                              ? read_plan({*document, path, {}})
                              : Result<ReadPlan>(Failure(document.error()));
        if (read) {
          is_read = print(read->plan, console);
        } else {
          complain(read.error(), console);
        }
        return is_read;
      });
  return is_read;
}

int ExtractCommand::run(Console& console) {
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  const auto office = make_office_converter(office_options());
  const PlanReader read_plan =
      plan_reader(*rules, read_options(ocr_, no_mend_, engines_), *office);
  as_array_ = format_ == "json" && files_.size() > 1;
  for (const std::string& file : files_) {
    if (!extract(file, read_plan, console)) return kOk;
  }
  if (as_array_) (void)console.print(any_printed_ ? "\n]\n" : "[]\n");
  return status_;
}

}  // namespace

std::unique_ptr<Command> make_extract(CLI::App& parent) {
  return std::make_unique<ExtractCommand>(parent);
}

}  // namespace kehoach
