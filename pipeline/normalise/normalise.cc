// From what a file holds to clean text in paragraphs.

#include "normalise/normalise.h"

#include "normalise/clean.h"
#include "normalise/columns.h"
#include "normalise/flat_text.h"
#include "normalise/join.h"

namespace kehoach {
namespace {

std::uint32_t blanks_before(std::string_view text, const SourceLine& line) {
  std::uint32_t at = line.span.begin;
  while (at < line.span.end && text[at] == ' ') ++at;
  return at - line.span.begin;
}

// Gives a text in one paragraph its breaks back, a line break for a blank.
void lay_out(NormalText& text) {
  if (text.paragraphs.size() != 1) return;
  Paragraph rest = text.paragraphs.front();
  const std::uint32_t begin = rest.span.begin;
  text.paragraphs.clear();
  for (const std::size_t at : breaks_of_flat(slice(text.text, rest.span))) {
    Paragraph p = rest;
    p.span.end = begin + static_cast<std::uint32_t>(at);
    text.text[p.span.end] = '\n';
    text.paragraphs.push_back(p);
    rest.span.begin = p.span.end + 1;
  }
  text.paragraphs.push_back(rest);
}

}  // namespace

NormalText normalise(const SourceText& source) {
  EditedText cleaned;
  std::vector<CleanLine> lines;
  const bool paged = source.pages > 0;
  const std::vector<SourceLine> printed =
      paged ? source.lines : unfold_columns(source);
  lines.reserve(printed.size());
  for (const SourceLine& line : printed) {
    const std::uint32_t begin = cleaned.size();
    clean_line(source.text, line.span, cleaned);
    std::uint32_t end = cleaned.size();
    while (end > begin && cleaned.text()[end - 1] == ' ') --end;
    lines.push_back({{begin, end}, &line, blanks_before(source.text, line)});
    cleaned.replace("\n", {line.span.end, line.span.end});
  }
  const auto marked = mark_lines(cleaned.text(), lines, !source.styled);
  NormalText out;
  const bool flat = !paged && is_flat(marked);
  EditedText joined = join_lines(cleaned.text(), marked, paged, flat, out);
  out.source = joined.map().behind(cleaned.map());
  out.text = joined.take_text();
  if (flat) lay_out(out);
  out.folded = fold_for_match(out.text);
  if (flat) {
    out.diagnostics.push_back(
        {Severity::warning,
         "breaks-lost",
         "the text came in one line; its paragraphs were told by their numbers",
         {}});
  }
  for (Diagnostic d : source.diagnostics) {
    d.span = {};  // it speaks of the file, not of a place in the clean text
    out.diagnostics.push_back(std::move(d));
  }
  return out;
}

}  // namespace kehoach
