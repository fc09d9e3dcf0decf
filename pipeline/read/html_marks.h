// Marks that pages and word processors draw instead of writing them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kehoach {

inline constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// The number of a list item, by the `type` of its list: `1` `a` `A` `i` `I`.
//
//   item_number(4, 'I') == "IV"
[[nodiscard]] std::string item_number(std::int32_t number, char type);

// True for fonts whose letters are drawings: in Symbol a bullet is `·`, in
// Wingdings `§` or `q`.
[[nodiscard]] bool is_symbol_font(std::string_view family);

// True for a single letter or sign that marks a list item and is no number:
// `·`, `§`, `o`; not `-` and `+`, which are written, nor `a)` and `1.`.
[[nodiscard]] bool is_bullet(std::string_view text);

// The digits of a footnote's mark: `1`, `(1)`, `[12]`. Empty for anything else.
[[nodiscard]] std::string footnote_number(std::string_view text);

// True for text that ends in a unit of length or in the number 10, behind which
// a raised number is an exponent.
[[nodiscard]] bool ends_in_unit(std::string_view text);

// `text` without white space and no-break spaces at its ends.
[[nodiscard]] std::string_view trim_blanks(std::string_view text);

}  // namespace kehoach
