// What `OcrPool` holds. Private to read/.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "read/ocr_engine.h"
#include "read/read.h"

namespace kehoach {

struct OcrPool::Shelf {
  std::string data;
  std::mutex mutex;
  std::vector<OcrEngine> engines;  // those that nobody has
};

// An engine out of a pool, which goes back when this ends.
class BorrowedEngine {
 public:
  [[nodiscard]] static Result<BorrowedEngine> from(OcrPool& pool);

  BorrowedEngine(BorrowedEngine&& other) noexcept = default;
  BorrowedEngine& operator=(BorrowedEngine&&) = delete;
  ~BorrowedEngine();

  OcrEngine& operator*() { return *engine_; }

 private:
  BorrowedEngine(OcrPool& pool, OcrEngine engine);

  OcrPool* pool_;
  std::unique_ptr<OcrEngine> engine_;  // none once moved from
};

}  // namespace kehoach
