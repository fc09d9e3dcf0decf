#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "cli/commands.h"
#include "cli/write_file.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

class BackupCommand final : public Command {
 public:
  explicit BackupCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "backup", "Copy a database while others may use it")) {
    app().add_option("file", file_, "The copy")->required()->type_name("FILE");
    add_database(app(), database_);
    app().add_flag("--force", force_, "Replace FILE if it is there");
    app().footer(
        "The copy is whole or not there: it is made beside FILE and takes its\n"
        "name at the end.\n\n"
        "Example:\n"
        "  kehoach backup /media/disk/plans-2026-11.db -d out/plans.db");
  }

  int run(Console& console) override;

 private:
  std::string file_, database_;
  bool force_ = false;
};

// What SQLite keeps beside the database `file`. Left there, it would be taken
// for that of another one that gets the name.
void remove_journals(const std::string& file, std::error_code& failed) {
  for (const char* ending : {"-wal", "-shm", "-journal"}) {
    fs::remove(file + ending, failed);
    if (failed) return;
  }
}

int BackupCommand::run(Console& console) {
  const auto database = database_or_default(database_);
  if (!database) return console.refuse(database.error().message);
  if (auto spared = spare_database(file_, *database); !spared)
    return console.refuse(spared.error().message);
  std::error_code error;
  if (!force_ && fs::exists(file_, error)) {
    return console.refuse(file_ +
                          ": is there already; name another or use --force");
  }
  const auto store = open_store(*database, Access::read);
  if (!store) return console.refuse(store.error().message);
  const std::string part = file_ + ".part";
  fs::remove(part, error);
  if (!error) remove_journals(part, error);
  if (error) return console.refuse(part + ": " + error.message());
  const auto copied = (*store)->backup(part);
  if (copied) remove_journals(file_, error);
  if (copied && !error) fs::rename(part, file_, error);
  if (!copied || error) {
    std::error_code ignored;
    fs::remove(part, ignored);
    remove_journals(part, ignored);
    return console.refuse(copied ? file_ + ": " + error.message()
                                 : copied.error().message);
  }
  return kOk;
}

}  // namespace

std::unique_ptr<Command> make_backup(CLI::App& parent) {
  return std::make_unique<BackupCommand>(parent);
}

}  // namespace kehoach
