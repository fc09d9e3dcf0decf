#include "search/snippet.h"

#include <algorithm>

#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::string_view kEllipsis = "…";

struct Word {
  Span span;
  std::string folded;
};

bool continues_word(char32_t c) {
  return is_letter(c) || is_digit(c) || (c >= 0x300 && c <= 0x36F);
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::uint32_t begin = 0;
  bool inside = false;
  for (std::uint32_t at = 0; at <= text.size();) {
    const Codepoint c =
        at < text.size() ? decode_at(text, at) : Codepoint{U' ', 1};
    const bool word = continues_word(c.value);
    if (word && !inside) begin = at;
    if (!word && inside) {
      const Span span{begin, at};
      words.push_back({span, fold_for_search(slice(text, span))});
    }
    inside = word;
    at += c.size;
  }
  return words;
}

bool stands_at(const std::vector<Word>& words, std::size_t at,
               const std::vector<std::string_view>& phrase) {
  if (at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (words[at + i].folded != phrase[i]) return false;
  }
  return true;
}

// Where the phrases stand, in order and without overlaps.
std::vector<Span> find_marks(const std::vector<Word>& words,
                             const std::vector<std::string>& phrases) {
  std::vector<Span> found;
  for (const std::string& phrase : phrases) {
    const auto parts = split(phrase, ' ');
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (stands_at(words, at, parts)) {
        found.push_back(
            {words[at].span.begin, words[at + parts.size() - 1].span.end});
      }
    }
  }
  std::sort(found.begin(), found.end(), [](Span a, Span b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Span> marks;
  for (const Span mark : found) {
    if (marks.empty() || mark.begin >= marks.back().end) {
      marks.push_back(mark);
    } else {
      marks.back().end = std::max(marks.back().end, mark.end);
    }
  }
  return marks;
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(),
      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The marks from `first` on that fit together into `width` letters.
std::size_t last_mark_that_fits(std::string_view text,
                                const std::vector<Span>& marks,
                                std::size_t first, std::size_t width) {
  std::size_t last = first;
  while (last + 1 < marks.size() &&
         letters_in(slice(text, {marks[first].begin, marks[last + 1].end})) <=
             width) {
    ++last;
  }
  return last;
}

// Widens `core` to whole words on both sides, up to `width` letters.
Span widen(std::string_view text, const std::vector<Word>& words, Span core,
           std::size_t width) {
  auto before = std::find_if(words.begin(), words.end(), [&](const Word& w) {
    return w.span.end > core.begin;
  });
  auto after = std::find_if(words.begin(), words.end(), [&](const Word& w) {
    return w.span.begin >= core.end;
  });
  bool grew = true;
  while (grew) {
    grew = false;
    // One word to the left for each two to the right: what follows says more.
    for (const bool left : {true, false, false}) {
      Span wider = core;
      if (left && before != words.begin()) {
        wider.begin = std::prev(before)->span.begin;
      } else if (!left && after != words.end()) {
        wider.end = after->span.end;
      } else {
        continue;
      }
      if (letters_in(slice(text, wider)) > width) continue;
      left ? --before : ++after;
      core = wider;
      grew = true;
    }
  }
  if (before == words.begin()) core.begin = 0;
  if (after == words.end()) core.end = static_cast<std::uint32_t>(text.size());
  return core;
}

}  // namespace

Snippet make_snippet(std::string_view text,
                     const std::vector<std::string>& phrases,
                     std::size_t width) {
  const std::vector<Word> words = words_of(text);
  const std::vector<Span> marks = find_marks(words, phrases);
  Span core{0, 0};
  std::size_t most = 0;
  for (std::size_t first = 0; first < marks.size(); ++first) {
    const std::size_t last = last_mark_that_fits(text, marks, first, width);
    if (last - first + 1 > most) {
      most = last - first + 1;
      core = {marks[first].begin, marks[last].end};
    }
  }
  const Span shown = widen(text, words, core, width);
  Snippet snippet;
  if (shown.begin > 0) snippet.text += kEllipsis;
  const auto shift = static_cast<std::uint32_t>(snippet.text.size());
  snippet.text += slice(text, shown);
  if (shown.end < text.size()) snippet.text += kEllipsis;
  for (const Span mark : marks) {
    if (!shown.contains(mark)) continue;
    snippet.marks.push_back(
        {mark.begin - shown.begin + shift, mark.end - shown.begin + shift});
  }
  return snippet;
}

}  // namespace kehoach
