#include "cli/import_arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "text/text.h"

namespace kehoach {
namespace {

const std::string& help() {
  static const std::string text =
      "Every path gets one status: loaded, unchanged, duplicate,\n"
      "unsupported, failed, crashed, timeout or out-of-memory. So does each\n"
      "member of archives and mails: plans.zip!2024/plan.pdf. Documents are\n"
      "read by processes of their own; one that was twice the end of its\n"
      "process is not tried again unless --retry or --reread asks for it.\n"
      "Ctrl-C finishes the documents at hand; the same command goes on.\n"
      "DOC, RTF and ODT need LibreOffice (libreoffice-writer-nogui).\n" +
      std::string(kOcrHelp) + reading_limits() +
      "Neither --report nor --log-file may be a file that is imported.\n"
      "Exit status: 0; 3 if some document failed; 2 if the database could\n"
      "not be written; 130 if interrupted.\n\n"
      "Examples:\n"
      "  kehoach import corpus/ -d out/plans.db\n"
      "  kehoach import a.pdf b.md -d plans.db --format jsonl\n"
      "  kehoach import /archive --include '*.pdf' --since 2025-07-01\n"
      "  kehoach import /archive --dry-run\n"
      "  kehoach import --retry failed --time-limit 7200\n"
      "  find /archive -name '*.pdf' -print0 | kehoach import --files0-from -";
  return text;
}

const std::string& watch_help() {
  static const std::string text =
      "First what is in the folders is imported, as 'kehoach import' does it;\n"
      "then files as they are closed after writing, moved in or linked, and\n"
      "new folders. One that is written again is imported again; one that is\n"
      "still being written waits. Names that begin with a dot or ~$, or end\n"
      "in ~, .part, .partial, .filepart, .crdownload, .tmp or .temp are left\n"
      "until they are renamed. What is removed stays in the database:\n"
      "'kehoach verify' lists it. A folder that is gone is reported and\n"
      "waited for; so are a full disk and a database that another program\n"
      "holds.\n"
      "The database is open only while something is imported. On folders of\n"
      "a network only what this machine writes is seen.\n"
      "Ctrl-C and SIGTERM end it after the documents at hand; what is left\n"
      "then is imported when it is started again.\n"
      "Exit status: 0 when it was ended so, whatever became of documents; 2\n"
      "if it could not start or go on.\n\n"
      "Examples:\n"
      "  kehoach watch /srv/incoming -d out/plans.db\n"
      "  kehoach watch scans mail --include '*.pdf' --include '*.eml'\n"
      "  kehoach watch /srv/incoming --quiet --log-file watch.log";
  return text;
}

// A `[` of a pattern that no `]` follows is a letter to shells, and a slip.
CLI::Validator is_pattern() {
  return CLI::Validator(
      [](const std::string& given) -> std::string {
        for (std::size_t at = 0; at < given.size(); ++at) {
          if (given[at] == '\\') ++at;
          if (at >= given.size() || given[at] != '[') continue;
          std::size_t first = at + 1;  // which may be a `]` itself
          if (first < given.size() &&
              (given[first] == '!' || given[first] == '^'))
            ++first;
          at = given.find(']', first + 1);
          if (at == std::string::npos)
            return "'" + given + "' opens a [ and does not close it";
        }
        return "";
      },
      "");
}

void add_choosing(CLI::App& app, ImportArguments& a) {
  app.add_option("--include", a.include,
                 "In folders, only files whose name fits; may be repeated")
      ->check(is_pattern())
      ->type_name("PATTERN")
      ->allow_extra_args(false);
  app.add_option("--exclude", a.exclude,
                 "In folders, no files whose name fits; may be repeated")
      ->check(is_pattern())
      ->type_name("PATTERN")
      ->allow_extra_args(false);
  app.add_option("--since", a.since,
                 "In folders, only files written since then: 2025-07-01, or "
                 "2025-07-01T13:30")
      ->type_name("TIME");
}

void add_more_choosing(CLI::App& app, ImportArguments& a) {
  app.add_option("paths", a.paths, "Files, and folders with all below them")
      ->type_name("PATH");
  app.add_option("--files0-from", a.files0_from,
                 "A file with more paths, each ended by a zero byte; - is "
                 "standard input")
      ->type_name("FILE");
  app.add_option("--limit", a.limit, "The first files only")
      ->check(positive())
      ->type_name("N");
  add_choice(app, "--retry", a.retry, {"failed", "stale", "all"},
             "Import again what the database knows (below the paths, if "
             "any): what could not be read, what an older program or other "
             "rules have read (pages that were recognised are not recognised "
             "again), or all, from the beginning");
}

void add_reading(CLI::App& app, ImportArguments& a) {
  add_database(app, a.database);
  add_rules(app, a.rules);
  add_ocr(app, a.ocr, a.no_mend);
  add_workers(app, a.workers);
}

void add_telling(CLI::App& app, ImportArguments& a) {
  CLI::Option* const quiet =
      app.add_flag("-q,--quiet", a.quiet,
                   "Say only what could not be read, and show no progress");
  app.add_flag("-v,--verbose", a.verbose,
               "Say how far each document came and how long it took")
      ->excludes(quiet);
  a.progress = "auto";
  add_choice(app, "--progress", a.progress, {"auto", "json", "none"},
             "auto, if not given: a line where standard error is a terminal");
  app.add_option("--report", a.report,
                 "A file for the account of the run: a line of JSON for each "
                 "path, and one for all")
      ->type_name("FILE");
  app.add_option("--log-file", a.log,
                 "A file that events of the import are added to while it runs, "
                 "each a line of JSON with its time")
      ->type_name("FILE");
  add_format(app, a.format, {"text", "jsonl"});
}

}  // namespace

void add_import_arguments(CLI::App& app, ImportArguments& a) {
  add_more_choosing(app, a);
  add_choosing(app, a);
  add_reading(app, a);
  app.add_flag("--reread", a.reread, "Also read again what is unchanged");
  app.add_flag("-n,--dry-run", a.dry_run,
               "Say what would be done with each file, and do nothing");
  add_telling(app, a);
  app.footer(help());
}

void add_watch_arguments(CLI::App& app, ImportArguments& a) {
  app.add_option("folders", a.paths, "Folders, with all below them")
      ->required()
      ->type_name("DIR");
  add_choosing(app, a);
  add_reading(app, a);
  app.add_option("--quiet-time", a.quiet_time,
                 "What arrives is imported when nothing more has come for so "
                 "long, or ten times so long after the first of it; 1 if not "
                 "given")
      ->check(any_number(0.01, 3600))
      ->type_name("SECONDS");
  add_telling(app, a);
  app.footer(watch_help());
}

Result<std::vector<std::string>> paths_given(const ImportArguments& a) {
  std::vector<std::string> paths = a.paths;
  if (std::find(paths.begin(), paths.end(), "") != paths.end()) {
    return Failure(
        Error{Error::Kind::invalid, "a path is empty; give files or folders"});
  }
  if (!a.files0_from.empty()) {
    std::ifstream file;
    if (a.files0_from != "-") file.open(a.files0_from, std::ios::binary);
    std::istream& in = a.files0_from == "-" ? std::cin : file;
    if (!in) {
      return Failure(Error{Error::Kind::io,
                           a.files0_from + ": cannot be read; check the path"});
    }
    for (std::string path; std::getline(in, path, '\0');) {
      if (!path.empty()) paths.push_back(path);
    }
    // A folder can be opened, but not read.
    if (in.bad()) {
      return Failure(Error{Error::Kind::io, a.files0_from +
                                                ": cannot be read; is it a "
                                                "folder?"});
    }
  } else if (paths.empty() && a.retry.empty()) {
    return Failure(Error{Error::Kind::invalid,
                         "paths are required; which files or folders? "
                         "Try 'kehoach import --help'."});
  }
  return paths;
}

Result<Selection> selection_of(const ImportArguments& a) {
  Selection selection{a.include, a.exclude, {}, {}};
  if (a.limit > 0) selection.limit = a.limit;
  if (a.since.empty()) return selection;
  for (const char* form : {"%Y-%m-%d", "%Y-%m-%dT%H:%M"}) {
    selection.since = local_time(a.since, form);
    if (selection.since) return selection;
  }
  return Failure(
      Error{Error::Kind::invalid, "--since " + a.since +
                                      ": no such time; write 2025-07-01 or "
                                      "2025-07-01T13:30"});
}

std::optional<Retry> retry_of(const ImportArguments& a) {
  if (a.retry.empty()) return std::nullopt;
  if (a.retry == "failed") return Retry::failed;
  return a.retry == "stale" ? Retry::stale : Retry::all;
}

}  // namespace kehoach
