// Private to review/: when two texts say the same.
#pragma once

#include <string_view>

#include "text/text.h"

namespace kehoach {

// Accents, case and marks make no other words.
[[nodiscard]] inline bool same_words(std::string_view a, std::string_view b) {
  return fold_for_search(a) == fold_for_search(b);
}

}  // namespace kehoach
