#include "read/ocr_pool.h"

namespace kehoach {

OcrPool::OcrPool(std::string data) : shelf_(std::make_unique<Shelf>()) {
  shelf_->data = std::move(data);
}
OcrPool::~OcrPool() = default;

Result<bool> OcrPool::probe() {
  const auto engine = BorrowedEngine::from(*this);
  if (!engine) return Failure(engine.error());
  return true;
}

BorrowedEngine::BorrowedEngine(OcrPool& pool, OcrEngine engine)
    : pool_(&pool), engine_(std::make_unique<OcrEngine>(std::move(engine))) {}

BorrowedEngine::~BorrowedEngine() {
  if (engine_ == nullptr) return;
  OcrPool::Shelf& shelf = *pool_->shelf_;
  const std::lock_guard lock(shelf.mutex);
  shelf.engines.push_back(std::move(*engine_));
}

Result<BorrowedEngine> BorrowedEngine::from(OcrPool& pool) {
  OcrPool::Shelf& shelf = *pool.shelf_;
  {
    const std::lock_guard lock(shelf.mutex);
    if (!shelf.engines.empty()) {
      OcrEngine engine = std::move(shelf.engines.back());
      shelf.engines.pop_back();
      return BorrowedEngine(pool, std::move(engine));
    }
  }
  Result<OcrEngine> engine = OcrEngine::load(shelf.data);
  if (!engine) return Failure(engine.error());
  return BorrowedEngine(pool, std::move(*engine));
}

}  // namespace kehoach
