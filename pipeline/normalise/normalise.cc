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

// Gives paragraphs their breaks back, a line break for a blank: that of a text
// in one paragraph, and those that hold a head or a signature and more.
void lay_out(NormalText& text, bool flat) {
  std::vector<Paragraph> parted;
  parted.reserve(text.paragraphs.size());
  for (Paragraph rest : text.paragraphs) {
    const std::string_view said = slice(text.text, rest.span);
    const bool glued = flat ? text.paragraphs.size() == 1
                            : rest.place.table == 0 && is_glued(said);
    if (!glued) {
      parted.push_back(rest);
      continue;
    }
    const std::uint32_t begin = rest.span.begin;
    for (const std::size_t at : breaks_of_flat(said)) {
      Paragraph p = rest;
      p.span.end = begin + static_cast<std::uint32_t>(at);
      text.text[p.span.end] = '\n';
      parted.push_back(p);
      rest.span.begin = p.span.end + 1;
    }
    parted.push_back(rest);
  }
  text.paragraphs = std::move(parted);
}

// `1. Tăng cường quản lý 1.1.` above `Tổ chức tuyên truyền`: the number belongs
// to what is below.
void carry_numbers(NormalText& text) {
  for (std::size_t i = 0; i + 1 < text.paragraphs.size(); ++i) {
    Paragraph& above = text.paragraphs[i];
    Paragraph& below = text.paragraphs[i + 1];
    if (above.place.table != 0 || below.place.table != 0 ||
        below.span.begin != above.span.end + 1)
      continue;
    const std::string_view said = slice(text.text, above.span);
    const ListMark own = list_mark(said);
    const std::size_t blank = said.rfind(' ');
    if (own.kind != Marker::arabic || blank == std::string_view::npos ||
        said.substr(blank + 1) != own.label + ".1." ||
        list_mark(slice(text.text, below.span)).kind != Marker::none)
      continue;
    text.text[above.span.end] = ' ';
    above.span.end = above.span.begin + static_cast<std::uint32_t>(blank);
    text.text[above.span.end] = '\n';
    below.span.begin = above.span.end + 1;
  }
}

// The printed lines, cleaned into `cleaned`, without their markup.
std::vector<MarkedLine> marked_lines(const SourceText& source,
                                     EditedText& cleaned) {
  const auto unfolded =
      source.pages > 0 ? std::nullopt : unfold_columns(source);
  std::vector<CleanLine> lines;
  lines.reserve((unfolded ? *unfolded : source.lines).size());
  for (const SourceLine& line : unfolded ? *unfolded : source.lines) {
    const std::uint32_t begin = cleaned.size();
    clean_line(source.text, line.span, cleaned);
    std::uint32_t end = cleaned.size();
    while (end > begin && cleaned.text()[end - 1] == ' ') --end;
    lines.push_back({{begin, end}, &line, blanks_before(source.text, line)});
    // Copied where the source has it, so that the map has no piece for it.
    const Span end_of_line{line.span.end, line.span.end + 1};
    if (slice(source.text, end_of_line) == "\n") {
      cleaned.copy(source.text, end_of_line);
    } else {
      cleaned.replace("\n", {line.span.end, line.span.end});
    }
  }
  return mark_lines(cleaned.text(), lines, !source.styled);
}

}  // namespace

NormalText normalise(const SourceText& source) {
  EditedText cleaned;
  EditedText joined;
  NormalText out;
  const bool paged = source.pages > 0;
  bool flat = false;
  {
    const auto marked = marked_lines(source, cleaned);
    flat = !paged && is_flat(marked);
    joined = join_lines(cleaned.text(), marked, paged, flat, out);
  }
  out.source = joined.map().behind(cleaned.map());
  out.text = joined.take_text();
  if (!paged) {
    lay_out(out, flat);
    carry_numbers(out);
  }
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
