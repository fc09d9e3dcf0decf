// Letters that fonts name by the wrong code.
#pragma once

#include <array>
#include <cstddef>

#include "model/source_text.h"
#include "read/pdf_page.h"

namespace kehoach {

// Fonts of some word processors map the glyphs of Ư and ư to Ƣ and ƣ, which
// Vietnamese lacks, and Đ and đ to the Icelandic Ð and ð. Each has one reading
// and is no reason to recognise the page in its picture.
//
//   "THƢƠNG" -> "THƯƠNG"
class MendedGlyphs {
 public:
  static constexpr std::size_t kKinds = 5;

  // Mends the words of `page` and counts what was mended.
  void mend(PdfPage& page);
  // One diagnostic, `glyphs-mended`, with what stood there, what it became and
  // how often; none if nothing was mended.
  void tell(SourceText& source) const;

 private:
  std::array<std::size_t, kKinds> counts_{};
};

}  // namespace kehoach
