#include "read/pix.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include "read/pix_lines.h"

namespace kehoach {

namespace {

constexpr l_int32 kInk = 130;  // darker is ink

// The white areas between `rules` that are as large as cells. Two make a frame
// around a heading; four make a table.
std::vector<PixelBox> enclosed(const PixPtr& rules, float dpi) {
  constexpr std::size_t kFewest = 4;
  constexpr std::size_t kMost = 2000;
  const auto least = static_cast<l_int32>(dpi * 0.12F);
  const PixPtr white(pixInvert(nullptr, rules.get()));
  std::vector<PixelBox> cells;
  if (white == nullptr) return cells;
  Boxa* found = pixConnCompBB(white.get(), 4);
  for (l_int32 i = 0; i < boxaGetCount(found); ++i) {
    PixelBox cell;
    boxaGetBoxGeometry(found, i, &cell.x, &cell.y, &cell.width, &cell.height);
    const bool is_page = cell.width > pixGetWidth(rules.get()) * 9 / 10 ||
                         cell.height > pixGetHeight(rules.get()) * 9 / 10;
    if (!is_page && cell.width >= least && cell.height >= least) {
      cells.push_back(cell);
    }
  }
  boxaDestroy(&found);
  if (cells.size() < kFewest || cells.size() > kMost) cells.clear();
  return cells;
}

// `image` turned clockwise about its middle, white coming in: each dot is mixed
// of the four that it falls between, counted in 65536ths. A quarter of the time
// of `pixRotate`, which is a twentieth of recognising a page.
PageImage turned(const PageImage& image, float radians) {
  constexpr double kOne = 65536;
  constexpr std::uint8_t kPaper = 255;
  const auto width = static_cast<std::int64_t>(image.width);
  const auto height = static_cast<std::int64_t>(image.height);
  const auto across = static_cast<std::int64_t>(kOne * std::cos(radians));
  const auto down = static_cast<std::int64_t>(-kOne * std::sin(radians));
  PageImage out{image.width, image.height, image.dpi, {}, image.damaged};
  out.grey.assign(image.grey.size(), kPaper);
  std::uint8_t* to = out.grey.data();
  for (std::int64_t row = 0; row < height; ++row) {
    const std::int64_t from_middle = row - height / 2;
    std::int64_t x =
        (width / 2 << 16) - width / 2 * across - from_middle * down;
    std::int64_t y =
        (height / 2 << 16) - width / 2 * down + from_middle * across;
    for (std::int64_t i = 0; i < width; ++i, ++to, x += across, y += down) {
      const std::int64_t left = x >> 16;
      const std::int64_t top = y >> 16;
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
        continue;
      }
      const std::uint8_t* from = image.grey.data() + top * width + left;
      const auto fx = static_cast<std::uint32_t>((x >> 8) & 0xFF);
      const auto fy = static_cast<std::uint32_t>((y >> 8) & 0xFF);
      const std::uint32_t above = from[0] * (256 - fx) + from[1] * fx;
      const std::uint32_t below =
          from[width] * (256 - fx) + from[width + 1] * fx;
      *to = static_cast<std::uint8_t>(
          (above * (256 - fy) + below * fy + 0x8000) >> 16U);
    }
  }
  return out;
}

// What is darker than kInk, in one bit a dot. Leptonica takes ten times as long
// for this and for `whiten`, asking for each dot by itself.
PixPtr ink_of(const PageImage& image) {
  constexpr std::uint32_t kBits = 32;
  PixPtr ink(pixCreate(static_cast<l_int32>(image.width),
                       static_cast<l_int32>(image.height), 1));
  if (ink == nullptr) return ink;
  l_uint32* row = pixGetData(ink.get());
  const std::uint8_t* grey = image.grey.data();
  for (std::uint32_t y = 0; y < image.height; ++y) {
    for (std::uint32_t x = 0; x < image.width; x += kBits) {
      const std::uint32_t end = std::min(image.width - x, kBits);
      l_uint32 bits = 0;
      for (std::uint32_t i = 0; i < end; ++i) {
        bits |= l_uint32{grey[x + i] < kInk} << (kBits - 1 - i);
      }
      row[x / kBits] = bits;
    }
    row += pixGetWpl(ink.get());
    grey += image.width;
  }
  return ink;
}

// Makes what is set in `mask` white in `grey`, which is as large.
void whiten(Pix* grey, Pix* mask) {
  constexpr l_uint32 kFirst = 0x80000000;
  const l_int32 words = pixGetWpl(mask);
  for (l_int32 y = 0; y < pixGetHeight(mask); ++y) {
    const l_uint32* bits =
        pixGetData(mask) + static_cast<std::ptrdiff_t>(y) * words;
    l_uint32* line =
        pixGetData(grey) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey);
    for (l_int32 w = 0; w < words; ++w) {
      for (l_uint32 left = bits[w], x = 0; left != 0; left <<= 1U, ++x) {
        if ((left & kFirst) != 0) SET_DATA_BYTE(line, 32 * w + x, 255);
      }
    }
  }
}

bool is_black_and_white(const PageImage& image) {
  constexpr std::ptrdiff_t kAtOnce = 4096;  // enough for vectors
  const auto is_grey = [](std::uint8_t dot) { return dot != 0 && dot != 255; };
  for (auto at = image.grey.begin(); at != image.grey.end();) {
    const auto end = at + std::min(kAtOnce, image.grey.end() - at);
    if (std::count_if(at, end, is_grey) != 0) return false;
    at = end;
  }
  return true;
}

// `image` for the engine: its ink alone where nothing is grey. Asking for each
// dot whether it is ink takes the engine a twentieth of its time.
PixPtr plainest(const PageImage& image, Pix* ink) {
  if (!is_black_and_white(image)) return pix_of(image);
  return PixPtr(pixCopy(nullptr, ink));
}

void say_nothing(const char* /*message*/) {}

}  // namespace

void silence_leptonica() {
  static const bool silent = [] {
    leptSetStderrHandler(say_nothing);
    setMsgSeverity(L_SEVERITY_NONE);
    return true;
  }();
  static_cast<void>(silent);
}

std::vector<PixelBox> take_rules(const StraightPix& page, float dpi) {
  // Inches: longer than the strokes of letters, shorter than rows are high.
  const auto level = static_cast<int>(dpi * 0.4F);
  const auto upright = static_cast<int>(dpi * 0.2F);
  const PixPtr lines = long_lines(page.ink.get(), level, upright);
  l_int32 none = 0;
  if (lines == nullptr || pixZero(lines.get(), &none) != 0 || none != 0)
    return {};
  // Take the blurred edges along.
  pixDilateBrick(lines.get(), lines.get(), 5, 5);
  if (pixGetDepth(page.pix.get()) == 1) {
    pixSubtract(page.pix.get(), page.pix.get(), lines.get());
  } else {
    whiten(page.pix.get(), lines.get());
  }
  return enclosed(lines, dpi);
}

PixPtr without(Pix* pix, const std::vector<PixelBox>& boxes) {
  PixPtr copy(pixCopy(nullptr, pix));
  if (copy == nullptr) return copy;
  for (const PixelBox& box : boxes) {
    BOX* area = boxCreate(box.x, box.y, box.width, box.height);
    if (pixGetDepth(pix) == 1) {
      pixClearInRect(copy.get(), area);
    } else {
      pixSetInRect(copy.get(), area);
    }
    boxDestroy(&area);
  }
  return copy;
}

PixPtr pix_of(const PageImage& image) {
  PixPtr pix(pixCreateNoInit(static_cast<l_int32>(image.width),
                             static_cast<l_int32>(image.height), 8));
  if (pix == nullptr) return pix;
  const auto stride = static_cast<std::size_t>(pixGetWpl(pix.get())) * 4;
  auto* row = reinterpret_cast<std::uint8_t*>(pixGetData(pix.get()));
  const std::uint8_t* from = image.grey.data();
  for (std::uint32_t y = 0; y < image.height; ++y) {
    std::memcpy(row, from, image.width);
    std::memset(row + image.width, 0, stride - image.width);
    row += stride;
    from += image.width;
  }
  // Leptonica keeps the first pixel in the highest byte of a word.
  pixEndianByteSwap(pix.get());
  return pix;
}

std::optional<PageImage> image_of(PixPtr pix, float dpi) {
  if (pixGetSpp(pix.get()) == 4) {
    pix.reset(pixAlphaBlendUniform(pix.get(), 0xFFFFFF00));
  }
  if (pix != nullptr) pix.reset(pixConvertTo8(pix.get(), 0));
  if (pix == nullptr) return std::nullopt;
  PageImage image{static_cast<std::uint32_t>(pixGetWidth(pix.get())),
                  static_cast<std::uint32_t>(pixGetHeight(pix.get())),
                  dpi,
                  {}};
  pixEndianByteSwap(pix.get());
  const auto stride = static_cast<std::size_t>(pixGetWpl(pix.get())) * 4;
  const auto* row =
      reinterpret_cast<const std::uint8_t*>(pixGetData(pix.get()));
  image.grey.reserve(std::size_t{image.width} * image.height);
  for (std::uint32_t y = 0; y < image.height; ++y, row += stride) {
    image.grey.insert(image.grey.end(), row, row + image.width);
  }
  return image;
}

StraightPix straightened(const PageImage& image) {
  constexpr float kLeast = 0.1F;  // degrees; less may be a mistake
  // Tesseract reads what is tilted by less as well, and faster than what is
  // blurred; rules of three dots fall by one over the length that tells them.
  constexpr float kWorthTurning = 0.4F;
  constexpr float kCertainty = 3.0F;  // as `pixDeskew` asks for
  PixPtr ink = ink_of(image);
  if (ink == nullptr) return {};
  StraightPix out;
  float certainty = 0;
  if (pixFindSkew(ink.get(), &out.tilt, &certainty) != 0 ||
      std::abs(out.tilt) < kLeast || certainty < kCertainty) {
    out.tilt = 0;
  }
  if (std::abs(out.tilt) < kWorthTurning) {
    out.pix = plainest(image, ink.get());
  } else {
    out.turned = out.tilt;
    const PageImage level =
        turned(image, out.tilt * std::numbers::pi_v<float> / 180);
    out.pix = pix_of(level);
    ink = ink_of(level);
  }
  if (out.pix == nullptr || ink == nullptr) return {};
  out.ink = std::move(ink);
  return out;
}

}  // namespace kehoach
