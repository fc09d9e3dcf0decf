#include "read/pdf_stamps.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "read/pdf_rows.h"
#include "read/stamp_text.h"
#include "text/text.h"

namespace kehoach {
namespace {

// A printed line, as far as nothing wide parts it.
struct Line {
  std::vector<std::uint32_t> words;
  Box box;
  float size = 0;
  std::string text;
  StampLine says;  // points into `text`
};

std::string text_of(const PdfPage& page,
                    const std::vector<std::uint32_t>& words) {
  std::string text;
  for (const std::uint32_t i : words) {
    if (!text.empty()) text += ' ';
    text += page.words[i].text;
  }
  return text;
}

Overprint taken(const PdfPage& page, const std::vector<const Line*>& lines) {
  Overprint out;
  std::vector<std::string> texts;
  for (const Line* line : lines) {
    texts.push_back(line->text);
    out.lines.emplace_back();
    for (const std::uint32_t i : line->words) {
      out.lines.back().push_back(page.words[i]);
    }
  }
  out.stamp = stamp_of(texts);
  out.stamp.box = lines[0]->box;
  for (const Line* line : lines) {
    out.stamp.box = joined(out.stamp.box, line->box);
  }
  return out;
}

void drop(PdfPage& page, const std::vector<bool>& gone) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    if (gone[i]) continue;
    if (kept != i) page.words[kept] = std::move(page.words[i]);
    ++kept;
  }
  page.words.resize(kept);
}

std::vector<Line> lines_of(const PdfPage& page) {
  std::vector<Line> lines;
  for (PageRow& row : rows_of(page)) {
    for (Segment& segment : row.segments) {
      Line line{std::move(segment.words), segment.box, segment.size, {}, {}};
      line.text = text_of(page, line.words);
      lines.push_back(std::move(line));
    }
  }
  for (Line& line : lines) line.says = stamp_line(line.text);
  return lines;
}

// ---- annotations

// The words of each annotation as a page of its own; `from` leads back.
struct NotePage {
  PdfPage page;
  std::vector<std::uint32_t> from;
};

std::map<std::uint16_t, NotePage> notes_of(const PdfPage& page) {
  std::map<std::uint16_t, NotePage> notes;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    if (page.words[i].note == 0) continue;
    NotePage& note = notes[page.words[i].note];
    note.page.words.push_back(page.words[i]);
    note.from.push_back(i);
  }
  return notes;
}

void take_notes(PdfPage& page, std::vector<Overprint>& out) {
  constexpr std::size_t kFewWords = 6;  // `ngày 08 tháng 01 năm 2025`
  const auto notes = notes_of(page);
  if (notes.empty()) return;
  std::vector<bool> gone(page.words.size());
  for (const auto& [number, note] : notes) {
    const std::vector<Line> lines = lines_of(note.page);
    const bool is_stamp =
        std::any_of(lines.begin(), lines.end(), [](const Line& line) {
          return line.says.part != StampPart::none &&
                 line.says.part != StampPart::other;
        });
    if (lines.empty() || (!is_stamp && note.from.size() <= kFewWords)) continue;
    std::vector<const Line*> all;
    for (const Line& line : lines) all.push_back(&line);
    out.push_back(taken(note.page, all));
    out.back().is_stamp = is_stamp;
    for (const std::uint32_t i : note.from) gone[i] = true;
  }
  drop(page, gone);
}

// ---- stamps in the text of the page

// Few pages have one, and looking costs: a word of a stamp must be there.
bool may_hold_stamp(const PdfPage& page) {
  return std::any_of(page.words.begin(), page.words.end(),
                     [](const PdfWord& word) {
                       return has_seconds(word.text) || word.text == "ký:" ||
                              word.text == "bởi:" || word.text == "Signed" ||
                              ends_with(word.text, "ký:") ||
                              word.text == "TRÍCH" || word.text == "SAO";
                     });
}

// True if `b` may be the line below `a` in one stamp.
bool goes_on(const Line& a, const Line& b) {
  constexpr float kSameSize = 0.05F;
  constexpr float kLeading = 0.8F;
  const float size = a.size;
  return std::abs(b.size - size) < kSameSize * size &&
         std::abs(b.box.x0 - a.box.x0) < size && b.box.y0 > a.box.y0 &&
         b.box.y0 - a.box.y1 < kLeading * size;
}

bool says(const Line& line) { return line.says.part != StampPart::none; }

bool says_alone(const Line& line) {
  switch (line.says.part) {
    case StampPart::kind:
    case StampPart::signer:
    case StampPart::time:
      return true;
    default:
      return false;
  }
}

class StampFinder {
 public:
  explicit StampFinder(const PdfPage& page)
      : page_(page), lines_(lines_of(page)), used_(lines_.size()) {}

  std::vector<std::vector<const Line*>> find() {
    constexpr int kMostSeeds = 50;  // each looks at all lines
    std::vector<std::vector<const Line*>> found;
    int seeds = 0;
    for (std::size_t i = 0; i < lines_.size() && seeds < kMostSeeds; ++i) {
      if (used_[i] || !says_alone(lines_[i])) continue;
      ++seeds;
      std::vector<std::size_t> group = grown(i);
      if (!is_stamp(group)) continue;
      std::vector<const Line*> lines;
      for (const std::size_t line : group) {
        used_[line] = true;
        lines.push_back(&lines_[line]);
      }
      found.push_back(std::move(lines));
    }
    return found;
  }

 private:
  [[nodiscard]] std::size_t below(std::size_t line) const {
    std::size_t best = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (used_[i] || !goes_on(lines_[line], lines_[i])) continue;
      if (best == lines_.size() || lines_[i].box.y0 < lines_[best].box.y0) {
        best = i;
      }
    }
    return best;
  }

  [[nodiscard]] std::size_t above(std::size_t line) const {
    std::size_t best = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (used_[i] || !goes_on(lines_[i], lines_[line])) continue;
      if (best == lines_.size() || lines_[i].box.y0 > lines_[best].box.y0) {
        best = i;
      }
    }
    return best;
  }

  // The lines around `seed` that say something of a signing, with those between
  // them; above them those of a name, if nothing labels it.
  [[nodiscard]] std::vector<std::size_t> grown(std::size_t seed) const {
    constexpr std::size_t kMostLines = 12;
    std::vector<std::size_t> group = {seed};
    std::size_t last = 0;  // in `group`: the lowest line that says something
    for (std::size_t i = below(seed);
         i < lines_.size() && group.size() < kMostLines &&
         group.size() < last + 4;
         i = below(i)) {
      group.push_back(i);
      if (says(lines_[i])) last = group.size() - 1;
    }
    group.resize(last + 1);
    std::vector<std::size_t> head;
    for (std::size_t i = above(seed); i < lines_.size() && head.size() < 4;
         i = above(i)) {
      head.push_back(i);
    }
    const bool named = lines_[seed].says.part == StampPart::signer;
    while (!head.empty() &&
           (named || (is_of_text(head.back()) && !says(lines_[head.back()])))) {
      head.pop_back();
    }
    group.insert(group.begin(), head.rbegin(), head.rend());
    return group;
  }

  // True for a line that is as large as most of the page.
  [[nodiscard]] bool is_of_text(std::size_t line) const {
    constexpr float kSmall = 0.9F;
    std::vector<float> sizes;
    for (const PdfWord& word : page_.words) sizes.push_back(word.size);
    const auto middle =
        sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return lines_[line].size > kSmall * *middle;
  }

  // Two different things are said, or it is the mark of an archive.
  [[nodiscard]] bool is_stamp(const std::vector<std::size_t>& group) const {
    std::vector<StampPart> parts;
    for (const std::size_t i : group) {
      const StampPart part = lines_[i].says.part;
      if (part == StampPart::none) continue;
      if (std::find(parts.begin(), parts.end(), part) == parts.end()) {
        parts.push_back(part);
      }
    }
    return parts.size() > 1 || is_archive_mark(lines_[group[0]]);
  }

  [[nodiscard]] bool is_archive_mark(const Line& line) const {
    constexpr float kMargin = 0.075F;
    return has_seconds(line.text) &&
           (line.box.y1 < kMargin * page_.height ||
            line.box.y0 > (1 - kMargin) * page_.height);
  }

  const PdfPage& page_;
  std::vector<Line> lines_;
  std::vector<bool> used_;
};

void take_stamps(PdfPage& page, std::vector<Overprint>& out) {
  if (!may_hold_stamp(page)) return;
  std::vector<bool> gone(page.words.size());
  StampFinder finder(page);
  const auto stamps = finder.find();
  for (const std::vector<const Line*>& lines : stamps) {
    out.push_back(taken(page, lines));
    const Stamp& stamp = out.back().stamp;
    out.back().is_stamp =
        !stamp.signer.empty() || !stamp.kind.empty() || lines.size() > 1;
    for (const Line* line : lines) {
      for (const std::uint32_t i : line->words) gone[i] = true;
    }
  }
  if (!stamps.empty()) drop(page, gone);
}

}  // namespace

std::vector<Overprint> take_overprints(PdfPage& page) {
  std::vector<Overprint> out;
  take_notes(page, out);
  take_stamps(page, out);
  return out;
}

}  // namespace kehoach
