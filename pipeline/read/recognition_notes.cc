#include "read/recognition_notes.h"

#include "read/ocr_engine.h"
#include "read/page_list.h"

namespace kehoach {
namespace {

void tell(SourceText& source, Severity severity, const char* code,
          const std::vector<std::size_t>& pages, const std::string& what) {
  if (pages.empty()) return;
  source.diagnostics.push_back(
      {severity, code, pages_named(pages) + ": " + what, {}});
}

}  // namespace

void RecognitionNotes::add(std::size_t page, Recognised::State state) {
  switch (state) {
    case Recognised::State::done:
      return recognised.push_back(page);
    case Recognised::State::no_picture:
      return no_picture.push_back(page);
    case Recognised::State::too_slow:
      return too_slow.push_back(page);
    case Recognised::State::too_many:
      return too_many.push_back(page);
  }
}

void RecognitionNotes::tell(SourceText& source) const {
  const auto say = [&source](Severity severity, const char* code,
                             const std::vector<std::size_t>& pages,
                             const std::string& what) {
    kehoach::tell(source, severity, code, pages, what);
  };
  say(Severity::info, "text-recognised", recognised,
      "the text was recognised in the picture; look at what is uncertain");
  say(Severity::warning, "text-layer-rubbish", rubbish,
      "the text layer is not what is printed and was not used");
  say(Severity::warning, "page-not-recognised", no_picture,
      "no picture of at most " + std::to_string(kMaxPixels / 1'000'000) +
          " million pixels could be made, text there is missing");
  say(Severity::warning, "page-not-recognised", too_slow,
      "not recognised within " + std::to_string(OcrEngine::kMaxSeconds) +
          " seconds, text there is missing");
  say(Severity::warning, "page-not-recognised", too_many,
      "no more than " + std::to_string(kMaxOcrPages) +
          " pages of a document are recognised; split it");
}

}  // namespace kehoach
