// Scripts that let a shell complete the words of a command line. They are made
// from the commands themselves, so that they cannot fall behind.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.h"

namespace kehoach {
namespace {

// `database`, `limit`, of the commands below too; short names are not worth
// completing.
std::vector<std::string> long_names(const CLI::App& app) {
  std::vector<std::string> names;
  const auto add = [&](const CLI::App& from) {
    for (const CLI::Option* option : from.get_options()) {
      for (const std::string& name : option->get_lnames()) {
        if (std::find(names.begin(), names.end(), name) == names.end())
          names.push_back(name);
      }
    }
  };
  add(app);
  if (app.get_parent() == nullptr) return names;
  for (const CLI::App* below : app.get_subcommands({})) add(*below);
  return names;
}

// `--database --limit`
std::string options_of(const CLI::App& app) {
  std::string names;
  for (const std::string& name : long_names(app))
    names += (names.empty() ? "--" : " --") + name;
  return names;
}

std::string commands_of(const CLI::App& app) {
  std::string names;
  for (const CLI::App* command : app.get_subcommands({}))
    names += (names.empty() ? "" : " ") + command->get_name();
  return names;
}

// The words that an option or argument takes, where its type lists them all, as
// that of `add_choice` does: `auto|never|always`.
std::string choices_of(const CLI::Option& option) {
  std::string type = option.get_type_name();
  const bool listed = type.find('|') != std::string::npos &&
                      type.find_first_not_of("abcdefghijklmnopqrstuvwxyz-_|") ==
                          std::string::npos;
  if (!listed) return "";
  std::replace(type.begin(), type.end(), '|', ' ');
  return type;
}

// What stands behind an option: one of these words; else a file, or whatever.
struct Value {
  std::string name;  // `--ocr`, `-d`
  std::string words;
};

std::vector<Value> values_of(const CLI::App& app) {
  std::vector<Value> values;
  const auto add = [&](const CLI::App& from) {
    for (const CLI::Option* option : from.get_options()) {
      if (option->get_items_expected_max() == 0) continue;  // a flag
      const std::string words = choices_of(*option);
      for (const std::string& name : option->get_lnames())
        values.push_back({"--" + name, words});
      for (const std::string& name : option->get_snames())
        values.push_back({"-" + name, words});
    }
  };
  add(app);
  for (const CLI::App* below : app.get_subcommands({})) add(*below);
  return values;
}

// The words of what stands without a name.
std::string arguments_of(const CLI::App& app) {
  std::string words;
  const auto add = [&](const CLI::App& from) {
    for (const CLI::Option* option : from.get_options()) {
      const std::string choices = choices_of(*option);
      if (option->get_positional() && !choices.empty()) words += " " + choices;
    }
  };
  add(app);
  for (const CLI::App* below : app.get_subcommands({})) add(*below);
  return words;
}

// Bash completes by words; zsh does the same through bashcompinit.
std::string bash_script(const CLI::App& root) {
  std::string cases;
  std::string values;
  for (const CLI::App* command : root.get_subcommands({})) {
    for (const Value& value : values_of(*command)) {
      values += fmt::format("    {}:{}) words='{}' ;;\n", command->get_name(),
                            value.name, value.words);
    }
    std::string words = options_of(*command) + arguments_of(*command);
    const std::string below = commands_of(*command);
    if (!below.empty()) words += " " + below;
    cases += fmt::format("    {}) words='{}' ;;\n", command->get_name(), words);
  }
  return fmt::format(R"(_kehoach() {{
  local words
  case "${{COMP_WORDS[1]}}" in
{}    *) words='{} {}' ;;
  esac
  [ "$COMP_CWORD" -gt 1 ] || words='{} {}'
  local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}"
  if [ "$before" = = ]; then
    before="${{COMP_WORDS[COMP_CWORD-2]}}"
  elif [ "$word" = = ]; then
    word=
  fi
  case "${{COMP_WORDS[1]}}:$before" in
{}  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _kehoach kehoach
)",
                     cases, commands_of(root), options_of(root),
                     commands_of(root), options_of(root), values);
}

std::string fish_script(const CLI::App& root) {
  std::string script;
  for (const CLI::App* command : root.get_subcommands({})) {
    const std::string& name = command->get_name();
    script += fmt::format(
        "complete -c kehoach -n __fish_use_subcommand -a {} -d '{}'\n", name,
        command->get_description());
    const std::string here = fmt::format(
        "complete -c kehoach -n '__fish_seen_subcommand_from {}'", name);
    for (const CLI::App* below : command->get_subcommands({}))
      script += fmt::format("{} -a {}\n", here, below->get_name());
    const std::string arguments = arguments_of(*command);
    if (!arguments.empty())
      script += fmt::format("{} -a '{}'\n", here, arguments.substr(1));
    const std::vector<Value> values = values_of(*command);
    for (const std::string& option : long_names(*command)) {
      const auto value =
          std::find_if(values.begin(), values.end(),
                       [&](const Value& v) { return v.name == "--" + option; });
      const std::string takes = value == values.end() ? ""
                                : value->words.empty()
                                    ? " -r"
                                    : " -x -a '" + value->words + "'";
      script += fmt::format("{} -l {}{}\n", here, option, takes);
    }
  }
  return script;
}

class CompletionCommand final : public Command {
 public:
  explicit CompletionCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "completion", "Print a script for the completion of a shell")),
        root_(&parent) {
    add_choice(app(), "shell", shell_, {"bash", "zsh", "fish"}, "The shell");
    app().get_option("shell")->required();
    app().footer(
        "Examples:\n"
        "  eval \"$(kehoach completion bash)\"     # in ~/.bashrc\n"
        "  eval \"$(kehoach completion zsh)\"      # in ~/.zshrc\n"
        "  kehoach completion fish > ~/.config/fish/completions/kehoach.fish");
  }

  int run(Console& console) override {
    std::string script;
    if (shell_ == "zsh")
      script = "autoload -U +X bashcompinit && bashcompinit\n";
    script += shell_ == "fish" ? fish_script(*root_) : bash_script(*root_);
    (void)console.print(script);
    return kOk;
  }

 private:
  const CLI::App* root_;
  std::string shell_;
};

}  // namespace

std::unique_ptr<Command> make_completion(CLI::App& parent) {
  return std::make_unique<CompletionCommand>(parent);
}

}  // namespace kehoach
