#include "read/png_pixels.h"

#include <png.h>

#include <cmath>

namespace kehoach {
namespace {

using namespace std::string_view_literals;

std::uint32_t value_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(at, 4)) {
    value = (value << 8U) | static_cast<unsigned char>(c);
  }
  return value;
}

// Dots an inch by the chunk `pHYs`, which stands before the pixels: dots a
// metre across, then down, then the unit 1.
float dpi_of(std::string_view bytes) {
  constexpr std::size_t kHead = 8;  // of a chunk: its length and its name
  constexpr std::size_t kTail = 4;  // its checksum
  constexpr float kInch = 0.0254F;
  for (std::size_t at = 8; at + kHead <= bytes.size();) {
    const std::size_t length = value_at(bytes, at);
    const std::string_view name = bytes.substr(at + 4, 4);
    if (name == "IDAT"sv) break;
    if (name == "pHYs"sv && at + kHead + 9 <= bytes.size() &&
        bytes[at + kHead + 8] == 1) {
      return std::round(static_cast<float>(value_at(bytes, at + kHead)) *
                        kInch);
    }
    at += kHead + length + kTail;
  }
  return 0;
}

}  // namespace

std::optional<PageImage> png_pixels(std::string_view bytes) {
  // This interface keeps its messages to itself.
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()) == 0) {
    return std::nullopt;
  }
  png.format = PNG_FORMAT_GRAY;
  PageImage image{png.width, png.height, dpi_of(bytes), {}};
  image.grey.resize(std::size_t{png.width} * png.height);
  const png_color paper{255, 255, 255};
  const bool read =
      png_image_finish_read(&png, &paper, image.grey.data(), 0, nullptr) != 0;
  png_image_free(&png);
  if (!read) return std::nullopt;
  return image;
}

}  // namespace kehoach
