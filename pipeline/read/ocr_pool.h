// What `OcrPool` holds. Private to read/.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "read/read.h"

namespace kehoach {

class OcrEngine;

// Ends with the code that made it, which a pool is not linked with.
using OcrEnginePtr = std::unique_ptr<OcrEngine, void (*)(OcrEngine*)>;

struct OcrPool::Shelf {
  std::string data;
  std::mutex mutex;
  std::vector<OcrEnginePtr> engines;  // those that nobody has
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
  BorrowedEngine(OcrPool& pool, OcrEnginePtr engine)
      : pool_(&pool), engine_(std::move(engine)) {}

  OcrPool* pool_;
  OcrEnginePtr engine_;  // none once moved from
};

}  // namespace kehoach
