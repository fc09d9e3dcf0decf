#include "ingest/sandbox.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <new>

namespace kehoach {
namespace {

void limit(__rlimit_resource_t resource, rlim_t most) {
  rlimit now{};
  getrlimit(resource, &now);
  const rlim_t value = std::min(most, now.rlim_max);
  now = {value, value};
  setrlimit(resource, &now);
}

// Refused whatever their arguments are.
constexpr std::array kRefused = {
    // The network.
    SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
    SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(sendto), SCMP_SYS(sendmsg),
    SCMP_SYS(sendmmsg),
    // Other programs, and reaching into others.
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork),
    SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_getfd), SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(kill), SCMP_SYS(tkill), SCMP_SYS(setpgid), SCMP_SYS(setsid),
    // Files.
    SCMP_SYS(creat), SCMP_SYS(truncate), SCMP_SYS(ftruncate), SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat), SCMP_SYS(rmdir), SCMP_SYS(mknod), SCMP_SYS(mknodat),
    SCMP_SYS(link), SCMP_SYS(linkat), SCMP_SYS(symlink), SCMP_SYS(symlinkat),
    SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(rename), SCMP_SYS(renameat),
    SCMP_SYS(renameat2), SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat),
    SCMP_SYS(chown), SCMP_SYS(fchown), SCMP_SYS(lchown), SCMP_SYS(fchownat),
    SCMP_SYS(utime), SCMP_SYS(utimes), SCMP_SYS(utimensat), SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr), SCMP_SYS(fsetxattr), SCMP_SYS(removexattr),
    SCMP_SYS(chdir), SCMP_SYS(fchdir), SCMP_SYS(memfd_create),
    SCMP_SYS(open_by_handle_at),
    // The system.
    SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(chroot), SCMP_SYS(pivot_root),
    SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(keyctl),
    SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(init_module),
    SCMP_SYS(finit_module), SCMP_SYS(kexec_load), SCMP_SYS(io_uring_setup),
    SCMP_SYS(setuid), SCMP_SYS(setgid), SCMP_SYS(setgroups), SCMP_SYS(setreuid),
    SCMP_SYS(setregid), SCMP_SYS(setresuid), SCMP_SYS(setresgid)};

// Where the arguments stand behind a pointer, the filter can't see them; the C
// library then does without the call.
constexpr std::array kUnknown = {SCMP_SYS(openat2), SCMP_SYS(clone3)};

// Flags that make an opened file one that can be changed.
constexpr std::array<std::uint64_t, 4> kWriting = {O_WRONLY, O_RDWR, O_CREAT,
                                                   O_TRUNC};

struct Release {
  void operator()(void* filter) const { seccomp_release(filter); }
};

bool refuse_writing(void* filter, int call, unsigned argument) {
  return std::all_of(kWriting.begin(), kWriting.end(), [&](std::uint64_t flag) {
    return seccomp_rule_add(
               filter, SCMP_ACT_ERRNO(EPERM), call, 1,
               scmp_arg_cmp{argument, SCMP_CMP_MASKED_EQ, flag, flag}) == 0;
  });
}

bool refuse_but_for(void* filter, int call, std::uint64_t process) {
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 1,
                          scmp_arg_cmp{0, SCMP_CMP_NE, process}) == 0;
}

// A process may signal itself, as `abort` does, and ask for its own limits, for
// which it names itself 0. Whoever is made the owner of a pipe is sent a signal
// when something comes.
bool refuse_reaching_others(void* filter) {
  const auto self = static_cast<std::uint64_t>(getpid());
  constexpr std::uint64_t kCommand = 0xFFFFFFFF;  // the kernel drops the rest
  constexpr std::uint64_t kSetOwnerEx = 15;       // F_SETOWN_EX, a GNU name
  const auto refuse_owner = [&](std::uint64_t command) {
    return seccomp_rule_add(
               filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(fcntl), 1,
               scmp_arg_cmp{1, SCMP_CMP_MASKED_EQ, kCommand, command}) == 0;
  };
  return refuse_but_for(filter, SCMP_SYS(tgkill), self) &&
         refuse_but_for(filter, SCMP_SYS(rt_sigqueueinfo), self) &&
         refuse_but_for(filter, SCMP_SYS(rt_tgsigqueueinfo), self) &&
         refuse_but_for(filter, SCMP_SYS(prlimit64), 0) &&
         refuse_owner(F_SETOWN) && refuse_owner(kSetOwnerEx);
}

}  // namespace

Silence::Silence() {
  if (!kSanitized) nowhere_ = open("/dev/null", O_WRONLY | O_CLOEXEC);
}

Silence::~Silence() {
  if (nowhere_ >= 0) close(nowhere_);
}

void Silence::begin() const {
  if (nowhere_ >= 0) dup2(nowhere_, STDERR_FILENO);
}

void limit_process(std::uint64_t memory) {
  std::set_new_handler([] { _exit(kOutOfMemoryStatus); });
  limit(RLIMIT_CORE, 0);
  // Writing beyond is an error then, and no signal.
  std::signal(SIGXFSZ, SIG_IGN);
  limit(RLIMIT_FSIZE, 0);
  if (!kSanitized && memory > 0) limit(RLIMIT_AS, memory);
}

void limit_processor_time(std::uint64_t seconds) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  rlimit value{};
  getrlimit(RLIMIT_CPU, &value);
  const auto until =
      static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
      seconds + 1;
  value.rlim_cur = std::min(until, value.rlim_max);
  setrlimit(RLIMIT_CPU, &value);
}

bool enter_sandbox() {
  if (kSanitized) return true;
  const std::unique_ptr<void, Release> filter(seccomp_init(SCMP_ACT_ALLOW));
  if (filter == nullptr) return false;
  // Calls that this machine does not have can't be refused, nor made.
  for (const int call : kRefused)
    seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0);
  for (const int call : kUnknown)
    seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), call, 0);
  // Younger kinds of processors have no `open`, which its number then tells.
  const bool complete =
      (SCMP_SYS(open) < 0 || refuse_writing(filter.get(), SCMP_SYS(open), 1)) &&
      refuse_writing(filter.get(), SCMP_SYS(openat), 2) &&
      refuse_reaching_others(filter.get()) &&
      seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                       scmp_arg_cmp{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0}) ==
          0;
  return complete && seccomp_load(filter.get()) == 0;
}

}  // namespace kehoach
