// Private to the room: syllables that a converter wrote together, `chủtrì` for
// `chủ trì`, `Chỉ thịsố46` for `Chỉ thị số 46`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kehoach {

// Where in `text` a space was lost, in order: between syllables that together
// are none, and between a syllable with marks and a number. Only where several
// words of the text lost theirs: a single one may be a name, `Êđê`. Of several
// ways to part a word that with more words of the text is taken, then that
// whose second syllable is longer.
[[nodiscard]] std::vector<std::uint32_t> lost_spaces(std::string_view text);

}  // namespace kehoach
