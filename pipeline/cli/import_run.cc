#include "cli/import_run.h"

#include "cli/write_file.h"
#include "link/link.h"

namespace kehoach {

Result<void> ImportRun::prepare(const Rulebook& rules) {
  auto selection = selection_of(*asked_);
  if (!selection) return Failure(selection.error());
  auto database = database_or_default(asked_->database);
  if (!database) return Failure(database.error());
  options.selection = std::move(*selection);
  options.database = std::move(*database);
  options.reader = {KEHOACH_VERSION, rules.hash()};
  ReadOptions how;
  how.ocr = ocr_mode(asked_->ocr);
  options.reading = reading_version(how);
  options.reread = asked_->reread || asked_->retry == "all";
  options.retry_deadly = options.reread || asked_->retry == "failed";
  return {};
}

Result<void> ImportRun::spare_from(const std::string& output) const {
  if (output.empty()) return {};
  if (const auto database = database_or_default(asked_->database)) {
    if (auto spared = spare_database(output, *database); !spared) return spared;
  }
  if (auto spared = spare_files(output, {asked_->files0_from}); !spared)
    return spared;
  if (!is_to_be_imported(output, paths_.value_or(asked_->paths),
                         options.selection)) {
    return {};
  }
  return Failure(Error{
      Error::Kind::invalid,
      output + ": is one of the files to be imported; name another file"});
}

Result<void> ImportRun::spare(std::vector<std::string> paths) {
  paths_ = std::move(paths);
  auto spared = spare_from(asked_->report);
  return spared ? spare_from(asked_->log) : spared;
}

Result<void> ImportRun::open_outputs() {
  if (!asked_->report.empty()) report_.open(asked_->report, std::ios::binary);
  if (report_) return open_log();
  return Failure(Error{Error::Kind::io,
                       asked_->report +
                           ": cannot be written; check that its folder exists "
                           "and may be written"});
}

Result<void> ImportRun::open_log() {
  return asked_->log.empty() ? Result<void>() : log.open(asked_->log);
}

void ImportRun::see(const Source& source) {
  // A member is taken for the sake of its container.
  const std::string container =
      source.path.substr(0, source.path.find(kMemberMark));
  for (const std::string& pattern : asked_->include) {
    if (used_.count(pattern) == 0 &&
        (matches(source.path, pattern) || matches(container, pattern)))
      used_.insert(pattern);
  }
}

void ImportRun::tell_unused(Console& console) const {
  for (const std::string& pattern : asked_->include) {
    if (used_.count(pattern) == 0)
      console.complain("--include '" + pattern + "': no file fits it");
  }
}

void ImportRun::tell(Console& console, const Source& source) {
  if (report_.is_open()) report_ << ledger_json(source) << '\n';
  log.path(source);
  see(source);
  if (asked_->quiet && source.status != SourceStatus::unsupported &&
      !is_failure(source.status)) {
    return;
  }
  const bool json = asked_->format == "jsonl";
  // The import goes on when nobody reads what it says.
  if (asked_->verbose) {
    (void)console.print(json ? ledger_json(source) + "\n"
                             : ledger_line(source, console.style()));
  } else {
    (void)console.print(json ? source_json(source) + "\n"
                             : source_line(source, console.style()));
  }
}

void ImportRun::follow(Console& console, const Rulebook& rules) {
  options.on_progress = [this, &console](const Progress& now) {
    if (!progress_)
      progress_.emplace(console, asked_->quiet ? "none" : asked_->progress);
    progress_->show(now);
  };
  options.on_source = [this, &console](const Source& source) {
    if (console.out_is_terminal()) clear_progress();
    tell(console, source);
  };
  options.on_death = [this](const WorkerDeath& death) { log.death(death); };
  options.link = [&rules](Store& store) -> Result<void> {
    const auto linked = link_archive(store, rules);
    if (!linked) return Failure(linked.error());
    return {};
  };
}

void ImportRun::clear_progress() {
  if (progress_) progress_->clear();
}

Result<void> ImportRun::finish(Console& console, const ImportSummary& summary,
                               double seconds) {
  end_progress();
  log.end(summary, seconds);
  const std::string text =
      import_text(summary.counts, options.database, seconds, console.style());
  if (!asked_->quiet && asked_->format == "text") (void)console.print(text);
  if (report_.is_open()) {
    report_ << run_json(summary.counts, summary.bytes, summary.left, seconds)
            << '\n';
    report_.close();
  }
  if (report_ && log.is_whole()) return {};
  return Failure(Error{Error::Kind::io,
                       (report_ ? asked_->log : asked_->report) +
                           ": could not be written whole; check the room on "
                           "the disk (the database has what was imported)"});
}

int ImportRun::refuse(Console& console, const Error& error) {
  end_progress();
  // What goes wrong before the import begins stands in the log as well.
  if (!log.is_open() && !asked_->dry_run && spare_from(asked_->log))
    (void)open_log();
  log.error(error.message);
  return console.refuse(error.message);
}

}  // namespace kehoach
