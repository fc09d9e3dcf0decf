// Lines, widths and colours of a terminal. Private to report/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace kehoach {

enum class Colour { strong, dim, good, bad, found };

// `text` in a colour, or as it is where the style has none.
[[nodiscard]] std::string paint(const Style& style, Colour colour,
                                std::string_view text);
// How many columns `text` takes: its letters, without colours.
[[nodiscard]] std::size_t columns(std::string_view text);
// `text` with blanks behind it up to `width` columns.
[[nodiscard]] std::string pad(std::string_view text, std::size_t width);
// The same as `printable`, with its line breaks.
[[nodiscard]] std::string printable_lines(std::string_view text);

// The beginning of `text` in at most `width` columns, cut between words, with
// an ellipsis where something is left out.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t width);

// Before UTF-8 in a file for a spreadsheet: Excel asks for it.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

[[nodiscard]] std::string join(const std::vector<std::string>& items,
                               std::string_view between);

}  // namespace kehoach
