#include <CLI/CLI.hpp>
#include <cmath>

#include "cli/commands.h"
#include "cli/import_arguments.h"
#include "cli/import_run.h"

namespace kehoach {
namespace {

class WatchCommand final : public Command {
 public:
  explicit WatchCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "watch", "Import what is in folders, and then what arrives")) {
    add_watch_arguments(app(), asked_);
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] WatchOptions listen(Console& console);

  ImportArguments asked_;
  ImportRun run_{asked_};
  OcrPool engines_;
};

WatchOptions WatchCommand::listen(Console& console) {
  WatchOptions how;
  how.quiet = std::chrono::milliseconds(std::lround(asked_.quiet_time * 1000));
  how.on_watching = [this, &console](std::uint64_t folders) {
    run_.log.watch(folders);
    if (asked_.quiet || !console.err_is_terminal()) return;
    console.complain("watching " + std::to_string(folders) +
                     (folders == 1 ? " folder" : " folders") +
                     "; Ctrl-C ends it");
  };
  how.on_batch = [this](const ImportSummary& batch) {
    run_.end_progress();
    run_.log.batch(batch);
    run_.flush();
  };
  how.on_trouble = [this, &console](const std::string& message) {
    run_.clear_progress();
    run_.log.error(message);
    console.complain(message);
  };
  how.on_relief = [this, &console](const std::string& message) {
    run_.clear_progress();
    run_.log.relief(message);
    console.complain(message);
  };
  return how;
}

int WatchCommand::run(Console& console) {
  const auto begin = std::chrono::steady_clock::now();
  const auto rules = rules_from(asked_.rules);
  if (!rules) return run_.refuse(console, rules.error());
  if (auto ready = run_.prepare(*rules); !ready)
    return run_.refuse(console, ready.error());
  if (auto given = paths_given(asked_); !given)
    return run_.refuse(console, given.error());
  if (auto spared = run_.spare(asked_.paths); !spared)
    return run_.refuse(console, spared.error());
  const auto workers =
      workers_for(asked_.workers, *rules, asked_.ocr, asked_.no_mend);
  if (!workers) return run_.refuse(console, workers.error());
  run_.options.workers = workers->get();
  if (auto opened = run_.open_outputs(); !opened)
    return run_.refuse(console, opened.error());
  run_.log.begin(run_.options.reader, run_.options.database);
  const StopOnSignal stop;
  run_.options.stop = &stop.asked();
  run_.follow(console, *rules);
  const auto office = make_office_converter(office_options());
  ReadOptions how = read_options(asked_.ocr, asked_.no_mend, engines_);
  how.keep = true;
  const auto summary =
      watch_folders(asked_.paths, plan_reader(*rules, how, *office),
                    run_.options, listen(console));
  if (!summary) return run_.refuse(console, summary.error());
  const std::chrono::duration<double> took =
      std::chrono::steady_clock::now() - begin;
  if (auto done = run_.finish(console, *summary, took.count()); !done)
    return run_.refuse(console, done.error());
  if (summary->left > 0) {
    console.complain("ended: " + std::to_string(summary->left) +
                     " paths were left; run the same command to go on");
  }
  return kOk;
}

}  // namespace

std::unique_ptr<Command> make_watch(CLI::App& parent) {
  return std::make_unique<WatchCommand>(parent);
}

}  // namespace kehoach
