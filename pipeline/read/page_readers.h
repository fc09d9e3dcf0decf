// The readers of PDF and of pictures, through Poppler and Tesseract. Private to
// read/.
//
// These two bring fifty shared libraries, which every start of a program that
// is linked with them pays for. So `kehoach` takes late_pages.cc, which loads
// the readers as a module when the first such document comes, and what is to
// have them from the start takes pages.cc: that module, and the tests.
#pragma once

#include <string_view>
#include <vector>

#include "read/read.h"

namespace kehoach {

struct PageReaders {
  using Reader = Result<SourceText> (*)(std::string_view bytes,
                                        std::string_view path,
                                        const ReadOptions& options);
  Reader pdf;
  Reader image;
  std::vector<Signature> (*signatures)(std::string_view pdf);
  Result<bool> (*probe)(OcrPool& engines);
};

// Error: as `ask_late_library`.
[[nodiscard]] Result<const PageReaders*> page_readers();

}  // namespace kehoach
