// The fixed words of decree 30/2020/NĐ-CP, appendix I, by which the form of an
// administrative document is known before anything is read.
#pragma once

#include <string_view>

namespace kehoach {

// True for a line that begins with the motto of state, party or youth union.
// `folded`: as `fold_for_search` gives it.
[[nodiscard]] bool is_motto(std::string_view folded);

// True for a line that begins with `Nơi nhận`.
[[nodiscard]] bool is_recipients_head(std::string_view folded);

// False if no line that begins with the printed `word` is one of these: spares
// folding the rest of it.
[[nodiscard]] bool may_begin_form_words(std::string_view word);

}  // namespace kehoach
