#include "cli/import_progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include "report/report.h"

namespace kehoach {
namespace {

// A document that takes longer is named instead of the one that comes next.
constexpr std::chrono::seconds kSlow{2};

std::string span_of(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  if (seconds < 90 * 60) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

}  // namespace

std::string progress_numbers(const Progress& progress, double seconds) {
  std::string numbers;
  const auto done = static_cast<double>(progress.done);
  if (seconds >= 1 && progress.done > 0) {
    const double rate = done / seconds;
    numbers += rate < 10 ? fmt::format("{:.1f}/s", rate)
                         : fmt::format("{:.0f}/s", rate);
    const auto left = static_cast<double>(progress.found - progress.done);
    numbers += fmt::format(", {} left", span_of(left / rate));
  }
  if (progress.failed > 0) {
    numbers += fmt::format("{}{} failed", numbers.empty() ? "" : ", ",
                           progress.failed);
  }
  return numbers.empty() ? numbers : numbers + " ";
}

ImportProgress::ImportProgress(Console& console, const std::string& kind)
    : json_(kind == "json"), line_(console, kind == "auto") {}

ImportProgress::~ImportProgress() {
  if (json_) print_json();
}

double ImportProgress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - began_).count();
}

void ImportProgress::print_json() const {
  const std::string line =
      progress_json({last_.done, last_.found, last_.failed, path_,
                     last_.slowest,
                     std::chrono::duration<double>(last_.slowest_time).count(),
                     seconds()}) +
      "\n";
  (void)!write(STDERR_FILENO, line.data(), line.size());
}

void ImportProgress::show(const Progress& progress) {
  last_ = progress;
  if (!progress.path.empty()) path_ = progress.path;
  last_.path = {};
  if (json_) {
    if (Clock::now() < next_) return;
    next_ = Clock::now() + std::chrono::seconds(1);
    return print_json();
  }
  if (progress.slowest_time < kSlow) {
    line_.show(progress.done, progress.found, path_,
               progress_numbers(progress, seconds()));
    return;
  }
  const double slow =
      std::chrono::duration<double>(progress.slowest_time).count();
  line_.show(progress.done, progress.found, progress.slowest,
             progress_numbers(progress, seconds()) +
                 fmt::format("({}) ", span_of(slow)));
}

}  // namespace kehoach
