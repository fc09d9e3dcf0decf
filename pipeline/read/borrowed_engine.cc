#include "read/ocr_engine.h"
#include "read/ocr_pool.h"

namespace kehoach {

BorrowedEngine::~BorrowedEngine() {
  if (engine_ == nullptr) return;
  OcrPool::Shelf& shelf = *pool_->shelf_;
  const std::lock_guard lock(shelf.mutex);
  shelf.engines.push_back(std::move(engine_));
}

Result<BorrowedEngine> BorrowedEngine::from(OcrPool& pool) {
  OcrPool::Shelf& shelf = *pool.shelf_;
  {
    const std::lock_guard lock(shelf.mutex);
    if (!shelf.engines.empty()) {
      OcrEnginePtr engine = std::move(shelf.engines.back());
      shelf.engines.pop_back();
      return BorrowedEngine(pool, std::move(engine));
    }
  }
  Result<OcrEngine> engine = OcrEngine::load(shelf.data);
  if (!engine) return Failure(engine.error());
  return BorrowedEngine(pool, OcrEnginePtr(new OcrEngine(std::move(*engine)),
                                           [](OcrEngine* e) { delete e; }));
}

}  // namespace kehoach
