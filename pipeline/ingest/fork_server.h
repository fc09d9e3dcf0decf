// A process that does nothing but fork: it is started before the program opens
// its database or has a second thread, and its children so have neither, but
// the rules that were loaded before, without a copy. Private to ingest/.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>

#include "model/result.h"

namespace kehoach {

// How a process ended.
struct Ended {
  int status = 0;            // as waitpid gives it
  std::uint64_t memory = 0;  // the most that it held, in bytes
};

// A child, seen from the program: where its requests go, and its answers come.
struct Child {
  pid_t pid = 0;
  int to = -1, from = -1;  // ours; they do not wait
};

class ForkServer {
 public:
  // What a child does: it reads from `in`, writes to `out` and returns, or
  // ends, when `in` does. `role` and `number` are those it was asked for with.
  using Work = std::function<void(std::uint32_t role, std::uint32_t number,
                                  int in, int out)>;

  ForkServer() = default;
  ForkServer(const ForkServer&) = delete;
  ForkServer& operator=(const ForkServer&) = delete;
  // Ends the server and waits for that; its children end with it.
  ~ForkServer();

  // To be called once, while the process has one thread. Error: the system
  // refuses.
  [[nodiscard]] Result<void> start(Work work);
  // A new child, in a process group of its own. It is killed when the server
  // ends, unless it is `lasting`: such a child ends when `to` is closed. Error:
  // the system refuses, or the server is dead.
  [[nodiscard]] Result<Child> spawn(std::uint32_t role, std::uint32_t number,
                                    bool lasting);
  // How `pid` ended; none if it has not within `limit`. Once for each.
  [[nodiscard]] std::optional<Ended> wait_for(pid_t pid,
                                              std::chrono::milliseconds limit);

 private:
  [[nodiscard]] bool listen(std::chrono::milliseconds limit);

  pid_t pid_ = 0;
  int control_ = -1;
  std::optional<pid_t> spawned_;
  std::unordered_map<pid_t, Ended> ended_;
};

}  // namespace kehoach
