#include "read/ocr_engine.h"

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>

#include "read/pix.h"
#include "read/read.h"
#include "read/scanned_cells.h"
#include "read/text_layer.h"
#include "text/text.h"

// Of OpenMP, whose header clang lacks.
extern "C" {
int omp_get_max_active_levels(void);
void omp_set_max_active_levels(int levels);
}

namespace kehoach {
namespace {

constexpr float kPointsPerInch = 72;

// Tesseract asks OpenMP for four threads a line, which doubles the CPU time for
// nothing. Without active levels a thread does all its work itself.
class OneThread {
 public:
  OneThread() : levels_(omp_get_max_active_levels()) {
    omp_set_max_active_levels(0);
  }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;
  ~OneThread() { omp_set_max_active_levels(levels_); }

 private:
  int levels_;
};

// UTF-8 without white space and control characters.
std::string clean(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Codepoint c = decode_at(word, at);
    if (c.value > 0x20 && c.value != 0x7F) append_utf8(out, c.value);
    at += c.size;
  }
  return out;
}

// The size of the font of the line at `word`, in pixels, by the height of its
// small letters: half of the size in the fonts that offices use, two thirds
// where all are capitals, blurred edges included. Heights of whole lines tell
// less: marks stand on marks.
float font_size(const tesseract::LTRResultIterator& word) {
  constexpr float kSmallLetters = 0.5F;
  constexpr float kCapitals = 0.68F;
  float height = 0;
  float descenders = 0;
  float ascenders = 0;
  word.RowAttributes(&height, &descenders, &ascenders);
  const std::unique_ptr<char[]> line(word.GetUTF8Text(tesseract::RIL_TEXTLINE));
  const bool capitals = line != nullptr && is_all_upper(line.get());
  return (height - ascenders + descenders) /
         (capitals ? kCapitals : kSmallLetters);
}

constexpr float kWordDescent = 0.216F;  // of the size, as in pdf_rows.cc
constexpr float kWordHeight = 1.107F;

// Stands `word` on the line `base`.
void set_size(PdfWord& word, float base, float size) {
  word.size = size;
  word.box.y1 = base + kWordDescent * size;
  word.box.y0 = word.box.y1 - kWordHeight * size;
}

// Short lines are measured badly; offices use sizes from 10 to 16.
void even_out_sizes(std::vector<PdfWord>& words) {
  constexpr float kSmallest = 0.6F;
  constexpr float kLargest = 1.3F;
  if (words.empty()) return;
  std::vector<float> sizes;
  sizes.reserve(words.size());
  for (const PdfWord& word : words) sizes.push_back(word.size);
  const auto middle = sizes.begin() + static_cast<long>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  for (PdfWord& word : words) {
    if (word.size > kSmallest * *middle && word.size < kLargest * *middle)
      continue;
    set_size(word, word.box.y1 - kWordDescent * word.size, *middle);
  }
}

// True for a word that is dirt and no word: signs that the engine doubts.
bool is_speck(const PdfWord& word) {
  constexpr float kDoubt = 0.6F;
  if (word.confidence >= kDoubt) return false;
  for (std::size_t at = 0; at < word.text.size();) {
    const Codepoint c = decode_at(word.text, at);
    if (is_letter(c.value) || is_digit(c.value)) return false;
    at += c.size;
  }
  return true;
}

// The word that `at` stands on, in a font of `size` pixels; nothing where there
// is none to see.
std::optional<PdfWord> word_at(const tesseract::LTRResultIterator& at,
                               float size, float points) {
  const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
  int left = 0, top = 0, right = 0, bottom = 0;
  if (text == nullptr ||
      !at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) {
    return std::nullopt;
  }
  PdfWord word;
  word.text = clean(text.get());
  if (word.text.empty() || right <= left || bottom <= top) return std::nullopt;
  int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  auto base = static_cast<float>(bottom);
  if (at.Baseline(tesseract::RIL_TEXTLINE, &x1, &y1, &x2, &y2) && x2 > x1) {
    const float along = (static_cast<float>(left + right) / 2 - x1) /
                        static_cast<float>(x2 - x1);
    base = y1 + along * static_cast<float>(y2 - y1);
  }
  if (!(size > 1)) size = static_cast<float>(bottom - top);
  word.box.x0 = static_cast<float>(left) * points;
  word.box.x1 = static_cast<float>(right) * points;
  set_size(word, base * points, size * points);
  word.font = kNoFont;
  word.space_after = true;
  const float confidence = at.Confidence(tesseract::RIL_WORD) / 100;
  // Never 1, which stands for text that needed no recognising.
  word.confidence = std::clamp(std::round(confidence * 100) / 100, 0.0F, 0.99F);
  if (is_speck(word)) return std::nullopt;
  return word;
}

std::vector<Box> in_points(const std::vector<PixelBox>& boxes, float points) {
  std::vector<Box> out;
  out.reserve(boxes.size());
  for (const PixelBox& box : boxes) {
    out.push_back({static_cast<float>(box.x) * points,
                   static_cast<float>(box.y) * points,
                   static_cast<float>(box.x + box.width) * points,
                   static_cast<float>(box.y + box.height) * points});
  }
  return out;
}

// Reads a page in parts, against one clock.
class Pass {
 public:
  Pass(tesseract::TessBaseAPI& api, float dpi) : api_(api), dpi_(dpi) {
    monitor_.set_deadline_msecs(kReadLimits.ocr_seconds * 1000);
  }
  Pass(const Pass&) = delete;
  Pass& operator=(const Pass&) = delete;
  ~Pass() { api_.Clear(); }

  void read(Pix* pix, tesseract::PageSegMode mode) {
    api_.SetPageSegMode(mode);
    api_.SetImage(pix);
    api_.SetSourceResolution(static_cast<int>(dpi_));
    recognise();
  }

  // Each of `cells` by itself.
  void read(Pix* pix, const std::vector<PixelBox>& cells) {
    api_.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
    api_.SetImage(pix);
    api_.SetSourceResolution(static_cast<int>(dpi_));
    for (const PixelBox& cell : cells) {
      ++cell_;
      api_.SetRectangle(cell.x, cell.y, cell.width, cell.height);
      recognise();
    }
  }

  [[nodiscard]] bool is_late() const { return late_; }
  std::vector<PdfWord> take_words() { return std::move(words_); }

 private:
  void recognise() {
    if (late_) return;
    late_ = api_.Recognize(&monitor_) != 0 || monitor_.deadline_exceeded();
    const std::unique_ptr<tesseract::ResultIterator> both_ways(
        late_ ? nullptr : api_.GetIterator());
    if (both_ways == nullptr) return;
    // Its part that knows of no writing from right to left, which the whole
    // looks for at every step.
    tesseract::LTRResultIterator at = *both_ways;
    float size = 0;  // which takes long to tell
    do {
      if (at.Empty(tesseract::RIL_WORD)) continue;
      if (size == 0 || at.IsAtBeginningOf(tesseract::RIL_TEXTLINE)) {
        size = font_size(at);
      }
      if (auto word = word_at(at, size, kPointsPerInch / dpi_)) {
        word->cell = cell_;
        words_.push_back(*std::move(word));
      }
    } while (at.Next(tesseract::RIL_WORD));
  }

  tesseract::TessBaseAPI& api_;
  float dpi_;
  tesseract::ETEXT_DESC monitor_;
  std::vector<PdfWord> words_;
  std::uint16_t cell_ = 0;  // that is read, counted from 1
  bool late_ = false;
};

}  // namespace

struct OcrEngine::Api {
  tesseract::TessBaseAPI tesseract;
};

OcrEngine::OcrEngine(std::unique_ptr<Api> api) : api_(std::move(api)) {}
OcrEngine::OcrEngine(OcrEngine&&) noexcept = default;
OcrEngine& OcrEngine::operator=(OcrEngine&&) noexcept = default;
OcrEngine::~OcrEngine() = default;

Result<OcrEngine> OcrEngine::load(const std::string& data) {
  auto api = std::make_unique<Api>();
  silence_leptonica();
  // Silent; without the words of pages before; and without asking whether each
  // letter is as wide as the next, which costs a twentieth and is true of no
  // office's font.
  const std::vector<std::string> names = {
      "debug_file", "tessedit_enable_doc_dict", "textord_all_prop"};
  const std::vector<std::string> values = {"/dev/null", "0", "1"};
  if (api->tesseract.Init(data.empty() ? nullptr : data.c_str(), "vie",
                          tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values,
                          false) != 0) {
    return Failure({Error::Kind::unsupported,
                    "the Vietnamese data of Tesseract is missing; install "
                    "tesseract-ocr-vie"});
  }
  return OcrEngine(std::move(api));
}

std::optional<PdfPage> OcrEngine::read(const PageImage& image) {
  const OneThread one_thread;
  const float points = kPointsPerInch / image.dpi;
  const StraightPix straight = straightened(image);
  if (straight.pix == nullptr) return std::nullopt;
  const std::vector<PixelBox> cells = take_rules(straight, image.dpi);
  Pass pass(api_->tesseract, image.dpi);
  if (cells.empty()) {
    pass.read(straight.pix.get(), tesseract::PSM_AUTO);
  } else {
    const PixPtr page = without(straight.pix.get(), cells);
    if (page == nullptr) return std::nullopt;
    pass.read(page.get(), tesseract::PSM_AUTO);
    pass.read(straight.pix.get(), cells);
  }
  if (pass.is_late()) return std::nullopt;
  PdfPage out;
  out.width = static_cast<float>(image.width) * points;
  out.height = static_cast<float>(image.height) * points;
  out.tilt = straight.tilt;
  out.words = pass.take_words();
  out.cells = in_points(cells, points);
  if (straight.turned == 0) {
    for (PdfWord& word : out.words) word.box = tilted(out, word.box);
    for (Box& cell : out.cells) cell = tilted(out, cell);
  }
  out.cells = aligned_cells(out.cells);
  out.rulings = lines_around(out.cells);
  even_out_sizes(out.words);
  return out;
}

}  // namespace kehoach
