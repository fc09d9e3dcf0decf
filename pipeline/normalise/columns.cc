#include "normalise/columns.h"

#include <array>

#include "normalise/clean.h"

namespace kehoach {
namespace {

constexpr std::uint32_t kGap = 5;  // this many blanks part two columns

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// `1.`, `a)`, `*` and what Markdown makes of it: the blanks behind it part
// nothing.
bool is_lone_mark(std::string_view left) {
  while (!left.empty() && (left.front() == '\\' || left.front() == '*') &&
         left.size() > 1)
    left.remove_prefix(1);
  const ListMark mark = list_mark(std::string(left) + " x");
  return mark.kind != Marker::none && mark.size == left.size() + 1;
}

// Whether a tab, or two blanks in a row, stand in the line: what parts columns
// is wider.
bool has_gap(std::string_view line) {
  if (line.find('\t') != std::string_view::npos) return true;
  for (std::size_t at = 1; at < line.size(); at += 2) {
    if (line[at] == ' ' &&
        (line[at - 1] == ' ' || (at + 1 < line.size() && line[at + 1] == ' ')))
      return true;
  }
  return false;
}

// Where the right column begins; the line's end where there is one column.
std::uint32_t right_column(std::string_view text, Span line) {
  if (!has_gap(slice(text, line))) return line.end;
  std::uint32_t at = line.begin;
  while (at < line.end && is_blank(text[at])) ++at;
  // A line that begins far to the right stands in the right column.
  if (at - line.begin >= 20) return at;
  for (; at < line.end; ++at) {
    if (!is_blank(text[at])) continue;
    std::uint32_t gap = at;
    std::uint32_t width = 0;
    while (gap < line.end && is_blank(text[gap]))
      width += text[gap] == '\t' ? kGap : 1, ++gap;
    if (gap == line.end) return line.end;
    if (width >= kGap) {
      EditedText clean;
      clean_line(text, {line.begin, at}, clean);
      const std::string left = fold_for_match(trim(clean.text()));
      static constexpr std::array<std::string_view, 6> kBlanks = {
          "ngày", "tháng", "năm", "số:", "số", ":"};
      bool blank =
          text[gap] == '/' ||
          (text[gap] == '-' && gap + 1 < line.end && !is_blank(text[gap + 1]));
      for (const std::string_view word : kBlanks)
        blank = blank || ends_with(left, word);
      blank = blank || is_lone_mark(left);
      if (!blank || ends_with(left, "nơi nhận:")) return gap;
    }
    at = gap - 1;
  }
  return line.end;
}

}  // namespace

std::vector<SourceLine> unfold_columns(const SourceText& source) {
  std::vector<SourceLine> lines;
  lines.reserve(source.lines.size());
  std::vector<SourceLine> right;  // of the block at hand
  const auto close = [&] {
    lines.insert(lines.end(), right.begin(), right.end());
    right.clear();
  };
  for (const SourceLine& line : source.lines) {
    const bool cell =
        line.place.table != 0 || (line.span.begin < line.span.end &&
                                  source.text[line.span.begin] == '|');
    const std::uint32_t split =
        cell ? line.span.end : right_column(source.text, line.span);
    SourceLine left = line;
    left.span.end = split;
    const bool blank = trim(source.text, line.span).empty();
    if (blank) close();
    if (blank || !trim(source.text, left.span).empty()) lines.push_back(left);
    if (split < line.span.end) {
      SourceLine other = line;
      other.span.begin = split;
      right.push_back(other);
    }
  }
  close();
  return lines;
}

}  // namespace kehoach
