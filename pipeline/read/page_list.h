// Says which pages of a document something is true of.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kehoach {

// `2, 4-6`: the pages of `listed`, which counts from 0 and rises.
[[nodiscard]] std::string page_list(const std::vector<std::size_t>& listed);

// The same behind `page` or `pages`.
[[nodiscard]] std::string pages_named(const std::vector<std::size_t>& listed);

}  // namespace kehoach
