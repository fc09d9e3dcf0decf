#include "outline/zones.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "outline/outline.h"

namespace kehoach {
namespace {

constexpr std::size_t kFrontMatter =
    60;  // a title stands within these paragraphs
constexpr std::size_t kLongestLetterhead = 14;  // paragraphs
constexpr std::size_t kLongestTitle = 900;      // bytes
constexpr std::size_t kLongestSignatureLine = 120;

bool is_what(const Line& line, std::string_view what) {
  return line.what == what;
}

// `KẾ HOẠCH` alone, or with its title behind it in one paragraph.
bool is_type_line(const Line& line) {
  return is_what(line, "type") &&
         (is_all_upper(line.text) ||
          is_all_upper(line.text.substr(
              0, std::min<std::size_t>(line.text.size(), 11))));
}

bool is_decision(const Line& line) {
  return is_type_line(line) && starts_with(line.folded, "quyết định");
}

std::size_t find_type(const std::vector<Line>& lines, std::size_t from,
                      std::size_t until) {
  for (std::size_t i = from; i < std::min(until, lines.size()); ++i) {
    if (is_type_line(lines[i])) return i;
  }
  return lines.size();
}

// A page may repeat the title above the letterhead: the type word that stands
// behind the national heading is the plan's own.
std::size_t skip_page_heading(const std::vector<Line>& lines,
                              std::size_t type) {
  if (type == lines.size() || is_decision(lines[type])) return type;
  const std::size_t until = std::min(type + kLongestLetterhead, lines.size());
  for (std::size_t i = type + 1; i < until; ++i) {
    if (lines[i].mark.kind != Marker::none) break;
    if (!starts_with(lines[i].folded, "cộng hòa xã hội")) continue;
    const std::size_t own = find_type(lines, i + 1, until);
    return own < until ? own : type;
  }
  return type;
}

// Behind a decision: the plan that it issues.
std::size_t find_plan_inside(const std::vector<Line>& lines,
                             std::size_t decision) {
  for (std::size_t i = decision + 1; i < lines.size(); ++i) {
    if (is_type_line(lines[i]) && starts_with(lines[i].folded, "kế hoạch"))
      return i;
  }
  return lines.size();
}

bool opens_text(const Line& line) {
  return is_what(line, "preamble") || is_what(line, "addressee") ||
         line.mark.kind != Marker::none;
}

// The author of a decision, in capitals between its title and `Căn cứ ...`.
bool is_author(const std::vector<Line>& lines, std::size_t type,
               std::size_t i) {
  const Line& line = lines[i];
  return is_decision(lines[type]) && i + 1 < lines.size() &&
         is_all_upper(line.text) &&
         (is_what(line, "head") || is_what(line, "authority")) &&
         starts_with(lines[i + 1].folded, "căn cứ");
}

// Running text below the date of a document that has no type word.
bool is_prose(const Line& line) {
  constexpr std::size_t kShort = 120;  // bytes
  return line.what.empty() && !is_all_upper(line.text) &&
         (line.text.size() > kShort || ends_with(line.text, ":") ||
          ends_with(line.text, "."));
}

bool is_date_line(const Line& line) {
  return line.folded.find("ngày") != std::string_view::npos &&
         line.folded.find("năm") != std::string_view::npos;
}

// Where the front of a letter ends, or that of a scan that lost its type word.
std::size_t end_of_untyped_front(const std::vector<Line>& lines) {
  bool dated = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (opens_text(line) || (dated && is_prose(line))) return i;
    dated = dated || is_date_line(line);
  }
  return 0;
}

// `HỘI NGHỊ LẦN THỨ BẢY` / `BAN CHẤP HÀNH ĐẢNG BỘ TỈNH về phát triển đô thị`:
// small letters behind capitals that go on with the title.
bool leads_over(std::string_view line) {
  constexpr std::string_view kAbout = " về ";
  if (starts_with(line, kAbout.substr(1))) return true;
  const std::size_t about = line.find(kAbout);
  return about != std::string_view::npos && is_all_upper(line.substr(0, about));
}

// How many paragraphs behind the type word belong to the title.
std::size_t title_end(const NormalText& text, const std::vector<Line>& lines,
                      std::size_t type) {
  std::size_t i = type + 1;
  const bool glued = lines[type].text.size() > 40;
  std::size_t size = glued ? lines[type].text.size() : 0;
  for (; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const bool first = size == 0;
    if (starts_with(line.text, "(")) break;
    if (!first) {
      if (opens_text(line) || is_author(lines, type, i)) break;
      const Line& before = lines[i - 1];
      const bool same_case =
          is_all_upper(before.text) == is_all_upper(line.text);
      const bool same_weight =
          text.paragraphs[i].bold == text.paragraphs[i - 1].bold;
      const bool ended =
          ends_with(before.text, ".") || ends_with(before.text, ";");
      const bool goes_on = leads_over(line.text);
      if ((!goes_on && (!same_case || !same_weight)) || ended ||
          ends_with(line.text, ".") || ends_with(line.text, ";") ||
          ends_with(line.text, ":"))
        break;
    } else if (line.mark.kind != Marker::none || is_what(line, "addressee") ||
               starts_with(line.folded, "căn cứ ")) {
      break;
    }
    size += line.text.size();
    if (size > kLongestTitle) break;
  }
  return i;
}

// Authority, post and name in one line: `KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM
// Đào Văn Bình`.
bool is_signed_line(const Line& line) {
  static constexpr std::array<std::string_view, 6> kAuthorities = {
      "tm", "kt", "tl", "tuq", "q", "t/m"};
  const std::size_t stop = line.folded.find_first_of(". ");
  if (stop == std::string_view::npos || line.folded[stop] != '.' ||
      std::find(kAuthorities.begin(), kAuthorities.end(),
                line.folded.substr(0, stop)) == kAuthorities.end())
    return false;
  std::size_t name = line.text.size();
  while (name > 0) {
    const std::size_t space = line.text.rfind(' ', name - 1);
    if (space == std::string_view::npos) return false;
    if (is_all_upper(line.text.substr(space + 1, name - space - 1))) break;
    name = space;
  }
  return name < line.text.size() && is_all_upper(line.text.substr(0, name)) &&
         is_person_name(line.text.substr(name + 1));
}

bool is_signature_line(const Line& line) {
  if (line.text.size() > kLongestSignatureLine ||
      line.mark.kind == Marker::dash)
    return false;
  if (is_what(line, "authority")) return true;
  return is_all_upper(line.text) || is_person_name(line.text) ||
         is_signed_line(line);
}

// The first paragraph of the recipients or of the signature, whichever is
// first.
std::size_t find_back(const std::vector<Line>& lines, std::size_t body,
                      std::size_t until) {
  for (std::size_t i = body; i < until; ++i) {
    if (is_what(lines[i], "recipients")) {
      // The signature may stand before the recipients.
      std::size_t first = i;
      while (first > body && is_signature_line(lines[first - 1]) &&
             !is_what(lines[first - 1], "appendix"))
        --first;
      const bool signs =
          first < i &&
          std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(first),
                      lines.begin() + static_cast<std::ptrdiff_t>(i),
                      [](const Line& l) { return is_what(l, "authority"); });
      return signs ? first : i;
    }
    // The head of a decision names its author in capitals above `Căn cứ ...`.
    const bool goes_on =
        i + 1 < until &&
        (is_what(lines[i + 1], "preamble") || is_what(lines[i + 1], "type") ||
         lines[i + 1].text.size() > kLongestSignatureLine ||
         starts_with(lines[i + 1].folded, "căn cứ"));
    if (!goes_on && is_what(lines[i], "authority") &&
        is_all_upper(lines[i].text) &&
        lines[i].text.size() < kLongestSignatureLine)
      return i;
  }
  return until;
}

bool holds_archive(const Line& line) {
  return line.folded.find("lưu:") != std::string_view::npos;
}

struct BackMatter {
  const NormalText& text;
  const std::vector<Line>& lines;
  std::vector<Node>& nodes;

  // Gives kinds to recipients and signature lines from `i`; returns where they
  // end.
  std::size_t name_nodes(std::size_t i, std::size_t until) const {
    bool recipients = false;
    bool archive_seen = false;
    bool signed_by = false;
    for (; i < until; ++i) {
      const Line& line = lines[i];
      if (signed_by && archive_seen && !is_what(line, "authority")) break;
      if (is_what(line, "appendix") || is_what(line, "footnote") ||
          is_type_line(line))
        break;
      if (is_what(line, "recipients")) {
        recipients = true;
        // All of them in one paragraph.
        archive_seen = archive_seen || holds_archive(line);
        set_kind(nodes[i], NodeKind::recipient, Because::rule);
        continue;
      }
      if (is_signature_line(line) &&
          !(recipients && !archive_seen && line.mark.kind != Marker::none)) {
        set_kind(nodes[i], NodeKind::signature,
                 is_what(line, "authority") ? Because::rule : Because::back);
        signed_by =
            signed_by || (!is_all_upper(line.text) &&
                          (is_person_name(line.text) || is_signed_line(line)));
        continue;
      }
      const bool listed = line.mark.kind == Marker::dash ||
                          line.mark.kind == Marker::plus ||
                          ends_with(line.text, ";") || is_what(line, "archive");
      if (recipients && !archive_seen &&
          (listed || line.text.size() < kLongestSignatureLine)) {
        set_kind(nodes[i], NodeKind::recipient,
                 is_what(line, "archive") ? Because::rule : Because::back);
        archive_seen = is_what(line, "archive") || holds_archive(line);
        continue;
      }
      if (line.text.size() > kLongestSignatureLine) break;
      set_kind(nodes[i], NodeKind::signature, Because::back);
    }
    return i;
  }
};

void name_front(const std::vector<Line>& lines, std::size_t until,
                std::vector<Node>& nodes) {
  const bool portal = std::any_of(
      lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(until),
      [](const Line& l) { return is_what(l, "portal") || is_type_line(l); });
  bool in_portal = portal;
  for (std::size_t i = 0; i < until; ++i) {
    const Line& line = lines[i];
    if (is_what(line, "head")) in_portal = false;
    if (in_portal) {
      set_kind(nodes[i], NodeKind::portal,
               is_what(line, "portal") ? Because::rule : Because::front);
    } else if (is_what(line, "number")) {
      set_kind(nodes[i], NodeKind::number, Because::rule);
    } else if (is_date_line(line) && !is_what(line, "subject")) {
      set_kind(nodes[i], NodeKind::place_date, Because::date_words);
    } else if (is_what(line, "addressee")) {
      set_kind(nodes[i], NodeKind::addressee, Because::rule);
    } else {
      set_kind(nodes[i], NodeKind::letterhead, Because::front);
    }
  }
}

// What a letter is about, `V/v ...` below its number; or the title in capitals
// below the date, where the type word above it was lost.
void name_untyped_title(const std::vector<Line>& lines, std::size_t until,
                        std::vector<Node>& nodes) {
  bool dated = false;
  bool subject = false;
  for (std::size_t i = 0; i < until; ++i) {
    const Line& line = lines[i];
    dated = dated || nodes[i].kind == NodeKind::place_date;
    if (nodes[i].kind != NodeKind::letterhead) {
      subject = false;
      continue;
    }
    const bool body = is_what(line, "head") || is_what(line, "authority");
    if (is_what(line, "subject")) {
      subject = true;
      set_kind(nodes[i], NodeKind::title, Because::rule);
    } else if (body || (is_all_upper(line.text) && !dated)) {
      subject = false;
    } else if (subject || (dated && is_all_upper(line.text))) {
      set_kind(nodes[i], NodeKind::title, Because::look);
    }
  }
}

// Letters without marks and blanks.
std::string squeezed(std::string_view text) {
  std::string letters = fold_for_search(text);
  std::erase(letters, ' ');
  return letters;
}

}  // namespace

std::optional<ReadType> misread_type(std::string_view line,
                                     const Rulebook& rules) {
  constexpr std::size_t kLongest = 60;  // bytes
  if (line.size() > kLongest || !is_all_upper(line)) return std::nullopt;
  const std::string letters = squeezed(line);
  for (const Row& row : rules.table("doctypes")) {
    const auto cell = row.find("words");
    if (cell == row.end()) continue;
    for (const std::string_view words : split(cell->second, '|')) {
      if (words.empty() || squeezed(words) != letters) continue;
      const auto match = rules.match_at(
          Family::outline, words, {0, static_cast<std::uint32_t>(words.size())},
          SectionRole::none);
      if (match && match->rule->attribute("what") == "type")
        return ReadType{words, match->rule};
    }
  }
  return std::nullopt;
}

bool is_person_name(std::string_view text) {
  int words = 0;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    const Codepoint c = decode_at(word, 0);
    if (!is_upper(c.value)) return false;
    for (std::size_t at = c.size; at < word.size();) {
      const Codepoint next = decode_at(word, at);
      if (!is_letter(next.value)) return false;
      at += next.size;
    }
    ++words;
  }
  return words >= 2 && words <= 6;
}

std::vector<Line> look_at(const NormalText& text, const Rulebook& rules,
                          LookLog* log) {
  std::vector<Line> lines;
  lines.reserve(text.paragraphs.size());
  for (const Paragraph& p : text.paragraphs) {
    Line line;
    line.span = p.span;
    line.text = slice(text.text, p.span);
    line.folded = slice(text.folded, p.span);
    line.mark = list_mark(line.text);
    const Span head{
        p.span.begin + (line.mark.kind == Marker::named ? 0 : line.mark.size),
        p.span.end};
    if (const auto match = rules.match_at(Family::outline, text.folded, head,
                                          SectionRole::none, log)) {
      line.rule = match->rule;
      line.what = match->rule->attribute("what");
    } else if (const auto type = misread_type(line.text, rules)) {
      line.rule = type->rule;
      line.what = type->rule->attribute("what");
      line.folded = type->words;
    }
    lines.push_back(line);
  }
  return lines;
}

Zones find_zones(const NormalText& text, const std::vector<Line>& lines,
                 std::vector<Node>& nodes) {
  Zones zones;
  const std::size_t count = lines.size();
  const BackMatter back{text, lines, nodes};
  const std::size_t first =
      skip_page_heading(lines, find_type(lines, 0, kFrontMatter));
  zones.type = first;
  if (first < count && is_decision(lines[first])) {
    const std::size_t inside = find_plan_inside(lines, first);
    if (inside < count) {
      zones.plan_inside = true;
      zones.type = inside;
      set_kind(nodes[first], NodeKind::doc_type, Because::rule);
      zones.decision_back = find_back(lines, first + 1, inside);
      back.name_nodes(zones.decision_back, inside);
    }
  }
  const std::size_t front = std::min(first, count);
  if (first == count) {
    // No type word: a letter, or a scan that lost it.
    zones.body = end_of_untyped_front(lines);
    name_front(lines, zones.body, nodes);
    name_untyped_title(lines, zones.body, nodes);
  } else {
    name_front(lines, front, nodes);
    set_kind(nodes[zones.type], NodeKind::doc_type, Because::rule);
    zones.body = title_end(text, lines, zones.type);
    for (std::size_t i = zones.type + 1; i < zones.body; ++i)
      set_kind(nodes[i], NodeKind::title, Because::behind_type);
  }
  zones.back = find_back(lines, zones.body, count);
  zones.tail = back.name_nodes(zones.back, count);
  return zones;
}

}  // namespace kehoach
