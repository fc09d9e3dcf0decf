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

void RecognitionNotes::add(std::size_t page, const Recognised& what) {
  if (what.damaged) damaged.push_back(page);
  switch (what.state) {
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
  say(Severity::warning, "image-damaged", damaged,
      "the picture is damaged, text may be missing; get it again from where "
      "it came from");
  say(Severity::warning, "page-not-recognised", no_picture,
      "its picture is damaged, larger than " +
          std::to_string(kReadLimits.pixels / 1'000'000) +
          " million pixels or drawn of too much, text there is missing; get it "
          "again, or scan it at 300 dpi");
  say(Severity::warning, "page-not-recognised", too_slow,
      "not recognised within " + std::to_string(kReadLimits.ocr_seconds) +
          " seconds, text there is missing");
  say(Severity::warning, "page-not-recognised", too_many,
      "no more than " + std::to_string(kReadLimits.ocr_pages) +
          " pages of a document are recognised; split it");
}

}  // namespace kehoach
