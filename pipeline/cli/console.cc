#include "cli/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace kehoach {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 120;        // longer lines are hard to read
constexpr std::string_view kMore = "\n  ";  // begins a further line
constexpr auto kRefresh = std::chrono::milliseconds(100);

// A signal handler can reach nothing but a global.
std::atomic<bool> stop_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void ask_to_stop(int signal) {
  stop_asked = true;
  std::signal(signal, SIG_DFL);
}

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

std::size_t terminal_width() {
  std::size_t width = 80;
  winsize size{};
  const std::string_view columns = environment("COLUMNS");
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    width = size.ws_col;
  } else {
    std::from_chars(columns.data(), columns.data() + columns.size(), width);
  }
  return std::clamp(width, kNarrowest, kWidest);
}

// 0, or the reason why not all could be written.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = write(descriptor, text.data(), text.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(done));
  }
  return 0;
}

// The end of `text` in at most `width` letters: of a path, the end says most.
std::string keep_end(std::string_view text, std::size_t width) {
  std::size_t letters = 0;
  std::size_t begin = text.size();
  while (begin > 0) {
    const std::size_t size = decode_before(text, begin).size;
    if (++letters > width) return fmt::format("…{}", text.substr(begin + 1));
    begin -= size;
  }
  return std::string(text);
}

}  // namespace

Console::Console()
    : out_is_terminal_(isatty(STDOUT_FILENO) == 1),
      err_is_terminal_(isatty(STDERR_FILENO) == 1) {
  style_.width = terminal_width();
  style_.colour = out_is_terminal_ && environment("NO_COLOR").empty() &&
                  environment("TERM") != "dumb";
}

bool Console::print(std::string_view text) {
  if (write_error_ == 0) write_error_ = write_all(STDOUT_FILENO, text);
  return write_error_ == 0;
}

void Console::complain(std::string_view message) {
  while (ends_with(message, "\n")) message.remove_suffix(1);
  std::string lines = "kehoach: ";
  for (std::size_t end = message.find(kMore); end != std::string_view::npos;
       end = message.find(kMore)) {
    lines.append(printable(message.substr(0, end))).append(kMore);
    message.remove_prefix(end + kMore.size());
  }
  write_all(STDERR_FILENO, lines + printable(message) + "\n");
}

int Console::refuse(std::string_view message) {
  complain(message);
  return kCouldNotRun;
}

int Console::finish(int status) {
  if (write_error_ == 0 || write_error_ == EPIPE) return status;
  return refuse(fmt::format("the output could not be written: {}",
                            std::strerror(write_error_)));
}

void ProgressLine::show(std::uint64_t done, std::uint64_t all,
                        std::string_view what, std::string_view numbers) {
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now < next_) return;
  next_ = now + kRefresh;
  drawn_ = true;
  const std::string count =
      fmt::format("{}/{} {}", done, all, numbers).substr(0, width_ - 2);
  std::string line = "\r\x1b[K";
  line += count;
  line += printable(keep_end(what, width_ - count.size() - 1));
  write_all(STDERR_FILENO, line);
}

void ProgressLine::clear() {
  if (!drawn_) return;
  drawn_ = false;
  write_all(STDERR_FILENO, "\r\x1b[K");
}

StopOnSignal::StopOnSignal() {
  stop_asked = false;
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGTERM, ask_to_stop);
}

StopOnSignal::~StopOnSignal() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

const std::atomic<bool>& StopOnSignal::asked() const { return stop_asked; }

}  // namespace kehoach
