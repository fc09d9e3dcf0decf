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

// Leptonica prints what displeases it, for the whole process, unless told not
// to. Any number of threads may tell it.
void silence_leptonica();

// Null where there is no memory for it.
[[nodiscard]] PixPtr pix_of(const PageImage& image);

// Grey, whatever `pix` was; transparent parts are white.
[[nodiscard]] std::optional<PageImage> image_of(PixPtr pix, float dpi);

// `image`, and the angle that it is to be turned by to make its lines level:
// degrees, clockwise; 0 where it is straight or no lines were found. It is
// turned where that is worth it. Null where there is no memory for it.
struct StraightPix {
  PixPtr pix;  // 8 bits a dot, or 1 where it is black and white
  PixPtr ink;  // what is dark in it, one bit a dot
  float tilt = 0;
  float turned = 0;  // of this
};
[[nodiscard]] StraightPix straightened(const PageImage& image);

// In pixels; half open.
struct PixelBox {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

// Wipes long lines that are level or upright off `page.pix`, and gives the
// cells that they enclosed, if these make a table. Lines between words tear
// words apart, and so do words in cells that stand beside each other.
[[nodiscard]] std::vector<PixelBox> take_rules(const StraightPix& page,
                                               float dpi);

// A copy of `pix` with white in place of `boxes`.
[[nodiscard]] PixPtr without(Pix* pix, const std::vector<PixelBox>& boxes);

}  // namespace kehoach
