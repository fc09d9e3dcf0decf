#include "read/image_pages.h"

#include <algorithm>

#include "read/jpeg_pixels.h"
#include "read/pix.h"
#include "read/png_pixels.h"
#include "text/text.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

const l_uint8* data_of(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

// A picture that is sent in layers is decoded once for each; ten are usual, and
// thousands of empty ones would take hours.
bool has_too_many_layers(std::string_view jpeg) {
  constexpr std::size_t kMost = 64;
  std::size_t layers = 0;
  for (std::size_t at = jpeg.find("\xFF\xDA"sv);
       at != std::string_view::npos && layers <= kMost;
       at = jpeg.find("\xFF\xDA"sv, at + 2)) {
    ++layers;
  }
  return layers > kMost;
}

// The picture with the resolution that the file names, or 0.
std::optional<PageImage> decode(std::string_view bytes, ImageFormat format,
                                std::size_t page) {
  switch (format) {
    case ImageFormat::png:
      return png_pixels(bytes);
    case ImageFormat::jpeg:
      if (has_too_many_layers(bytes)) return std::nullopt;
      return jpeg_pixels(bytes);
    case ImageFormat::tiff:
      break;
  }
  PixPtr pix(
      pixReadMemTiff(data_of(bytes), bytes.size(), static_cast<l_int32>(page)));
  if (pix == nullptr) return std::nullopt;
  const l_int32 said = pixGetXRes(pix.get());
  return image_of(std::move(pix), static_cast<float>(said));
}

// Numbers of a TIFF (TIFF 6.0, section 2), in the byte order that it says.
class TiffNumbers {
 public:
  explicit TiffNumbers(std::string_view bytes)
      : bytes_(bytes), low_first_(starts_with(bytes, "II"sv)) {}

  // Nothing beyond the end.
  [[nodiscard]] std::optional<std::size_t> at(std::size_t place,
                                              std::size_t size) const {
    if (place > bytes_.size() || size > bytes_.size() - place) return {};
    std::size_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t next = low_first_ ? size - 1 - i : i;
      value = value << 8U | static_cast<unsigned char>(bytes_[place + next]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool low_first_;
};

// Pixels an inch, as the file says or as they must be on A4.
float dpi_of(const PageImage& image) {
  constexpr float kCoarsest = 70;
  constexpr float kFinest = 1200;
  constexpr float kLongSideOfA4 = 11.69F;  // inches
  // What programs write that know of none.
  const bool is_default = image.dpi == 72 || image.dpi == 96;
  if (image.dpi > kCoarsest && image.dpi <= kFinest && !is_default) {
    return image.dpi;
  }
  return static_cast<float>(std::max(image.width, image.height)) /
         kLongSideOfA4;
}

}  // namespace

std::optional<ImageFormat> image_format(std::string_view bytes) {
  if (starts_with(bytes, "\x89PNG\r\n\x1A\n"sv)) return ImageFormat::png;
  if (starts_with(bytes, "\xFF\xD8\xFF"sv)) return ImageFormat::jpeg;
  if (starts_with(bytes, "II*\0"sv) || starts_with(bytes, "MM\0*"sv)) {
    return ImageFormat::tiff;
  }
  return std::nullopt;
}

std::optional<ImageHeader> image_header(std::string_view bytes,
                                        ImageFormat format, std::size_t page) {
  silence_leptonica();
  l_int32 width = 0;
  l_int32 height = 0;
  l_int32 failed = 1;
  switch (format) {
    case ImageFormat::png:
      failed = readHeaderMemPng(data_of(bytes), bytes.size(), &width, &height,
                                nullptr, nullptr, nullptr);
      break;
    case ImageFormat::jpeg:
      return jpeg_header(bytes);
    case ImageFormat::tiff:
      failed = readHeaderMemTiff(data_of(bytes), bytes.size(),
                                 static_cast<l_int32>(page), &width, &height,
                                 nullptr, nullptr, nullptr, nullptr, nullptr);
      break;
  }
  if (failed != 0 || width <= 0 || height <= 0) return std::nullopt;
  return ImageHeader{static_cast<std::uint32_t>(width),
                     static_cast<std::uint32_t>(height)};
}

std::size_t image_pages(std::string_view bytes, ImageFormat format,
                        std::size_t most) {
  if (format != ImageFormat::tiff) return 1;
  std::size_t pages = 0;
  while (pages < most && image_header(bytes, format, pages)) ++pages;
  return pages;
}

std::size_t named_pages(std::string_view bytes, ImageFormat format,
                        std::size_t most) {
  if (format != ImageFormat::tiff) return 1;
  constexpr std::size_t kFirst = 4;  // where the place of the first page stands
  constexpr std::size_t kField = 12;  // of a page; behind them the next place
  const TiffNumbers numbers(bytes);
  std::size_t pages = 0;
  auto page = numbers.at(kFirst, 4);
  while (pages < most && page && *page != 0) {
    ++pages;
    const auto fields = numbers.at(*page, 2);
    if (!fields) break;
    page = numbers.at(*page + 2 + *fields * kField, 4);
  }
  return pages;
}

std::optional<PageImage> decode_page(std::string_view bytes, ImageFormat format,
                                     std::size_t page, float dpi) {
  const auto header = image_header(bytes, format, page);
  if (!header ||
      std::uint64_t{header->width} * header->height > kReadLimits.pixels) {
    return std::nullopt;
  }
  std::optional<PageImage> image = decode(bytes, format, page);
  if (!image) return std::nullopt;
  image->dpi = dpi_of(*image);
  constexpr float kMuchFiner = 1.2F;
  if (image->dpi <= kMuchFiner * dpi) return image;
  const PixPtr grey = pix_of(*image);
  if (grey == nullptr) return std::nullopt;
  const float scale = dpi / image->dpi;
  PixPtr smaller(pixScale(grey.get(), scale, scale));
  if (smaller == nullptr) return std::nullopt;
  const bool damaged = image->damaged;
  image = image_of(std::move(smaller), dpi);
  if (image) image->damaged = damaged;
  return image;
}

}  // namespace kehoach
