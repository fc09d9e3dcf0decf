#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>
#include <thread>

#include "cli/commands.h"
#include "pipeline.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr const char* kDefaultDatabase = "out/plans.db";

template <typename Number>
CLI::Validator number_between(Number least, Number most, const char* kind) {
  return CLI::Validator(
      [=](const std::string& given) -> std::string {
        Number number = 0;
        const char* const end = given.data() + given.size();
        const auto read = std::from_chars(given.data(), end, number);
        if (read.ec == std::errc() && read.ptr == end && number >= least &&
            number <= most)
          return {};
        return fmt::format("'{}' is no {} from {} to {}", given, kind, least,
                           most);
      },
      "");
}

}  // namespace

void add_database(CLI::App& app, std::string& database) {
  app.add_option("-d,--database", database,
                 "The database; without it $KEHOACH_DB, else out/plans.db if "
                 "that is there")
      ->envname("KEHOACH_DB")
      ->type_name("FILE");
}

std::string reading_limits() {
  constexpr std::uint64_t kMillion = 1'000'000;
  const ReadLimits& most = kReadLimits;
  const ContainerLimits members;
  return fmt::format(
      "Limits: files of {} MB; {} pages of a PDF and {} letters on\n"
      "each; pictures of {} million pixels, {} pages recognised, {} seconds\n"
      "each; {} MB of XML in a Word document; {} tags of a web page;\n"
      "containers {} deep, with {} files, {} MB a file and {} times\n"
      "their size. What is beyond is refused, or left out with a diagnostic.\n",
      kMaxFileBytes >> 20U, most.pdf_pages, most.page_letters,
      most.pixels / kMillion, most.ocr_pages, most.ocr_seconds,
      most.docx_bytes >> 20U, most.html_tags, members.depth, members.members,
      members.member_bytes >> 20U, members.ratio);
}

Result<std::string> database_or_default(const std::string& database) {
  if (!database.empty()) return database;
  std::error_code ignored;
  if (std::filesystem::exists(kDefaultDatabase, ignored))
    return std::string(kDefaultDatabase);
  return Failure(Error{Error::Kind::invalid,
                       "which database? There is no out/plans.db here; give "
                       "one with -d FILE or KEHOACH_DB"});
}

Result<std::unique_ptr<Store>> open_to_read(const std::string& database) {
  const auto path = database_or_default(database);
  if (!path) return Failure(path.error());
  return open_store(*path, Access::read);
}

// A code names several plans where several bodies number alike: then an answer
// about the wrong one would look like a right one, so the caller must choose.
Result<std::optional<DocumentSummary>> one_plan(Store& store,
                                                const std::string& code_or_id) {
  const auto found = store.find_documents(code_or_id);
  if (!found) return Failure(found.error());
  if (found->empty()) return std::optional<DocumentSummary>();
  std::string others;
  for (const DocumentSummary& document : *found) {
    if (document.plan_key.empty() ||
        document.plan_key != found->front().plan_key)
      others += "  " + document_line(document);
  }
  if (found->size() == 1 || others.empty())
    return std::optional<DocumentSummary>(found->front());
  return Failure(
      Error{Error::Kind::invalid,
            code_or_id + " may be several plans; give one of them by #id:\n  " +
                document_line(found->front()) + others});
}

void add_rules(CLI::App& app, std::string& folder) {
  app.add_option("--rules", folder,
                 "A folder of rules to use instead of those that ship")
      ->type_name("DIR");
}

Result<Rulebook> rules_from(const std::string& folder) {
  return folder.empty() ? default_rulebook() : load_rulebook(folder);
}

OfficeOptions office_options() {
  OfficeOptions options;
  std::error_code ignored;
  options.helper = std::filesystem::read_symlink("/proc/self/exe", ignored)
                       .replace_filename("kehoach-office");
  const char* libraries = std::getenv("KEHOACH_LIBREOFFICE");
  if (libraries != nullptr) options.libraries = libraries;
  return options;
}

PlanReader plan_reader(const Rulebook& rules, const ReadOptions& how,
                       OfficeConverter& office) {
  return with_office(
      [&rules, how](const ToRead& document) {
        return read_keeping(document, rules, how);
      },
      office);
}

void add_ocr(CLI::App& app, std::string& ocr, bool& no_mend) {
  ocr = "auto";
  add_choice(app, "--ocr", ocr, {"auto", "never", "always"},
             "Which pages are recognised in their pictures; auto if not "
             "given: those without good text of their own");
  app.add_flag("--no-mend", no_mend,
               "Leave letters as they were recognised and as fonts name them, "
               "and words together that lost the space between them");
}

OcrMode ocr_mode(const std::string& ocr) {
  return ocr == "never"    ? OcrMode::never
         : ocr == "always" ? OcrMode::always
                           : OcrMode::automatic;
}

ReadOptions read_options(const std::string& ocr, bool no_mend,
                         OcrPool& engines) {
  ReadOptions options;
  options.ocr = ocr_mode(ocr);
  options.engines = &engines;
  options.mend = !no_mend;
  options.threads = std::max(std::thread::hardware_concurrency(), 1U);
  return options;
}

CLI::Validator positive() {
  return CLI::Validator(
      [](const std::string& given) -> std::string {
        const bool digits =
            !given.empty() &&
            given.find_first_not_of("0123456789") == std::string::npos;
        if (digits && given.find_first_not_of('0') != std::string::npos)
          return {};
        return "'" + given + "' is no whole number above 0";
      },
      "");
}

CLI::Validator whole_number(std::uint64_t least, std::uint64_t most) {
  return number_between(least, most, "whole number");
}

CLI::Validator any_number(double least, double most) {
  return number_between(least, most, "number");
}

std::optional<std::chrono::sys_seconds> local_time(const std::string& text,
                                                   const char* form) {
  std::tm time = {};
  time.tm_isdst = -1;
  const char* const end = strptime(text.c_str(), form, &time);
  if (end == nullptr || *end != '\0') return std::nullopt;
  const int day = time.tm_mday;
  const std::chrono::seconds since(mktime(&time));
  if (time.tm_mday != day) return std::nullopt;
  return std::chrono::sys_seconds(since);
}

CLI::Validator not_blank() {
  return CLI::Validator(
      [](const std::string& given) -> std::string {
        return trim(given).empty() ? "there is nothing in it" : "";
      },
      "");
}

void add_choice(CLI::App& app, const std::string& name, std::string& value,
                const std::vector<std::string>& choices,
                const std::string& description) {
  std::string shown;
  for (const std::string& choice : choices)
    shown += (shown.empty() ? "" : "|") + choice;
  app.add_option(name, value, description)
      ->check(CLI::IsMember(choices).description(""))
      ->type_name(shown);
}

void add_format(CLI::App& app, std::string& format,
                const std::vector<std::string>& formats) {
  format = formats.front();
  add_choice(app, "--format", format, formats,
             "How the output is written; " + format + " if not given");
}

}  // namespace kehoach
