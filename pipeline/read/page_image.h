// A page as a picture, and how large a picture may be.
#pragma once

#include <cstdint>
#include <vector>

#include "read/read.h"

namespace kehoach {

// What text is recognised at. Finer scans are made smaller: at 300 dpi a page
// costs a third more and reads no better.
inline constexpr float kOcrDpi = 300;

struct PageImage {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  float dpi = kOcrDpi;
  std::vector<std::uint8_t> grey;  // row by row, 0 is black
  bool damaged = false;            // a part could not be decoded
};

}  // namespace kehoach
