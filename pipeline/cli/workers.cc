// The processes that read documents, as the options of a command want them.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "cli/commands.h"
#include "pipeline.h"

namespace kehoach {

void add_workers(CLI::App& app, WorkerChoice& choice) {
  app.add_option("-j,--jobs", choice.jobs,
                 "How many documents are read at a time; one for each core if "
                 "not given")
      ->check(whole_number(1, 512))
      ->type_name("N");
  choice.isolation = "process";
  add_choice(app, "--isolation", choice.isolation, {"process", "thread"},
             "Where documents are read: in processes of their own; or, for "
             "debuggers, in the program, one by one, without limits, and with "
             "what libraries say on standard error");
  app.add_option("--time-limit", choice.seconds,
                 "How long one document may take; 3600 if not given")
      ->check(any_number(0.01, 1e7))
      ->type_name("SECONDS");
  app.add_option("--memory-limit", choice.megabytes,
                 "How much memory one worker may have; 4096 if not given")
      ->check(whole_number(64, std::uint64_t{1} << 30U))
      ->type_name("MB");
}

Result<std::unique_ptr<Workers>> workers_for(const WorkerChoice& choice,
                                             const Rulebook& rules,
                                             const std::string& ocr,
                                             bool no_mend) {
  if (choice.isolation == "thread") return std::unique_ptr<Workers>();
  const unsigned cores = std::max(std::thread::hardware_concurrency(), 1U);
  WorkerOptions options;
  options.jobs = choice.jobs == 0 ? cores : choice.jobs;
  options.threads = std::max(cores / options.jobs, 1U);
  options.document_limit = std::chrono::milliseconds(
      static_cast<std::int64_t>(choice.seconds * 1000));
  options.memory = choice.megabytes << 20U;
  // One pool for each process that is forked from here.
  const auto engines = std::make_shared<OcrPool>();
  const auto make_reader = [&rules, ocr, no_mend, engines,
                            threads = options.threads](StepWatch watch) {
    ReadOptions how = read_options(ocr, no_mend, *engines);
    how.keep = true;
    how.threads = threads;
    how.on_step = std::move(watch);
    return [&rules, how, engines](const ToRead& document) {
      return read_keeping(document, rules, how);
    };
  };
  return start_workers(
      make_reader, [] { return make_office_converter(office_options()); },
      options);
}

}  // namespace kehoach
