// Joins printed lines to paragraphs.

#include "normalise/join.h"

#include <algorithm>
#include <cmath>

#include "normalise/line_kinds.h"

namespace kehoach {
namespace {

// A text is hard wrapped when at least this share of its lines go on in the
// next one, in small letters, without an end mark.
constexpr double kWrappedShare = 0.12;
// Text is wrapped at a fixed width when nearly all of its wraps, and not just a
// few, come where the next word would have passed that width.
constexpr double kFixedShare = 0.9;
constexpr std::size_t kManyWraps = 8;
constexpr std::size_t kFewWraps = 4;  // enough where all of them do
// Where letters have widths of their own, a line that the next word would leave
// this far below the shortest wraps was ended on purpose.
constexpr double kSurelyShort = 0.7;
constexpr double kShortestWraps = 0.05;
// Paragraphs stand apart when this share of the numbered ones does.
constexpr double kApartShare = 0.9;
// A printed line that ends this near to the right margin was broken by it.
constexpr float kMarginSlack = 28;
// A line that begins this far behind the left margin opens a paragraph.
constexpr float kIndent = 12;
constexpr std::uint32_t kFirstLine = 3;  // the same, in blanks
constexpr std::size_t kSurelyText = 60;  // bytes; what names may be shorter

class Joiner {
 public:
  Joiner(std::string_view cleaned, const std::vector<MarkedLine>& lines,
         bool paged, bool flat)
      : cleaned_(cleaned),
        lines_(lines),
        paged_(paged),
        flat_(flat),
        wrapped_(!paged && is_wrapped()) {
    if (paged) measure_margins();
    if (wrapped_) measure_width();
    if (wrapped_) measure_gaps();
  }

  void run(NormalText& out) {
    const MarkedLine* before = nullptr;
    bool gap = false;
    for (const MarkedLine& line : lines_) {
      if (line.blank) {
        gap = true;
        continue;
      }
      if (is_page_number(line, gap)) continue;
      if (before != nullptr && before->place == line.place &&
          joins(*before, line, gap)) {
        extend(out, *before, line);
      } else {
        open(out, line, gap);
      }
      before = &line;
      gap = false;
    }
    close(out);
  }

  EditedText take() { return std::move(text_); }

 private:
  // Line `i` goes on in the next one beyond doubt.
  [[nodiscard]] bool is_wrap(std::size_t i) const {
    const MarkedLine& a = lines_[i];
    const MarkedLine& b = lines_[i + 1];
    return !a.blank && !b.blank && a.place == b.place &&
           !ends_sentence(a.plain) && !ends_with(a.plain, ";") &&
           begins_lower(b.plain) && !has_mark(b.plain);
  }

  [[nodiscard]] bool is_wrapped() const {
    std::size_t pairs = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!lines_[i].blank) ++all;
      if (is_wrap(i)) ++pairs;
    }
    return all > 0 && static_cast<double>(pairs) >
                          kWrappedShare * static_cast<double>(all);
  }

  // How long `a` would have been with the next word.
  static std::size_t length_with_next(const MarkedLine& a,
                                      const MarkedLine& b) {
    return a.letters + 1 + b.first_letters;
  }

  void measure_width() {
    std::vector<std::size_t> with_next;
    std::size_t longest = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!is_wrap(i)) continue;
      with_next.push_back(length_with_next(lines_[i], lines_[i + 1]));
      longest = std::max<std::size_t>(longest, lines_[i].plain_letters);
    }
    const auto full = std::count_if(with_next.begin(), with_next.end(),
                                    [&](std::size_t n) { return n > longest; });
    const std::size_t wraps = with_next.size();
    const auto enough = static_cast<std::ptrdiff_t>(
        std::ceil(kFixedShare * static_cast<double>(wraps)));
    const bool all = full == static_cast<std::ptrdiff_t>(wraps);
    is_fixed_ =
        full >= enough && (wraps >= kManyWraps || (all && wraps >= kFewWraps));
    if (is_fixed_) {
      width_ = longest;
    } else if (wraps >= kManyWraps) {
      const auto at =
          with_next.begin() + static_cast<std::ptrdiff_t>(
                                  kShortestWraps * static_cast<double>(wraps));
      std::nth_element(with_next.begin(), at, with_next.end());
      width_ =
          static_cast<std::size_t>(kSurelyShort * static_cast<double>(*at));
    }
  }

  // Whether a blank line stands before each paragraph.
  void measure_gaps() {
    std::size_t marked = 0;
    std::size_t apart = 0;
    bool gap = false;
    for (const MarkedLine& line : lines_) {
      if (!line.blank && line.place.table == 0 && has_mark(line.plain)) {
        ++marked;
        apart += gap ? 1 : 0;
      }
      gap = line.blank;
    }
    apart_ =
        marked >= kManyWraps &&
        static_cast<double>(apart) >= kApartShare * static_cast<double>(marked);
  }

  // The next word had room on line `a`, or the line was not broken where it
  // should have been: it was ended on purpose.
  [[nodiscard]] bool had_room(const MarkedLine& a, const MarkedLine& b) const {
    return width_ > 0 && (length_with_next(a, b) <= width_ ||
                          (is_fixed_ && a.plain_letters > width_));
  }

  // The margins of the text block, from the lines that fill it. Tables may be
  // wider, and their cells are narrower.
  void measure_margins() {
    std::vector<float> lefts;
    std::vector<float> rights;
    for (const MarkedLine& line : lines_) {
      if (line.blank || line.box.empty() || line.place.table != 0) continue;
      lefts.push_back(line.box.x0);
      rights.push_back(line.box.x1);
    }
    if (lefts.empty()) return;
    const auto at = [](std::vector<float>& v, double share) {
      const auto index = static_cast<std::ptrdiff_t>(
          share * static_cast<double>(v.size() - 1));
      std::nth_element(v.begin(), v.begin() + index, v.end());
      return v[static_cast<std::size_t>(index)];
    };
    left_ = at(lefts, 0.1);
    right_ = at(rights, 0.9);
  }

  // A lone number between two empty lines, outside of tables.
  static bool is_page_number(const MarkedLine& line, bool gap) {
    const std::string_view t = line.plain;
    if (line.place.table != 0 || !gap || t.empty() || t.size() > 3)
      return false;
    return std::all_of(t.begin(), t.end(),
                       [](char c) { return c >= '0' && c <= '9'; });
  }

  // Whether `b` goes on with the sentence of `a`.
  [[nodiscard]] bool joins(const MarkedLine& a, const MarkedLine& b,
                           bool gap) const {
    if (flat_) return true;
    if (b.heading != 0 || is_note_head(b.plain)) return false;
    if (is_authority(b.plain)) return false;
    if (a.open && !gap) return true;
    if (is_only_mark(a.plain)) return !has_mark(b.plain);
    if (!gap && is_torn_code(a, b)) return true;
    if (is_type_word(a.plain) || opens_paragraph(b.plain)) return false;
    if (paged_ && !gap && goes_on_with_dash(a, b)) return true;
    if (has_mark(b.plain) && !is_torn_range(a, b)) {
      // In wrapped text a line may begin with what only looks like a bullet.
      return wrapped_ && !gap && b.place.table == 0 && !had_room(a, b) &&
             !ends_sentence(a.plain) && !ends_with(a.plain, ";") &&
             !ends_with(a.plain, ",") &&
             (apart_ || begins_lower(b.plain.substr(list_mark(b.plain).size)));
    }
    // `... thường xuyên.` / `(Chi tiết tại Phụ lục)`: a note in italics.
    if (ends_sentence(a.plain) && b.italic && !a.italic &&
        starts_with(b.plain, "("))
      return false;
    const bool lower = begins_lower(b.plain);
    if (gap) {
      const bool heading = a.heading != 0 || (a.bold && !b.bold);
      // An item that ends in a comma was torn; other paragraphs may be a list.
      const bool is_open =
          ends_open(a.plain) || (ends_with(a.plain, ",") && has_mark(a.plain));
      const bool text = a.plain.size() > kSurelyText ||
                        (a.bold && b.bold && has_lower(a.plain));
      const bool goes_on =
          lower || (text && is_open && !is_capitals_line(b.plain));
      return goes_on && !heading && !ends_sentence(a.plain) &&
             a.place.table == 0;
    }
    if (paged_) return joins_on_page(a, b, lower);
    if (!wrapped_) {
      // `Kế hoạch số 344-KH/TU ... của Ban` / `Thường vụ Tỉnh ủy về ...`
      const bool open = a.plain.size() > kSurelyText && ends_open(a.plain) &&
                        !is_capitals_line(b.plain);
      return (lower || open) && !ends_sentence(a.plain) &&
             !ends_with(a.plain, ";");
    }
    return joins_wrapped(a, b, lower);
  }

  // `“Lễ hội Thành Nam` / `- Bình Lục”`: a full line that ends inside a name in
  // quotes, or whose dash stands where no bullet does, at the margin.
  [[nodiscard]] bool goes_on_with_dash(const MarkedLine& a,
                                       const MarkedLine& b) const {
    if (list_mark(b.plain).kind != Marker::dash || a.box.empty() ||
        b.box.empty() || a.place.table != 0 || ends_sentence(a.plain) ||
        ends_with(a.plain, ";") || ends_with(a.plain, ","))
      return false;
    const std::size_t open = a.plain.rfind("“");
    const bool quoted = open != std::string::npos &&
                        a.plain.find("”", open) == std::string::npos;
    const bool full = a.box.x1 >= right_ - kMarginSlack;
    return full && (quoted || b.box.x0 <= left_ + kIndent / 4);
  }

  // `Công văn số 1849/BGDĐT-` / `GDPT.`
  static bool is_torn_code(const MarkedLine& a, const MarkedLine& b) {
    const std::string_view text = a.plain;
    const std::string_view word = text.substr(text.rfind(' ') + 1);
    return word.size() > 2 && (word.back() == '-' || word.back() == '/') &&
           word.find('/') != std::string_view::npos &&
           is_digit(static_cast<unsigned char>(word.front())) &&
           !b.plain.empty() && is_upper(decode_at(b.plain, 0).value);
  }

  // `giai đoạn 2026` / `- 2030`; behind a year only another year goes on, and
  // `Đến năm 2030` / `- 100% xã` is a list.
  static bool is_torn_range(const MarkedLine& a, const MarkedLine& b) {
    if (b.plain.size() <= 2 || b.plain[0] != '-' || b.plain[1] != ' ')
      return false;
    const auto digits = [](auto begin, auto end) {
      return std::find_if_not(begin, end,
                              [](char c) {
                                return is_digit(static_cast<unsigned char>(c));
                              }) -
             begin;
    };
    constexpr std::ptrdiff_t kYear = 4;
    const auto before = digits(a.plain.rbegin(), a.plain.rend());
    const auto behind = digits(b.plain.begin() + 2, b.plain.end());
    return before > 0 && behind > 0 && (before != kYear || behind == kYear);
  }

  [[nodiscard]] bool joins_wrapped(const MarkedLine& a, const MarkedLine& b,
                                   bool lower) const {
    if (lower && !ends_sentence(a.plain)) return true;
    // The first line of a paragraph is set in; below a bullet, all others are.
    if (!lower && b.indent >= a.indent + kFirstLine && !has_mark(a.plain))
      return false;
    // An item that ends in a comma goes on, though its column was narrower.
    const bool open_item = ends_with(a.plain, ",") && has_mark(a.plain);
    if (had_room(a, b) && !open_item) return false;
    // Behind a comma capitals go on, and so does what follows capitals that end
    // in one: `pH,` / `N-NH4+, N-NO2-,` / `nitrit`.
    const bool goes_on = ends_with(a.plain, ",");
    if (is_capitals_line(a.plain) && has_lower(b.plain) && !goes_on)
      return false;
    if (is_capitals_line(b.plain) && has_lower(a.plain) && !goes_on)
      return false;
    if (a.bold != b.bold && !lower) return false;
    if (starts_with(a.plain, "Nơi nhận")) return false;
    return true;
  }

  [[nodiscard]] bool joins_on_page(const MarkedLine& a, const MarkedLine& b,
                                   bool lower) const {
    // A cell is one line on its page: two of them were torn by a page break.
    if (a.place.table != 0) return a.page != b.page;
    if (a.box.empty() || b.box.empty()) return lower && !ends_sentence(a.plain);
    const bool full = a.box.x1 >= right_ - kMarginSlack;
    const bool indented = b.box.x0 > left_ + kIndent;
    if (a.bold != b.bold && !lower) return false;
    // `... của Bộ trưởng Bộ` / `GD&ĐT.`: one word is no line of capitals.
    const bool one_word = full && !ends_sentence(a.plain) &&
                          b.plain.find(' ') == std::string::npos;
    if (is_all_upper(a.plain) != is_all_upper(b.plain) && !lower && !one_word)
      return false;
    if (full) return lower || !indented || hangs_below(a, b);
    // Centred lines of a title do not reach the margin.
    return lower && !ends_sentence(a.plain) && !ends_with(a.plain, ";");
  }

  // `- Lập hồ sơ theo mẫu của Bộ` / `Y tế.`, with the second line below the
  // text of the first; or a third below the second.
  static bool hangs_below(const MarkedLine& a, const MarkedLine& b) {
    constexpr float kSamePlace = 2;
    constexpr float kWidestMark = 60;
    if (ends_sentence(a.plain) || ends_with(a.plain, ";") ||
        ends_with(a.plain, ":"))
      return false;
    const float set_in = b.box.x0 - a.box.x0;
    return has_mark(a.plain) ? set_in > kSamePlace && set_in < kWidestMark
                             : std::abs(set_in) < kSamePlace;
  }

  void open(NormalText& out, const MarkedLine& line, bool gap) {
    close(out);
    Paragraph p;
    p.span.begin = text_.size();
    p.page = line.page;
    p.heading = line.heading;
    p.bold = line.bold;
    p.italic = line.italic;
    p.after_blank = gap;
    p.place = line.place;
    out.paragraphs.push_back(p);
    append(line);
  }

  void extend(NormalText& out, const MarkedLine& before,
              const MarkedLine& line) {
    const std::string_view left = text_.text();
    const bool torn = left.size() > 1 &&
                      (left.back() == '-' || left.back() == '/') &&
                      left[left.size() - 2] != ' ';
    if (!torn)
      text_.replace(" ", {before.pieces.back().end, line.pieces.front().begin});
    append(line);
    Paragraph& p = out.paragraphs.back();
    p.bold = p.bold && line.bold;
    p.italic = p.italic && line.italic;
  }

  void append(const MarkedLine& line) {
    for (const Span piece : line.pieces) text_.copy(cleaned_, piece);
  }

  void close(NormalText& out) {
    if (out.paragraphs.empty() || out.paragraphs.back().span.end != 0) return;
    out.paragraphs.back().span.end = text_.size();
    const std::uint32_t end = static_cast<std::uint32_t>(cleaned_.size());
    const auto& pieces = text_.map().pieces();
    const std::uint32_t at =
        pieces.empty() ? end : pieces.back().in + pieces.back().in_size;
    if (at < end && cleaned_[at] == '\n') {
      text_.copy(cleaned_, {at, at + 1});
    } else {
      text_.replace("\n", {at, at});
    }
  }

  std::string_view cleaned_;
  const std::vector<MarkedLine>& lines_;
  EditedText text_;
  bool paged_;
  bool flat_;  // all of it is one paragraph, whose breaks were lost
  bool wrapped_;
  std::size_t width_ = 0;  // up to which a next word had room; 0: not known
  bool is_fixed_ = false;  // all lines are broken at that width
  bool apart_ = false;     // paragraphs stand behind blank lines
  float left_ = 0;
  float right_ = 0;
};

}  // namespace

EditedText join_lines(std::string_view cleaned,
                      const std::vector<MarkedLine>& lines, bool paged,
                      bool flat, NormalText& out) {
  Joiner joiner(cleaned, lines, paged, flat);
  joiner.run(out);
  return joiner.take();
}

}  // namespace kehoach
