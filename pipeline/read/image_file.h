// Reads pictures of pages: PNG, JPEG, TIFF of one page or more.
#pragma once

#include <string_view>

#include "read/read.h"

namespace kehoach {

// See `read`. Error: `damaged`; `unsupported` for pictures that are too large,
// or where the data for recognising text is not installed; `no_text`.
[[nodiscard]] Result<SourceText> read_image_file(std::string_view bytes,
                                                 std::string_view path,
                                                 const ReadOptions& options);

}  // namespace kehoach
