// Poppler by its core. All that depends on a version of Poppler stands here and
// in pdf_core_draw.cc.
#include "read/pdf_core.h"

#include <Annot.h>
#include <ErrorCodes.h>
#include <Gfx.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <TextOutputDev.h>

#include <cmath>
#include <optional>

#include "read/pdf_document.h"
#include "read/pdf_fonts.h"
#include "read/read.h"

namespace kehoach {
namespace {

void listen(ErrorCategory, Goffset, const char* message) {
  Listening::hear(message);
}

// A hostile page is cut off behind so many lines; a full page of small print
// has some ten thousand letters.
constexpr std::size_t kMostRulings = 20'000;

// What a page has drawn so far, its notes included.
struct Drawn {
  std::size_t letters = 0;
  std::size_t places = 0;  // where letters stand that follow no other
  std::size_t forms = 0;

  [[nodiscard]] bool is_too_much() const {
    return letters > kReadLimits.page_letters ||
           places > kReadLimits.page_places || forms > kReadLimits.page_forms;
  }
};

// Takes words, and beside them the lines that are drawn. Good for one page:
// Poppler loses text of the next.
class WordsDevice final : public TextOutputDev {
 public:
  explicit WordsDevice(Drawn& drawn)
      : TextOutputDev(nullptr, false, 0, false, false, true), drawn_(drawn) {}

  // Poppler asks from time to time whether to stop.
  static bool has_enough(void* device) {
    auto* self = static_cast<WordsDevice*>(device);
    self->cut_ = self->cut_ || self->drawn_.is_too_much() ||
                 self->states_ > kReadLimits.page_states;
    return self->cut_;
  }
  [[nodiscard]] bool is_cut() { return has_enough(this); }

  void saveState(GfxState*) override { ++states_; }
  void restoreState(GfxState*) override { --states_; }

  // Whether this device draws the form that is next: one that it has no room
  // for it passes over so. Poppler does not ask whether to stop in small ones.
  bool useDrawForm() override {
    ++drawn_.forms;
    return has_enough(this);
  }

  void drawChar(GfxState* state, double x, double y, double dx, double dy,
                double origin_x, double origin_y, CharCode code, int bytes,
                const Unicode* letters, int length) override {
    ++drawn_.letters;
    if (!follows(state, x, y, dx, dy)) ++drawn_.places;
    if (has_enough(this)) return;
    TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code,
                            bytes, letters, length);
  }

  void stroke(GfxState* state) override {
    for_each_side(state, [this](double x0, double y0, double x1, double y1) {
      add(x0, y0, x1, y1);
    });
  }

  // Most programs draw a line as a box filled with black.
  void fill(GfxState* state) override {
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      if (!add_thin(state, *path->getSubpath(i))) ++shapes_;
    }
  }
  void eoFill(GfxState* state) override { fill(state); }

  // Asked before each picture or pattern is drawn, and before nothing else.
  bool needNonText() override {
    pictures_ = true;
    return false;
  }
  // Save those whose data stand among the drawing itself.
  void drawImageMask(GfxState* state, Object* ref, Stream* data, int width,
                     int height, bool invert, bool smooth,
                     bool in_line) override {
    pictures_ = true;
    TextOutputDev::drawImageMask(state, ref, data, width, height, invert,
                                 smooth, in_line);
  }
  void drawImage(GfxState* state, Object* ref, Stream* data, int width,
                 int height, GfxImageColorMap* colours, bool smooth,
                 const int* mask, bool in_line) override {
    pictures_ = true;
    TextOutputDev::drawImage(state, ref, data, width, height, colours, smooth,
                             mask, in_line);
  }

  [[nodiscard]] std::vector<Ruling> take_rulings() {
    return std::move(rulings_);
  }

  // Whether pictures are drawn, or as many shapes as letters have.
  [[nodiscard]] bool has_pictures() const {
    constexpr std::size_t kManyShapes = 100;
    return pictures_ || shapes_ > kManyShapes;
  }

 private:
  // Whether the letter stands less than its width from the end of the last.
  // Poppler compares the places of all others with each other.
  bool follows(const GfxState* state, double x, double y, double dx,
               double dy) {
    double at_x = 0;
    double at_y = 0;
    double width_x = 0;
    double width_y = 0;
    state->transform(x, y, &at_x, &at_y);
    state->transformDelta(dx, dy, &width_x, &width_y);
    const double gap = std::hypot(at_x - end_x_, at_y - end_y_);
    end_x_ = at_x + width_x;
    end_y_ = at_y + width_y;
    return gap < std::hypot(width_x, width_y);
  }

  template <typename Visit>
  static void for_each_side(GfxState* state, Visit visit) {
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      const GfxSubpath& part = *path->getSubpath(i);
      double x0 = 0;
      double y0 = 0;
      state->transform(part.getX(0), part.getY(0), &x0, &y0);
      for (int p = 1; p < part.getNumPoints(); ++p) {
        double x1 = 0;
        double y1 = 0;
        state->transform(part.getX(p), part.getY(p), &x1, &y1);
        if (!part.getCurve(p)) visit(x0, y0, x1, y1);
        x0 = x1;
        y0 = y1;
      }
    }
  }

  // Adds `part` if it is a thin box.
  bool add_thin(GfxState* state, const GfxSubpath& part) {
    constexpr double kThick = 3;
    if (part.getNumPoints() < 4 || part.getNumPoints() > 5) return false;
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
    state->transform(part.getX(0), part.getY(0), &x0, &y0);
    state->transform(part.getX(2), part.getY(2), &x1, &y1);
    const double width = std::abs(x1 - x0);
    const double height = std::abs(y1 - y0);
    if (std::min(width, height) > kThick) return false;
    if (height <= width) {
      add(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2);
    } else {
      add((x0 + x1) / 2, y0, (x0 + x1) / 2, y1);
    }
    return true;
  }

  void add(double x0, double y0, double x1, double y1) {
    constexpr double kLevel = 0.5;
    constexpr double kShort = 3;
    const bool level = std::abs(y1 - y0) < kLevel;
    if (!level && std::abs(x1 - x0) >= kLevel) return;
    const auto [left, right] = std::minmax(x0, x1);
    const auto [top, bottom] = std::minmax(y0, y1);
    if (std::max(right - left, bottom - top) < kShort) return;
    if (rulings_.size() >= kMostRulings) return;
    Ruling line{{static_cast<float>(left), static_cast<float>(top),
                 static_cast<float>(right), static_cast<float>(bottom)}};
    (level ? line.box.y1 : line.box.x1) = level ? line.box.y0 : line.box.x0;
    if (is_near(line.box)) rulings_.push_back(line);
  }

  Drawn& drawn_;
  int states_ = 0;  // saved, and not restored
  bool cut_ = false;
  double end_x_ = 0;  // of the last letter
  double end_y_ = 0;
  std::size_t shapes_ = 0;
  bool pictures_ = false;
  std::vector<Ruling> rulings_;
};

// Which notes of a page are read apart from it.
struct Notes {
  std::vector<Annot*> apart;

  // For Poppler: is `note` part of the page?
  static bool is_of_page(Annot* note, void* notes) {
    constexpr std::size_t kMost = 50;
    auto& apart = static_cast<Notes*>(notes)->apart;
    const Annot::AnnotSubtype type = note->getType();
    if (type == Annot::typeLink || type == Annot::typePopup) return false;
    if (apart.size() >= kMost) return true;
    apart.push_back(note);
    return false;
  }
};

constexpr double kPageDpi = 72;

class CoreDocument final : public PdfDocument {
 public:
  CoreDocument(std::unique_ptr<PDFDoc> document, Complaints& complaints)
      : document_(std::move(document)), complaints_(complaints) {}

  [[nodiscard]] std::size_t pages() const override {
    return static_cast<std::size_t>(std::max(0, document_->getNumPages()));
  }

  [[nodiscard]] PdfPage page(std::size_t index) override {
    const Listening listening(complaints_);
    Page* page = document_->getPage(static_cast<int>(index) + 1);
    PdfPage out;
    if (page == nullptr) return out;
    out.width = static_cast<float>(page->getCropWidth());
    out.height = static_cast<float>(page->getCropHeight());
    if (page->getRotate() % 180 != 0) std::swap(out.width, out.height);
    Notes notes;
    Drawn drawn;
    WordsDevice device(drawn);
    page->display(&device, kPageDpi, kPageDpi, 0, false, true, false,
                  WordsDevice::has_enough, &device, Notes::is_of_page, &notes);
    add_words(device, 0, out);
    out.rulings = device.take_rulings();
    out.pictures = device.has_pictures();
    out.cut = device.is_cut();
    for (std::size_t i = 0; i < notes.apart.size(); ++i) {
      add_note(*page, *notes.apart[i], static_cast<std::uint16_t>(i + 1), drawn,
               out);
    }
    return out;
  }

  [[nodiscard]] const std::vector<std::string>& fonts() const override {
    return fonts_.names();
  }

 private:
  void add_note(Page& page, Annot& note, std::uint16_t number, Drawn& drawn,
                PdfPage& out) {
    WordsDevice device(drawn);
    {
      // The text is ready when the painter is gone.
      // Without the fonts of the page, which cost more than the note itself.
      Gfx painter(document_.get(), &device, 1, nullptr, kPageDpi, kPageDpi,
                  page.getCropBox(), nullptr, page.getRotate(),
                  WordsDevice::has_enough, &device);
      note.draw(&painter, false);
    }
    add_words(device, number, out);
    out.cut = out.cut || device.is_cut();
  }

  void add_words(WordsDevice& device, std::uint16_t note, PdfPage& out) {
    const std::unique_ptr<TextWordList> words = device.makeWordList();
    const auto count = static_cast<std::size_t>(words->getLength());
    out.words.reserve(out.words.size() + count);
    const TextFontInfo* last = nullptr;
    std::uint16_t font = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const TextWord& from = *words->get(static_cast<int>(i));
      PdfWord word = word_of(from);
      if (trim(word.text).empty() || !can_be_seen(word)) continue;
      if (from.getFontInfo(0) != last) {
        last = from.getFontInfo(0);
        const GooString* name = from.getFontName(0);
        font = fonts_.index_of(name == nullptr ? "" : name->toStr());
      }
      word.font = font;
      word.note = note;
      out.words.push_back(std::move(word));
    }
  }

  static PdfWord word_of(const TextWord& from) {
    PdfWord word;
    for (int i = 0; i < from.getLength(); ++i) {
      const Unicode c = *from.getChar(i);
      const bool is_letter = c < 0x110000 && (c < 0xD800 || c >= 0xE000);
      if (c >= 0x20) append_utf8(word.text, is_letter ? c : 0xFFFD);
    }
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
    from.getBBox(&x0, &y0, &x1, &y1);
    word.box = {static_cast<float>(x0), static_cast<float>(y0),
                static_cast<float>(x1), static_cast<float>(y1)};
    word.size = static_cast<float>(from.getFontSize());
    word.quarter_turns = static_cast<std::uint8_t>(from.getRotation() & 3);
    word.space_after = from.hasSpaceAfter();
    return word;
  }

  std::unique_ptr<PDFDoc> document_;
  Complaints& complaints_;
  FontNames fonts_;
};

}  // namespace

std::unique_ptr<PDFDoc> core_document(std::string_view bytes) {
  // Poppler's tables are made once for the process and never changed: making
  // them costs as much as a page.
  static const GlobalParamsIniter tables(listen);
  return std::make_unique<PDFDoc>(new MemStream(
      bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
}

OpenedPdf open_with_poppler_core(std::string_view bytes,
                                 Complaints& complaints) {
  const Listening listening(complaints);
  std::unique_ptr<PDFDoc> document = core_document(bytes);
  if (!document->isOk()) {
    return {nullptr, document->getErrorCode() == errEncrypted};
  }
  return {std::make_unique<CoreDocument>(std::move(document), complaints)};
}

}  // namespace kehoach
