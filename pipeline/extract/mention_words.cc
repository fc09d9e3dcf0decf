#include "extract/mention_words.h"

#include <algorithm>

namespace kehoach {
namespace {

constexpr std::uint32_t kLongestIssuer = 220;

// The day that a match of `reference.date` names; nothing for one that is none.
std::optional<std::string> date_of(const Reading& reading, const Match& match) {
  const auto part = [&](std::string_view a, std::string_view b) {
    auto span = match.group(a);
    if (!span) span = match.group(b);
    return span ? to_int(reading.folded(*span)) : 0;
  };
  const int year = part("year", "year_b");
  const int month = part("month", "month_b");
  const int day = part("day", "day_b");
  if (!is_date(year, month, day)) return std::nullopt;
  return std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(day);
}

}  // namespace

std::uint32_t align(const Reading& reading, std::uint32_t at) {
  const std::string& text = reading.text.folded;
  while (at < text.size() &&
         (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    ++at;
  return at;
}

void MentionWords::read_behind(const Node& node, Mention& mention) const {
  read_date(node, mention);
  read_issuer(node, mention);
  if (!mention.issued_on && mention.issuer) read_date(node, mention);
}

void MentionWords::read_before(const Node& node, std::uint32_t last,
                               Mention& mention) const {
  if (!mention.issuer) read_proposer(node, mention);
  if (mention.issued_on) return;
  const bool opens = last <= node.body.begin;
  read_clause({opens ? node.body.begin : last, mention.span.begin}, opens,
              mention);
}

// `theo đề nghị của Sở Y tế tại Tờ trình số ...`, `Xét đề nghị của Sở Y tế
// (Tờ trình số ...)`
void MentionWords::read_proposer(const Node& node, Mention& mention) const {
  const std::string_view before =
      reading_.folded({node.body.begin, mention.span.begin});
  constexpr std::string_view kOf = "của ";
  for (const std::string_view at : {" tại ", " ("}) {
    if (!ends_with(before, at)) continue;
    const std::size_t of = before.rfind(kOf);
    if (of == std::string_view::npos || before.size() - of > kLongestIssuer ||
        of + kOf.size() + at.size() >= before.size())
      return;
    std::string_view name = before.substr(
        of + kOf.size(), before.size() - at.size() - of - kOf.size());
    // `Sở Xây dựng (Thường trực Ban Chỉ đạo)`
    if (ends_with(name, ")")) name = trim(name.substr(0, name.find('(')));
    if (name.find_first_of(";.()") != std::string_view::npos ||
        issuer_end(name) < name.size())
      return;
    const auto begin =
        node.body.begin + static_cast<std::uint32_t>(of + kOf.size());
    mention.issuer = std::string(reading_.printed(
        {begin, begin + static_cast<std::uint32_t>(name.size())}));
    return;
  }
}

// Where the verb that ends `clause` begins, `đã ban hành`; npos for none.
std::size_t MentionWords::issuing_verb_at(std::string_view clause) const {
  constexpr std::string_view kDone = "đã";
  for (const std::string& verb : reading_.rules.list("issuing_verbs")) {
    if (!ends_with(clause, verb) ||
        !is_word_boundary(clause, clause.size() - verb.size()))
      continue;
    const std::string_view before =
        trim(clause.substr(0, clause.size() - verb.size()));
    return before.size() - (ends_with(before, kDone) ? kDone.size() : 0);
  }
  return std::string_view::npos;
}

void MentionWords::read_date(const Node& node, Mention& mention) const {
  const Span rest{mention.span.end, node.body.end};
  if (rest.empty()) return;
  const auto tail = reading_.rules.match_at(
      Family::references, reading_.text.folded, skip_marks(rest),
      SectionRole::none, reading_.log());
  if (tail && tail->rule->attribute("what") == "date") {
    if (const auto date = date_of(reading_, *tail)) mention.issued_on = date;
    mention.span.end = tail->span.end;
  }
}

Span MentionWords::skip_marks(Span span) const {
  // `[Thông tư số 5/2024/TT-BYT](https://...)`: a link in Markdown.
  const std::string_view text = reading_.printed(span);
  if (starts_with(text, "](") && text.find(')') != std::string_view::npos)
    span.begin += static_cast<std::uint32_t>(text.find(')')) + 1;
  while (!span.empty() && (reading_.text.text[span.begin] == ' ' ||
                           reading_.text.text[span.begin] == ',' ||
                           reading_.text.text[span.begin] == '('))
    span.begin += std::max(1U, abbreviation_at(span));
  return span;
}

// Bytes of `(GDĐT)`, the short form of the body before it; 0 for others.
std::uint32_t MentionWords::abbreviation_at(Span span) const {
  constexpr std::size_t kLongest = 20;  // bytes
  const std::string_view text = reading_.printed(span).substr(0, kLongest + 1);
  const std::size_t close = text.find(')');
  const bool is_short = starts_with(text, "(") && close > 2 &&
                        close != std::string_view::npos &&
                        is_all_upper(text.substr(1, close - 1)) &&
                        text.find_first_of("0123456789/ ") > close;
  return is_short ? static_cast<std::uint32_t>(close) + 1 : 0;
}

// Bytes of `folded` up to the first words that belong to no name.
std::size_t MentionWords::issuer_end(std::string_view folded) const {
  const std::size_t known = known_issuer(folded);
  std::size_t end = folded.size();
  for (const std::string& stop : reading_.rules.list("issuer_stops")) {
    // Behind the first that was found none counts.
    const std::string_view rest = folded.substr(0, end + stop.size() - 1);
    end = std::min(end, rest.find(stop, known));
  }
  return end;
}

// Bytes of the body that `folded` begins with, its head in front or not; no
// stop counts inside of it: `Giám đốc Sở Văn hóa, Thể thao và Du lịch`.
std::size_t MentionWords::known_issuer(std::string_view folded) const {
  std::size_t at = 0;
  for (const std::string_view post :
       {"bộ trưởng ", "giám đốc ", "chủ tịch ", "chủ nhiệm "}) {
    if (starts_with(folded, post)) at = post.size();
  }
  const std::size_t body =
      std::max(reading_.words.agency_names.size_at(folded, at),
               reading_.words.joint_names.size_at(folded, at));
  return body == 0 ? 0 : at + body;
}

// The words behind `của`, up to the first that belongs to no name.
void MentionWords::read_issuer(const Node& node, Mention& mention) const {
  Span rest = skip_marks(
      {mention.span.end,
       std::min(node.body.end,
                align(reading_, mention.span.end + kLongestIssuer))});
  const std::string_view folded = reading_.folded(rest);
  constexpr std::string_view kOf = "của ";
  if (!starts_with(folded, kOf)) return;
  const std::size_t end = kOf.size() + issuer_end(folded.substr(kOf.size()));
  Span name = trim(reading_.text.text,
                   {rest.begin + static_cast<std::uint32_t>(kOf.size()),
                    rest.begin + static_cast<std::uint32_t>(end)},
                   ",.;:");
  constexpr std::string_view kAnd = " và";
  if (ends_with(reading_.folded(name), kAnd))
    name.end -= static_cast<std::uint32_t>(kAnd.size());
  if (name.empty()) return;
  mention.issuer = std::string(reading_.printed(name));
  mention.span.end = name.end;
  add_place({name.end, rest.end}, mention);
}

// `Ủy ban nhân dân (UBND) tỉnh Cửu Hà`: the short form stands inside the name.
void MentionWords::add_place(Span behind, Mention& mention) const {
  Span place = trim(reading_.text.text, behind);
  const std::uint32_t mark = abbreviation_at(place);
  if (mark == 0) return;
  place = trim(reading_.text.text, {place.begin + mark, place.end});
  const std::string_view folded = reading_.folded(place);
  if (!reading_.words.place_kinds.stands_at(folded, 0)) return;
  place.end = place.begin + static_cast<std::uint32_t>(issuer_end(folded));
  place = trim(reading_.text.text, place, ",.;:");
  mention.issuer->append(" ").append(reading_.printed(place));
  mention.span.end = place.end;
}

// `opens` tells that nothing stands before the clause in its paragraph.
void MentionWords::read_clause(Span span, bool opens, Mention& mention) const {
  const std::string_view clause = trim(reading_.folded(span));
  const auto begin =
      static_cast<std::uint32_t>(clause.data() - reading_.text.folded.data());
  const std::size_t verb = issuing_verb_at(clause);
  if (verb == std::string_view::npos) return;
  const std::size_t day = clause.rfind("ngày ", verb);
  if (day == std::string_view::npos) return;
  const std::string_view above = trim(clause.substr(0, day));
  constexpr std::string_view kMarks = ",;.";
  if (above.empty() ? !opens : kMarks.find(above.back()) == std::string::npos)
    return;
  const auto date = reading_.rules.match_at(
      Family::references, reading_.text.folded,
      {begin + static_cast<std::uint32_t>(day), span.end}, SectionRole::none,
      reading_.log());
  if (!date || date->rule->attribute("what") != "date") return;
  const Span body =
      trim(reading_.text.text,
           {date->span.end, begin + static_cast<std::uint32_t>(verb)}, ",");
  const bool name = !body.empty() && body.size() <= kLongestIssuer &&
                    reading_.folded(body).find_first_of(",;.:()0123456789") ==
                        std::string_view::npos;
  const auto issued_on = date_of(reading_, *date);
  if (!name || !issued_on ||
      (!mention.code.year.empty() &&
       !starts_with(*issued_on, mention.code.year)))
    return;
  mention.issued_on = issued_on;
  if (!mention.issuer) mention.issuer = std::string(reading_.printed(body));
}

}  // namespace kehoach
