#include "search/search.h"

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace kehoach {
namespace {

class SearchCommand final : public Command {
 public:
  explicit SearchCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "search", "Find obligations, and plans by their title")) {
    app()
        .add_option("words", words_,
                    "What to look for, with accents or without")
        ->required()
        ->type_name("QUERY");
    add_database(app(), database_);
    app()
        .add_option("--agency", options_.agency,
                    "Only what this body leads or supports")
        ->check(not_blank())
        ->type_name("NAME");
    app()
        .add_option("--body", body_,
                    "Only what this body leads or supports, however plans "
                    "write its name: a name, an abbreviation or an id")
        ->check(not_blank())
        ->type_name("NAME")
        ->excludes("--agency");
    app().add_flag("--with-predecessors", predecessors_,
                   "With --agency or --body, also what was given to bodies "
                   "whose work that one took over");
    add_rules(app(), rules_);
    add_choice(app(), "--level", options_.level,
               {"central", "province", "district", "commune", "unit"},
               "Only plans of this level");
    app()
        .add_option("--type", options_.type, "Only documents of this type")
        ->check(not_blank())
        ->type_name("KH|QĐ|...");
    app()
        .add_option("--limit", options_.limit,
                    "At most so many hits; 20 if not given")
        ->check(whole_number(1, 1'000'000))
        ->type_name("N");
    add_format(app(), format_, {"text", "jsonl"});
    app().footer(
        "All words must be found; words in quotation marks must follow one\n"
        "another. Hits with the accents that were typed come first.\n"
        "--agency looks at names as written, --body at what they mean: 'Sở Y "
        "tế'\n"
        "of all provinces, 'Sở Y tế tỉnh Sơn La' of one.\n"
        "Exit status: 0; 1 if nothing was found.\n\n"
        "Examples:\n"
        "  kehoach search \"tre em bi xam hai\" --agency \"Sở Y tế\"\n"
        "  kehoach search \"tre em\" --body \"Sở Nội vụ\" --with-predecessors\n"
        "  kehoach search '\"rác thải nhựa\" chợ' --level district\n"
        "  kehoach search \"bao cao\" --format jsonl --limit 100");
  }

  int run(Console& console) override;

 private:
  void print(Console& console, const SearchResult& result) const;
  // What `--body` and `--with-predecessors` ask for.
  [[nodiscard]] Result<void> ask_for_body(Console& console);

  std::vector<std::string> words_;
  std::string database_, format_, body_, rules_;
  bool predecessors_ = false;
  SearchOptions options_;
};

void SearchCommand::print(Console& console, const SearchResult& result) const {
  if (format_ == "text") {
    (void)console.print(hits_text(result, console.style()));
    const std::size_t shown = result.obligations.size() + result.titles.size();
    if (shown == options_.limit && console.out_is_terminal()) {
      console.complain("the first " + std::to_string(shown) +
                       " are shown; more with --limit");
    }
    return;
  }
  for (const SearchHit& hit : result.obligations) {
    if (!console.print(hit_json(hit) + "\n")) return;
  }
  for (const TitleHit& hit : result.titles) {
    if (!console.print(hit_json(hit) + "\n")) return;
  }
}

Result<void> SearchCommand::ask_for_body(Console& console) {
  const std::string& name = body_.empty() ? options_.agency : body_;
  if (name.empty() || (body_.empty() && !predecessors_)) {
    if (!predecessors_) return {};
    return Failure(Error{Error::Kind::invalid,
                         "--with-predecessors of whom? Give --agency or "
                         "--body"});
  }
  const auto rules = rules_from(rules_);
  if (!rules) return Failure(rules.error());
  BodyQuestion question = ask_for(rules->bodies(), name, predecessors_);
  if (question.bodies.empty() && !body_.empty()) {
    return Failure(Error{Error::Kind::invalid,
                         "no body is called '" + body_ +
                             "'; look for it with 'kehoach agencies', or for "
                             "names as written with --agency"});
  }
  // Names as written are the agency's own part of the question.
  if (predecessors_ || !body_.empty())
    options_.bodies = std::move(question.bodies);
  const std::string heirs =
      predecessors_text(question.predecessors, rules->bodies());
  if (!heirs.empty()) {
    console.complain((predecessors_
                          ? "also asked for, whose work it took over: "
                          : "it took over work from others, not asked "
                            "for without --with-predecessors: ") +
                     heirs);
  }
  return {};
}

int SearchCommand::run(Console& console) {
  if (const auto asked = ask_for_body(console); !asked)
    return console.refuse(asked.error().message);
  const auto store = open_to_read(database_);
  if (!store) return console.refuse(store.error().message);
  std::string query;
  for (const std::string& word : words_)
    query += (query.empty() ? "" : " ") + word;
  const auto result = search(**store, query, options_);
  if (!result) return console.refuse(result.error().message);
  if (result->empty()) {
    console.complain("nothing was found; try fewer words");
    return kNothingFound;
  }
  print(console, *result);
  return kOk;
}

}  // namespace

std::unique_ptr<Command> make_search(CLI::App& parent) {
  return std::make_unique<SearchCommand>(parent);
}

}  // namespace kehoach
