#include "read/pdf_file.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "read/glyphs.h"
#include "read/page_list.h"
#include "read/pdf_document.h"
#include "read/pdf_render.h"
#include "read/pdf_stamps.h"
#include "read/pdf_text.h"
#include "read/recognise.h"
#include "read/recognition_notes.h"
#include "read/text_layer.h"

namespace kehoach {
namespace {

void warn(SourceText& source, std::string_view code, std::string message) {
  source.diagnostics.push_back(
      {Severity::warning, std::string(code), std::move(message), {}});
}

// Poppler mends a file that was cut off without a word. A whole one has its end
// mark within the last kilobyte (ISO 32000-1, annex H.3.4.2).
bool is_cut_off(std::string_view bytes) {
  constexpr std::size_t kWindow = 1024;
  return bytes.substr(bytes.size() - std::min(bytes.size(), kWindow))
             .find("%%EOF") == std::string_view::npos;
}

void add_damage(std::string_view bytes, const Complaints& complaints,
                SourceText& source) {
  if (is_cut_off(bytes)) {
    warn(source, "pdf-damaged",
         "the PDF ends without its end mark, the end may be missing");
  } else if (complaints.count > 0) {
    warn(source, "pdf-damaged",
         "the PDF is damaged in " + std::to_string(complaints.count) +
             " places, text may be missing; the first: " + complaints.first);
  }
}

Failure no_text(std::string_view path, std::size_t pages, OcrMode ocr) {
  return failure(Error::Kind::no_text, path,
                 "no text on its " + std::to_string(pages) +
                     (pages == 1 ? " page, " : " pages, ") +
                     (ocr == OcrMode::never
                          ? "it is probably a scan; read it with --ocr auto"
                          : "and none was recognised in their pictures; look "
                            "at it, and scan it again at 300 dpi"));
}

// The pages of a document in batches: what their layers say, then what is
// recognised on those whose layer is not good. Only the text of the batches
// before is kept.
class PageReader {
 public:
  PageReader(PdfDocument& document, std::string_view bytes,
             Complaints& complaints, const ReadOptions& options)
      : document_(document),
        complaints_(complaints),
        options_(options),
        recogniser_(
            [bytes] {
              auto drawer = std::make_shared<PdfDrawer>(bytes);
              return [drawer](std::size_t page, float dpi) {
                return drawer->draw(page, dpi);
              };
            },
            options),
        pages_(std::min(document.pages(), kReadLimits.pdf_pages)),
        text_(pages_) {}

  void read() {
    constexpr std::size_t kBatch = 16;
    for (std::size_t first = 0; first < pages_; first += kBatch) {
      read_batch(first, std::min(first + kBatch, pages_));
    }
  }

  [[nodiscard]] bool has_text() const { return empty_.size() < pages_; }
  // Why nothing could be recognised, if anything should have been.
  [[nodiscard]] const std::optional<Error>& trouble() const { return trouble_; }

  SourceText finish() {
    SourceText source = text_.finish(document_.fonts());
    notes_.tell(source);
    glyphs_.tell(source);
    if (!unread_.empty()) {
      warn(source, "text-not-recognised",
           pages_named(unread_) + ": " + trouble_->message);
    }
    if (!cut_.empty()) {
      warn(source, "page-cut",
           pages_named(cut_) +
               ": so much is drawn there that not all of it was read, text may "
               "be missing; print the document to a new PDF and read that");
    }
    if (pages_ < document_.pages()) {
      warn(source, "pages-not-read",
           "only the first " + std::to_string(pages_) + " of " +
               std::to_string(document_.pages()) +
               " pages were read; split the file into its documents");
    }
    if (!empty_.empty()) {
      warn(source, "page-without-text",
           "no text on pages " + page_list(empty_) +
               "; images there are not read");
    }
    return source;
  }

 private:
  void read_batch(std::size_t first, std::size_t last) {
    std::vector<PdfPage> pages;
    std::vector<std::vector<Overprint>> overprints;
    std::vector<std::size_t> doubtful;
    std::vector<bool> rubbish;
    for (std::size_t i = first; i < last; ++i) {
      if (options_.on_step) options_.on_step(Stage::read);
      pages.push_back(document_.page(i));
      if (pages.back().cut) cut_.push_back(i);
      if (cut_.size() == kReadLimits.cut_pages) last = pages_ = i + 1;
      if (options_.mend) glyphs_.mend(pages.back());
      overprints.push_back(take_overprints(pages.back()));
    }
    // Drawing a page repeats what reading it complained of.
    const Complaints complaints = complaints_;
    for (std::size_t i = first; i < last; ++i) {
      const TextLayer layer = judge(i, pages[i - first]);
      if (layer == TextLayer::good) continue;
      doubtful.push_back(i);
      rubbish.push_back(layer == TextLayer::rubbish);
    }
    auto recognised = doubtful.empty() || trouble_
                          ? Result<std::vector<Recognised>>()
                          : recogniser_.read(doubtful);
    complaints_ = complaints;
    if (!recognised) trouble_ = recognised.error();
    if (trouble_)
      unread_.insert(unread_.end(), doubtful.begin(), doubtful.end());
    for (std::size_t d = 0; !trouble_ && d < doubtful.size(); ++d) {
      take(doubtful[d], rubbish[d], (*recognised)[d],
           overprints[doubtful[d] - first], pages[doubtful[d] - first]);
    }
    for (std::size_t i = first; i < last; ++i) {
      if (pages[i - first].words.empty()) empty_.push_back(i);
      text_.add(pages[i - first], overprints[i - first], document_.fonts());
    }
  }

  // `good` for whatever is to be read as it is.
  [[nodiscard]] TextLayer judge(std::size_t index, const PdfPage& page) {
    if (options_.ocr == OcrMode::never) return TextLayer::good;
    const TextLayer layer = judge_text_layer(page);
    if (options_.ocr == OcrMode::always) {
      return layer == TextLayer::rubbish ? layer : TextLayer::none;
    }
    if (layer == TextLayer::good || layer == TextLayer::rubbish) return layer;
    if (!page.pictures) return TextLayer::good;  // there is no other ink
    const auto image = recogniser_.draw(index, kInkDpi);
    const bool covered = image && covered_ink(*image, page) >= kLeastCovered;
    return covered ? TextLayer::good : layer;
  }

  // Puts what was recognised into the place of the layer, if it is better.
  void take(std::size_t index, bool rubbish, Recognised& found,
            const std::vector<Overprint>& overprints, PdfPage& page) {
    notes_.add(index, found);
    if (found.state != Recognised::State::done) return;
    if (found.page.words.empty()) {
      notes_.recognised.pop_back();
      return;
    }
    if (rubbish) notes_.rubbish.push_back(index);
    const bool ignored = rubbish || options_.ocr == OcrMode::always;
    page = merged(page, ignored, overprints, std::move(found.page));
  }

  PdfDocument& document_;
  Complaints& complaints_;
  const ReadOptions& options_;
  Recogniser recogniser_;
  std::size_t pages_;  // that are read
  PagedText text_;
  RecognitionNotes notes_;
  MendedGlyphs glyphs_;
  std::optional<Error> trouble_;
  std::vector<std::size_t> cut_;
  std::vector<std::size_t> empty_;
  std::vector<std::size_t> unread_;
};

}  // namespace

OpenedPdf open_pdf(std::string_view bytes, Complaints& complaints) {
#ifdef KEHOACH_POPPLER_CORE
  return open_with_poppler_core(bytes, complaints);
#else
  return open_with_poppler_cpp(bytes, complaints);
#endif
}

Result<SourceText> read_pdf_file(std::string_view bytes, std::string_view path,
                                 const ReadOptions& options) {
  Complaints complaints;
  const OpenedPdf pdf = open_pdf(bytes, complaints);
  if (pdf.encrypted) {
    return failure(
        Error::Kind::encrypted, path,
        "this PDF needs a password; save a copy without one and read "
        "that");
  }
  if (pdf.document == nullptr || pdf.document->pages() == 0) {
    return failure(Error::Kind::damaged, path,
                   "this PDF is damaged and can't be opened; get it again from "
                   "where it came from");
  }
  PageReader reader(*pdf.document, bytes, complaints, options);
  reader.read();
  if (!reader.has_text() && reader.trouble()) {
    return failure(reader.trouble()->kind, path,
                   "this is a scan, and " + reader.trouble()->message);
  }
  if (!reader.has_text())
    return no_text(path, pdf.document->pages(), options.ocr);
  SourceText source = reader.finish();
  add_damage(bytes, complaints, source);
  return source;
}

}  // namespace kehoach
