#include "cli/import_log.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

#include "report/report.h"

namespace kehoach {

Result<void> ImportLog::open(const std::string& file) {
  try {
    // No registry of loggers, which would be a global.
    log_ = std::make_shared<spdlog::logger>(
        "import", std::make_shared<spdlog::sinks::basic_file_sink_st>(file));
  } catch (const spdlog::spdlog_ex&) {
    return Failure(
        Error{Error::Kind::io,
              file + ": cannot be written; check that its folder exists "
                     "and may be written"});
  }
  log_->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                    spdlog::pattern_time_type::utc);
  log_->flush_on(spdlog::level::info);
  // Said once, at the end, in our words.
  log_->set_error_handler([this](const std::string&) { is_whole_ = false; });
  return {};
}

void ImportLog::begin(const ReaderVersion& reader,
                      const std::string& database) {
  if (log_) log_->info(begin_event(reader, database));
}

void ImportLog::watch(std::uint64_t folders) {
  if (log_) log_->info(watch_event(folders));
}

void ImportLog::death(const WorkerDeath& death) {
  if (log_) log_->warn(death_event(death.document, death.worker, death.again));
}

void ImportLog::batch(const ImportSummary& summary) {
  if (log_) log_->info(batch_event(summary.counts, summary.left));
}

void ImportLog::path(const Source& source) {
  if (!log_) return;
  const bool fine =
      source.status != SourceStatus::unsupported && !is_failure(source.status);
  log_->log(fine ? spdlog::level::info : spdlog::level::warn,
            path_event(source));
}

void ImportLog::end(const ImportSummary& summary, double seconds) {
  if (!log_) return;
  log_->log(
      summary.interrupted ? spdlog::level::warn : spdlog::level::info,
      end_event(summary.counts, summary.left, summary.interrupted, seconds));
}

void ImportLog::error(const std::string& message) {
  if (log_) log_->error(error_event(message));
}

void ImportLog::relief(const std::string& message) {
  if (log_) log_->info(relief_event(message));
}

}  // namespace kehoach
