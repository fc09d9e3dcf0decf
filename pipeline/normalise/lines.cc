#include "normalise/lines.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "normalise/emphasis.h"
#include "normalise/line_kinds.h"

namespace kehoach {
namespace {

constexpr std::size_t kLongestRule =
    5;  // this many dashes are drawn, not written

// Eight bytes at a time: one is no beginning where it is 10xxxxxx, and a
// product sums up how many are.
std::uint32_t letters_of(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  auto letters = static_cast<std::uint32_t>(text.size());
  while (text.size() >= sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), sizeof bytes);
    const std::uint64_t inside = (bytes >> 7U) & ~(bytes >> 6U) & kOnes;
    letters -= static_cast<std::uint32_t>((inside * kOnes) >> 56U);
    text.remove_prefix(sizeof bytes);
  }
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) --letters;
  }
  return letters;
}

class LineMarker {
 public:
  LineMarker(std::string_view cleaned, bool is_markdown, std::size_t count)
      : text_(cleaned), markdown_(is_markdown), emphasis_(cleaned) {
    lines_.reserve(count);
  }

  void add(const CleanLine& line) {
    source_ = line.source;
    indent_ = line.indent;
    if (source_ != nullptr && source_->furniture) return;
    const std::string_view plain = slice(text_, line.span);
    if (markdown_ && plain == "|") return lone_pipe();
    if (markdown_ && plain.size() > 1 && plain.front() == '|')
      return pipe_row(line.span);
    if (is_blank_line(plain)) return blank();
    if (markdown_ && starts_with(plain, "```")) return blank();
    if (markdown_ && plain.size() > 4 && plain.back() == '|' &&
        plain.find(" | ") != std::string_view::npos) {
      return pipe_row(line.span);
    }
    if (row_of_pipes_) leave_table();
    // A lone pipe and an empty line end a table, unless another cell follows.
    if (state_ == Cells::closed) leave_table();
    if (state_ == Cells::opened) state_ = Cells::filled;
    split_drawn(line.span);
  }

  std::vector<MarkedLine> take() {
    free_running_text();
    return std::move(lines_);
  }

 private:
  // How far a table of one cell a line has come.
  enum class Cells { none, opened, filled, closed };

  void blank() {
    emphasis_.end();
    if (state_ == Cells::opened) state_ = Cells::closed;
    if (row_of_pipes_) leave_table();
    // A run of them is one.
    if (!lines_.empty() && lines_.back().blank && lines_.back().place == place_)
      return;
    MarkedLine line;
    line.blank = true;
    line.place = place_;
    lines_.push_back(std::move(line));
  }

  // A page that lost its empty lines puts its body behind the pipe of the
  // letterhead: numbered paragraphs without end are no cell.
  void free_running_text() {
    constexpr std::size_t kLongestCell = 2500;  // bytes
    constexpr std::ptrdiff_t kMostItems = 3;
    for (std::size_t begin = 0; begin < lines_.size();) {
      const auto cell = [&](const MarkedLine& line) {
        return is_same_cell(line.place, lines_[begin].place);
      };
      const auto first = lines_.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto last = std::find_if_not(first, lines_.end(), cell);
      begin = static_cast<std::size_t>(last - lines_.begin());
      if (first->place.table == 0) continue;
      std::size_t size = 0;
      for (auto line = first; line != last; ++line) size += line->plain.size();
      if (size <= kLongestCell) continue;
      const auto items = std::count_if(first, last, [](const MarkedLine& line) {
        const Marker mark = list_mark(line.plain).kind;
        return mark == Marker::arabic || mark == Marker::letter;
      });
      if (items <= kMostItems) continue;
      for (auto line = first; line != last; ++line) line->place = {};
    }
  }

  static bool is_same_cell(const TablePlace& a, const TablePlace& b) {
    return a.table == b.table && a.row == b.row && a.column == b.column;
  }

  void leave_table() {
    place_ = {};
    state_ = Cells::none;
    row_of_pipes_ = false;
  }

  void enter_table() { place_ = {++tables_, 0, 0}; }

  void lone_pipe() {
    emphasis_.end();
    switch (state_) {
      case Cells::none:
        enter_table();
        break;
      case Cells::filled:
        ++place_.column;
        break;
      case Cells::opened:
      case Cells::closed:
        ++place_.row;
        place_.column = 0;
        break;
    }
    state_ = Cells::opened;
  }

  // `| a | b |`
  void pipe_row(Span row) {
    if (state_ != Cells::none) leave_table();
    const std::string_view text = slice(text_, row);
    const bool drawn = text.find_first_not_of("|-: ") == std::string_view::npos;
    if (drawn && text.find('-') != std::string_view::npos) return;
    if (!row_of_pipes_) {
      enter_table();
      row_of_pipes_ = true;
    } else {
      ++place_.row;
    }
    place_.column = 0;
    const std::uint32_t first = row.begin + (text.front() == '|' ? 1 : 0);
    Span cell{first, first};
    for (std::uint32_t at = first; at <= row.end; ++at) {
      const bool end = at == row.end;
      if (!end && (text_[at] != '|' || (at > 0 && text_[at - 1] == '\\')))
        continue;
      cell.end = at;
      if (end && trim(text_, cell).empty()) break;
      emphasis_.end();
      cell_end_ = cell.end;
      cell_lines(cell);
      ++place_.column;
      cell = {at + 1, at + 1};
    }
  }

  // Splits a cell at `<br>`.
  void cell_lines(Span cell) {
    for (std::uint32_t at = cell.begin; at < cell.end; ++at) {
      if (text_[at] != '<') continue;
      const std::string_view rest = text_.substr(at, cell.end - at);
      std::uint32_t size = 0;
      for (const std::string_view tag : {"<br>", "<br/>", "<br />", "<BR>"}) {
        if (starts_with(rest, tag))
          size = static_cast<std::uint32_t>(tag.size());
      }
      if (size == 0) continue;
      split_drawn({cell.begin, at});
      cell.begin = at + size;
      at = cell.begin - 1;
    }
    split_drawn(cell);
  }

  // Splits at drawn lines that a converter left inside the text.
  void split_drawn(Span span) {
    if (!may_be_drawn(span)) return plain_line(span);
    std::uint32_t run = 0;
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
      run = text_[at] == '-' || text_[at] == '_' ? run + 1 : 0;
      if (run < kLongestRule) continue;
      while (at + 1 < span.end &&
             (text_[at + 1] == '-' || text_[at + 1] == '_'))
        ++at, ++run;
      plain_line({span.begin, at + 1 - run});
      span.begin = at + 1;
      run = 0;
    }
    plain_line(span);
  }

  // Drawn lines are so long that one of each few bytes is theirs.
  [[nodiscard]] bool may_be_drawn(Span span) const {
    for (std::size_t at = span.begin + kLongestRule - 1; at < span.end;
         at += kLongestRule) {
      if (text_[at] == '-' || text_[at] == '_') return true;
    }
    return false;
  }

  void plain_line(Span span) {
    span = trim(text_, span);
    if (span.empty()) return;
    MarkedLine line;
    line.place = place_;
    line.indent = indent_;
    const std::string_view written = slice(text_, span);
    line.letters = letters_of(written);
    line.first_letters = letters_of(written.substr(0, written.find(' ')));
    if (source_ != nullptr) {
      line.page = source_->page;
      line.box = source_->box;
    }
    if (markdown_) {
      unmark(heading(span, line), line);
      if (line.plain.empty()) {
        if (line.open && !lines_.empty()) return;
        return;
      }
    } else {
      if (source_ != nullptr) line.place = source_->place;
      line.pieces.push_back(span);
      line.plain = slice(text_, span);
      line.bold = source_ != nullptr && source_->bold;
      line.italic = source_ != nullptr && source_->italic;
    }
    line.plain_letters = line.plain.size() == written.size()
                             ? line.letters
                             : letters_of(line.plain);
    lines_.push_back(std::move(line));
  }

  Span heading(Span span, MarkedLine& line) const {
    std::uint32_t level = 0;
    while (level < 6 && span.begin + level < span.end &&
           text_[span.begin + level] == '#')
      ++level;
    const std::uint32_t after = span.begin + level;
    if (level == 0 || after >= span.end || text_[after] != ' ') return span;
    line.heading = static_cast<std::uint8_t>(level);
    return trim(text_, {after, span.end});
  }

  // Emphasis ends with its cell, or its paragraph.
  [[nodiscard]] std::uint32_t emphasis_limit(std::uint32_t at) {
    return row_of_pipes_ ? cell_end_ : emphasis_.end_of_paragraph(at);
  }

  // Walks over the line, dropping stars and escaping backslashes.
  void unmark(Span span, MarkedLine& line) {
    bool all_bold = true;
    bool all_italic = true;
    Span piece{span.begin, span.begin};
    const auto close = [&](std::uint32_t end) {
      piece.end = end;
      if (!piece.empty()) line.pieces.push_back(piece);
    };
    for (std::uint32_t at = span.begin; at < span.end;) {
      if (const Span stars = stars_at(text_, at, span.end); !stars.empty()) {
        if (!emphasis_.writes(stars, span, emphasis_limit(at))) {
          close(at);
          piece.begin = stars.end;
        }
        at = stars.end;
        continue;
      }
      if (text_[at] == '\\' && at + 1 < span.end &&
          std::string_view("\\-*_.[]()#+|!>").find(text_[at + 1]) !=
              std::string_view::npos) {
        close(at);
        piece.begin = ++at;
      }
      // Up to the next star or backslash all is as bold as its first letter.
      const std::string_view rest = text_.substr(at, span.end - at);
      const std::string_view run =
          rest.substr(0, std::min(rest.find('*', 1), rest.find('\\', 1)));
      if (run.find_first_not_of(' ') != std::string_view::npos) {
        all_bold = all_bold && emphasis_.bold();
        all_italic = all_italic && emphasis_.italic();
      }
      at += static_cast<std::uint32_t>(run.size());
    }
    close(span.end);
    finish(line);
    line.bold = !line.plain.empty() && all_bold;
    line.italic = !line.plain.empty() && all_italic;
    line.open = emphasis_.open();
    // Marks on a line of their own still open or close what they stand for.
    if (line.plain.empty() && !lines_.empty()) lines_.back().open = line.open;
  }

  // Drops the spaces that stood beside markup.
  void finish(MarkedLine& line) const {
    if (line.pieces.size() == 1) {
      const Span whole = trim(text_, line.pieces.front());
      if (whole == line.pieces.front()) {
        line.plain = slice(text_, whole);
        return;
      }
    }
    std::vector<Span> kept;
    bool space = true;
    for (Span piece : line.pieces) {
      while (space && !piece.empty() && text_[piece.begin] == ' ')
        ++piece.begin;
      if (piece.empty()) continue;
      space = text_[piece.end - 1] == ' ';
      kept.push_back(piece);
    }
    while (!kept.empty()) {
      Span& last = kept.back();
      while (!last.empty() && text_[last.end - 1] == ' ') --last.end;
      if (!last.empty()) break;
      kept.pop_back();
    }
    for (const Span piece : kept) line.plain += slice(text_, piece);
    line.pieces = std::move(kept);
  }

  std::string_view text_;
  bool markdown_;
  const SourceLine* source_ = nullptr;
  std::uint32_t indent_ = 0;
  std::vector<MarkedLine> lines_;
  TablePlace place_;
  std::uint32_t tables_ = 0;
  Cells state_ = Cells::none;
  bool row_of_pipes_ = false;
  std::uint32_t cell_end_ = 0;  // of the row of pipes
  Emphasis emphasis_;
};

}  // namespace

std::vector<MarkedLine> mark_lines(std::string_view cleaned,
                                   const std::vector<CleanLine>& lines,
                                   bool is_markdown) {
  LineMarker marker(cleaned, is_markdown, lines.size());
  for (const CleanLine& line : lines) marker.add(line);
  return marker.take();
}

}  // namespace kehoach
