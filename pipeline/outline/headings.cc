#include "outline/headings.h"

namespace kehoach {
namespace {

constexpr std::size_t kLongestHeading = 330;  // bytes, some 220 letters

// `2.1.` behind `2.`, `a)` where no letter is open.
bool opens_level(const ListMark& own, const ListMark& next, bool is_open) {
  if (next.kind == Marker::decimal)
    return starts_with(next.label, own.label + ".");
  return next.kind > own.kind && !is_open;
}

// Whether one of the words begins somewhere behind a blank.
bool holds_any(std::string_view folded, const Phrases& words) {
  for (std::size_t at = 1; at < folded.size(); ++at) {
    if (folded[at - 1] == ' ' && words.stands_at(folded, at)) return true;
  }
  return false;
}

}  // namespace

bool ends_in(std::string_view text, std::string_view marks) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ')'))
    text.remove_suffix(1);
  return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

bool opens_aims(const Line& line, const Phrases& lead_ins,
                const Phrases& names) {
  if (!ends_in(line.text, ":")) return false;
  const std::string_view said =
      trim(line.folded.substr(0, line.folded.rfind(':')));
  if (lead_ins.ending(said) != nullptr) return true;
  return said.size() <= kShortHeading && names.stands_at(said, line.mark.size);
}

Headings::Headings(const NormalText& text, const std::vector<Line>& lines,
                   const Rulebook& rules)
    : text_(text),
      lines_(lines),
      verbs_(rules.phrases("verbs")),
      note_verbs_(rules.phrases("note_verbs")),
      plurals_(rules.phrases("plurals")),
      bodies_(rules.phrases("bodies")),
      body_heads_(rules.phrases("body_heads")) {}

bool Headings::is_numbered(std::size_t i, bool next_is_open) const {
  const Line& line = lines_[i];
  const Paragraph& p = text_.paragraphs[i];
  const std::string_view text =
      slice(text_.text, {p.span.begin + line.mark.size, p.span.end});
  const Marker kind = line.mark.kind;
  if (text.empty() || text.size() > kLongestHeading) return false;
  if (kind == Marker::roman || kind == Marker::named) return true;
  const bool ended = ends_in(text, ".;,") && !ends_with(text, "...");
  if (kind == Marker::dash || kind == Marker::plus)
    return !ended && names_bare_lines(i, text);
  if (p.heading != 0 || is_all_upper(text)) return true;
  if (p.bold) return !ended || text.size() < kShortHeading;
  const Line* below = next(i);
  // `Bước 2: Kiểm tra nhà ở.` above the paragraphs that say how.
  const bool step = starts_with(line.folded.substr(std::min<std::size_t>(
                                    line.mark.size, line.folded.size())),
                                "bước ");
  if (below == nullptr ||
      (ended && !step && !names_many(line) && !is_led_below(line, *below)))
    return false;
  const bool bare = below->mark.kind == Marker::none &&
                    text_.paragraphs[i + 1].place.table == 0 &&
                    below->what != "annotation" && below->what != "closing";
  return bare || (text.size() < kShortHeading && !ends_in(text, ":") &&
                  opens_level(line.mark, below->mark, next_is_open));
}

// `- Du lịch`, `- Sở Y tế:` above paragraphs without bullets: what they are
// about or who does it, and no order, which would begin with its verb.
bool Headings::names_bare_lines(std::size_t i, std::string_view text) const {
  const Line* below = next(i);
  const bool names_who = begins_with_body(lines_[i]) && !holds_verb(lines_[i]);
  return text.size() < kShortHeading && (!ends_in(text, ":") || names_who) &&
         below != nullptr && below->mark.kind == Marker::none &&
         text_.paragraphs[i + 1].place.table == 0 && below->what.empty() &&
         !is_lower(decode_at(below->text, 0).value) && !begins_with_verb(text);
}

// `tổ chức` is a noun in names of bodies, so the list of verbs lacks it.
bool Headings::begins_with_verb(std::string_view text) const {
  const std::string folded = fold_for_match(text);
  return verbs_.stands_at(folded, 0) || starts_with(folded, "tổ chức ");
}

// A verb as a word of its own: those in names stand in capitals, as in `Ban
// Chỉ đạo`.
bool Headings::holds_verb(const Line& line) const {
  for (std::size_t at = line.mark.size; at < line.text.size(); ++at) {
    if (at > 0 && line.text[at - 1] != ' ') continue;
    if (is_lower(decode_at(line.text, at).value) &&
        verbs_.stands_at(line.folded, at))
      return true;
  }
  return false;
}

// `Các hội, đoàn thể và doanh nghiệp.`
bool Headings::names_many(const Line& line) const {
  return plurals_.stands_at(line.folded, line.mark.size) && !holds_verb(line) &&
         ends_in(line.text, ".");
}

bool Headings::begins_with_body(const Line& line) const {
  const std::size_t at = line.mark.size;
  return bodies_.stands_at(line.folded, at) ||
         body_heads_.stands_at(line.folded, at) ||
         plurals_.stands_at(line.folded, at);
}

// `4. Di dời chợ Gạo.` above `Sở Công Thương chủ trì, phối hợp với ...`: what
// is done, and below it who does it.
bool Headings::is_led_below(const Line& line, const Line& below) const {
  constexpr std::size_t kLongestSubject = 150;  // bytes
  return below.mark.kind == Marker::none && begins_with_body(below) &&
         below.folded.substr(0, kLongestSubject).find(" chủ trì") !=
             std::string_view::npos &&
         !begins_with_body(line) &&
         line.folded.find(" chủ trì") == std::string_view::npos;
}

bool Headings::is_label(std::size_t i) const {
  constexpr std::size_t kLongestName = 250;  // bytes of a line of bodies
  if (lines_[i].what != "label") return false;
  const Line* below = next(i);
  if (below == nullptr || below->mark.kind == lines_[i].mark.kind) return false;
  if (below->what == "label") return is_label(i + 1);
  if (below->what == "annotation")
    return lines_[i].rule->attribute("assign") == "list";
  return below->text.size() < kLongestName && !ends_in(below->text, ":") &&
         below->what.empty() && !holds_verb(*below) &&
         text_.paragraphs[i + 1].place.table == 0;
}

bool Headings::is_note(std::size_t i) const {
  const Line& line = lines_[i];
  if (line.rule->attribute("inline") == "yes") return !ends_in(line.text, ":");
  return line.rule->attribute("below") != "item" || is_note_below_item(i);
}

// `Sở Y tế chủ trì, tham mưu trong tháng 3/2026` below the item that it is
// about: no verb of it has an object.
bool Headings::is_note_below_item(std::size_t i) const {
  const Line& line = lines_[i];
  if (i == 0 || lines_[i - 1].mark.kind == Marker::none ||
      lines_[i - 1].mark.kind == Marker::roman ||
      lines_[i - 1].what == "annotation" || ends_in(lines_[i - 1].text, ":"))
    return false;
  // A bullet is one of a list, unless it is alone.
  const Line* below = next(i);
  if (line.mark.kind != Marker::none &&
      (line.mark.kind == lines_[i - 1].mark.kind || below == nullptr ||
       below->mark.kind == line.mark.kind || line.mark.kind != Marker::dash))
    return false;
  for (std::size_t at = line.mark.size; at < line.text.size(); ++at) {
    if (at > 0 && line.text[at - 1] != ' ') continue;
    if (is_lower(decode_at(line.text, at).value) &&
        verbs_.stands_at(line.folded, at) &&
        !note_verbs_.stands_at(line.folded, at))
      return false;
  }
  return true;
}

// `BỘ TRƯỞNG BỘ Y TẾ` above `Căn cứ ...`: who decides, in an act without a plan
// inside.
bool Headings::is_author(std::size_t i) const {
  const Line* below = next(i);
  return (lines_[i].what == "head" || lines_[i].what == "authority") &&
         is_all_upper(lines_[i].text) && below != nullptr &&
         starts_with(below->folded, "căn cứ");
}

bool Headings::is_bare(std::size_t i) const {
  const Line& line = lines_[i];
  const Paragraph& p = text_.paragraphs[i];
  if (line.text.size() > kLongestHeading || starts_with(line.text, "("))
    return false;
  if (ends_in(line.text, ".;") || is_author(i)) return false;
  return p.heading != 0 || p.bold || is_all_upper(line.text);
}

bool sees_to_it(std::string_view folded, const Rulebook& rules) {
  return rules.phrases("order_subjects").stands_at(folded, 0) &&
         holds_any(folded, rules.phrases("order_duties"));
}

bool asks_for_more(std::string_view folded, const Rulebook& rules) {
  return holds_any(folded, rules.phrases("order_acts"));
}

bool is_further_order(std::string_view folded, const Rulebook& rules) {
  if (rules.phrases("order_openers").stands_at(folded, 0) ||
      sees_to_it(folded, rules))
    return true;
  return rules.phrases("order_subjects").stands_at(folded, 0) &&
         !holds_any(folded, rules.phrases("order_closers"));
}

}  // namespace kehoach
