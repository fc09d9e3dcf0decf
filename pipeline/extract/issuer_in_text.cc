// Who issues a plan, as its opening tells, where the letterhead is lost.

#include "extract/agency_words.h"
#include "extract/identity.h"

namespace kehoach {
namespace {

// The capitalised words right behind.
std::string name_behind(const Reading& reading, Span rest) {
  std::string out;
  std::string_view text = reading.printed(rest);
  while (starts_with(text, " ")) {
    const std::string_view word =
        text.substr(1, text.find_first_of(" \n", 1) - 1);
    if (word.empty() || !is_upper(decode_at(word, 0).value) ||
        is_all_upper(word))
      break;
    const bool last =
        std::string_view(",;.:)").find(word.back()) != std::string_view::npos;
    if (!out.empty()) out += ' ';
    out += last ? word.substr(0, word.size() - 1) : word;
    if (last) break;
    text.remove_prefix(1 + word.size());
  }
  return out;
}

// What one match tells; `sure` where it names the body whole.
std::string name_told(const Reading& reading, const Document& document,
                      const Node& node, const Match& match, bool& sure) {
  sure = true;
  // `Thủ tướng Chính phủ yêu cầu` in a directive.
  const std::string_view body = match.rule->attribute("body");
  if (!body.empty() && match.rule->attribute("of") == document.type)
    return std::string(body);
  if (const auto name = match.group("name")) {
    return is_capital(reading.text.text, name->begin)
               ? std::string(reading.printed(*name))
               : "";
  }
  const auto level = match.group("level");
  if (!level) return "";
  const std::string_view unit = reading.folded(*level);
  std::string name = "Ủy ban nhân dân " + std::string(unit);
  const std::string own = name_behind(reading, {level->end, node.span.end});
  if (!own.empty()) return name.append(" ").append(own);
  sure = false;
  if (document.place) return name + " " + *document.place;
  if (!reading.words.issuing.stands_at(reading.text.folded, level->end + 1))
    return "";
  const std::string place = place_in_text(reading, unit);
  return place.empty() ? name : name + " " + place;
}

}  // namespace

std::string place_in_text(const Reading& reading, std::string_view unit) {
  const std::string_view text = reading.text.folded;
  const std::string words = "địa bàn " + std::string(unit);
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const std::string own =
        name_behind(reading, span_from(at + words.size(), text.size()));
    if (!own.empty()) return own;
  }
  return "";
}

std::string issuer_in_text(const Reading& reading, const Document& document) {
  std::string found;
  for (const Node& node : reading.outline.nodes) {
    const bool opening =
        node.role == SectionRole::preamble || node.role == SectionRole::closing;
    if (!opening ||
        (node.kind != NodeKind::paragraph && node.kind != NodeKind::lead_in))
      continue;
    for (const Match& match :
         reading.rules.scan(only(Family::identity), reading.text.folded,
                            node.span, node.role, reading.log())) {
      if (match.rule->attribute("what") != "issuer") continue;
      bool sure = false;
      std::string name = name_told(reading, document, node, match, sure);
      if (sure && !name.empty()) return name;
      if (found.empty()) found = std::move(name);
    }
  }
  return found;
}

}  // namespace kehoach
