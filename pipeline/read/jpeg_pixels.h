// Decodes JPEG. Private to read/.
#pragma once

#include <optional>
#include <string_view>

#include "read/image_pages.h"

namespace kehoach {

[[nodiscard]] std::optional<ImageHeader> jpeg_header(std::string_view bytes);

// The picture in grey, as fine as the file says or 0. Of one that is cut off or
// torn the rest is grey, and it is marked `damaged`. Nothing where no row can
// be read, or in the rare colours of printing that JPEG leaves undefined.
[[nodiscard]] std::optional<PageImage> jpeg_pixels(std::string_view bytes);

}  // namespace kehoach
