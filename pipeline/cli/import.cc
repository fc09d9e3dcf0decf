#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <thread>

#include "cli/commands.h"
#include "cli/import_arguments.h"
#include "cli/import_run.h"
#include "text/text.h"

namespace kehoach {
namespace {

// From the root on, without a slash at its end.
std::string whole_path(const std::string& path) {
  std::error_code error;
  std::string whole =
      std::filesystem::absolute(path, error).lexically_normal().string();
  if (ends_with(whole, "/")) whole.pop_back();
  return whole;
}

// Of `paths`, those that are, or stand below, one of `tops`, however they are
// spelt; all where there is no top.
std::vector<std::string> below(std::vector<std::string> paths,
                               std::vector<std::string> tops) {
  if (tops.empty()) return paths;
  for (std::string& top : tops) top = whole_path(top);
  const auto is_below = [&](const std::string& path) {
    const std::string whole = whole_path(path);
    return std::any_of(tops.begin(), tops.end(), [&](const std::string& top) {
      return whole == top || starts_with(whole, top + "/");
    });
  };
  paths.erase(std::remove_if(paths.begin(), paths.end(),
                             [&](const auto& path) { return !is_below(path); }),
              paths.end());
  return paths;
}

class ImportCommand final : public Command {
 public:
  explicit ImportCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "import",
            "Read plans into a database; what is there is not read again")) {
    add_import_arguments(app(), asked_);
  }

  int run(Console& console) override;

 private:
  [[nodiscard]] Result<void> choose_paths();
  int foretell(Console& console);
  [[nodiscard]] Result<ImportSummary> import(const Rulebook& rules);
  int finish(Console& console, const ImportSummary& summary, double seconds);

  // Whether the patterns of --include were asked about all files.
  [[nodiscard]] bool sees_all() const {
    return asked_.limit == 0 && asked_.retry.empty();
  }

  ImportArguments asked_;
  ImportRun run_{asked_};
  std::vector<std::string> paths_;
  OcrPool engines_;
};

Result<void> ImportCommand::choose_paths() {
  const auto retry = retry_of(asked_);
  if (!retry) return {};
  // One that is not there is not made, but one of an older version is brought
  // up to date.
  std::error_code ignored;
  const std::string& database = run_.options.database;
  const bool may_write =
      !asked_.dry_run && std::filesystem::exists(database, ignored);
  const auto store =
      open_store(database, may_write ? Access::write : Access::read);
  if (!store) return Failure(store.error());
  auto known = paths_to_retry(**store, *retry, run_.options.reader);
  if (!known) return Failure(known.error());
  paths_ = below(std::move(*known), paths_);
  return {};
}

int ImportCommand::foretell(Console& console) {
  // What is not there yet holds nothing: as an empty one in memory.
  std::error_code ignored;
  const bool there = std::filesystem::exists(run_.options.database, ignored);
  const auto store = there ? open_store(run_.options.database, Access::read)
                           : open_store(":memory:", Access::write);
  if (!store) return console.refuse(store.error().message);
  bool failed = false;
  const auto seen = foresee(
      paths_, **store, run_.options,
      [&](const Source& source, Forecast forecast) {
        run_.see(source);
        failed = failed || is_failure(source.status);
        (void)console.print(
            asked_.format == "jsonl"
                ? forecast_json(source, name_of(forecast)) + "\n"
                : forecast_line(source, name_of(forecast), console.style()));
      });
  if (!seen) return console.refuse(seen.error().message);
  if (sees_all()) run_.tell_unused(console);
  return failed ? kDocumentFailed : kOk;
}

int ImportCommand::finish(Console& console, const ImportSummary& summary,
                          double seconds) {
  if (auto done = run_.finish(console, summary, seconds); !done)
    return run_.refuse(console, done.error());
  if (summary.interrupted) {
    console.complain("interrupted: " + std::to_string(summary.left) +
                     " paths were left; run the same command to go on");
    return kInterrupted;
  }
  if (sees_all()) run_.tell_unused(console);
  return summary.counts.failures() > 0 ? kDocumentFailed : kOk;
}

Result<ImportSummary> ImportCommand::import(const Rulebook& rules) {
  const auto store = open_store(run_.options.database, Access::write);
  if (!store) return Failure(store.error());
  run_.log.begin(run_.options.reader, run_.options.database);
  const StopOnSignal stop;
  run_.options.stop = &stop.asked();
  const auto office = make_office_converter(office_options());
  ReadOptions how = read_options(asked_.ocr, asked_.no_mend, engines_);
  how.keep = true;
  return import_files(paths_, **store, plan_reader(rules, how, *office),
                      run_.options);
}

int ImportCommand::run(Console& console) {
  const auto begin = std::chrono::steady_clock::now();
  const auto rules = rules_from(asked_.rules);
  if (!rules) return run_.refuse(console, rules.error());
  auto given = paths_given(asked_);
  if (!given) return run_.refuse(console, given.error());
  paths_ = std::move(*given);
  if (auto ready = run_.prepare(*rules); !ready)
    return run_.refuse(console, ready.error());
  if (auto chosen = choose_paths(); !chosen)
    return run_.refuse(console, chosen.error());
  if (asked_.dry_run) return foretell(console);
  if (auto spared = run_.spare(paths_); !spared)
    return run_.refuse(console, spared.error());
  // Where there are fewer files than cores, their pages are read side by side.
  WorkerChoice choice = asked_.workers;
  if (choice.jobs == 0 && asked_.retry.empty())
    choice.jobs =
        count_plain_files(paths_, std::thread::hardware_concurrency());
  // Before the database and the log are opened: workers must not have them.
  const auto workers = workers_for(choice, *rules, asked_.ocr, asked_.no_mend);
  if (!workers) return run_.refuse(console, workers.error());
  run_.options.workers = workers->get();
  if (auto opened = run_.open_outputs(); !opened)
    return run_.refuse(console, opened.error());
  run_.follow(console, *rules);
  const auto summary = import(*rules);
  if (!summary) return run_.refuse(console, summary.error());
  const std::chrono::duration<double> took =
      std::chrono::steady_clock::now() - begin;
  return finish(console, *summary, took.count());
}

}  // namespace

std::unique_ptr<Command> make_import(CLI::App& parent) {
  return std::make_unique<ImportCommand>(parent);
}

}  // namespace kehoach
