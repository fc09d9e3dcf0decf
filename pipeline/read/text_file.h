// Reads text and Markdown.
#pragma once

#include <string_view>

#include "model/model.h"

namespace kehoach {

// See `read`. Error: `no_text` for a file of white space, `unsupported` for
// text whose encoding stays unknown. Linear.
[[nodiscard]] Result<SourceText> read_text_file(std::string_view bytes,
                                                std::string_view path);

// Cuts `text` at its '\n'; of a run of empty lines the first is given. A final
// line break ends the last line and opens no other.
[[nodiscard]] std::vector<SourceLine> unpaged_lines(std::string_view text);

}  // namespace kehoach
