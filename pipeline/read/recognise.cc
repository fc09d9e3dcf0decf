#include "read/recognise.h"

#include <algorithm>
#include <thread>

#include "read/ocr_engine.h"
#include "read/ocr_pool.h"

namespace kehoach {
namespace {

Recognised recognise(OcrEngine& engine, PageDrawer& drawer, std::size_t page) {
  const std::optional<PageImage> image = drawer(page, kOcrDpi);
  if (!image) return {Recognised::State::no_picture, {}, false};
  std::optional<PdfPage> words = engine.read(*image);
  if (!words) return {Recognised::State::too_slow, {}, image->damaged};
  return {Recognised::State::done, std::move(*words), image->damaged};
}

}  // namespace

Recogniser::Recogniser(DrawerMaker maker, const ReadOptions& options)
    : maker_(std::move(maker)),
      engines_(options.engines == nullptr ? own_ : *options.engines),
      threads_(std::max(options.threads, 1U)),
      on_step_(options.on_step) {}

std::optional<PageImage> Recogniser::draw(std::size_t index, float dpi) {
  if (drawers_.empty()) drawers_.push_back(maker_());
  return drawers_[0](index, dpi);
}

Result<void> Recogniser::work(PageDrawer& drawer,
                              const std::vector<std::size_t>& pages,
                              std::vector<Recognised>& out,
                              std::atomic<std::size_t>& next) {
  Result<BorrowedEngine> engine = BorrowedEngine::from(engines_);
  if (!engine) return Failure(engine.error());
  for (std::size_t i = next++; i < pages.size(); i = next++) {
    if (on_step_) on_step_(Stage::read);
    out[i] = recognise(**engine, drawer, pages[i]);
  }
  return {};
}

Result<std::vector<Recognised>> Recogniser::read(
    const std::vector<std::size_t>& pages) {
  std::vector<Recognised> out(pages.size(),
                              {Recognised::State::too_many, {}, false});
  std::vector<std::size_t> taken = pages;
  taken.resize(std::min(pages.size(), kReadLimits.ocr_pages - read_));
  read_ += taken.size();
  const std::size_t count = std::min(threads_, taken.size());
  while (drawers_.size() < count) drawers_.push_back(maker_());
  std::atomic<std::size_t> next = 0;
  std::vector<Result<void>> results(count);
  std::vector<std::thread> helpers;
  for (std::size_t t = 1; t < count; ++t) {
    helpers.emplace_back(
        [&, t] { results[t] = work(drawers_[t], taken, out, next); });
  }
  if (count > 0) results[0] = work(drawers_[0], taken, out, next);
  for (std::thread& helper : helpers) helper.join();
  for (const Result<void>& result : results) {
    if (!result) return Failure(result.error());
  }
  return out;
}

}  // namespace kehoach
