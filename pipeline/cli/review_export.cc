// `kehoach review export` and `gold`: verdicts that go out.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <set>

#include "cli/commands.h"
#include "cli/review_desk.h"
#include "cli/write_file.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

class ReviewExportCommand final : public Command {
 public:
  explicit ReviewExportCommand(CLI::App& review)
      : Command(review.add_subcommand(
            "export", "Print all verdicts, for 'review take' elsewhere")) {
    add_database(app(), database_);
    app().footer(
        "Prints a kehoach.review/1 object a line: what it is 'about' (a kind\n"
        "of fact, or a cell), the documents by SHA-256 and by their plan, the\n"
        "words and values that were judged, 'verdict', 'value', 'note', 'by'\n"
        "and 'at'. The order does not depend on that of the verdicts.\n\n"
        "Examples:\n"
        "  kehoach review export -d out/plans.db > verdicts.jsonl\n"
        "  kehoach review take verdicts.jsonl -d elsewhere.db");
  }

  int run(Console& console) override {
    const auto store = open_to_read(database_);
    if (!store) return console.refuse(store.error().message);
    const auto print = [&](const auto& review) {
      return console.print(to_json(review) + "\n");
    };
    if (auto done = (*store)->reviews().visit(print); !done)
      return console.refuse(done.error().message);
    if (auto done = (*store)->reviews().visit_cells(print); !done)
      return console.refuse(done.error().message);
    return kOk;
  }

 private:
  std::string database_;
};

class ReviewGoldCommand final : public Command {
 public:
  explicit ReviewGoldCommand(CLI::App& review)
      : Command(review.add_subcommand(
            "gold",
            "Write what was judged whole as gold, for 'kehoach "
            "eval'")) {
    app()
        .add_option("-o,--output", folder_, "The folder of the gold files")
        ->required()
        ->type_name("DIR");
    add_database(app(), database_);
    add_rules(app(), rules_);
    app().footer(
        "A plan is written when each of its facts, and the document itself\n"
        "(doc@#3), has a verdict that is not suspect: NAME.gold.json, named\n"
        "after its file. What the reader missed is not among its facts: add "
        "it\n"
        "to the file by hand. An audit is written when each of its rows was\n"
        "accepted, corrected or justified: PARENT--CHILD.coverage.json.\n"
        "Exit status: 0; 1 if nothing was judged whole; 2 could not run.\n\n"
        "Examples:\n"
        "  kehoach review gold -o out/gold -d out/plans.db");
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] Result<void> write_plans(ReviewDesk& desk, Console& console);
  [[nodiscard]] Result<void> write_audits(ReviewDesk& desk, Console& console);
  // Two files of one name in different folders give one gold file: the second
  // is left out.
  [[nodiscard]] Result<void> write(const std::string& name,
                                   const std::string& json, Console& console);

  std::string folder_, database_, rules_;
  std::set<std::string> written_;
};

std::string stem_of(const std::string& path) {
  return fs::path(path).stem().string();
}

Result<void> ReviewGoldCommand::write(const std::string& name,
                                      const std::string& json,
                                      Console& console) {
  const std::string path = (fs::path(folder_) / name).string();
  if (!written_.insert(name).second) {
    console.complain(path + ": holds another plan of this name already");
    return {};
  }
  if (auto done = write_file(path, indent_json(json) + "\n"); !done)
    return done;
  (void)console.print(path + "\n");
  return {};
}

Result<void> ReviewGoldCommand::write_plans(ReviewDesk& desk,
                                            Console& console) {
  const auto judged = desk.judged();
  if (!judged) return Failure(judged.error());
  for (const DocumentToReview& document : judged->here) {
    const auto reviewed = desk.load(document);
    if (!reviewed) return Failure(reviewed.error());
    const auto gold = gold_of(reviewed->plan, reviewed->reviews);
    if (!gold) continue;
    if (auto done = write(stem_of(document.path) + ".gold.json", to_json(*gold),
                          console);
        !done)
      return done;
  }
  return {};
}

Result<void> ReviewGoldCommand::write_audits(ReviewDesk& desk,
                                             Console& console) {
  const auto pairs = desk.pairs();
  if (!pairs) return Failure(pairs.error());
  for (const auto& [name, reviews] : *pairs) {
    if (name.first.empty() || name.second.empty()) continue;
    desk.forget();
    const auto pair = desk.pair(name.first, name.second);
    if (!pair) return Failure(pair.error());
    const Audit& audit = (*pair)->audit;
    const auto gold = gold_of(audit);
    if (!gold) continue;
    const std::string parent = stem_of(audit.parent.path);
    const std::string child = stem_of(audit.child.path);
    std::string file = parent;
    file.append("--").append(child).append(".coverage.json");
    if (auto done = write(file, coverage_json(parent, child, *gold), console);
        !done)
      return done;
  }
  return {};
}

int ReviewGoldCommand::run(Console& console) {
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  const auto store = open_to_read(database_);
  if (!store) return console.refuse(store.error().message);
  std::error_code failed;
  fs::create_directories(folder_, failed);
  ReviewDesk desk(**store, rules->audit());
  if (auto done = write_plans(desk, console); !done)
    return console.refuse(done.error().message);
  if (auto done = write_audits(desk, console); !done)
    return console.refuse(done.error().message);
  if (!written_.empty()) return kOk;
  console.complain("no plan and no audit was judged whole");
  return kNothingFound;
}

}  // namespace

std::unique_ptr<Command> make_review_export(CLI::App& review) {
  return std::make_unique<ReviewExportCommand>(review);
}

std::unique_ptr<Command> make_review_gold(CLI::App& review) {
  return std::make_unique<ReviewGoldCommand>(review);
}

}  // namespace kehoach
