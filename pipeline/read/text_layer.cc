#include "read/text_layer.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "text/text.h"

namespace kehoach {
namespace {

// Text with fewer words says too little of itself.
constexpr std::size_t kFewWords = 100;
constexpr std::uint32_t kFewSyllables = 12;
// Of healthy text 0.99 is exact; the worst real pages, full of names of other
// countries, have 0.9.
constexpr double kLeastExact = 0.85;
// Of text typed without marks 0.98 and more, of a recogniser's rubbish 0.83.
constexpr double kLeastTyped = 0.93;

// Of every word of the page itself, or one in `step`.
SyllableCount syllables_of(const PdfPage& page, std::size_t step) {
  SyllableCount all;
  for (std::size_t i = 0; i < page.words.size(); i += step) {
    const PdfWord& word = page.words[i];
    if (word.note == 0) all += count_syllables(word.text);
  }
  return all;
}

// True for what nobody types: small letters before capitals, digits among
// letters, what is neither a syllable nor an acronym (`CilU`, `vi1`, `narn`).
bool is_odd(std::string_view word) {
  bool small = false;
  bool digit = false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Codepoint c = decode_at(word, at);
    at += c.size;
    if (small && is_upper(c.value)) return true;
    small = small || is_lower(c.value);
    digit = digit || is_digit(c.value);
    letters += is_letter(c.value) ? 1 : 0;
  }
  if (letters < 2) return false;
  const WordKind kind = judge_word(word);
  const bool syllable = kind == WordKind::exact || kind == WordKind::folded;
  return digit || (small && !syllable);
}

// True for text without marks whose words are syllables all the same: mails
// and old machines leave the marks out.
bool is_typed_without_marks(const PdfPage& page, const SyllableCount& count) {
  constexpr std::uint32_t kFew =
      50;  // names may bear them: one word in so many
  if (count.marked * kFew > count.words) return false;
  std::uint32_t odd = 0;
  for (const PdfWord& word : page.words) {
    if (word.note != 0) continue;
    std::size_t at = 0;
    for (PrintedWord part = next_word(word.text, at); !part.text.empty();
         part = next_word(word.text, at)) {
      odd += is_odd(part.text) ? 1 : 0;
    }
  }
  return count.folded >= kLeastTyped * (count.words + odd);
}

bool is_rubbish(const PdfPage& page) {
  // So many words, evenly spread, tell a healthy page, which most are.
  constexpr std::size_t kSample = 100;
  constexpr double kHealthy = 0.97;
  const std::size_t step = page.words.size() / kSample;
  if (step > 1) {
    const SyllableCount some = syllables_of(page, step);
    if (some.words >= kSample / 2 && some.exact_share() >= kHealthy) {
      return false;
    }
  }
  const SyllableCount count = syllables_of(page, 1);
  if (count.words < kFewSyllables || count.exact_share() >= kLeastExact) {
    return false;
  }
  // Behind a picture such text is its reading by a recogniser for English.
  return page.pictures || !is_typed_without_marks(page, count);
}

Box turned(const PdfPage& page, const Box& box, float degrees) {
  if (degrees == 0) return box;
  const float angle = degrees * std::numbers::pi_v<float> / 180;
  const float dx = (box.x0 + box.x1 - page.width) / 2;
  const float dy = (box.y0 + box.y1 - page.height) / 2;
  const float x = dx * std::cos(angle) - dy * std::sin(angle) - dx;
  const float y = dx * std::sin(angle) + dy * std::cos(angle) - dy;
  return {box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y};
}

bool covers(const Box& box, const Box& other) {
  const float x = (other.x0 + other.x1) / 2;
  const float y = (other.y0 + other.y1) / 2;
  return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
}

// Which pixels of `image` lie under words.
std::vector<bool> under_words(const PageImage& image, const PdfPage& page) {
  std::vector<bool> under(image.grey.size());
  const float scale = image.dpi / 72;
  const auto clamped = [scale](float points, std::uint32_t most) {
    const float pixels = std::round(points * scale);
    return static_cast<std::uint32_t>(
        std::clamp(pixels, 0.0F, static_cast<float>(most)));
  };
  for (const PdfWord& word : page.words) {
    const std::uint32_t x0 = clamped(word.box.x0, image.width);
    const std::uint32_t x1 = clamped(word.box.x1, image.width);
    const std::uint32_t y1 = clamped(word.box.y1, image.height);
    for (std::uint32_t y = clamped(word.box.y0, image.height); y < y1; ++y) {
      const std::size_t row = std::size_t{y} * image.width;
      for (std::uint32_t x = x0; x < x1; ++x) under[row + x] = true;
    }
  }
  return under;
}

}  // namespace

TextLayer judge_text_layer(const PdfPage& page) {
  const auto words = static_cast<std::size_t>(
      std::count_if(page.words.begin(), page.words.end(),
                    [](const PdfWord& word) { return word.note == 0; }));
  if (words == 0) return TextLayer::none;
  if (is_rubbish(page)) return TextLayer::rubbish;
  return words < kFewWords ? TextLayer::sparse : TextLayer::good;
}

double covered_ink(const PageImage& image, const PdfPage& page) {
  constexpr int kPaper = 200;  // lighter is paper, or its shade
  const std::vector<bool> under = under_words(image, page);
  double all = 0;
  double covered = 0;
  for (std::size_t i = 0; i < image.grey.size(); ++i) {
    if (image.grey[i] >= kPaper) continue;
    const int ink = 255 - image.grey[i];
    all += ink;
    if (under[i]) covered += ink;
  }
  return all == 0 ? 1 : covered / all;
}

Box tilted(const PdfPage& page, const Box& box) {
  return turned(page, box, page.tilt);
}

Box as_printed(const PdfPage& page, const Box& box) {
  return turned(page, box, -page.tilt);
}

PdfPage merged(const PdfPage& layer, bool rubbish,
               const std::vector<Overprint>& overprints, PdfPage recognised) {
  std::vector<PdfWord> kept;
  std::vector<Box> taken;
  for (const PdfWord& word : layer.words) {
    if (rubbish && word.note == 0) continue;
    kept.push_back(word);
    kept.back().box = tilted(recognised, word.box);
    taken.push_back(kept.back().box);
  }
  for (const Overprint& overprint : overprints) {
    for (const std::vector<PdfWord>& line : overprint.lines) {
      for (const PdfWord& word : line) {
        taken.push_back(tilted(recognised, word.box));
      }
    }
  }
  const auto is_taken = [&taken](const PdfWord& word) {
    return std::any_of(taken.begin(), taken.end(),
                       [&](const Box& box) { return covers(box, word.box); });
  };
  std::vector<PdfWord>& words = recognised.words;
  words.erase(std::remove_if(words.begin(), words.end(), is_taken),
              words.end());
  words.insert(words.end(), kept.begin(), kept.end());
  return recognised;
}

}  // namespace kehoach
