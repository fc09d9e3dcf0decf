// Recognises the text of many pages, on one thread or several.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "read/page_image.h"
#include "read/pdf_page.h"
#include "read/read.h"

namespace kehoach {

// What became of one page.
struct Recognised {
  enum class State {
    done,
    no_picture,  // it can't be drawn, or is too large
    too_slow,    // stopped after `ReadLimits::ocr_seconds`
    too_many,    // behind the last of `ReadLimits::ocr_pages`
  };
  State state = State::no_picture;
  PdfPage page;          // empty unless done
  bool damaged = false;  // a part of the picture could not be decoded
};

// Gives the picture of page `index`. Called from one thread.
using PageDrawer =
    std::function<std::optional<PageImage>(std::size_t index, float dpi)>;
// Makes a drawer for a thread of its own. Called from one thread at a time.
using DrawerMaker = std::function<PageDrawer()>;

// The pages of one document, recognised in batches.
class Recogniser {
 public:
  Recogniser(DrawerMaker maker, const ReadOptions& options);

  // `pages` in their order, whatever the order in which the threads came to
  // them. Error: as `OcrEngine::load`.
  [[nodiscard]] Result<std::vector<Recognised>> read(
      const std::vector<std::size_t>& pages);

  // The picture of one page, drawn here.
  [[nodiscard]] std::optional<PageImage> draw(std::size_t index, float dpi);

 private:
  // Draws and reads pages until none is left.
  [[nodiscard]] Result<void> work(PageDrawer& drawer,
                                  const std::vector<std::size_t>& pages,
                                  std::vector<Recognised>& out,
                                  std::atomic<std::size_t>& next);

  DrawerMaker maker_;
  OcrPool own_;
  OcrPool& engines_;
  std::size_t threads_;
  StepWatch on_step_;
  std::vector<PageDrawer> drawers_;  // one for each thread, made when needed
  std::size_t read_ = 0;
};

}  // namespace kehoach
