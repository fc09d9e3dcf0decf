// Long lines of a picture, as Leptonica's own opening finds them.
#include "read/pix_lines.h"

#include <gtest/gtest.h>

#include <random>

namespace kehoach {
namespace {

// Dots of which most are dark, in a picture whose rows fill no whole words.
PixPtr noise(int width, int height, unsigned seed) {
  PixPtr pix(pixCreate(width, height, 1));
  std::mt19937 random(seed);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      pixSetPixel(pix.get(), x, y, random() % 8 == 0 ? 0 : 1);
    }
  }
  return pix;
}

PixPtr opened(Pix* ink, int level, int upright) {
  PixPtr across(pixDilateBrick(nullptr, ink, 1, 3));
  PixPtr down(pixDilateBrick(nullptr, ink, 3, 1));
  across.reset(pixOpenBrick(nullptr, across.get(), level, 1));
  down.reset(pixOpenBrick(nullptr, down.get(), 1, upright));
  pixOr(across.get(), across.get(), down.get());
  return across;
}

TEST(PixLines, AreThoseOfOpeningByABrick) {
  struct Case {
    int width, height, level, upright;
  };
  for (const Case& c :
       {Case{201, 90, 17, 12}, Case{64, 64, 32, 33}, Case{331, 50, 70, 5},
        Case{40, 300, 3, 64}, Case{100, 40, 1, 1}, Case{31, 20, 40, 21}}) {
    for (unsigned seed = 0; seed < 5; ++seed) {
      const PixPtr ink = noise(c.width, c.height, seed);
      const PixPtr found = long_lines(ink.get(), c.level, c.upright);
      ASSERT_NE(found, nullptr);
      l_int32 same = 0;
      pixEqual(found.get(), opened(ink.get(), c.level, c.upright).get(), &same);
      EXPECT_EQ(same, 1) << c.width << " x " << c.height << ", " << c.level
                         << " and " << c.upright << ", seed " << seed;
    }
  }
}

TEST(PixLines, LeavesLettersAlone) {
  const PixPtr ink(pixCreate(300, 100, 1));
  // A letter's strokes, then a rule and a table's edge.
  pixRasterop(ink.get(), 10, 10, 30, 4, PIX_SET, nullptr, 0, 0);
  pixRasterop(ink.get(), 10, 10, 4, 30, PIX_SET, nullptr, 0, 0);
  pixRasterop(ink.get(), 60, 50, 200, 2, PIX_SET, nullptr, 0, 0);
  pixRasterop(ink.get(), 270, 5, 2, 90, PIX_SET, nullptr, 0, 0);
  const PixPtr found = long_lines(ink.get(), 120, 60);
  ASSERT_NE(found, nullptr);
  l_int32 dots = 0;
  pixCountPixels(found.get(), &dots, nullptr);
  EXPECT_EQ(dots, 200 * (2 + 2) + (2 + 2) * 90);
}

}  // namespace
}  // namespace kehoach
