#include "read/image_pages.h"

#include <algorithm>

#include "read/pix.h"
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

PixPtr decode(std::string_view bytes, ImageFormat format, std::size_t page) {
  switch (format) {
    case ImageFormat::png:
      return PixPtr(pixReadMemPng(data_of(bytes), bytes.size()));
    case ImageFormat::jpeg:
      if (has_too_many_layers(bytes)) return nullptr;
      return PixPtr(
          pixReadMemJpeg(data_of(bytes), bytes.size(), 0, 1, nullptr, 0));
    case ImageFormat::tiff:
      return PixPtr(pixReadMemTiff(data_of(bytes), bytes.size(),
                                   static_cast<l_int32>(page)));
  }
  return nullptr;
}

// Pixels an inch, as the file says or as they must be on A4.
float dpi_of(Pix* pix) {
  constexpr l_int32 kCoarsest = 70;
  constexpr l_int32 kFinest = 1200;
  constexpr float kLongSideOfA4 = 11.69F;  // inches
  const l_int32 said = pixGetXRes(pix);
  if (said > kCoarsest && said <= kFinest && said != 72 && said != 96) {
    return static_cast<float>(said);
  }
  return static_cast<float>(std::max(pixGetWidth(pix), pixGetHeight(pix))) /
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
  setMsgSeverity(L_SEVERITY_NONE);
  l_int32 width = 0;
  l_int32 height = 0;
  l_int32 failed = 1;
  switch (format) {
    case ImageFormat::png:
      failed = readHeaderMemPng(data_of(bytes), bytes.size(), &width, &height,
                                nullptr, nullptr, nullptr);
      break;
    case ImageFormat::jpeg:
      failed = readHeaderMemJpeg(data_of(bytes), bytes.size(), &width, &height,
                                 nullptr, nullptr, nullptr);
      break;
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

std::optional<PageImage> decode_page(std::string_view bytes, ImageFormat format,
                                     std::size_t page, float dpi) {
  const auto header = image_header(bytes, format, page);
  if (!header || std::uint64_t{header->width} * header->height > kMaxPixels) {
    return std::nullopt;
  }
  PixPtr pix = decode(bytes, format, page);
  if (pix == nullptr) return std::nullopt;
  const float own = dpi_of(pix.get());
  auto grey = PixPtr(pixConvertTo8(pix.get(), 0));
  if (grey == nullptr) return std::nullopt;
  constexpr float kMuchFiner = 1.2F;
  if (own <= kMuchFiner * dpi) return image_of(std::move(grey), own);
  PixPtr smaller(pixScale(grey.get(), dpi / own, dpi / own));
  if (smaller == nullptr) return std::nullopt;
  return image_of(std::move(smaller), dpi);
}

}  // namespace kehoach
