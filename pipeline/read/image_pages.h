// Decodes pictures of pages.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "read/page_image.h"

namespace kehoach {

enum class ImageFormat { png, jpeg, tiff };

// What the header of one picture says; nothing is decoded.
struct ImageHeader {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

[[nodiscard]] std::optional<ImageFormat> image_format(std::string_view bytes);

// The pages of a TIFF, `most` at most; 1 for the other formats.
[[nodiscard]] std::size_t image_pages(std::string_view bytes,
                                      ImageFormat format, std::size_t most);

// The pages that a TIFF names, `most` at most, also where they are not found in
// it: it was cut, or its list of pages is damaged. 1 for the other formats.
[[nodiscard]] std::size_t named_pages(std::string_view bytes,
                                      ImageFormat format, std::size_t most);

// Nothing where the header can't be read.
[[nodiscard]] std::optional<ImageHeader> image_header(std::string_view bytes,
                                                      ImageFormat format,
                                                      std::size_t page);

// Page `page` in grey, not finer than `dpi`. A picture that does not say how
// fine it is, or can't be right, is taken for a page of A4. Nothing where it is
// too damaged, or its header promises more than `ReadLimits` allow.
[[nodiscard]] std::optional<PageImage> decode_page(std::string_view bytes,
                                                   ImageFormat format,
                                                   std::size_t page, float dpi);

}  // namespace kehoach
