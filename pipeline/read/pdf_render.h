// Draws pages of PDF documents, through Poppler.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "read/page_image.h"

namespace kehoach {

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
  // the page can't be drawn, or is so large that its letters would be lost.
  [[nodiscard]] std::optional<PageImage> draw(std::size_t index,
                                              float dpi) const;

 private:
  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace kehoach
