// Runs the built program as a person's shell does.
#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "corpus/files.h"
#include "store/temp_dir.h"

namespace kehoach {

struct Ran {
  int status = 0;  // exit status, or 128 and the signal
  std::string out, err;
};

struct HowToRun {
  std::string input;                     // given on standard input
  std::vector<std::string> environment;  // NAME=value
  std::string folder;                    // working directory
  std::string out;                       // a file for standard output
  bool reader_gone = false;              // nobody reads standard output
  bool unprivileged = false;             // as a user who owns nothing
  std::size_t memory = 0;                // bytes that it may have, if not 0
};

// A program that is running. Its output goes to files.
class Program {
 public:
  Program(const std::vector<std::string>& arguments, const HowToRun& how) {
    const std::string input = files_.write("in", how.input);
    pid_ = fork();
    if (pid_ == 0) become(arguments, how, input);
  }

  [[nodiscard]] std::string out() const { return bytes_of(files_ / "out"); }
  // False if the program ends, or a minute goes by, before it has printed that.
  [[nodiscard]] bool prints(std::size_t bytes) const {
    for (int i = 0; i < 60'000; ++i) {
      if (out().size() >= bytes) return true;
      siginfo_t ended{};
      waitid(P_PID, static_cast<id_t>(pid_), &ended,
             WEXITED | WNOHANG | WNOWAIT);
      if (ended.si_pid != 0) return out().size() >= bytes;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
  }
  void send(int signal) const { kill(pid_, signal); }
  Ran wait() {
    int status = 0;
    waitpid(pid_, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            out(), bytes_of(files_ / "err")};
  }

 private:
  [[noreturn]] void become(const std::vector<std::string>& arguments,
                           const HowToRun& how, const std::string& input) {
    redirect(STDIN_FILENO, input);
    redirect(STDOUT_FILENO, how.out.empty() ? files_ / "out" : how.out);
    redirect(STDERR_FILENO, files_ / "err");
    if (how.reader_gone) {
      int ends[2];
      if (pipe(ends) != 0) _exit(126);
      close(ends[0]);
      dup2(ends[1], STDOUT_FILENO);
    }
    if (!how.folder.empty() && chdir(how.folder.c_str()) != 0) _exit(126);
    unsetenv("KEHOACH_DB");
    for (const std::string& variable : how.environment) {
      const std::size_t equals = variable.find('=');
      setenv(variable.substr(0, equals).c_str(),
             variable.substr(equals + 1).c_str(), 1);
    }
    if (how.unprivileged && (setgid(65534) != 0 || setuid(65534) != 0))
      _exit(126);
    const rlimit memory{how.memory, how.memory};
    if (how.memory > 0 && setrlimit(RLIMIT_AS, &memory) != 0) _exit(126);
    std::vector<char*> argv = {const_cast<char*>(KEHOACH_BINARY)};
    for (const std::string& argument : arguments)
      argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execv(KEHOACH_BINARY, argv.data());
    _exit(127);
  }

  static void redirect(int descriptor, const std::string& path) {
    const int file = open(path.c_str(), O_RDWR | O_CREAT, 0600);
    if (file < 0) _exit(126);
    dup2(file, descriptor);
    close(file);
  }

  TempDir files_;
  pid_t pid_ = -1;
};

inline Ran run(const std::vector<std::string>& arguments,
               const HowToRun& how = {}) {
  return Program(arguments, how).wait();
}

}  // namespace kehoach
