#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "link/link.h"

namespace kehoach {
namespace {

class TreeCommand final : public Command {
 public:
  explicit TreeCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "tree", "Show which plans carry out a document, level by level")) {
    app()
        .add_option("root", root_,
                    "Its code (with accents or without), number, or #id; it "
                    "need not be in the database")
        ->required()
        ->type_name("CODE");
    add_database(app(), database_);
    add_rules(app(), rules_);
    add_format(app(), format_, {"text", "json", "dot", "svg"});
    app()
        .add_option("--depth", depth_,
                    "Levels below the root; all if not given")
        ->check(positive())
        ->type_name("N");
    app().footer(
        "Plans hang under the nearest document that they carry out. Then: the\n"
        "units that have no plan, and references that lead to no document.\n"
        "Exit status: 0; 1 if nothing is known of the root.\n\n"
        "Examples:\n"
        "  kehoach tree 28-CT/TW -d out/plans.db\n"
        "  kehoach tree '#3' --format svg > family.svg");
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] std::string written(const PlanFamily& family,
                                    const Style& style) const {
    if (format_ == "json") return indent_json(family_json(family)) + "\n";
    if (format_ == "dot") return family_dot(family);
    return format_ == "svg" ? family_svg(family) : family_text(family, style);
  }

  std::string root_, database_, rules_, format_;
  std::size_t depth_ = 0;
};

int TreeCommand::run(Console& console) {
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  const auto database = database_or_default(database_);
  if (!database) return console.refuse(database.error().message);
  const auto store = open_store(*database, Access::read);
  if (!store) return console.refuse(store.error().message);
  const auto family = family_of(**store, *rules, root_, depth_);
  if (!family) return console.refuse(family.error().message);
  if (family->nodes.empty()) {
    console.complain("'" + root_ + "' is neither in " + *database +
                     " nor named by a plan there");
    return kNothingFound;
  }
  (void)console.print(written(*family, console.style()));
  std::string others;
  for (const FamilyDocument& other : family->others)
    others += "  " + family_line(other);
  if (!others.empty()) console.complain("others that may be meant:\n" + others);
  return kOk;
}

}  // namespace

std::unique_ptr<Command> make_tree(CLI::App& parent) {
  return std::make_unique<TreeCommand>(parent);
}

}  // namespace kehoach
