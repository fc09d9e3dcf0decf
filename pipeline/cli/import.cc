#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "link/link.h"

namespace kehoach {
namespace {

class ImportCommand final : public Command {
 public:
  explicit ImportCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "import",
            "Read plans into a database; what is there is not read "
            "again")) {
    app()
        .add_option("paths", paths_, "Files, and folders with all below them")
        ->required()
        ->type_name("PATH");
    add_database(app(), database_);
    add_rules(app(), rules_);
    add_ocr(app(), ocr_, no_mend_);
    app().add_flag("--reread", reread_, "Also read again what is unchanged");
    app().add_flag("-q,--quiet", quiet_,
                   "Say only what could not be read, and show no progress");
    add_format(app(), format_, {"text", "jsonl"});
    app().footer(
        "Every path gets one status: loaded, unchanged, duplicate,\n"
        "unsupported or failed. So does each member of archives and mails:\n"
        "plans.zip!2024/plan.pdf. Ctrl-C finishes the document at hand.\n"
        "DOC, RTF and ODT need LibreOffice (libreoffice-writer-nogui).\n" +
        std::string(kOcrHelp) +
        "Exit status: 0; 3 if some document failed; 2 if the database could\n"
        "not be written; 130 if interrupted.\n\n"
        "Examples:\n"
        "  kehoach import corpus/ -d out/plans.db\n"
        "  kehoach import a.pdf b.md -d plans.db --format jsonl");
  }

  int run(Console& console) override;

 private:
  void report(Console& console, const Source& source) const;
  [[nodiscard]] ImportOptions options(const Rulebook& rules, Console& console,
                                      ProgressLine& progress,
                                      const StopOnSignal& stop) const;
  int finish(Console& console, const ImportSummary& summary,
             double seconds) const;

  std::vector<std::string> paths_;
  std::string database_, rules_, format_, ocr_;
  bool no_mend_ = false;
  OcrPool engines_;
  bool reread_ = false, quiet_ = false;
};

void ImportCommand::report(Console& console, const Source& source) const {
  const bool problem = source.status == SourceStatus::failed ||
                       source.status == SourceStatus::unsupported;
  if (quiet_ && !problem) return;
  // The import goes on when nobody reads what it says.
  (void)console.print(format_ == "jsonl"
                          ? source_json(source) + "\n"
                          : source_line(source, console.style()));
}

ImportOptions ImportCommand::options(const Rulebook& rules, Console& console,
                                     ProgressLine& progress,
                                     const StopOnSignal& stop) const {
  ImportOptions options;
  options.reader = {KEHOACH_VERSION, rules.hash()};
  options.reread = reread_;
  options.database = database_;
  options.stop = &stop.asked();
  options.on_progress = [&progress](std::uint64_t done, std::uint64_t found,
                                    std::string_view path) {
    progress.show(done, found, path);
  };
  options.link = [&rules](Store& store) -> Result<void> {
    const auto linked = link_archive(store, rules);
    if (!linked) return Failure(linked.error());
    return {};
  };
  options.on_source = [this, &console, &progress](const Source& source) {
    if (console.out_is_terminal()) progress.clear();
    report(console, source);
  };
  return options;
}

int ImportCommand::finish(Console& console, const ImportSummary& summary,
                          double seconds) const {
  const std::string text =
      import_text(summary.counts, database_, seconds, console.style());
  if (!quiet_ && format_ == "text") (void)console.print(text);
  if (summary.interrupted) {
    console.complain("interrupted: " + std::to_string(summary.left) +
                     " paths were left; run the same command to go on");
    return kInterrupted;
  }
  return summary.counts[SourceStatus::failed] > 0 ? kDocumentFailed : kOk;
}

int ImportCommand::run(Console& console) {
  const auto begin = std::chrono::steady_clock::now();
  const auto rules = rules_from(rules_);
  if (!rules) return console.refuse(rules.error().message);
  auto database = database_or_default(database_);
  if (!database) return console.refuse(database.error().message);
  database_ = std::move(*database);
  const auto store = open_store(database_, Access::write);
  if (!store) return console.refuse(store.error().message);
  const StopOnSignal stop;
  const auto office = make_office_converter(office_options());
  const auto summary = [&] {
    ProgressLine progress(console, !quiet_);
    return import_files(
        paths_, **store,
        plan_reader(*rules, read_options(ocr_, no_mend_, engines_), *office),
        options(*rules, console, progress, stop));
  }();
  if (!summary) return console.refuse(summary.error().message);
  const std::chrono::duration<double> took =
      std::chrono::steady_clock::now() - begin;
  return finish(console, *summary, took.count());
}

}  // namespace

std::unique_ptr<Command> make_import(CLI::App& parent) {
  return std::make_unique<ImportCommand>(parent);
}

}  // namespace kehoach
