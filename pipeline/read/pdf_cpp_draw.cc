// Pages drawn through Poppler's stable interface.
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "read/pdf_render.h"

namespace kehoach {

struct PdfDrawer::Document {
  std::unique_ptr<poppler::document> pdf;
};

PdfDrawer::PdfDrawer(std::string_view bytes)
    : document_(std::make_unique<Document>()) {
  document_->pdf.reset(poppler::document::load_from_raw_data(
      bytes.data(), static_cast<int>(bytes.size())));
}
PdfDrawer::PdfDrawer(PdfDrawer&&) noexcept = default;
PdfDrawer& PdfDrawer::operator=(PdfDrawer&&) noexcept = default;
PdfDrawer::~PdfDrawer() = default;

std::optional<PageImage> PdfDrawer::draw(std::size_t index, float dpi) const {
  if (document_->pdf == nullptr) return std::nullopt;
  const std::unique_ptr<poppler::page> page(
      document_->pdf->create_page(static_cast<int>(index)));
  if (page == nullptr) return std::nullopt;
  const poppler::rectf size = page->page_rect();
  const auto drawn_dpi = drawn_at(size.width(), size.height(), dpi);
  if (!drawn_dpi) return std::nullopt;
  PageImage image;
  image.dpi = *drawn_dpi;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const poppler::image drawn =
      renderer.render_page(page.get(), image.dpi, image.dpi);
  if (!drawn.is_valid()) return std::nullopt;
  image.width = static_cast<std::uint32_t>(drawn.width());
  image.height = static_cast<std::uint32_t>(drawn.height());
  image.grey.reserve(std::size_t{image.width} * image.height);
  const char* row = drawn.const_data();
  for (int y = 0; y < drawn.height(); ++y, row += drawn.bytes_per_row()) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(row);
    image.grey.insert(image.grey.end(), bytes, bytes + drawn.width());
  }
  return image;
}

}  // namespace kehoach
