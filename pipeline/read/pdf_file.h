// Reads PDF documents: their text layers through Poppler, pages without a good
// one by recognising what is printed.
#pragma once

#include <string_view>

#include "read/read.h"

namespace kehoach {

// See `read`. Error: `encrypted`, `damaged`, `no_text`, or `unsupported` for a
// scan where the data for recognising it is not installed.
[[nodiscard]] Result<SourceText> read_pdf_file(std::string_view bytes,
                                               std::string_view path,
                                               const ReadOptions& options);

}  // namespace kehoach
