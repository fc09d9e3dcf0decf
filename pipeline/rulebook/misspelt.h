// Private to the room: names that differ from a known one by a slip.
#pragma once

#include <string>
#include <vector>

#include "rulebook/body_words.h"

namespace kehoach {

// How many words of `words` are `name`, which is folded and without `và`, but
// for one slip: a word left out (`Ủy ban nhân tỉnh`), a word too many, or one
// letter wrong, missing or too many. 0 where they are not. Only names of four
// words can lack one, only those of twelve letters misspell one; the first two
// words tell bodies apart and must be right.
[[nodiscard]] std::size_t misspelt_words(const NameWords& words,
                                         const std::vector<std::string>& name,
                                         std::size_t letters);

}  // namespace kehoach
