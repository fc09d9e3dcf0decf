// Room 8: the command line. Parses, calls the rooms below, prints; no logic.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>

#include "cli/commands.h"
#include "cli/config_file.h"
#include "cli/heap.h"
#include "cli/help_formatter.h"
#include "cli/nearest.h"
#include "text/text.h"

namespace kehoach {
namespace {

std::string version() {
  return fmt::format("kehoach {} (rules {})", KEHOACH_VERSION,
                     default_rulebook_hash().substr(0, 12));
}

// The command that was chosen, however deep.
const CLI::App& innermost(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : innermost(*chosen.front());
}

std::string full_name(const CLI::App& app) {
  const CLI::App* parent = app.get_parent();
  return parent == nullptr ? app.get_name()
                           : full_name(*parent) + " " + app.get_name();
}

// All that could stand where a word was not expected.
std::vector<std::string> names_in(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({}))
    names.push_back(command->get_name());
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames())
      names.push_back("--" + name);
  }
  return names;
}

// What must be given and is not.
std::string missing(const CLI::App& app, const std::string& otherwise) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_required() && option->count() == 0)
      return fmt::format("'{}' must be given: {}", option->get_name(),
                         option->get_description());
  }
  return otherwise;
}

// What is wrong, what was perhaps meant, and below it where help is.
std::string complaint(const CLI::App& root, const CLI::ParseError& error) {
  const CLI::App& app = innermost(root);
  std::string text = error.what();
  const auto extras = root.remaining(true);
  const bool has_commands = !app.get_subcommands({}).empty();
  if (!extras.empty()) {
    const std::string& word = extras.front();
    std::string near = nearest(word, names_in(app));
    if (&app != &root && app.get_option_no_throw(word) != nullptr) {
      text = fmt::format("'{0}' stands behind its command: '{1} {0} ...'", word,
                         full_name(app));
      near.clear();
    } else if (starts_with(word, "-")) {
      text = fmt::format("there is no option '{}'", word);
    } else if (has_commands) {
      text = fmt::format("there is no command '{}'", word);
    } else {
      text = fmt::format("'{}' is one argument too many", word);
    }
    if (!near.empty()) text += fmt::format("; did you mean '{}'?", near);
  } else if (has_commands) {
    text = "a command is required";
  } else if (error.get_name() == "RequiredError") {
    text = missing(app, text);
  }
  return fmt::format("{}\n  Try '{} --help'.", text, full_name(app));
}

void describe(CLI::App& app, std::size_t width) {
  app.set_version_flag("--version", version, "Show the version and end");
  app.set_help_flag("-h,--help", "Show this help and end");
  app.require_subcommand(1);
  app.formatter(std::make_shared<HelpFormatter>(width));
  app.footer(
      "Every command has a --help of its own. Options may stand in a file:\n"
      "--config FILE, or KEHOACH_CONFIG.\n"
      "Exit status: 0 fine, 1 nothing found, 2 could not run, 3 some document\n"
      "failed, 130 interrupted.\n\n"
      "Examples:\n"
      "  kehoach import corpus/ -d out/plans.db\n"
      "  kehoach search \"tre em bi xam hai\" --agency \"Sở Y tế\"\n"
      "  kehoach show 1515/KH-UBND\n"
      "  kehoach tree 28-CT/TW\n"
      "  kehoach extract plan.pdf --format json");
}

void add_review(CLI::App& app,
                std::vector<std::unique_ptr<Command>>& commands) {
  CLI::App& review = *app.add_subcommand(
      "review", "List what a person should judge, and keep verdicts");
  review.require_subcommand(1);
  review.footer(
      "Verdicts stand beside what was read, never over it. They outlive\n"
      "imports and other rules, and become suspect when the words or the\n"
      "values that were judged change.\n\n"
      "Examples:\n"
      "  kehoach review list -d out/plans.db\n"
      "  kehoach review set o12@#3 accept --by \"Trần Thị Bình\"\n"
      "  kehoach review list 218/KH-UBND 96/KH-UBND\n"
      "  kehoach review cell 218/KH-UBND 96/KH-UBND o4 justify \\\n"
      "    --note \"huyện không có biển\" --by \"Trần Thị Bình\"\n"
      "  kehoach review export > verdicts.jsonl");
  for (const auto make :
       {make_review_list, make_review_set, make_review_cell, make_review_take,
        make_review_export, make_review_gold})
    commands.push_back(make(review));
}

int run(int argc, char** argv, Console& console) {
  // Asked by scripts, which need not wait until all options are made.
  if (argc == 2 && std::string_view(argv[1]) == "--version") {
    (void)console.print(version() + "\n");
    return kOk;
  }
  CLI::App app("Reads issued Vietnamese plans into a database of obligations.",
               "kehoach");
  describe(app, console.style().width);
  std::vector<std::unique_ptr<Command>> commands;
  for (const auto make :
       {make_import, make_watch, make_extract, make_explain, make_search,
        make_show, make_tree, make_audit, make_report, make_lint, make_agencies,
        make_status, make_export, make_verify, make_backup, make_formats,
        make_eval, make_completion})
    commands.push_back(make(app));
  CLI::App& rules =
      *app.add_subcommand("rules", "Check or list the rules of reading");
  rules.require_subcommand(1);
  rules.footer("Examples:\n  kehoach rules check\n  kehoach rules list");
  commands.push_back(make_rules_check(rules));
  commands.push_back(make_rules_list(rules));
  add_review(app, commands);
  std::string config;
  add_config(app, config);
  try {
    app.parse(argc, argv);
    if (auto set = apply_config(app, config); !set)
      return console.refuse(set.error().message);
  } catch (const CLI::CallForHelp&) {
    (void)console.print(app.help());
    return kOk;
  } catch (const CLI::CallForVersion&) {
    (void)console.print(version() + "\n");
    return kOk;
  } catch (const CLI::ParseError& error) {
    return console.refuse(complaint(app, error));
  }
  for (const auto& command : commands) {
    if (command->chosen()) return command->run(console);
  }
  return kCouldNotRun;
}

}  // namespace
}  // namespace kehoach

int main(int argc, char** argv) {
  kehoach::prepare_heap();
  // A reader that has gone, and a file that may not grow, are seen when writing
  // fails.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  kehoach::Console console;
  try {
    return console.finish(kehoach::run(argc, argv, console));
  } catch (const std::exception& bug) {
    return console.refuse(fmt::format(
        "stopped by an error of its own ({}); please report this", bug.what()));
  }
}
