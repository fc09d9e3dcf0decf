#include "read/pdf_footnotes.h"

#include <algorithm>

#include "read/pdf_furniture.h"
#include "read/pdf_marks.h"

namespace kehoach {
namespace {

// The size that half of the words of `page` reach.
float size_of_text(const PdfPage& page) {
  std::vector<float> sizes;
  sizes.reserve(page.words.size());
  for (const PdfWord& word : page.words) sizes.push_back(word.size);
  const auto middle =
      sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

bool begins_note(const PdfPage& page, const PageLine& line) {
  const std::vector<std::uint32_t>& words = line.segment.words;
  return words.size() > 1 && mark_kind(page.words[words[0]], nullptr,
                                       &page.words[words[1]]) == MarkKind::note;
}

bool is_page_number(const PdfPage& page, const PageLine& line) {
  std::string text;
  for (const std::uint32_t word : line.segment.words) {
    text += page.words[word].text;
  }
  return may_be_furniture({line.segment.box, page.height, line.alone}, text,
                          false);
}

}  // namespace

std::vector<bool> footnote_lines(const PdfPage& page,
                                 const std::vector<PageLine>& lines) {
  constexpr float kSmallPrint = 0.88F;
  std::vector<bool> notes(lines.size());
  if (page.words.empty()) return notes;
  std::size_t end = lines.size();
  while (end > 0 && is_page_number(page, lines[end - 1])) --end;
  const float small = kSmallPrint * size_of_text(page);
  std::size_t first = end;
  for (std::size_t i = end; i > 0; --i) {
    const PageLine& line = lines[i - 1];
    if (!line.alone || line.segment.size > small || line.place.table != 0) {
      break;
    }
    if (begins_note(page, line)) first = i - 1;
  }
  std::fill(notes.begin() + static_cast<std::ptrdiff_t>(first),
            notes.begin() + static_cast<std::ptrdiff_t>(end), true);
  return notes;
}

}  // namespace kehoach
