#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include "cli/commands.h"
#include "cli/import_arguments.h"
#include "cli/import_log.h"
#include "cli/import_progress.h"
#include "link/link.h"
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
  [[nodiscard]] Result<void> prepare(const Rulebook& rules);
  [[nodiscard]] Result<void> choose_paths(Store& store);
  int foretell(Console& console) const;
  void report(Console& console, const Source& source);
  void watch(Console& console, ImportProgress& progress, const Rulebook& rules);
  int finish(Console& console, const ImportSummary& summary, double seconds);

  ImportArguments asked_;
  std::vector<std::string> paths_;
  ImportOptions options_;
  std::ofstream report_;
  ImportLog log_;
  OcrPool engines_;
};

void ImportCommand::report(Console& console, const Source& source) {
  if (report_.is_open()) report_ << ledger_json(source) << '\n';
  log_.path(source);
  if (asked_.quiet && source.status != SourceStatus::unsupported &&
      !is_failure(source.status)) {
    return;
  }
  const bool json = asked_.format == "jsonl";
  // The import goes on when nobody reads what it says.
  if (asked_.verbose) {
    (void)console.print(json ? ledger_json(source) + "\n"
                             : ledger_line(source, console.style()));
  } else {
    (void)console.print(json ? source_json(source) + "\n"
                             : source_line(source, console.style()));
  }
}

void ImportCommand::watch(Console& console, ImportProgress& progress,
                          const Rulebook& rules) {
  options_.on_progress = [&progress](const Progress& now) {
    progress.show(now);
  };
  options_.on_source = [this, &console, &progress](const Source& source) {
    if (console.out_is_terminal()) progress.clear();
    report(console, source);
  };
  options_.link = [&rules](Store& store) -> Result<void> {
    const auto linked = link_archive(store, rules);
    if (!linked) return Failure(linked.error());
    return {};
  };
}

Result<void> ImportCommand::prepare(const Rulebook& rules) {
  auto paths = paths_given(asked_);
  if (!paths) return Failure(paths.error());
  paths_ = std::move(*paths);
  auto selection = selection_of(asked_);
  if (!selection) return Failure(selection.error());
  auto database = database_or_default(asked_.database);
  if (!database) return Failure(database.error());
  options_.selection = std::move(*selection);
  options_.database = std::move(*database);
  options_.reader = {KEHOACH_VERSION, rules.hash()};
  options_.reread = asked_.reread || asked_.retry == "all";
  options_.retry_deadly = options_.reread || asked_.retry == "failed";
  if (asked_.report.empty()) return {};
  report_.open(asked_.report, std::ios::binary);
  if (report_) return {};
  return Failure(Error{Error::Kind::io,
                       asked_.report +
                           ": cannot be written; check that its folder exists "
                           "and may be written"});
}

Result<void> ImportCommand::choose_paths(Store& store) {
  const auto retry = retry_of(asked_);
  if (!retry) return {};
  auto known = paths_to_retry(store, *retry, options_.reader);
  if (!known) return Failure(known.error());
  paths_ = below(std::move(*known), paths_);
  return {};
}

int ImportCommand::foretell(Console& console) const {
  // What is not there yet holds nothing: as an empty one in memory.
  std::error_code ignored;
  const bool there = std::filesystem::exists(options_.database, ignored);
  const auto store = there ? open_store(options_.database, Access::read)
                           : open_store(":memory:", Access::write);
  if (!store) return console.refuse(store.error().message);
  std::vector<std::string> paths = paths_;
  if (const auto retry = retry_of(asked_)) {
    const auto known = paths_to_retry(**store, *retry, options_.reader);
    if (!known) return console.refuse(known.error().message);
    paths = below(*known, paths_);
  }
  const auto seen = foresee(
      paths, **store, options_, [&](const Source& source, Forecast forecast) {
        (void)console.print(
            asked_.format == "jsonl"
                ? forecast_json(source, name_of(forecast)) + "\n"
                : forecast_line(source, name_of(forecast), console.style()));
      });
  return seen ? kOk : console.refuse(seen.error().message);
}

int ImportCommand::finish(Console& console, const ImportSummary& summary,
                          double seconds) {
  const std::string text =
      import_text(summary.counts, options_.database, seconds, console.style());
  if (!asked_.quiet && asked_.format == "text") (void)console.print(text);
  if (report_.is_open()) {
    report_ << run_json(summary.counts, summary.bytes, summary.left, seconds)
            << '\n';
    report_.close();
    if (!report_)
      return console.refuse(asked_.report + ": could not be written whole");
  }
  if (summary.interrupted) {
    console.complain("interrupted: " + std::to_string(summary.left) +
                     " paths were left; run the same command to go on");
    return kInterrupted;
  }
  return summary.counts.failures() > 0 ? kDocumentFailed : kOk;
}

int ImportCommand::run(Console& console) {
  const auto begin = std::chrono::steady_clock::now();
  const auto rules = rules_from(asked_.rules);
  if (!rules) return console.refuse(rules.error().message);
  if (auto ready = prepare(*rules); !ready)
    return console.refuse(ready.error().message);
  if (asked_.dry_run) return foretell(console);
  // Where there are fewer files than cores, their pages are read side by side.
  WorkerChoice choice = asked_.workers;
  if (choice.jobs == 0 && asked_.retry.empty())
    choice.jobs =
        count_plain_files(paths_, std::thread::hardware_concurrency());
  // Before the database and the log are opened: workers must not have them.
  const auto workers = workers_for(choice, *rules, asked_.ocr, asked_.no_mend);
  if (!workers) return console.refuse(workers.error().message);
  options_.workers = workers->get();
  if (!asked_.log.empty()) {
    if (auto opened = log_.open(asked_.log); !opened)
      return console.refuse(opened.error().message);
  }
  const auto store = open_store(options_.database, Access::write);
  if (!store) return console.refuse(store.error().message);
  if (auto chosen = choose_paths(**store); !chosen)
    return console.refuse(chosen.error().message);
  log_.begin(options_.reader, options_.database);
  const StopOnSignal stop;
  options_.stop = &stop.asked();
  const auto office = make_office_converter(office_options());
  const auto summary = [&] {
    ImportProgress progress(console, asked_.quiet ? "none" : asked_.progress);
    watch(console, progress, *rules);
    return import_files(
        paths_, **store,
        plan_reader(*rules, read_options(asked_.ocr, asked_.no_mend, engines_),
                    *office),
        options_);
  }();
  if (!summary) {
    log_.error(summary.error().message);
    return console.refuse(summary.error().message);
  }
  const std::chrono::duration<double> took =
      std::chrono::steady_clock::now() - begin;
  log_.end(*summary, took.count());
  return finish(console, *summary, took.count());
}

}  // namespace

std::unique_ptr<Command> make_import(CLI::App& parent) {
  return std::make_unique<ImportCommand>(parent);
}

}  // namespace kehoach
