#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/review_desk.h"

namespace kehoach {
namespace {

class StatusCommand final : public Command {
 public:
  explicit StatusCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "status",
            "Show what a database holds, and the paths that could "
            "not be read")) {
    add_database(app(), database_);
    app().add_flag("--failed", failed_,
                   "List the paths that are not loaded, each with the reason, "
                   "how far it came and how long that took, and nothing else");
    app().add_flag("--near-duplicates", near_,
                   "List the pairs of documents that are nearly the same text, "
                   "and how much of it they share (0.45 to 1), and nothing "
                   "else; plans of two issuers after one model are none");
    app().add_flag("--review", review_,
                   "List the facts of low certainty that nobody judged, and "
                   "verdicts about what changed since (text only)");
    add_rules(app(), rules_);
    add_format(app(), format_, {"text", "json"});
    app().footer(
        "Examples:\n"
        "  kehoach status -d out/plans.db\n"
        "  kehoach status --failed --format json | jq -r .path\n"
        "  kehoach status --near-duplicates\n"
        "  kehoach status --review\n"
        "  kehoach status --format json | jq -r '.problems[].path'");
  }

  int run(Console& console) override {
    const auto database = database_or_default(database_);
    if (!database) return console.refuse(database.error().message);
    const auto store = open_store(*database, Access::read);
    if (!store) return console.refuse(store.error().message);
    if (near_) return list_near(**store, console);
    const auto status = (*store)->status();
    if (!status) return console.refuse(status.error().message);
    if (failed_) return list_failed(console, *status);
    const Style& style = console.style();
    (void)console.print(format_ == "json"
                            ? status_json(*status) + "\n"
                            : status_text(*status, *database, style));
    if (!review_ || format_ == "json") return kOk;
    (void)console.print("\n" + review_text(*status, style));
    return print_changed(**store, console);
  }

 private:
  int print_changed(Store& store, Console& console) {
    const auto rules = rules_from(rules_);
    if (!rules) return console.refuse(rules.error().message);
    ReviewDesk desk(store, rules->audit());
    const auto facts = desk.facts(WhatToJudge::changed);
    if (!facts) return console.refuse(facts.error().message);
    const auto cells = desk.cells(WhatToJudge::changed);
    if (!cells) return console.refuse(cells.error().message);
    std::string text;
    for (const FactToJudge& fact : *facts)
      text += judge_text(fact, console.style());
    for (const CellToJudge& cell : *cells)
      text += judge_text(cell, console.style());
    if (!text.empty()) {
      (void)console.print("\nchanged since they were judged, or gone:\n" +
                          text);
    }
    return kOk;
  }

  int list_near(Store& store, Console& console) const {
    const auto pairs = store.near_pairs();
    if (!pairs) return console.refuse(pairs.error().message);
    for (const NearPair& pair : *pairs) {
      if (!console.print(format_ == "json"
                             ? near_json(pair) + "\n"
                             : near_text(pair, console.style()))) {
        break;
      }
    }
    return pairs->empty() ? kNothingFound : kOk;
  }

  int list_failed(Console& console, const ArchiveStatus& status) const {
    for (const Source& problem : status.problems) {
      if (!console.print(format_ == "json"
                             ? ledger_json(problem) + "\n"
                             : ledger_line(problem, console.style()))) {
        break;
      }
    }
    return status.problems.empty() ? kNothingFound : kOk;
  }

  std::string database_, format_, rules_;
  bool review_ = false, failed_ = false, near_ = false;
};

}  // namespace

std::unique_ptr<Command> make_status(CLI::App& parent) {
  return std::make_unique<StatusCommand>(parent);
}

}  // namespace kehoach
