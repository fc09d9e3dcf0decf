#include "read/ocr_pool.h"

#include "read/page_readers.h"

namespace kehoach {

OcrPool::OcrPool(std::string data) : shelf_(std::make_unique<Shelf>()) {
  shelf_->data = std::move(data);
}
OcrPool::~OcrPool() = default;

Result<bool> OcrPool::probe() {
  return page_readers().and_then(
      [&](const PageReaders* readers) { return readers->probe(*this); });
}

}  // namespace kehoach
