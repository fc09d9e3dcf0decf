#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/write_file.h"
#include "ingest/ingest.h"
#include "pipeline.h"

namespace kehoach {
namespace {

class EvalCommand final : public Command {
 public:
  explicit EvalCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "eval", "Compare readings with those made by hand")) {
    app()
        .add_option("gold", folder_, "A folder of *.gold.json files")
        ->required()
        ->type_name("GOLD_DIR");
    app()
        .add_option("files", files_,
                    "Only these documents; without them all that stand beside "
                    "the gold files")
        ->type_name("FILE");
    app().add_flag("--confidence", confidence_,
                   "Print how often facts were right, by how sure they are");
    app().add_flag("--details", details_, "Print every miss");
    app()
        .add_option("--against", against_,
                    "Print gains and losses against an earlier run")
        ->type_name("EARLIER.json");
    app()
        .add_option("--save", save_, "Keep this run in a file")
        ->type_name("RUN.json");
    app()
        .add_option("--min", least_, "The mean strict F1 that is good enough")
        ->check(any_number(0, 1))
        ->type_name("F1");
    add_rules(app(), rules_);
    add_format(app(), format_, {"text", "json"});
    app().footer(
        "A gold file holds a kehoach.plan/1 object and is named after its\n"
        "document: a.gold.json beside a.txt (a.md, a.pdf, ...). A document\n"
        "that is not there or cannot be read scores zero.\n"
        "Exit status: 0; 1 if --min is not reached; 2 could not run; 3 if\n"
        "some document failed.\n\n"
        "Examples:\n"
        "  kehoach eval corpus/\n"
        "  kehoach eval corpus/ --confidence\n"
        "  kehoach eval corpus/ --save out/before.json\n"
        "  kehoach eval corpus/ --rules out/my-rules --against "
        "out/before.json\n"
        "  kehoach eval corpus/ corpus/*.pdf --details --min 0.95");
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] static Result<Plan> read(const std::string& file,
                                         const Rulebook& rules);
  [[nodiscard]] Result<Evaluation> score(Console& console,
                                         const Rulebook& rules);
  [[nodiscard]] std::optional<Plan> reading_of(const GoldPair& pair,
                                               const Rulebook& rules,
                                               Console& console);
  [[nodiscard]] Result<std::optional<Evaluation>> earlier() const;
  [[nodiscard]] Result<void> save(const Evaluation& run) const;

  std::string folder_, rules_, format_, against_, save_;
  std::vector<std::string> files_;
  double least_ = 0;
  bool details_ = false, confidence_ = false, failed_ = false;
};

Result<Plan> EvalCommand::read(const std::string& file, const Rulebook& rules) {
  const auto bytes = read_file(file, kMaxFileBytes);
  if (!bytes) return Failure(bytes.error());
  return read_plan(*bytes, file, rules);
}

// The first of the documents that can be read; why the first one can't, where
// none can.
std::optional<Plan> EvalCommand::reading_of(const GoldPair& pair,
                                            const Rulebook& rules,
                                            Console& console) {
  std::string complaint =
      pair.gold + ": its document is not beside it; name it after the gold";
  for (std::size_t i = 0; i < pair.documents.size(); ++i) {
    auto plan = read(pair.documents[i], rules);
    if (plan) return std::move(*plan);
    if (i == 0) complaint = plan.error().message;
  }
  console.complain(complaint);
  failed_ = true;
  return std::nullopt;
}

Result<Evaluation> EvalCommand::score(Console& console, const Rulebook& rules) {
  const auto pairs = find_gold(folder_, files_);
  if (!pairs) return Failure(pairs.error());
  Evaluation run;
  ProgressLine progress(console, true);
  for (const GoldPair& pair : *pairs) {
    progress.show(run.documents, pairs->size(), pair.name);
    const auto bytes = read_file(pair.gold, kMaxFileBytes);
    if (!bytes) return Failure(bytes.error());
    const auto gold = gold_from_json(*bytes);
    if (!gold) {
      return Failure(
          Error{gold.error().kind, pair.gold + ": " + gold.error().message});
    }
    add_score(pair.name, *gold, reading_of(pair, rules, console), run);
  }
  return run;
}

Result<std::optional<Evaluation>> EvalCommand::earlier() const {
  if (against_.empty()) return std::optional<Evaluation>();
  const auto bytes = read_file(against_, kMaxFileBytes);
  if (!bytes) return Failure(bytes.error());
  auto run = run_from_json(*bytes);
  if (!run)
    return Failure(
        Error{run.error().kind, against_ + ": " + run.error().message});
  return std::optional<Evaluation>(std::move(*run));
}

Result<void> EvalCommand::save(const Evaluation& run) const {
  if (save_.empty()) return {};
  return write_file(save_, to_json(run) + "\n");
}

int EvalCommand::run(Console& console) {
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  const auto before = earlier();
  if (!before) return console.refuse(before.error().message);
  const auto run = score(console, *rules);
  if (!run) return console.refuse(run.error().message);
  if (format_ == "json") {
    (void)console.print(to_json(*run) + "\n");
  } else {
    if (details_) (void)console.print(misses_text(*run, console.style()));
    (void)console.print(confidence_ ? certainty_text(*run) : score_text(*run));
    if (*before)
      (void)console.print(changes_text(**before, *run, console.style()));
  }
  if (const auto saved = save(*run); !saved)
    return console.refuse(saved.error().message);
  if (run->mean_strict_f1() < least_) return kNothingFound;
  return failed_ ? kDocumentFailed : kOk;
}

}  // namespace

std::unique_ptr<Command> make_eval(CLI::App& parent) {
  return std::make_unique<EvalCommand>(parent);
}

}  // namespace kehoach
