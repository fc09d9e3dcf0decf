#include "read/image_file.h"
#include "read/ocr_pool.h"
#include "read/page_readers.h"
#include "read/pdf_file.h"
#include "read/pdf_signatures.h"

namespace kehoach {
namespace {

Result<bool> probe(OcrPool& engines) {
  const auto engine = BorrowedEngine::from(engines);
  if (!engine) return Failure(engine.error());
  return true;
}

}  // namespace

Result<const PageReaders*> page_readers() {
  static constexpr PageReaders kAll{read_pdf_file, read_image_file,
                                    pdf_signatures, probe};
  return &kAll;
}

}  // namespace kehoach
