// Private to the room: which facts of two readings are the same.
#pragma once

#include <vector>

#include "score/likeness.h"

namespace kehoach {

struct Matched {
  Pairs pairs;
  std::vector<std::size_t> partner;  // of each gold item; kNone
  std::vector<bool> used;            // of the items found
  static constexpr std::size_t kNone = ~std::size_t{0};
};

template <typename F>
Matched match(std::size_t golds, std::size_t found, F&& alike) {
  Matched m{pair_up(golds, found, alike), {}, {}};
  m.partner.resize(golds, Matched::kNone);
  m.used.resize(found);
  for (const auto& [i, j] : m.pairs) {
    m.partner[i] = j;
    m.used[j] = true;
  }
  return m;
}

}  // namespace kehoach
