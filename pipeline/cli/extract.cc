#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>

#include "cli/commands.h"
#include "ingest/ingest.h"
#include "pipeline.h"

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
    add_format(app(), format_, {"jsonl", "json"});
    app().footer(
        "jsonl prints one kehoach.plan/1 object a line, json prints them over\n"
        "several lines (an array, if there are several files).\n"
        "Exit status: 0; 3 if some document failed.\n\n"
        "Examples:\n"
        "  kehoach extract plan.pdf --format json\n"
        "  kehoach extract corpus/*.txt > plans.jsonl\n"
        "  curl -s https://example.org/plan.pdf | kehoach extract -");
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] Result<std::string> extract(const std::string& file,
                                            const Rulebook& rules) const;
  [[nodiscard]] bool as_array() const {
    return format_ == "json" && files_.size() > 1;
  }

  std::vector<std::string> files_;
  std::string rules_, format_;
};

Result<std::string> ExtractCommand::extract(const std::string& file,
                                            const Rulebook& rules) const {
  // The path under which the system shows standard input as a file.
  const auto bytes =
      read_file(file == "-" ? "/dev/stdin" : file, kMaxFileBytes);
  if (!bytes) return Failure(bytes.error());
  const auto plan = read_plan(*bytes, file, rules);
  if (!plan) return Failure(plan.error());
  return format_ == "json" ? indent_json(to_json(*plan)) : to_json(*plan);
}

int ExtractCommand::run(Console& console) {
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  int status = kOk;
  bool first = true;
  if (as_array()) (void)console.print("[\n");
  for (const std::string& file : files_) {
    const auto json = extract(file, *rules);
    if (!json) {
      console.complain(json.error().message);
      status = kDocumentFailed;
      continue;
    }
    std::string text = as_array() && !first ? ",\n" : "";
    text += *json;
    if (!as_array()) text += "\n";
    first = false;
    if (!console.print(text)) return kOk;
  }
  if (as_array()) (void)console.print("\n]\n");
  return status;
}

}  // namespace

std::unique_ptr<Command> make_extract(CLI::App& parent) {
  return std::make_unique<ExtractCommand>(parent);
}

}  // namespace kehoach
