// Leptonica's pictures as values.
#pragma once

#include <leptonica/allheaders.h>

#include <memory>
#include <optional>
#include <vector>

#include "read/page_image.h"

namespace kehoach {

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

// Null where there is no memory for it.
[[nodiscard]] PixPtr pix_of(const PageImage& image);

// Grey, whatever `pix` was; transparent parts are white.
[[nodiscard]] std::optional<PageImage> image_of(PixPtr pix, float dpi);

// `pix` with its lines of text level, and the angle that it was turned by:
// degrees, clockwise. 0 where it was straight or no lines were found.
struct StraightPix {
  PixPtr pix;
  float tilt = 0;
};
[[nodiscard]] StraightPix straightened(PixPtr pix);

// In pixels; half open.
struct PixelBox {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

// Wipes long lines that are level or upright off `pix`, and gives the cells
// that they enclosed, if these make a table. Lines between words tear words
// apart, and so do words in cells that stand beside each other.
[[nodiscard]] std::vector<PixelBox> take_rules(Pix* pix, float dpi);

// A copy of `pix` with white in place of `boxes`.
[[nodiscard]] PixPtr without(Pix* pix, const std::vector<PixelBox>& boxes);

}  // namespace kehoach
