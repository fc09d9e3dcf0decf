// What a worker may do once its document can have taken it over. Private to
// ingest/.
#pragma once

#include <cstdint>

namespace kehoach {

// Sanitizers need memory and system calls of their own; .cmake/rooms.cmake
// tells whether this is a build with them.
#ifdef KEHOACH_SANITIZED
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

// How a worker ends that was refused memory.
inline constexpr int kOutOfMemoryStatus = 77;

// Lets nobody hear what the process says on standard error: libraries remark on
// what they read. Under sanitizers, whose reports must be seen, it does
// nothing.
class Silence {
 public:
  // Opens what later cannot be: in the sandbox nothing is opened for writing.
  Silence();
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;
  ~Silence();
  // From now on, for good.
  void begin() const;

 private:
  int nowhere_ = -1;
};

// For the calling process: `memory` bytes of address space, no core, nothing
// written to any file. Memory that is refused ends the process with
// kOutOfMemoryStatus. Under sanitizers, which need terabytes, memory is free.
void limit_process(std::uint64_t memory);

// From now on at most so many seconds of processor time, all threads together;
// then SIGXCPU ends the process.
void limit_processor_time(std::uint64_t seconds);

// No network, no other program, no process but threads, no signals to other
// processes and no word about their limits, nothing opened for writing, made,
// renamed or removed: such calls fail with EPERM. There is no way back. False
// where the system has no such filter; under sanitizers there is none, and true
// is given.
[[nodiscard]] bool enter_sandbox();

}  // namespace kehoach
