// Draws pages of PDF documents, through Poppler: by its core or by poppler-cpp,
// as `pdf_document.h` says. Only the core can end a page that draws too much.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "read/page_image.h"

namespace kehoach {

// At how many dpi, at most `dpi`, a page of so many points is drawn.
[[nodiscard]] inline std::optional<float> drawn_at(double width, double height,
                                                   float dpi) {
  constexpr float kPointsPerInch = 72;
  const double inches = width / kPointsPerInch * (height / kPointsPerInch);
  if (!(inches > 0)) return std::nullopt;
  const auto finest = static_cast<float>(
      std::sqrt(static_cast<double>(kReadLimits.pixels) / inches));
  if (finest < std::min(dpi, kPointsPerInch)) return std::nullopt;
  return std::min(dpi, finest);
}

// A PDF document that pages are drawn from. One drawer is used by one thread;
// the bytes must outlive it.
class PdfDrawer {
 public:
  explicit PdfDrawer(std::string_view bytes);
  PdfDrawer(PdfDrawer&&) noexcept;
  PdfDrawer& operator=(PdfDrawer&&) noexcept;
  ~PdfDrawer();

  // Page `index`, which counts from 0, in grey. Large pages are drawn coarser
  // than `dpi`, so that they have `ReadLimits::pixels` at most. Nothing where
  // the page can't be drawn, is so large that its letters would be lost, or
  // draws more than some hundred pages full of pictures.
  [[nodiscard]] std::optional<PageImage> draw(std::size_t index,
                                              float dpi) const;

 private:
  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace kehoach
