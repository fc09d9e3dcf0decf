// The terminal, and what can go wrong with it. Private to cli/.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "report/report.h"

namespace kehoach {

// How the program ends.
enum ExitStatus {
  kOk = 0,
  kNothingFound = 1,    // search, show; eval: not good enough
  kCouldNotRun = 2,     // wrong arguments or rules, no database, disk full
  kDocumentFailed = 3,  // all was done, but some document could not be read
  kInterrupted = 130,
};

class Console {
 public:
  Console();

  // Writes to standard output at once. False when nobody reads any more
  // (`| head -1`), so that there is no use in going on.
  bool print(std::string_view text);
  // Writes a line to standard error, and what is indented below it. File names
  // in it can neither begin a line nor move the cursor.
  void complain(std::string_view message);
  // Complains and gives the status of a program that could not run.
  int refuse(std::string_view message);
  // `status`, unless the output could not be written (a full disk).
  int finish(int status);

  [[nodiscard]] const Style& style() const { return style_; }
  [[nodiscard]] bool out_is_terminal() const { return out_is_terminal_; }
  [[nodiscard]] bool err_is_terminal() const { return err_is_terminal_; }

 private:
  Style style_;
  bool out_is_terminal_ = false;
  bool err_is_terminal_ = false;
  int write_error_ = 0;
};

// One line on standard error that says how far the work is; nothing where that
// is no terminal.
class ProgressLine {
 public:
  ProgressLine(const Console& console, bool wanted)
      : shown_(wanted && console.err_is_terminal()),
        width_(console.style().width) {}
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { clear(); }

  // `numbers` stand in front of `what`, which is shortened where it must be.
  void show(std::uint64_t done, std::uint64_t all, std::string_view what,
            std::string_view numbers = {});
  void clear();

 private:
  bool shown_;
  std::size_t width_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point next_;
};

// While it lives, Ctrl-C and SIGTERM ask to stop; a second one ends the
// program.
class StopOnSignal {
 public:
  StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  ~StopOnSignal();
  [[nodiscard]] const std::atomic<bool>& asked() const;
};

}  // namespace kehoach
