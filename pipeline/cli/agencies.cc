#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <ctime>

#include "cli/commands.h"

namespace kehoach {
namespace {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day = {};
  localtime_r(&now, &day);
  return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1,
                     day.tm_mday);
}

// `2025-07-01`, a day that there was or will be.
bool is_day(const std::string& text) {
  return text.size() == 10 && local_time(text, "%Y-%m-%d");
}

class AgenciesCommand final : public Command {
 public:
  explicit AgenciesCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "agencies",
            "List the bodies that plans name, or show what one is and what "
            "became of it")) {
    app()
        .add_option("name", name_,
                    "A body: a name, an abbreviation or an id, with accents "
                    "or without")
        ->type_name("NAME");
    add_database(app(), database_);
    app().add_flag("--unknown", unknown_,
                   "List the names that mean no known body");
    app()
        .add_option("--on", on_,
                    "Show who does the work on this day; today if not given")
        ->type_name("YYYY-MM-DD");
    add_rules(app(), rules_);
    add_format(app(), format_, {"text", "json"});
    app().footer(
        "Bodies stand in agencies.tsv of the rules, which an expert edits.\n"
        "Exit status: 0; 1 if nothing was found.\n\n"
        "Examples:\n"
        "  kehoach agencies -d out/plans.db\n"
        "  kehoach agencies \"Sở LĐTBXH\" --on 2026-01-01\n"
        "  kehoach agencies --unknown --format json");
  }

  int run(Console& console) override;

 private:
  int list(Console& console, Store& store) const;
  int list_unknown(Console& console, Store& store) const;
  int show(Console& console, Store* store) const;
  // What is known of one kind or one body.
  // Without a database: what the rules alone say.
  [[nodiscard]] Result<BodyReport> report_on(Store* store, const Bodies& bodies,
                                             Body body) const;
  void print(Console& console, const std::string& text,
             const std::string& json) const {
    (void)console.print(format_ == "json" ? json + "\n" : text);
  }

  std::string name_, database_, on_, rules_, format_;
  bool unknown_ = false;
};

int AgenciesCommand::run(Console& console) {
  if (unknown_ && !name_.empty())
    return console.refuse("give a name or --unknown, not both");
  if (!on_.empty() && !is_day(on_))
    return console.refuse("--on " + on_ +
                          ": no such day; write it as 2025-07-01");
  // What a body is stands in the rules.
  if (!name_.empty() && !database_or_default(database_))
    return show(console, nullptr);
  const auto store = open_to_read(database_);
  if (!store) return console.refuse(store.error().message);
  if (unknown_) return list_unknown(console, **store);
  return name_.empty() ? list(console, **store) : show(console, store->get());
}

int AgenciesCommand::list(Console& console, Store& store) const {
  const auto uses = store.list_bodies("");
  if (!uses) return console.refuse(uses.error().message);
  print(console, bodies_text(*uses, console.style()), bodies_json(*uses));
  return uses->empty() ? kNothingFound : kOk;
}

int AgenciesCommand::list_unknown(Console& console, Store& store) const {
  const auto names = store.list_names("");
  if (!names) return console.refuse(names.error().message);
  print(console, names_text(*names, console.style()), names_json(*names));
  return names->empty() ? kNothingFound : kOk;
}

Result<BodyReport> AgenciesCommand::report_on(Store* store,
                                              const Bodies& bodies,
                                              Body body) const {
  BodyReport report;
  report.kind = bodies.kind(body.kind);
  if (store != nullptr) {
    auto uses = store->list_bodies("");
    if (!uses) return Failure(uses.error());
    auto names = store->list_names(body.id);
    if (!names) return Failure(names.error());
    report.names = std::move(*names);
    for (BodyUse& use : *uses) {
      if (use.body.id != body.id && use.body.kind != body.id) continue;
      if (use.body.id == body.id) body = use.body;
      report.uses.push_back(std::move(use));
    }
  }
  if (!body.place.empty()) report.name = body.name;
  report.predecessors = bodies.predecessors(body);
  report.successors = bodies.successors(body, on_.empty() ? today() : on_);
  return report;
}

int AgenciesCommand::show(Console& console, Store* store) const {
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  const Bodies& bodies = rules->bodies();
  std::vector<Body> named = ask_for(bodies, name_, false).named;
  if (named.empty() && store != nullptr) {
    const auto uses = store->list_bodies(fold_for_search(name_));
    if (!uses) return console.refuse(uses.error().message);
    for (const BodyUse& use : *uses) named.push_back(use.body);
  }
  if (named.empty()) {
    console.complain("no body is called '" + name_ +
                     "'; names that mean none are listed by 'kehoach agencies "
                     "--unknown'");
    return kNothingFound;
  }
  std::string text, json;
  for (const Body& body : named) {
    const auto report = report_on(store, bodies, body);
    if (!report) return console.refuse(report.error().message);
    if (!text.empty()) text += "\n";
    text += body_text(*report, bodies, console.style());
    json += (json.empty() ? "" : ",") + body_json(*report);
  }
  print(console, text, "[" + json + "]");
  return kOk;
}

}  // namespace

std::unique_ptr<Command> make_agencies(CLI::App& parent) {
  return std::make_unique<AgenciesCommand>(parent);
}

}  // namespace kehoach
