#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>

#include "cli/commands.h"
#include "cli/write_file.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

// A file or standard output. Writing goes on until something is refused.
class Sink {
 public:
  Sink(Console& console, const std::string& path) : console_(console) {
    if (!path.empty()) file_.emplace(path);
  }
  // False when there is no use in going on.
  bool write(std::string_view text) {
    return file_ ? file_->write(text) : console_.print(text);
  }
  [[nodiscard]] Result<void> finish() {
    return file_ ? file_->finish() : Result<void>();
  }

 private:
  Console& console_;
  std::optional<NewFile> file_;
};

class ExportCommand final : public Command {
 public:
  explicit ExportCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "export", "Write all that a database holds, in a fixed order")) {
    add_database(app(), database_);
    add_format(app(), format_, {"jsonl", "csv"});
    std::vector<std::string> names;
    for (const std::string_view name : export_tables())
      names.emplace_back(name);
    add_choice(app(), "--table", table_, names, "The table of csv");
    app()
        .add_option("-o,--output", output_,
                    "A file instead of standard output; for csv without "
                    "--table a folder, which gets a file for each table")
        ->type_name("PATH");
    app().footer(
        "jsonl prints a kehoach.plan/1 object for each document, by its\n"
        "SHA-256, then a kehoach.source/1 object for each path. The order "
        "does\n"
        "not depend on that of the import: the same files, program and rules\n"
        "give the same bytes. Cells of csv that a spreadsheet would take for\n"
        "formulas begin with an apostrophe. Verdicts of people: 'kehoach "
        "review\n"
        "export'.\n\n"
        "Examples:\n"
        "  kehoach export -d out/plans.db | sha256sum\n"
        "  kehoach export --format csv --table obligations > obligations.csv\n"
        "  kehoach export --format csv -o out/tables");
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] Result<void> write_plans(Store& store, Console& console) const;
  [[nodiscard]] Result<void> write_table(Store& store, Console& console,
                                         const std::string& table,
                                         const std::string& path) const;
  [[nodiscard]] Result<void> write_tables(Store& store, Console& console) const;
  [[nodiscard]] std::string file_of(std::string_view table) const {
    return fs::path(output_) / (std::string(table) + ".csv");
  }
  [[nodiscard]] bool is_folder() const {
    return format_ == "csv" && table_.empty();
  }
  [[nodiscard]] Result<void> spare(const std::string& database) const;

  std::string database_, format_, table_, output_;
};

Result<void> ExportCommand::write_plans(Store& store, Console& console) const {
  Sink sink(console, output_);
  const auto documents = store.all_documents();
  if (!documents) return Failure(documents.error());
  for (const DocumentId id : *documents) {
    const auto plan = store.load_plan(id);
    if (!plan) return Failure(plan.error());
    if (!sink.write(to_json(*plan) + "\n")) return sink.finish();
  }
  const auto visited = store.visit_sources([&](const Source& source) {
    return sink.write(stored_source_json(source) + "\n");
  });
  return visited ? sink.finish() : visited;
}

Result<void> ExportCommand::write_table(Store& store, Console& console,
                                        const std::string& table,
                                        const std::string& path) const {
  Sink sink(console, path);
  const auto visited =
      store.visit_table(table, [&](const std::vector<std::string>& row) {
        return sink.write(csv_row(row));
      });
  return visited ? sink.finish() : visited;
}

Result<void> ExportCommand::write_tables(Store& store, Console& console) const {
  std::error_code error;
  fs::create_directories(output_, error);
  if (error) {
    return Failure(
        Error{Error::Kind::io,
              output_ + ": cannot be made a folder (" + error.message() + ")"});
  }
  for (const std::string_view name : export_tables()) {
    const auto written =
        write_table(store, console, std::string(name), file_of(name));
    if (!written) return written;
  }
  return {};
}

Result<void> ExportCommand::spare(const std::string& database) const {
  if (output_.empty()) return {};
  if (!is_folder()) return spare_database(output_, database);
  for (const std::string_view name : export_tables()) {
    if (auto spared = spare_database(file_of(name), database); !spared)
      return spared;
  }
  return {};
}

int ExportCommand::run(Console& console) {
  if (format_ == "jsonl" && !table_.empty())
    return console.refuse("--table goes with --format csv");
  if (is_folder() && output_.empty()) {
    return console.refuse(
        "csv is one table at a time: give --table NAME, or a folder with -o");
  }
  const auto database = database_or_default(database_);
  if (!database) return console.refuse(database.error().message);
  if (auto spared = spare(*database); !spared)
    return console.refuse(spared.error().message);
  const auto store = open_store(*database, Access::read);
  if (!store) return console.refuse(store.error().message);
  const auto written = format_ == "jsonl" ? write_plans(**store, console)
                       : is_folder()
                           ? write_tables(**store, console)
                           : write_table(**store, console, table_, output_);
  return written ? kOk : console.refuse(written.error().message);
}

}  // namespace

std::unique_ptr<Command> make_export(CLI::App& parent) {
  return std::make_unique<ExportCommand>(parent);
}

}  // namespace kehoach
