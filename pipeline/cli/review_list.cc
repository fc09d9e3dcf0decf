#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/review_desk.h"

namespace kehoach {
namespace {

class ReviewListCommand final : public Command {
 public:
  explicit ReviewListCommand(CLI::App& review)
      : Command(review.add_subcommand(
            "list", "List the facts and cells that wait for a verdict")) {
    app()
        .add_option("plan", plan_, "Only the facts of this plan")
        ->type_name("CODE|#ID");
    app()
        .add_option("child", child_,
                    "The cells of the audit of this plan against the other")
        ->type_name("CHILD");
    app().add_flag("--suspect", suspect_,
                   "Only what changed since it was judged, or is gone");
    app()
        .add_flag("--all", all_,
                  "Also what is certain, and what was judged already")
        ->excludes("--suspect");
    add_database(app(), database_);
    add_rules(app(), rules_);
    add_format(app(), format_, {"text", "json"});
    app().footer(
        "Facts of low certainty come first, then those of medium; each has an\n"
        "id for 'review set'. Cells are listed of the pairs that have\n"
        "verdicts, or of PLAN and CHILD: gaps that nobody justified. json\n"
        "prints an object a line. 'current' verdicts hold; 'suspect' ones are\n"
        "about words or values that changed, 'orphan' ones about what is "
        "gone.\n"
        "Exit status: 0, also if nothing waits; 2 could not run.\n\n"
        "Examples:\n"
        "  kehoach review list -d out/plans.db\n"
        "  kehoach review list --suspect --format json\n"
        "  kehoach review list 218/KH-UBND --all\n"
        "  kehoach review list 218/KH-UBND 96/KH-UBND");
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] Result<void> gather(ReviewDesk& desk, WhatToJudge what);

  std::string plan_, child_, database_, rules_, format_;
  bool suspect_ = false, all_ = false;
  std::vector<FactToJudge> facts_;
  std::vector<CellToJudge> cells_;
};

Result<void> ReviewListCommand::gather(ReviewDesk& desk, WhatToJudge what) {
  if (child_.empty()) {
    auto facts = plan_.empty() ? desk.facts(what) : desk.facts_of(plan_, what);
    if (!facts) return Failure(facts.error());
    facts_ = std::move(*facts);
    if (!plan_.empty()) return {};
  }
  auto cells =
      child_.empty() ? desk.cells(what) : desk.cells_of(plan_, child_, what);
  if (!cells) return Failure(cells.error());
  cells_ = std::move(*cells);
  return {};
}

int ReviewListCommand::run(Console& console) {
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  const auto store = open_to_read(database_);
  if (!store) return console.refuse(store.error().message);
  ReviewDesk desk(**store, rules->audit());
  const auto gathered = gather(desk, suspect_ ? WhatToJudge::changed
                                     : all_   ? WhatToJudge::all
                                              : WhatToJudge::open);
  if (!gathered) return console.refuse(gathered.error().message);
  const bool is_json = format_ == "json";
  const auto show = [&](const auto& each) {
    return console.print(is_json ? judge_json(each) + "\n"
                                 : judge_text(each, console.style()));
  };
  for (const FactToJudge& fact : facts_) {
    if (!show(fact)) return kOk;
  }
  for (const CellToJudge& cell : cells_) {
    if (!show(cell)) return kOk;
  }
  if (facts_.empty() && cells_.empty() && !is_json)
    console.complain("nothing waits for a verdict");
  return kOk;
}

}  // namespace

std::unique_ptr<Command> make_review_list(CLI::App& review) {
  return std::make_unique<ReviewListCommand>(review);
}

}  // namespace kehoach
