#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace kehoach {
namespace {

class ShowCommand final : public Command {
 public:
  explicit ShowCommand(CLI::App& parent)
      : Command(parent.add_subcommand("show", "Show one plan")) {
    app()
        .add_option("plan", plan_,
                    "Its code (with accents or without), number, or #id")
        ->required()
        ->type_name("CODE");
    add_database(app(), database_);
    add_format(app(), format_, {"text", "json"});
    app().footer(
        "Exit status: 0; 1 if there is no such plan.\n\n"
        "Examples:\n"
        "  kehoach show 1515/KH-UBND -d out/plans.db\n"
        "  kehoach show '#3' --format json");
  }

  int run(Console& console) override;

 private:
  static void others(Console& console,
                     const std::vector<DocumentSummary>& found);

  std::string plan_, database_, format_;
};

int ShowCommand::run(Console& console) {
  const auto database = database_or_default(database_);
  if (!database) return console.refuse(database.error().message);
  const auto store = open_store(*database, Access::read);
  if (!store) return console.refuse(store.error().message);
  const auto found = (*store)->find_documents(plan_);
  if (!found) return console.refuse(found.error().message);
  if (found->empty()) {
    console.complain("no plan '" + plan_ + "' is in " + *database +
                     "; look for it with 'kehoach search'");
    return kNothingFound;
  }
  const auto plan = (*store)->load_plan(found->front().id);
  if (!plan) return console.refuse(plan.error().message);
  const auto edges = (*store)->links().edges_of(found->front().id);
  if (!edges) return console.refuse(edges.error().message);
  const auto reviews = (*store)->reviews().of_document(plan->source.sha256);
  if (!reviews) return console.refuse(reviews.error().message);
  (void)console.print(
      format_ == "json"
          ? indent_json(to_json(*plan)) + "\n"
          : plan_text(*plan, console.style(), match_reviews(*plan, *reviews)) +
                parents_text(*edges, console.style()));
  others(console, *found);
  return kOk;
}

// Other sources of the plan that is shown, and other plans with that code.
void ShowCommand::others(Console& console,
                         const std::vector<DocumentSummary>& found) {
  std::string same, different;
  for (std::size_t i = 1; i < found.size(); ++i) {
    const bool one_plan =
        !found[i].plan_key.empty() && found[i].plan_key == found[0].plan_key;
    (one_plan ? same : different) += "  " + document_line(found[i]);
  }
  if (!same.empty())
    console.complain("the same plan from other files:\n" + same);
  if (!different.empty()) {
    console.complain("other plans that may be meant (show them by #id):\n" +
                     different);
  }
}

}  // namespace

std::unique_ptr<Command> make_show(CLI::App& parent) {
  return std::make_unique<ShowCommand>(parent);
}

}  // namespace kehoach
