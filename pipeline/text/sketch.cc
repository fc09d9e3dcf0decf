#include "text/sketch.h"

#include <algorithm>
#include <limits>

#include "text/text.h"

namespace kehoach {
namespace {

// Fewer say nothing.
constexpr std::size_t kFewestRuns = 60;
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// The last step of SplitMix64.
constexpr std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

// FNV-1a.
constexpr std::uint64_t kEmptyHash = 0xCBF29CE484222325ULL;
constexpr std::uint64_t hash_with(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
}

// One-permutation hashing: the low bits choose the heap, the high ones are what
// is compared. Gives how many runs there were.
std::size_t deal(std::string_view folded, Sketch& heaps) {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::size_t words = 0;
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    std::uint64_t third = kEmptyHash;
    for (; at < folded.size() && folded[at] != ' '; ++at)
      third = hash_with(third, folded[at]);
    if (++words > 2) {
      const std::uint64_t run = mixed(mixed(mixed(first) + second) + third);
      std::uint32_t& least = heaps[run % kSketchSize];
      least = std::min(least, static_cast<std::uint32_t>(run >> 32U));
    }
    first = second;
    second = third;
  }
  return words < 3 ? 0 : words - 2;
}

// Each empty heap takes that of another, which its own number chooses (optimal
// densification): in two texts that have the same heaps the same.
void fill_empty(Sketch& heaps) {
  const Sketch dealt = heaps;
  for (std::size_t heap = 0; heap < kSketchSize; ++heap) {
    for (std::uint64_t attempt = 1; heaps[heap] == kNone; ++attempt)
      heaps[heap] = dealt[mixed((attempt << 8U) + heap) % kSketchSize];
  }
}

}  // namespace

Sketch sketch_of(std::string_view text) {
  Sketch heaps(kSketchSize, kNone);
  if (deal(fold_for_search(text), heaps) < kFewestRuns) return {};
  fill_empty(heaps);
  return heaps;
}

double share_in_common(const Sketch& a, const Sketch& b) {
  if (a.size() != kSketchSize || b.size() != kSketchSize) return 0;
  std::size_t same = 0;
  for (std::size_t i = 0; i < kSketchSize; ++i) same += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(same) / static_cast<double>(kSketchSize);
}

}  // namespace kehoach
