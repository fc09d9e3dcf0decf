// Whatever the bytes of an image are: its pages are decoded to as many pixels
// as their headers say or fewer, or not at all, and the same again.
#include "fuzz/fuzz.h"
#include "read/image_pages.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  const std::string_view bytes = fuzz_text(data, size);
  const auto format = image_format(bytes);
  if (!format) return 0;
  constexpr std::size_t kMostPages = 4;
  const std::size_t pages = image_pages(bytes, *format, kMostPages);
  FUZZ_CHECK(pages <= kMostPages);
  for (std::size_t i = 0; i < pages; ++i) {
    const auto image = decode_page(bytes, *format, i, kOcrDpi);
    if (!image) continue;
    const std::size_t pixels = std::size_t{image->width} * image->height;
    FUZZ_CHECK(pixels > 0 && pixels <= kReadLimits.pixels);
    FUZZ_CHECK(image->grey.size() == pixels);
    FUZZ_CHECK(image->dpi > 0 && image->dpi <= 1.2F * kOcrDpi);
    const auto again = decode_page(bytes, *format, i, kOcrDpi);
    FUZZ_CHECK(again && again->grey == image->grey);
  }
  return 0;
}
