#include "read/pdf_marks.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/text.h"

namespace kehoach {
namespace {

constexpr float kSmall = 0.8F;  // of the size of its neighbour

float middle_y(const Box& box) { return (box.y0 + box.y1) / 2; }

bool is_number(std::string_view text) {
  constexpr std::size_t kLongest = 7;  // `1,2,3`
  return !text.empty() && text.size() <= kLongest &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(static_cast<unsigned char>(c)) || c == ',';
         });
}

// `1`, `(1)`, `[1]` to `1`; empty if it is no number.
std::string_view note_number(std::string_view text) {
  if (text.size() > 2 && ((text.front() == '(' && text.back() == ')') ||
                          (text.front() == '[' && text.back() == ']'))) {
    text = text.substr(1, text.size() - 2);
  }
  return is_number(text) ? text : std::string_view();
}

// True for `km`, `500m`: a raised 2 or 3 behind it is an exponent.
bool is_length(std::string_view text) {
  constexpr std::array<std::string_view, 7> kUnits = {"m",  "km", "dm", "cm",
                                                      "mm", "hm", "dam"};
  while (!text.empty() &&
         (is_digit(static_cast<unsigned char>(text[0])) || text[0] == '(' ||
          text[0] == '/' || text[0] == '.' || text[0] == ',')) {
    text.remove_prefix(1);
  }
  const std::size_t stroke = text.rfind('/');  // triệu đồng/m²
  if (stroke != std::string_view::npos) text.remove_prefix(stroke + 1);
  return std::find(kUnits.begin(), kUnits.end(), text) != kUnits.end();
}

bool touches(const PdfWord& before, const PdfWord& word) {
  constexpr float kTouching = 0.15F;
  return !before.space_after &&
         word.box.x0 - before.box.x1 < kTouching * before.size;
}

}  // namespace

MarkKind mark_kind(const PdfWord& word, const PdfWord* before,
                   const PdfWord* after) {
  const PdfWord* host = before != nullptr ? before : after;
  if (host == nullptr || word.size > kSmall * host->size ||
      word.note != host->note) {
    return MarkKind::none;
  }
  const bool raised = middle_y(word.box) < middle_y(host->box);
  const std::string_view number = note_number(word.text);
  if (before != nullptr && touches(*before, word)) {
    if (!raised) return MarkKind::glued;
    const bool power = number == "2" || number == "3";
    if (power && is_length(before->text)) return MarkKind::glued;
  }
  return raised && !number.empty() ? MarkKind::note : MarkKind::none;
}

std::string marked_text(const PdfWord& word, MarkKind kind) {
  if (kind != MarkKind::note) return word.text;
  return "[" + std::string(note_number(word.text)) + "]";
}

}  // namespace kehoach
