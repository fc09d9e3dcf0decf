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
  // Of the block at hand, whose lines stand without a blank one between.
  std::vector<SourceLine> whole, left, right;
  bool side_by_side = false;  // in one of its lines
  const auto add = [&](const std::vector<SourceLine>& some) {
    lines.insert(lines.end(), some.begin(), some.end());
  };
  const auto close = [&] {
    if (side_by_side) {
      add(left);
      add(right);
    } else {
      add(whole);  // a line that begins far to the right is centred
    }
    whole.clear(), left.clear(), right.clear();
    side_by_side = false;
  };
  for (const SourceLine& line : source.lines) {
    if (trim(source.text, line.span).empty()) {
      close();
      lines.push_back(line);
      continue;
    }
    const bool cell =
        line.place.table != 0 || source.text[line.span.begin] == '|';
    SourceLine in_left = line;
    in_left.span.end =
        cell ? line.span.end : right_column(source.text, line.span);
    SourceLine in_right = line;
    in_right.span.begin = in_left.span.end;
    const bool has_left = !trim(source.text, in_left.span).empty();
    const bool has_right = !in_right.span.empty();
    if (has_left) left.push_back(in_left);
    if (has_right) right.push_back(in_right);
    side_by_side = side_by_side || (has_left && has_right);
    whole.push_back(line);
  }
  close();
  return lines;
}

}  // namespace kehoach
