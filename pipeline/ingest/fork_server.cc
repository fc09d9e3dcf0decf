#include "ingest/fork_server.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>

#include "ingest/system_error.h"

namespace kehoach {
namespace {

using Clock = std::chrono::steady_clock;

// As much as an ordinary user may have; a document and its plan fit in.
constexpr int kPipeBytes = 1 << 20;

struct Order {
  std::uint32_t role = 0, number = 0;
  bool lasting = false;
};

struct Notice {
  enum class Kind : std::uint8_t { spawned, ended } kind = Kind::spawned;
  pid_t pid = -1;
  Ended end;
};

// The two descriptors that a child is given.
using Ends = std::array<int, 2>;

bool send_order(int control, const Order& order, const Ends& ends) {
  iovec bytes = {const_cast<Order*>(&order), sizeof(order)};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(Ends))> room{};
  msghdr message{};
  message.msg_iov = &bytes;
  message.msg_iovlen = 1;
  message.msg_control = room.data();
  message.msg_controllen = room.size();
  cmsghdr* const head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(sizeof(Ends));
  std::memcpy(CMSG_DATA(head), ends.data(), sizeof(Ends));
  return sendmsg(control, &message, MSG_NOSIGNAL) ==
         static_cast<ssize_t>(sizeof(order));
}

bool receive_order(int control, Order& order, Ends& ends) {
  iovec bytes = {&order, sizeof(order)};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(Ends))> room{};
  msghdr message{};
  message.msg_iov = &bytes;
  message.msg_iovlen = 1;
  message.msg_control = room.data();
  message.msg_controllen = room.size();
  ssize_t got = -1;
  do {
    got = recvmsg(control, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  const cmsghdr* const head = CMSG_FIRSTHDR(&message);
  if (got != static_cast<ssize_t>(sizeof(order)) || head == nullptr ||
      head->cmsg_len != CMSG_LEN(sizeof(Ends))) {
    return false;
  }
  std::memcpy(ends.data(), CMSG_DATA(head), sizeof(Ends));
  return true;
}

void tell(int control, const Notice& notice) {
  (void)send(control, &notice, sizeof(notice), MSG_NOSIGNAL);
}

void reap(int control) {
  int status = 0;
  rusage used{};
  for (pid_t pid = 0; (pid = wait4(-1, &status, WNOHANG, &used)) > 0;) {
    constexpr std::uint64_t kKilobyte = 1024;
    tell(control,
         {Notice::Kind::ended,
          pid,
          {status, static_cast<std::uint64_t>(used.ru_maxrss) * kKilobyte}});
  }
}

void set_signals(int how) {
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  sigprocmask(how, &children, nullptr);
}

// In the server, and in a child until its work begins.
void die_with(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
}

[[noreturn]] void be_child(const ForkServer::Work& work, const Order& order,
                           const Ends& ends, pid_t server) {
  setpgid(0, 0);
  set_signals(SIG_UNBLOCK);
  if (order.lasting) {
    prctl(PR_SET_PDEATHSIG, 0);
  } else {
    die_with(server);
  }
  work(order.role, order.number, ends[0], ends[1]);
  // What others have registered for the end of the program is not for this.
  _exit(0);
}

[[noreturn]] void serve(const ForkServer::Work& work, int control) {
  const pid_t self = getpid();
  setpgid(0, 0);
  for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);
  set_signals(SIG_BLOCK);
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  const int ended = signalfd(-1, &children, SFD_CLOEXEC);
  while (true) {
    std::array<pollfd, 2> waiting = {
        {{control, POLLIN, 0}, {ended, POLLIN, 0}}};
    if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR)
      _exit(1);
    if ((waiting[1].revents & POLLIN) != 0) {
      signalfd_siginfo ignored{};
      (void)!read(ended, &ignored, sizeof(ignored));
      reap(control);
    }
    if (waiting[0].revents == 0) continue;
    Order order;
    Ends ends{};
    if (!receive_order(control, order, ends)) _exit(0);
    const pid_t pid = fork();
    if (pid == 0) {
      close(control);
      close(ended);
      be_child(work, order, ends, self);
    }
    if (pid > 0) setpgid(pid, pid);
    for (const int end : ends) close(end);
    tell(control, {Notice::Kind::spawned, pid, {}});
  }
}

}  // namespace

ForkServer::~ForkServer() {
  if (control_ >= 0) close(control_);
  while (pid_ > 0 && waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

Result<void> ForkServer::start(Work work) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return refused("no socket could be made");
  const pid_t parent = getpid();
  pid_ = fork();
  if (pid_ == 0) {
    close(ends[0]);
    die_with(parent);
    serve(work, ends[1]);
  }
  close(ends[1]);
  control_ = ends[0];
  if (pid_ < 0) return refused("no process could be started");
  return {};
}

bool ForkServer::listen(std::chrono::milliseconds limit) {
  const auto until = Clock::now() + limit;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        until - Clock::now());
    pollfd waiting = {control_, POLLIN, 0};
    const int ready =
        poll(&waiting, 1, static_cast<int>(std::max<long>(left.count(), 0)));
    if (ready < 0 && errno == EINTR) continue;
    Notice notice;
    if (ready <= 0 || recv(control_, &notice, sizeof(notice), 0) !=
                          static_cast<ssize_t>(sizeof(notice))) {
      return false;
    }
    if (notice.kind == Notice::Kind::spawned) {
      spawned_ = notice.pid;
    } else {
      ended_[notice.pid] = notice.end;
    }
    return true;
  }
}

Result<Child> ForkServer::spawn(std::uint32_t role, std::uint32_t number,
                                bool lasting) {
  constexpr std::chrono::seconds kPatience{30};
  Ends requests{};
  Ends answers{};
  if (pipe2(requests.data(), O_CLOEXEC) != 0)
    return refused("no pipe could be made");
  if (pipe2(answers.data(), O_CLOEXEC) != 0) {
    for (const int end : requests) close(end);
    return refused("no pipe could be made");
  }
  Child child{0, requests[1], answers[0]};
  for (const int end : {child.to, child.from}) {
    fcntl(end, F_SETPIPE_SZ, kPipeBytes);
    fcntl(end, F_SETFL, O_NONBLOCK | fcntl(end, F_GETFL));
  }
  const Ends theirs = {requests[0], answers[1]};
  spawned_.reset();
  const bool sent = send_order(control_, {role, number, lasting}, theirs);
  for (const int end : theirs) close(end);
  while (sent && !spawned_ && listen(kPatience)) {
  }
  child.pid = spawned_.value_or(-1);
  if (child.pid > 0) return child;
  close(child.to);
  close(child.from);
  return refused("no worker could be started");
}

std::optional<Ended> ForkServer::wait_for(pid_t pid,
                                          std::chrono::milliseconds limit) {
  const auto until = Clock::now() + limit;
  auto found = ended_.find(pid);
  while (found == ended_.end()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        until - Clock::now());
    if (!listen(std::max(left, std::chrono::milliseconds(0)))) return {};
    found = ended_.find(pid);
  }
  const Ended end = found->second;
  ended_.erase(found);
  return end;
}

}  // namespace kehoach
