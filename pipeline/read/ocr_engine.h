// Recognises the text of a page's picture, through Tesseract.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "model/result.h"
#include "read/page_image.h"
#include "read/pdf_page.h"

namespace kehoach {

// Tesseract with its Vietnamese data. Loading takes a tenth of a second, so an
// engine is kept and reused; it remembers nothing of the pages before. One
// engine is used by one thread at a time.
class OcrEngine {
 public:
  // `data`: the folder of `vie.traineddata`; empty means where Tesseract looks
  // ($TESSDATA_PREFIX, then what it was built with). Error: `unsupported` if
  // that is not installed.
  [[nodiscard]] static Result<OcrEngine> load(const std::string& data);

  OcrEngine(OcrEngine&&) noexcept;
  OcrEngine& operator=(OcrEngine&&) noexcept;
  ~OcrEngine();

  // The words of `image` with their confidences. The picture is set straight
  // first: boxes lie in a page turned by `PdfPage::tilt`, where lines are
  // level. Boxes reach from ascent to descent of the line, as those of fonts
  // do. Nothing after `ReadLimits::ocr_seconds`. Runs on the calling thread
  // alone.
  [[nodiscard]] std::optional<PdfPage> read(const PageImage& image);

 private:
  struct Api;
  explicit OcrEngine(std::unique_ptr<Api> api);
  std::unique_ptr<Api> api_;
};

}  // namespace kehoach
