#include "read/pdf_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "read/pdf_footnotes.h"
#include "read/pdf_furniture.h"
#include "read/pdf_layout.h"
#include "read/pdf_marks.h"
#include "read/pdf_places.h"
#include "read/pdf_rows.h"
#include "read/text_layer.h"

namespace kehoach {

struct FontStyle {
  bool bold = false;
  bool italic = false;
};

namespace {

using namespace std::string_view_literals;

FontStyle style_of(std::string_view name) {
  constexpr std::array kBold = {"Bold"sv, "bold"sv, "Black"sv, "Heavy"sv};
  constexpr std::array kItalic = {"Italic"sv, "italic"sv, "Oblique"sv};
  const auto holds = [&](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  };
  return {std::any_of(kBold.begin(), kBold.end(), holds),
          std::any_of(kItalic.begin(), kItalic.end(), holds)};
}

// True where a reader sees white between two words of one line, or of a cell
// that was wrapped there. Codes are wrapped behind their dashes and strokes.
bool stand_apart(const PdfWord& before, const PdfWord& after, bool is_mark) {
  constexpr float kGlued = 0.1F;
  constexpr float kOther = 0.8F;  // another size, which no mark explains
  const Box& left = before.box;
  const Box& right = after.box;
  const float large = std::max(before.size, after.size);
  if (before.note != after.note) return true;
  if (right.y0 >= (left.y0 + left.y1) / 2 && right.x0 < left.x1) {
    const char last = before.text.back();
    return before.text.size() == 1 || (last != '-' && last != '/');
  }
  return before.space_after || right.x0 - left.x1 > kGlued * large ||
         (!is_mark && std::min(before.size, after.size) < kOther * large);
}

}  // namespace

class PagedText::Assembly {
 public:
  explicit Assembly(std::size_t pages) : pages_(pages) {
    source_.media_type = "application/pdf";
    source_.styled = true;
  }

  void add(const PdfPage& page, const std::vector<Overprint>& overprints,
           const std::vector<std::string>& fonts) {
    for (std::size_t i = styles_.size(); i < fonts.size(); ++i) {
      styles_.push_back(style_of(fonts[i]));
    }
    ++source_.pages;
    const PdfPage turned = upright(page);
    PageLayout lines = layout(turned, open_);
    for (const PageLine& line : lines.lines) add(page, turned, line);
    const std::vector<bool> notes = footnote_lines(turned, lines.lines);
    footnotes_.insert(footnotes_.end(), notes.begin(), notes.end());
    for (const Overprint& overprint : overprints) add(page, overprint);
    footnotes_.resize(source_.lines.size());
    open_ = std::move(lines.open);
    continued_.push_back(lines.continues);
    reserve();
  }

  SourceText finish(std::vector<std::string> fonts) {
    source_.fonts = std::move(fonts);
    name_no_font();
    mark_furniture(source_, places_);
    move_to_end(source_, footnotes_);
    count_tables(source_, continued_);
    return std::move(source_);
  }

 private:
  // Takes memory for all pages as soon as some have told how much they hold:
  // what grows by doubling is copied, and held twice while it is.
  void reserve() {
    constexpr std::size_t kSome = 16;
    if (source_.pages != kSome || pages_ <= kSome) return;
    const auto of_all = [this](std::size_t held) {
      return held * pages_ / kSome + held;
    };
    source_.text.reserve(of_all(source_.text.size()));
    source_.words.reserve(of_all(source_.words.size()));
    source_.lines.reserve(of_all(source_.lines.size()));
    places_.reserve(of_all(places_.size()));
  }

  // Boxes are those of `page`; `turned` says what stands beside what.
  void add(const PdfPage& page, const PdfPage& turned, const PageLine& line) {
    const std::vector<std::uint32_t>& words = line.segment.words;
    SourceLine out{.page = source_.pages, .bold = true, .italic = true};
    out.box = page.words[words[0]].box;
    out.span.begin = static_cast<std::uint32_t>(source_.text.size());
    const auto at = [&](std::size_t i) {
      return i < words.size() ? &turned.words[words[i]] : nullptr;
    };
    MarkKind last = MarkKind::none;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const PdfWord& word = page.words[words[i]];
      const PdfWord* before = i > 0 ? at(i - 1) : nullptr;
      const MarkKind kind = mark_kind(*at(i), before, at(i + 1));
      const bool opens_note = i == 1 && last == MarkKind::note;
      if (before != nullptr && kind == MarkKind::none &&
          (opens_note ||
           stand_apart(*before, *at(i), last != MarkKind::none))) {
        source_.text += ' ';
      }
      last = kind;
      add(page, word, marked_text(word, kind));
      out.box = joined(out.box, word.box);
      out.bold = out.bold && style(word).bold;
      out.italic = out.italic && style(word).italic;
    }
    out.box = as_printed(page, out.box);
    out.span.end = static_cast<std::uint32_t>(source_.text.size());
    out.place = line.place;
    source_.text += '\n';
    source_.lines.push_back(out);
    places_.push_back({line.segment.box, turned.height, line.alone});
  }

  void add(const PdfPage& page, const Overprint& overprint) {
    for (const std::vector<PdfWord>& words : overprint.lines) {
      SourceLine out{.page = source_.pages, .furniture = true};
      out.box = words[0].box;
      out.span.begin = static_cast<std::uint32_t>(source_.text.size());
      for (const PdfWord& word : words) {
        if (out.span.begin < source_.text.size()) source_.text += ' ';
        add(PdfPage(), word, word.text);
        out.box = joined(out.box, word.box);
      }
      out.span.end = static_cast<std::uint32_t>(source_.text.size());
      source_.text += '\n';
      source_.lines.push_back(out);
      places_.push_back({out.box, page.height, false});
    }
    if (!overprint.is_stamp) return;
    source_.stamps.push_back(overprint.stamp);
    source_.stamps.back().page = source_.pages;
  }

  void add(const PdfPage& page, const PdfWord& word, std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(source_.text.size());
    source_.text += text;
    const auto end = static_cast<std::uint32_t>(source_.text.size());
    source_.words.push_back({{begin, end},
                             source_.pages,
                             as_printed(page, word.box),
                             word.font,
                             word.size,
                             word.confidence});
  }

  // Recognised words have a font too, the last one: it has no name.
  void name_no_font() {
    const auto nameless = static_cast<std::uint16_t>(source_.fonts.size());
    bool any = false;
    for (SourceWord& word : source_.words) {
      if (word.font != kNoFont) continue;
      word.font = nameless;
      any = true;
    }
    if (any) source_.fonts.emplace_back();
  }

  [[nodiscard]] FontStyle style(const PdfWord& word) const {
    return word.font == kNoFont ? FontStyle() : styles_.at(word.font);
  }

  std::size_t pages_;  // as far as known
  SourceText source_;
  std::vector<FontStyle> styles_;
  std::vector<LinePlace> places_;  // one for each line of `source_`
  std::vector<bool> footnotes_;    // likewise
  std::optional<TableGrid> open_;  // at the foot of the page before
  std::vector<bool> continued_;    // one for each page
};

PagedText::PagedText(std::size_t pages)
    : assembly_(std::make_unique<Assembly>(pages)) {}

PagedText::~PagedText() = default;

void PagedText::add(const PdfPage& page,
                    const std::vector<Overprint>& overprints,
                    const std::vector<std::string>& fonts) {
  assembly_->add(page, overprints, fonts);
}

SourceText PagedText::finish(std::vector<std::string> fonts) {
  return assembly_->finish(std::move(fonts));
}

}  // namespace kehoach
