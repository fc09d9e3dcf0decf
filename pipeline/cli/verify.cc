#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace kehoach {
namespace {

class VerifyCommand final : public Command {
 public:
  explicit VerifyCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "verify",
            "Read the files of a database again and say which have changed, "
            "are gone or have rotted")) {
    add_database(app(), database_);
    add_format(app(), format_, {"text", "jsonl"});
    app().footer(
        "A file has rotted where its bytes are others though nothing wrote it\n"
        "since the import. Nothing is changed; 'kehoach import' takes in what\n"
        "has changed. Paths are those that were imported: run it where you\n"
        "imported.\n"
        "Exit status: 0 all as it was, 1 something is not, 2 could not run.\n\n"
        "Examples:\n"
        "  kehoach verify -d out/plans.db\n"
        "  kehoach verify --format jsonl | jq -r "
        "'select(.fixity==\"gone\").path'");
  }

  int run(Console& console) override;

 private:
  std::string database_, format_;
};

int VerifyCommand::run(Console& console) {
  const auto store = open_to_read(database_);
  if (!store) return console.refuse(store.error().message);
  const StopOnSignal stop;
  const auto all = (*store)->status();
  if (!all) return console.refuse(all.error().message);
  std::uint64_t done = 0;
  const auto counts = [&] {
    ProgressLine progress(console, true);
    return verify_files(
        **store,
        [&](const FixityCheck& check) {
          progress.show(++done, all->paths.total(), check.source.path);
          if (check.fixity == Fixity::same) return;
          if (console.out_is_terminal()) progress.clear();
          (void)console.print(format_ == "jsonl"
                                  ? fixity_json(check) + "\n"
                                  : fixity_line(check, console.style()));
        },
        stop.asked());
  }();
  if (!counts) return console.refuse(counts.error().message);
  if (format_ == "text") (void)console.print(fixity_text(*counts));
  if (counts->interrupted) return kInterrupted;
  const auto same = static_cast<std::size_t>(Fixity::same);
  for (std::size_t i = 0; i < kFixities; ++i) {
    if (i != same && counts->by_fixity[i] > 0) return kNothingFound;
  }
  return kOk;
}

}  // namespace

std::unique_ptr<Command> make_verify(CLI::App& parent) {
  return std::make_unique<VerifyCommand>(parent);
}

}  // namespace kehoach
