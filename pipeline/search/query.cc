#include "search/query.h"

#include "model/model.h"
#include "normalise/normalise.h"
#include "text/text.h"

namespace kehoach {
namespace {

// The question goes the way of the documents, so that both end alike.
std::string normalised(std::string_view text) {
  SourceText source;
  source.media_type = "text/plain";
  for (const char c : text) source.text += c == '\n' || c == '\0' ? ' ' : c;
  const auto size = static_cast<std::uint32_t>(source.text.size());
  source.text += '\n';
  SourceLine line;
  line.span = {0, size};
  source.lines.push_back(line);
  return normalise(source).text;
}

bool is_quotation_mark(char32_t c) {
  return c == U'"' || c == U'\u201C' || c == U'\u201D' || c == U'\u00AB' ||
         c == U'\u00BB';
}

bool is_space(char32_t c) { return c == U' ' || c == U'\n' || c == U'\t'; }

void add_phrase(Query& query, std::string_view words) {
  std::string folded = fold_for_search(words);
  if (folded.empty()) return;
  query.printed.emplace_back(trim(words));
  query.folded.push_back(std::move(folded));
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace

Query parse_query(std::string_view typed) {
  const std::string text = normalised(typed);
  Query query;
  std::string phrase;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    const bool mark = is_quotation_mark(c.value);
    if (mark || (!quoted && is_space(c.value))) {
      add_phrase(query, phrase);
      phrase.clear();
      quoted = mark ? !quoted : quoted;
    } else {
      phrase += text.substr(at, c.size);
    }
    at += c.size;
  }
  add_phrase(query, phrase);
  return query;
}

Query as_one_phrase(const Query& query) {
  return {{joined(query.printed)}, {joined(query.folded)}};
}

}  // namespace kehoach
