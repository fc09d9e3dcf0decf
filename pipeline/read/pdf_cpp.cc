// Poppler by its stable interface.
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include "read/pdf_document.h"
#include "read/pdf_fonts.h"

namespace kehoach {
namespace {

void listen(const std::string& message, void*) { Listening::hear(message); }

// UTF-16 to UTF-8, without control characters. (`ustring::to_utf8` opens a
// converter for each word.)
std::string utf8(const poppler::ustring& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && i + 1 < text.size() && text[i + 1] >= 0xDC00 &&
        text[i + 1] < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (text[++i] - 0xDC00U);
    } else if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
    }
    if (c >= 0x20) append_utf8(out, c);
  }
  return out;
}

class CppDocument final : public PdfDocument {
 public:
  CppDocument(std::unique_ptr<poppler::document> document,
              Complaints& complaints)
      : document_(std::move(document)), complaints_(complaints) {}

  [[nodiscard]] std::size_t pages() const override {
    return static_cast<std::size_t>(document_->pages());
  }

  [[nodiscard]] PdfPage page(std::size_t index) override {
    const Listening listening(complaints_);
    const std::unique_ptr<poppler::page> page(
        document_->create_page(static_cast<int>(index)));
    return page == nullptr ? PdfPage() : words_of(*page);
  }

  [[nodiscard]] const std::vector<std::string>& fonts() const override {
    return fonts_.names();
  }

 private:
  PdfPage words_of(const poppler::page& page) {
    PdfPage out;
    const poppler::rectf rect = page.page_rect();
    out.width = static_cast<float>(rect.width());
    out.height = static_cast<float>(rect.height());
    const bool sideways = page.orientation() == poppler::page::landscape ||
                          page.orientation() == poppler::page::seascape;
    if (sideways) std::swap(out.width, out.height);
    for (const poppler::text_box& box :
         page.text_list(poppler::page::text_list_include_font)) {
      PdfWord word;
      word.text = utf8(box.text());
      const poppler::rectf at = box.bbox();
      word.box = {static_cast<float>(at.left()), static_cast<float>(at.top()),
                  static_cast<float>(at.right()),
                  static_cast<float>(at.bottom())};
      word.size = static_cast<float>(box.get_font_size());
      if (trim(word.text).empty() || !can_be_seen(word)) continue;
      word.font = fonts_.index_of(box.get_font_name());
      word.quarter_turns = static_cast<std::uint8_t>(box.rotation() & 3);
      word.space_after = box.has_space_after();
      out.words.push_back(std::move(word));
    }
    return out;
  }

  std::unique_ptr<poppler::document> document_;
  Complaints& complaints_;
  FontNames fonts_;
};

}  // namespace

OpenedPdf open_with_poppler_cpp(std::string_view bytes,
                                Complaints& complaints) {
  static const bool listens = [] {
    poppler::set_debug_error_function(listen, nullptr);
    return true;
  }();
  static_cast<void>(listens);
  const Listening listening(complaints);
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(),
                                            static_cast<int>(bytes.size())));
  if (document == nullptr) return {};
  if (document->is_locked()) return {nullptr, true};
  return {std::make_unique<CppDocument>(std::move(document), complaints)};
}

}  // namespace kehoach
