// The hits of a search for a reader at a terminal.

#include <fmt/format.h>

#include "report/layout.h"
#include "report/words.h"

namespace kehoach {
namespace {

constexpr std::size_t kIndent = 4;

std::string name_of_document(const DocumentSummary& d) {
  if (!d.code.empty()) return d.code;
  return d.type.empty() ? fmt::format("#{}", d.id)
                        : fmt::format("{} #{}", type_words(d.type), d.id);
}

// The words found, painted one by one so that they can be wrapped.
std::string painted(const Snippet& snippet, const Style& style) {
  if (!style.colour) return snippet.text;
  std::string out;
  std::uint32_t at = 0;
  for (const Span mark : snippet.marks) {
    out += slice(snippet.text, {at, mark.begin});
    bool first = true;
    for (const std::string_view word : split(slice(snippet.text, mark), ' ')) {
      if (!first) out += ' ';
      out += paint(style, Colour::found, word);
      first = false;
    }
    at = mark.end;
  }
  return out + snippet.text.substr(at);
}

std::string head(std::size_t number, const DocumentSummary& document,
                 const std::string& place, const Style& style) {
  std::string rest = paint(style, Colour::strong, name_of_document(document));
  if (!place.empty()) rest += " " + place;
  if (!document.issuer.empty()) rest += " - " + document.issuer;
  if (!document.issued_on.empty())
    rest += ", " + date_words(document.issued_on);
  return wrap(pad(fmt::format("{}.", number), kIndent), rest, kIndent,
              style.width);
}

std::string body(const std::string& text, const Style& style) {
  return wrap(std::string(kIndent, ' '), text, kIndent, style.width);
}

std::string bodies(std::string_view label,
                   const std::vector<std::string>& names, const Style& style) {
  if (names.empty()) return {};
  return body(std::string(label) + join(names, "; "), style);
}

std::string source(const DocumentSummary& document, const Style& style) {
  if (document.source_path.empty()) return {};
  return std::string(kIndent, ' ') +
         paint(style, Colour::dim, printable(document.source_path)) + "\n";
}

}  // namespace

std::string hits_text(const SearchResult& result, const Style& style) {
  std::string out;
  std::size_t number = 0;
  for (const SearchHit& hit : result.obligations) {
    const ObligationHit& o = hit.obligation;
    std::string place = path_words(o.path);
    if (o.page > 0)
      place += fmt::format("{}tr. {}", place.empty() ? "" : ", ", o.page);
    out += head(++number, o.document, place, style);
    out += body(painted(hit.snippet, style), style);
    out += bodies("Chủ trì: ", o.lead, style);
    out += bodies("Phối hợp: ", o.support, style);
    out += source(o.document, style) + "\n";
  }
  for (const TitleHit& hit : result.titles) {
    out += head(++number, hit.document, "", style);
    out += body(painted(hit.title, style), style);
    out += source(hit.document, style) + "\n";
  }
  return out;
}

std::string document_line(const DocumentSummary& d) {
  std::string line = fmt::format("#{}  {}", d.id, name_of_document(d));
  if (!d.issuer.empty()) line += "  " + d.issuer;
  if (!d.issued_on.empty()) line += "  " + date_words(d.issued_on);
  if (!d.source_path.empty()) line += "  " + d.source_path;
  return printable(line) + "\n";
}

}  // namespace kehoach
