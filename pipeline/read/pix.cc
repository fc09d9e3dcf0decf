#include "read/pix.h"

#include <cmath>
#include <cstring>
#include <numbers>

namespace kehoach {

namespace {

constexpr l_int32 kInk = 130;  // darker is ink

// What is left of `ink` of which a stretch of `width` x `height` fits into it.
PixPtr stretches(const PixPtr& ink, l_int32 width, l_int32 height) {
  PixPtr found(pixOpenBrick(nullptr, ink.get(), width, height));
  // Take the blurred edges along.
  if (found != nullptr) pixDilateBrick(found.get(), found.get(), 7, 7);
  return found;
}

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

}  // namespace

std::vector<PixelBox> take_rules(Pix* pix, float dpi) {
  // Inches: longer than the strokes of letters, shorter than rows are high.
  const auto long_level = static_cast<l_int32>(dpi * 0.4F);
  const auto long_upright = static_cast<l_int32>(dpi * 0.2F);
  const PixPtr ink(pixConvertTo1(pix, kInk));
  if (ink == nullptr) return {};
  const PixPtr level = stretches(ink, long_level, 1);
  const PixPtr upright = stretches(ink, 1, long_upright);
  if (level == nullptr || upright == nullptr) return {};
  pixOr(level.get(), level.get(), upright.get());
  pixSetMasked(pix, level.get(), 255);
  return enclosed(level, dpi);
}

PixPtr without(Pix* pix, const std::vector<PixelBox>& boxes) {
  PixPtr copy(pixCopy(nullptr, pix));
  if (copy == nullptr) return copy;
  for (const PixelBox& box : boxes) {
    Box* area = boxCreate(box.x, box.y, box.width, box.height);
    pixSetInRect(copy.get(), area);
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

StraightPix straightened(PixPtr pix) {
  constexpr float kLeast = 0.1F;      // degrees; less is not worth the blur
  constexpr float kCertainty = 3.0F;  // as `pixDeskew` asks for
  const PixPtr ink(pixConvertTo1(pix.get(), kInk));
  float tilt = 0;
  float certainty = 0;
  if (ink == nullptr || pixFindSkew(ink.get(), &tilt, &certainty) != 0 ||
      std::abs(tilt) < kLeast || certainty < kCertainty) {
    return {std::move(pix), 0};
  }
  PixPtr turned(pixRotate(pix.get(), tilt * std::numbers::pi_v<float> / 180,
                          L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  if (turned == nullptr) return {std::move(pix), 0};
  return {std::move(turned), tilt};
}

}  // namespace kehoach
