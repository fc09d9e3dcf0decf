// Cuts the piece of a text that shows what was found. Private to search/.
#pragma once

#include <string_view>
#include <vector>

#include "search/search.h"

namespace kehoach {

// About `width` letters of `text` around the place where most of `phrases`
// (folded) stand, cut at words, with `…` where something was left out.
//
//   make_snippet("Hỗ trợ trẻ em bị xâm hại", {"tre em"}, 12)
//     == {"…trợ trẻ em bị…", marks over "trẻ em"}
[[nodiscard]] Snippet make_snippet(std::string_view text,
                                   const std::vector<std::string>& phrases,
                                   std::size_t width);

}  // namespace kehoach
