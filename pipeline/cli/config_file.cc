#include "cli/config_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <vector>

#include "cli/nearest.h"
#include "ingest/ingest.h"

namespace kehoach {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 20;

// The option that a key means; none where the command has no such.
CLI::Option* option_of(CLI::App& command, const std::string& key) {
  if (key == "help" || key == "version" || key == "config") return nullptr;
  for (CLI::Option* option : command.get_options()) {
    if (option->check_lname(key)) return option;
  }
  return nullptr;
}

CLI::App* command_of(CLI::App& app, const std::string& key) {
  for (CLI::App* command : app.get_subcommands({})) {
    if (command->get_name() == key) return command;
  }
  return nullptr;
}

// Every command, however deep, that does something itself.
std::vector<CLI::App*> commands_in(CLI::App& app) {
  const auto below = app.get_subcommands({});
  if (below.empty()) return {&app};
  std::vector<CLI::App*> all;
  for (CLI::App* command : below) {
    const auto inner = commands_in(*command);
    all.insert(all.end(), inner.begin(), inner.end());
  }
  return all;
}

bool is_in_environment(const CLI::Option& option) {
  const std::string name = option.get_envname();
  if (name.empty()) return false;
  const char* const value = std::getenv(name.c_str());
  return value != nullptr && *value != '\0';
}

// What was given otherwise wins, and so does what it excludes.
bool is_given(const CLI::Option& option) {
  if (option.count() > 0 || is_in_environment(option)) return true;
  for (const CLI::Option* other : option.get_excludes()) {
    if (other->count() > 0) return true;
  }
  return false;
}

// A single value as the command line would have it; none for what has no such
// form.
std::optional<std::string> word_for(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer())
    return std::to_string(number->get());
  if (const auto* number = node.as_floating_point())
    return fmt::format("{}", number->get());
  if (const auto* day = node.as_date()) {
    const toml::date date = day->get();
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  }
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "";
  return std::nullopt;
}

class ConfigFile {
 public:
  ConfigFile(std::string file, CLI::App& root)
      : file_(std::move(file)), root_(root) {}

  Result<void> apply(const toml::table& table) { return apply(table, root_); }

 private:
  [[nodiscard]] Failure wrong(const toml::source_region& at,
                              const std::string& what) const {
    return Failure(Error{Error::Kind::invalid,
                         fmt::format("{}:{}: {}", file_, at.begin.line, what)});
  }

  [[nodiscard]] Failure unknown(const toml::source_region& at,
                                const std::string& what, const std::string& key,
                                const std::vector<std::string>& known) const {
    std::string text = fmt::format("{} '{}'", what, key);
    const std::string near = nearest(key, known);
    if (!near.empty()) text += fmt::format("; did you mean '{}'?", near);
    return wrong(at, text);
  }

  // What is said of one command fills its options first, so that it wins.
  Result<void> apply_to_commands(const toml::table& table, CLI::App& app) {
    for (const auto& [toml_key, node] : table) {
      const toml::table* const inner = node.as_table();
      if (inner == nullptr) continue;
      const std::string key(toml_key.str());
      CLI::App* const command = command_of(app, key);
      if (command == nullptr) {
        std::vector<std::string> names;
        for (const CLI::App* known : app.get_subcommands({}))
          names.push_back(known->get_name());
        return unknown(inner->source(), "there is no command", key, names);
      }
      if (auto done = apply(*inner, *command); !done) return done;
    }
    return {};
  }

  // The keys of a command, or at the top of all commands.
  Result<void> apply(const toml::table& table, CLI::App& app) {
    if (auto done = apply_to_commands(table, app); !done) return done;
    const std::vector<CLI::App*> commands = commands_in(app);
    for (const auto& [toml_key, node] : table) {
      if (node.is_table()) continue;
      const std::string key(toml_key.str());
      bool known = false;
      for (CLI::App* command : commands) {
        CLI::Option* const option = option_of(*command, key);
        if (option == nullptr) continue;
        known = true;
        if (auto done = set(*option, key, node); !done) return done;
      }
      if (!known) {
        return unknown(node.source(),
                       &app == &root_
                           ? std::string("no command has an option")
                           : fmt::format("'{}' has no option", app.get_name()),
                       key, options_of(commands));
      }
    }
    return {};
  }

  static std::vector<std::string> options_of(
      const std::vector<CLI::App*>& commands) {
    std::vector<std::string> names;
    for (const CLI::App* command : commands) {
      for (const CLI::Option* option : command->get_options()) {
        for (const std::string& name : option->get_lnames())
          names.push_back(name);
      }
    }
    return names;
  }

  Result<void> set(CLI::Option& option, const std::string& key,
                   const toml::node& node) {
    std::vector<std::string> words;
    const toml::array* const array = node.as_array();
    const std::size_t count = array == nullptr ? 1 : array->size();
    for (std::size_t i = 0; i < count; ++i) {
      const toml::node& value = array == nullptr ? node : *array->get(i);
      const auto word = word_for(value);
      const bool is_flag = option.get_items_expected_max() == 0;
      if (!word || is_flag != value.is_boolean()) {
        return wrong(value.source(),
                     is_flag ? fmt::format("'{}' is true or false", key)
                             : fmt::format("'{}' takes words or numbers", key));
      }
      if (!is_flag || *word == "true") words.push_back(*word);
    }
    if (words.empty() || is_given(option)) return {};
    try {
      option.add_result(words);
      option.run_callback();
    } catch (const CLI::ParseError& error) {
      return wrong(node.source(), fmt::format("'{}': {}", key, error.what()));
    }
    return {};
  }

  std::string file_;
  CLI::App& root_;
};

}  // namespace

void add_config(CLI::App& root, std::string& file) {
  for (CLI::App* command : commands_in(root)) {
    command
        ->add_option(
            "--config", file,
            "A file (TOML) with options, or a folder with kehoach.toml; "
            "what stands in the command line or the environment wins")
        ->envname("KEHOACH_CONFIG")
        ->type_name("FILE");
  }
}

Result<void> apply_config(CLI::App& root, const std::string& file) {
  if (file.empty()) return {};
  std::error_code ignored;
  std::string path = file;
  if (std::filesystem::is_directory(path, ignored))
    path = (std::filesystem::path(path) / "kehoach.toml").string();
  const auto content = read_file(path, kMostBytes);
  if (!content) return Failure(content.error());
  try {
    const toml::table table =
        toml::parse(std::string_view(*content), std::string_view(path));
    return ConfigFile(path, root).apply(table);
  } catch (const toml::parse_error& error) {
    return Failure(
        Error{Error::Kind::invalid,
              fmt::format("{}:{}: {}", path, error.source().begin.line,
                          error.description())});
  }
}

}  // namespace kehoach
