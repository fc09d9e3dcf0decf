#include "cli/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace kehoach {

void prepare_heap() {
#ifdef __GLIBC__
  constexpr int kStep = 32 << 20;  // more than most runs need; the most allowed
  constexpr std::uintptr_t kLargePage = 2U << 20U;
  mallopt(M_TOP_PAD, kStep);
  // What a document takes is given back to the heap, not to the system, which
  // would make its pages anew for the next one.
  mallopt(M_MMAP_THRESHOLD, kStep);
  mallopt(M_TRIM_THRESHOLD, 2 * kStep);
  // Makes the heap grow, by that and the step.
  void* volatile grown = std::malloc(kLargePage);
  std::free(grown);
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  const std::uintptr_t begin =
      (end - kStep + kLargePage - 1) / kLargePage * kLargePage;
  (void)madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

}  // namespace kehoach
