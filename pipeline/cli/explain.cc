#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/named_plans.h"
#include "pipeline.h"

namespace kehoach {
namespace {

CLI::Validator id_of_fact() {
  return CLI::Validator(
      [](const std::string& given) -> std::string {
        const auto place = fact_named(given);
        return place && place->kind != KindOfFact::document
                   ? ""
                   : "'" + given + "' is no id such as o12, d3, t5 or r2";
      },
      "");
}

class ExplainCommand final : public Command {
 public:
  explicit ExplainCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "explain",
            "Show how a plan was read: what decided each paragraph, which "
            "rules were tried, how a fact came about")) {
    app().add_option("file", file_, "The plan")->required()->type_name("FILE");
    app()
        .add_option("--line", query_.line,
                    "All of one line of the normalised text, as numbered "
                    "without this option")
        ->check(positive())
        ->type_name("N");
    CLI::Option* const fact =
        app()
            .add_option("--fact", query_.fact,
                        "The way from the file to one fact: o12, d3, t5 or r2")
            ->check(id_of_fact())
            ->excludes("--line")
            ->type_name("ID");
    app()
        .add_option("--find", query_.find,
                    "All paragraphs with these words, with accents or without")
        ->check(not_blank())
        ->excludes(fact)
        ->type_name("TEXT");
    add_rules(app(), rules_);
    add_ocr(app(), ocr_, no_mend_);
    add_format(app(), format_, {"text", "json"});
    app().footer(
        "Obligations have their own ids; references, deadlines and targets "
        "are\n"
        "numbered as they stand in the document: r1, d1, t1.\n"
        "Exit status: 0; 1 if there is no such line, fact or words; 3 if the\n"
        "file cannot be read.\n\n"
        "Examples:\n"
        "  kehoach explain plan.txt | less\n"
        "  kehoach explain plan.pdf --fact o12\n"
        "  kehoach explain plan.pdf --find \"truoc ngay\" --rules "
        "out/my-rules");
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] Result<Explanation> read(const Rulebook& rules);

  std::string file_, rules_, format_, ocr_;
  ExplainQuery query_;
  bool no_mend_ = false;
  OcrPool engines_;
};

Result<Explanation> ExplainCommand::read(const Rulebook& rules) {
  const auto bytes = bytes_of_file(file_);
  if (!bytes) return Failure(bytes.error());
  const ReadOptions options = read_options(ocr_, no_mend_, engines_);
  // The plan that LibreOffice makes of a document comes by the same way.
  Explanation why;
  const auto office = make_office_converter(office_options());
  const PlanReader reader = with_office(
      [&](const ToRead& document) -> Result<ReadPlan> {
        auto explained =
            explain_plan(document.bytes, document.path, rules, options);
        if (!explained) return Failure(explained.error());
        why = std::move(*explained);
        return why.plan;
      },
      *office);
  const auto plan = reader({*bytes, file_, {}});
  if (!plan) return Failure(plan.error());
  return why;
}

int ExplainCommand::run(Console& console) {
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  const auto why = read(*rules);
  if (!why) {
    console.complain(why.error().message);
    return kDocumentFailed;
  }
  const std::string text =
      explanation_text(*why, *rules, query_, console.style());
  if (text.empty()) {
    console.complain(fmt::format(
        "{}: no such line, fact or words; it has {} lines, see them with "
        "'kehoach explain {}'",
        file_, why->plan.outline.nodes.size(), file_));
    return kNothingFound;
  }
  (void)console.print(
      format_ == "json"
          ? indent_json(explanation_json(*why, *rules, query_)) + "\n"
          : text);
  return kOk;
}

}  // namespace

std::unique_ptr<Command> make_explain(CLI::App& parent) {
  return std::make_unique<ExplainCommand>(parent);
}

}  // namespace kehoach
