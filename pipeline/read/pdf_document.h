// Opens PDF documents through Poppler, and gives their pages as words.
//
// There are two ways in. Poppler's core knows everything (words with boxes and
// fonts at the cost of plain text, drawn lines, notes apart from the page) and
// has no stable interface; poppler-cpp is stable and knows less. Whatever is
// told here of "the core" alone, poppler-cpp leaves at its default.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/pdf_complaints.h"
#include "read/pdf_page.h"

namespace kehoach {

class PdfDocument {
 public:
  PdfDocument() = default;
  PdfDocument(const PdfDocument&) = delete;
  PdfDocument& operator=(const PdfDocument&) = delete;
  virtual ~PdfDocument() = default;

  [[nodiscard]] virtual std::size_t pages() const = 0;

  // Page `index`, which counts from 0. The core gives the words of the page,
  // then those of each note on it (`PdfWord::note`), the drawn lines, and
  // whether there are pictures; text that is set aslant (a watermark) is left
  // out. A page that can't be read is
  // empty. Nothing of a page is kept, so memory does not grow with their
  // number. Costs some 0.5 ms.
  [[nodiscard]] virtual PdfPage page(std::size_t index) = 0;

  // The names that `PdfWord::font` of the pages read so far counts.
  [[nodiscard]] virtual const std::vector<std::string>& fonts() const = 0;
};

struct OpenedPdf {
  std::unique_ptr<PdfDocument> document;  // none if it can't be read
  bool encrypted = false;                 // a password is needed
};

// `bytes` and `complaints` must outlive the document. One document is used by
// one thread.
[[nodiscard]] OpenedPdf open_with_poppler_cpp(std::string_view bytes,
                                              Complaints& complaints);
// Only where CMake found the headers of the core.
[[nodiscard]] OpenedPdf open_with_poppler_core(std::string_view bytes,
                                               Complaints& complaints);

// The best way that this build has.
[[nodiscard]] OpenedPdf open_pdf(std::string_view bytes,
                                 Complaints& complaints);

}  // namespace kehoach
