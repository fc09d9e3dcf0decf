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

// Bash completes by words; zsh does the same through bashcompinit.
std::string bash_script(const CLI::App& root) {
  std::string cases;
  for (const CLI::App* command : root.get_subcommands({})) {
    std::string words = options_of(*command);
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
  COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o default -F _kehoach kehoach
)",
                     cases, commands_of(root), options_of(root),
                     commands_of(root), options_of(root));
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
    for (const std::string& option : long_names(*command))
      script += fmt::format("{} -l {}\n", here, option);
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
