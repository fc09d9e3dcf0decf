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

// Where the right column of a line begins; its end where it is in no column.
std::uint32_t split_of(std::string_view text, const SourceLine& line) {
  const bool cell = line.place.table != 0 || text[line.span.begin] == '|';
  return cell ? line.span.end : right_column(text, line.span);
}

// The lines from `first` on that were split at `splits`, column by column.
void add_columns(std::string_view text, const SourceLine* first,
                 const std::vector<std::uint32_t>& splits,
                 std::vector<SourceLine>& lines) {
  for (const bool left : {true, false}) {
    for (std::size_t i = 0; i < splits.size(); ++i) {
      SourceLine half = first[i];
      (left ? half.span.end : half.span.begin) = splits[i];
      if (left ? !trim(text, half.span).empty() : !half.span.empty())
        lines.push_back(half);
    }
  }
}

}  // namespace

std::optional<std::vector<SourceLine>> unfold_columns(
    const SourceText& source) {
  std::optional<std::vector<SourceLine>> unfolded;
  const SourceLine* const all = source.lines.data();
  const std::size_t count = source.lines.size();
  // Of the block at hand, whose lines stand without a blank one between.
  std::vector<std::uint32_t> splits;
  for (std::size_t begin = 0; begin < count;) {
    bool side_by_side = false;  // in one of its lines
    splits.clear();
    std::size_t end = begin;
    for (; end < count; ++end) {
      const Span line = all[end].span;
      if (trim(source.text, line).empty()) break;
      const std::uint32_t split = split_of(source.text, all[end]);
      splits.push_back(split);
      side_by_side =
          side_by_side ||
          (split < line.end && !trim(source.text, {line.begin, split}).empty());
    }
    if (side_by_side) {
      if (!unfolded) unfolded.emplace(all, all + begin);
      add_columns(source.text, all + begin, splits, *unfolded);
    } else if (unfolded) {
      // A line that begins far to the right is centred.
      unfolded->insert(unfolded->end(), all + begin, all + end);
    }
    if (end < count && unfolded) unfolded->push_back(all[end]);
    begin = end + 1;
  }
  return unfolded;
}

}  // namespace kehoach
