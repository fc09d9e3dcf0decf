// From pages of words to the text of a document.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/source_text.h"
#include "read/pdf_page.h"
#include "read/pdf_stamps.h"

namespace kehoach {

// Lays pages out and strings them together: lines end in '\n', words stand
// apart by one space. The raised number of a footnote reads `đoạn[1]`, and the
// footnotes of all pages stand behind the text. Pages are handed in one by one
// and not kept.
class PagedText {
 public:
  // `pages`: how many there will be, so that memory is taken once for all.
  explicit PagedText(std::size_t pages = 0);
  PagedText(const PagedText&) = delete;
  PagedText& operator=(const PagedText&) = delete;
  ~PagedText();

  // The next page, and what was taken out of it: lines of furniture. `fonts`
  // are the names that `PdfWord::font` counts; bold and italic are told by
  // them.
  void add(const PdfPage& page, const std::vector<Overprint>& overprints,
           const std::vector<std::string>& fonts);

  // The text of all pages; nothing can be added any more.
  [[nodiscard]] SourceText finish(std::vector<std::string> fonts);

 private:
  class Assembly;
  std::unique_ptr<Assembly> assembly_;
};

}  // namespace kehoach
