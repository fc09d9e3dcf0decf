// Decodes PNG. Private to read/.
#pragma once

#include <optional>
#include <string_view>

#include "read/page_image.h"

namespace kehoach {

// The picture in grey, on white paper where it is transparent, as fine as the
// file says or 0. Nothing where it is damaged.
[[nodiscard]] std::optional<PageImage> png_pixels(std::string_view bytes);

}  // namespace kehoach
