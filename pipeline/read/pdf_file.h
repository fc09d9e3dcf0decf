// Reads PDF documents that have a text layer, through Poppler.
#pragma once

#include <string_view>

#include "model/model.h"

namespace kehoach {

// See `read`. Error: `encrypted`, `damaged` or `no_text`.
[[nodiscard]] Result<SourceText> read_pdf_file(std::string_view bytes,
                                               std::string_view path);

}  // namespace kehoach
