// Private to the room: words that a converter tore into letters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kehoach {

// A name whose letters stand apart, `T HÀNH P HỐ HỒ C H Í M I NH`, written
// together again; nothing where none do. Pieces are joined only to syllables
// that Vietnamese has, and only beside a piece that is no word by itself; a row
// of single capitals is an abbreviation (`U B N D`). Meant for the short lines
// around a plan: names and posts. Linear in the words.
[[nodiscard]] std::optional<std::string> without_letter_gaps(
    std::string_view line);

}  // namespace kehoach
