#include "outline/zones.h"

#include <algorithm>

#include "outline/back.h"

namespace kehoach {
namespace {

constexpr std::size_t kFrontMatter =
    60;  // a title stands within these paragraphs
constexpr std::size_t kLongestLetterhead = 14;  // paragraphs
constexpr std::size_t kLongestTitle = 900;      // bytes

bool is_decision(const Line& line) {
  return is_type_line(line) && (starts_with(line.folded, "quyết định") ||
                                starts_with(line.folded, "nghị quyết"));
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
  if (type == lines.size() ||
      (is_decision(lines[type]) && is_type_line(lines[type])))
    return type;
  const std::size_t until = std::min(type + kLongestLetterhead, lines.size());
  for (std::size_t i = type + 1; i < until; ++i) {
    if (lines[i].mark.kind != Marker::none) break;
    if (!starts_with(lines[i].folded, "cộng hòa xã hội")) continue;
    const std::size_t own = find_type(lines, i + 1, until);
    return own < until ? own : type;
  }
  return type;
}

// `CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ`: with whose it is.
bool is_programme_of(const Line& line) {
  constexpr std::size_t kLongest = 100;  // bytes
  return line.text.size() < kLongest && is_all_upper(line.text) &&
         starts_with(line.folded, "chương trình hành động của ");
}

// Behind a decision, or a resolution: the plan or the programme that it issues.
std::size_t find_plan_inside(const std::vector<Line>& lines,
                             std::size_t decision) {
  for (std::size_t i = decision + 1; i < lines.size(); ++i) {
    if (is_type_line(lines[i]) &&
        (starts_with(lines[i].folded, "kế hoạch") ||
         starts_with(lines[i].folded, "chương trình hành động")))
      return i;
    if (is_programme_of(lines[i])) return i;
  }
  return lines.size();
}

bool opens_text(const Line& line) {
  return line.what == "preamble" || line.what == "addressee" ||
         line.mark.kind != Marker::none;
}

// The author of a decision, in capitals between its title and `Căn cứ ...`.
bool is_author(const std::vector<Line>& lines, std::size_t type,
               std::size_t i) {
  const Line& line = lines[i];
  const bool plain = type == 0 && !is_type_line(lines[type]);
  return (plain || (is_decision(lines[type]) && is_all_upper(line.text))) &&
         i + 1 < lines.size() &&
         (line.what == "head" || line.what == "authority") &&
         starts_with(lines[i + 1].folded, "căn cứ");
}

// Running text below the date of a document that has no type word.
bool is_prose(const Line& line) {
  constexpr std::size_t kShort = 120;  // bytes
  return line.what.empty() && !is_all_upper(line.text) &&
         (line.text.size() > kShort || ends_with(line.text, ":") ||
          ends_with(line.text, "."));
}

// `Chỉ thị về việc tăng cường phòng, chống cháy` above the opening paragraph:
// what is left of a page without its letterhead.
bool is_plain_type(const std::vector<Line>& lines) {
  constexpr std::size_t kLongest = 300;  // bytes
  if (lines.size() < 2 || lines[0].what != "type" ||
      lines[0].text.size() > kLongest || ends_with(lines[0].text, ":") ||
      !is_upper(decode_at(lines[0].text, 0).value))
    return false;
  const Line& next = lines[1];
  return next.what == "preamble" || next.what == "head" ||
         next.what == "authority" || is_prose(next);
}

bool is_date_line(const Line& line) {
  return line.folded.find("ngày") != std::string_view::npos &&
         line.folded.find("năm") != std::string_view::npos;
}

// The end of the addressees that begin at `from`, where the right column of the
// letterhead stands behind `Kính gửi:`; else `from`.
std::size_t behind_addressees(const std::vector<Line>& lines,
                              std::size_t from) {
  constexpr std::size_t kShort = 200;  // bytes
  std::size_t end = from + 1;
  bool column = false;
  for (; end < lines.size(); ++end) {
    const Line& line = lines[end];
    const bool head = opens_letterhead(line.folded) ||
                      (is_date_line(line) && line.text.size() < kShort / 2 &&
                       line.what.empty());
    const bool addressee =
        line.mark.kind == Marker::dash && line.text.size() < kShort;
    if (!head && !addressee) break;
    column = column || head;
  }
  return column ? end : from;
}

// The sentence that opens a plan, on a page that shows neither its letterhead
// nor its kind: `Thực hiện Quyết định số ..., Trường ban hành Kế hoạch:`.
bool is_opening(const Line& line) {
  return is_prose(line) && ends_with(line.text, ":") &&
         (starts_with(line.folded, "thực hiện ") ||
          starts_with(line.folded, "triển khai ") ||
          starts_with(line.folded, "tiếp tục "));
}

// Where the front of a letter ends, or that of a scan that lost its type word.
std::size_t end_of_untyped_front(const std::vector<Line>& lines) {
  bool dated = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.what == "addressee") return behind_addressees(lines, i);
    if (opens_text(line) || (dated && is_prose(line)) || is_opening(line))
      return i;
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

// `(Ban hành kèm theo Quyết định số 5)`, against `(2004 - 2024) và 20 năm ...`,
// which goes on with a title.
bool is_bracket(std::string_view line) {
  if (!starts_with(line, "(")) return false;
  const std::size_t close = line.find(')');
  return close == std::string_view::npos ||
         trim(line.substr(close + 1)).size() <= 1;
}

// `... điểm nghẽn: (1) ngập úng;` / `(2) ùn tắc giao thông.`: the title's list.
bool goes_on_with_list(const std::vector<Line>& lines, std::size_t i) {
  const Line& line = lines[i];
  const std::string_view before = lines[i - 1].text;
  if (line.mark.kind != Marker::bracket || !ends_with(before, ";"))
    return false;
  const auto number = label_number(line.mark.kind, line.mark.label);
  return number && *number > 1 &&
         before.find("(" + std::to_string(*number - 1) + ")") !=
             std::string_view::npos;
}

// `CỦA BAN THƯỜNG VỤ TỈNH ỦY` / `Về đẩy mạnh ...`: where the title begins,
// which says itself what it is about.
std::size_t title_begin(const std::vector<Line>& lines, std::size_t type) {
  constexpr std::string_view kOf = "của ";
  constexpr std::string_view kAbout = "về ";
  return type + 2 < lines.size() && is_all_upper(lines[type + 1].text) &&
                 starts_with(lines[type + 1].folded, kOf) &&
                 starts_with(lines[type + 2].folded, kAbout)
             ? type + 2
             : type + 1;
}

// How many paragraphs behind the type word belong to the title.
std::size_t title_end(const NormalText& text, const std::vector<Line>& lines,
                      std::size_t type) {
  std::size_t i = title_begin(lines, type);
  const bool glued =
      !is_programme_of(lines[type]) &&
      (lines[type].text.size() > 40 || !is_type_line(lines[type]));
  std::size_t size = glued ? lines[type].text.size() : 0;
  for (; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const bool first = size == 0;
    if (is_bracket(line.text)) break;
    if (goes_on_with_list(lines, i)) {
      size += line.text.size();
      continue;
    }
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
    } else if (line.mark.kind != Marker::none || line.what == "addressee" ||
               starts_with(line.folded, "căn cứ ")) {
      break;
    }
    size += line.text.size();
    if (size > kLongestTitle) break;
  }
  return i;
}

void name_front(const std::vector<Line>& lines, std::size_t until,
                std::vector<Node>& nodes) {
  const bool portal = std::any_of(
      lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(until),
      [](const Line& l) { return l.what == "portal" || is_type_line(l); });
  bool in_portal = portal;
  for (std::size_t i = 0; i < until; ++i) {
    const Line& line = lines[i];
    if (line.what == "head") in_portal = false;
    if (in_portal) {
      set_kind(nodes[i], NodeKind::portal,
               line.what == "portal" ? Because::rule : Because::front);
    } else if (line.what == "number") {
      set_kind(nodes[i], NodeKind::number, Because::rule);
    } else if (is_date_line(line) && line.what != "subject") {
      set_kind(nodes[i], NodeKind::place_date, Because::date_words);
    } else if (line.what == "addressee" || line.mark.kind == Marker::dash) {
      set_kind(nodes[i], NodeKind::addressee,
               line.what == "addressee" ? Because::rule : Because::mark);
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
    const bool body = line.what == "head" || line.what == "authority";
    if (line.what == "subject") {
      subject = true;
      set_kind(nodes[i], NodeKind::title, Because::rule);
    } else if (body || (is_all_upper(line.text) && !dated)) {
      subject = false;
    } else if (subject || (dated && is_all_upper(line.text))) {
      set_kind(nodes[i], NodeKind::title, Because::look);
    }
  }
  // A page's heading stands for the title where nothing else of a letterhead
  // is.
  const bool bare =
      until > 0 && until < lines.size() && is_opening(lines[until]) &&
      std::all_of(lines.begin(), lines.begin() + until,
                  [](const Line& line) { return line.what.empty(); });
  if (bare) set_kind(nodes[0], NodeKind::title, Because::look);
}

// The type word `kind`, where the rules know it as one.
void take_type(std::string_view kind, const Rulebook& rules, Line& line) {
  const auto match = rules.match_at(
      Family::outline, kind, {0, static_cast<std::uint32_t>(kind.size())},
      SectionRole::none);
  if (!match || match->rule->attribute("what") != "type") return;
  line.rule = match->rule;
  line.what = match->rule->attribute("what");
  line.folded = kind;
}

}  // namespace

bool opens_letterhead(std::string_view folded) {
  return starts_with(folded, "cộng hòa xã hội") ||
         starts_with(folded, "đảng cộng sản việt nam") ||
         (starts_with(folded, "độc lập") &&
          folded.find("tự do") != std::string_view::npos);
}

bool is_type_line(const Line& line) {
  return line.what == "type" &&
         (is_all_upper(line.text) ||
          is_all_upper(line.text.substr(
              0, std::min<std::size_t>(line.text.size(), 11))));
}

std::vector<Line> look_at(const NormalText& text, const Rulebook& rules,
                          LookLog* log) {
  std::vector<Line> lines;
  lines.reserve(text.paragraphs.size());
  std::string letter;  // of the last item that had one
  for (const Paragraph& p : text.paragraphs) {
    Line line;
    line.span = p.span;
    line.text = slice(text.text, p.span);
    line.folded = slice(text.folded, p.span);
    line.mark = list_mark(line.text);
    if (letter == "k" && starts_with(line.text, "I)"))  // for `l)`
      line.mark.kind = Marker::letter;
    if (line.mark.kind == Marker::letter) letter = line.mark.label;
    const Span head{
        p.span.begin + (line.mark.kind == Marker::named ? 0 : line.mark.size),
        p.span.end};
    if (const auto match = rules.match_at(Family::outline, text.folded, head,
                                          SectionRole::none, log)) {
      line.rule = match->rule;
      line.what = match->rule->attribute("what");
    } else if (const auto kind = misread_kind(line.text, rules);
               !kind.empty()) {
      take_type(kind, rules, line);
    }
    lines.push_back(line);
  }
  return lines;
}

Zones find_zones(const NormalText& text, const std::vector<Line>& lines,
                 std::vector<Node>& nodes) {
  Zones zones;
  const std::size_t count = lines.size();
  const BackMatter back{lines, nodes};
  std::size_t first =
      skip_page_heading(lines, find_type(lines, 0, kFrontMatter));
  if (first == count && is_plain_type(lines)) first = 0;
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
    const std::size_t title = title_begin(lines, zones.type);
    for (std::size_t i = zones.type + 1; i < zones.body; ++i)
      set_kind(nodes[i], i < title ? NodeKind::letterhead : NodeKind::title,
               Because::behind_type);
    for (; !is_type_line(lines[first]) && is_author(lines, first, zones.body);
         ++zones.body)
      set_kind(nodes[zones.body], NodeKind::letterhead, Because::front);
  }
  zones.back = find_back(lines, zones.body, count);
  zones.tail = back.name_nodes(zones.back, count);
  return zones;
}

}  // namespace kehoach
