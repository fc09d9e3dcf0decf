// Private to the room: numbers of headings whose strokes were recognised as
// other letters: `H.` for `II.`, `HI.` for `III.`, `I.` for `1.`.
#pragma once

#include <string>
#include <vector>

#include "model/normal_text.h"

namespace kehoach {

struct MisreadNumber {
  Span span;  // of the number, without its full stop
  std::string number;
};

// Those of `text` that its other numbers leave no doubt of, in order: a numeral
// that is made of strokes and comes next, or the first of a list whose second
// is `2.`.
[[nodiscard]] std::vector<MisreadNumber> misread_numbers(
    const NormalText& text);

}  // namespace kehoach
