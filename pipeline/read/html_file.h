// Web pages and word processors' HTML.
#pragma once

#include <string_view>

#include "model/model.h"

namespace kehoach {

// Reads HTML as browsers do, whatever wrote it: portals, word processors,
// converters. `bytes` may be in UTF-8, UTF-16, windows-1252 or windows-1258;
// what they are decides, not what they say they are. See read.h for what
// becomes of the text.
[[nodiscard]] Result<SourceText> read_html_file(std::string_view bytes,
                                                std::string_view path);

}  // namespace kehoach
