// A page as a picture, and how large a picture may be.
#pragma once

#include <cstdint>
#include <vector>

namespace kehoach {

// The most pixels that are decoded or drawn for one page: A3 at 400 dpi. One
// costs a byte here and some ten more while it is recognised.
inline constexpr std::uint64_t kMaxPixels = 32'000'000;

// What text is recognised at. Finer scans are made smaller: at 300 dpi a page
// costs a third more and reads no better.
inline constexpr float kOcrDpi = 300;

struct PageImage {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  float dpi = kOcrDpi;
  std::vector<std::uint8_t> grey;  // row by row, 0 is black
};

}  // namespace kehoach
