// Private to the room: texts whose lines were all joined to one, as crawlers of
// web pages leave them.
#pragma once

#include <string_view>
#include <vector>

#include "normalise/lines.h"

namespace kehoach {

// True where the word of the kind stands behind the date in one line, and
// hardly a line begins with a number: the breaks of such a text say nothing.
//
//   "Số: 5/KH-UBND Cửu Hà, ngày 1 tháng 2 năm 2025 KẾ HOẠCH TRỒNG RỪNG I. MỤC"
[[nodiscard]] bool is_flat(const std::vector<MarkedLine>& lines);

// True for one line that holds the number, the date and the word of the kind,
// or a signature and the title behind it, in a text whose other lines stand.
[[nodiscard]] bool is_glued(std::string_view line);

// Where the paragraphs of such a text, or such a line, began, all of it in one
// line with single blanks: the blanks that stood for line breaks, in order.
// Numbers count where they go on with those before them, in front of a capital.
// Linear.
[[nodiscard]] std::vector<std::size_t> breaks_of_flat(std::string_view text);

}  // namespace kehoach
