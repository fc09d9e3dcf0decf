#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "ingest/office.h"
#include "ingest/system_error.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kLongestLine = 4096;

// Macros never run and links are never followed. Plain text is no format, or a
// damaged document would be read as one.
constexpr const char* kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Field" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.TypeDetection.Types/Types"><node oor:name="generic_Text" oor:op="remove"/></item>
</oor:items>
)";

Result<std::string> make_folder() {
  std::error_code error;
  const fs::path temporary = fs::temp_directory_path(error);
  std::string name =
      (error ? fs::path("/tmp") : temporary) / "kehoach-office-XXXXXX";
  if (mkdtemp(name.data()) == nullptr)
    return refused("no temporary folder could be made");
  fs::create_directories(name + "/profile/user", error);
  std::ofstream(name + "/profile/user/registrymodifications.xcu") << kSettings;
  return name;
}

// What the helper may know of where it runs.
std::array<std::string, 4> environment_in(const std::string& folder) {
  return {"HOME=" + folder, "TMPDIR=" + folder, "LC_ALL=C.UTF-8",
          "PATH=/usr/bin:/bin"};
}

template <std::size_t N>
std::array<char*, N + 1> pointers(std::array<std::string, N>& strings) {
  std::array<char*, N + 1> all{};
  for (std::size_t i = 0; i < N; ++i) all[i] = strings[i].data();
  return all;
}

// Between fork and exec: nothing here takes memory or a lock.
[[noreturn]] void become(int socket, char* const* arguments,
                         char* const* environment) {
  const int nothing = open("/dev/null", O_RDWR);
  for (const int standard : {0, 1, 2}) dup2(nothing, standard);
  // A descriptor that is where it should be would lose nothing by dup2, not
  // even its mark to be closed.
  if (socket == kOfficeSocket) {
    fcntl(socket, F_SETFD, 0);
  } else {
    dup2(socket, kOfficeSocket);
  }
  setpgid(0, 0);
  execve(arguments[0], arguments, environment);
  _exit(127);
}

}  // namespace

Result<void> OfficeProcess::begin(const OfficeOptions& options) {
  end();
  auto folder = make_folder();
  if (!folder) return Failure(std::move(folder.error()));
  folder_ = std::move(*folder);
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return refused("no socket could be made");
  std::array<std::string, 3> arguments = {options.helper, options.libraries,
                                          "file://" + folder_ + "/profile"};
  auto environment = environment_in(folder_);
  const auto argv = pointers(arguments);
  const auto envp = pointers(environment);
  pid_ = fork();
  if (pid_ == 0) become(ends[1], argv.data(), envp.data());
  close(ends[1]);
  socket_ = ends[0];
  if (pid_ < 0) return refused("no process could be started");
  // Here as well as there: whoever comes first.
  setpgid(pid_, pid_);
  return {};
}

void OfficeProcess::end() {
  if (socket_ >= 0) close(socket_);
  socket_ = -1;
  if (pid_ > 0) {
    kill(-pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  pid_ = 0;
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
  folder_.clear();
}

void OfficeProcess::send(std::string line) const {
  line += '\n';
  (void)::send(socket_, line.data(), line.size(), MSG_NOSIGNAL);
}

std::optional<std::string> OfficeProcess::receive(
    std::chrono::milliseconds limit) {
  const auto until = Clock::now() + limit;
  std::string line;
  while (line.size() < kLongestLine) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        until - Clock::now());
    pollfd waiting = {socket_, POLLIN, 0};
    const int ready =
        poll(&waiting, 1, static_cast<int>(std::max(left.count(), 0L)));
    if (ready < 0 && errno == EINTR) continue;
    char c = 0;
    if (ready <= 0 || recv(socket_, &c, 1, 0) != 1) return std::nullopt;
    if (c == '\n') return line;
    line += c;
  }
  return std::nullopt;
}

}  // namespace kehoach
