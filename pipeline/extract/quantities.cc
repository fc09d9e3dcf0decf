#include "extract/quantities.h"

#include <algorithm>
#include <initializer_list>

#include "extract/quantity_words.h"
#include "extract/shared_years.h"

namespace kehoach {
namespace {

constexpr std::string_view kAnd = " và ";
constexpr std::string_view kAndAtEnd = " và";
constexpr std::string_view kOfWhich = "trong đó";

class Segmenter {
 public:
  Segmenter(const Reading& reading, const Node& node)
      : r_(reading), body_(node.body), years_(reading, node.body) {}

  std::vector<Quantity> run(const std::vector<Match>& matches) const {
    std::vector<Quantity> found;
    std::vector<std::uint32_t> ends;  // where a rule has a clause end
    for (const Match& match : matches) {
      if (match.rule->family != Family::targets) continue;
      if (match.rule->attribute("ends") == "clause")
        ends.push_back(match.span.begin);
      if (match.rule->skip) continue;
      // A rule of another book may name no number.
      if (!match.group("value") || !match.group("unit")) {
        r_.remark(match, "no target: the rule gives no value and unit");
        continue;
      }
      const std::uint32_t begin =
          std::min(match.group("value")->begin, match.group("unit")->begin);
      found.push_back({&match, {begin, match.span.end}, {}, {}, 0, false});
      // `05 cống và`: the word belongs to what is counted next.
      if (ends_with(r_.folded(found.back().span), kAndAtEnd))
        found.back().span.end -= static_cast<std::uint32_t>(kAndAtEnd.size());
      found.back().scope = scope_behind(found.back());
    }
    drop_dependent(found);
    for (std::size_t k = 1; k < found.size(); ++k)
      found[k].bracketed = years_.is_elsewhere(found, k);
    std::vector<std::uint32_t> outer_ends;  // of clauses, behind their bracket
    for (std::size_t k = 0; k < found.size(); ++k) {
      const Span room{
          k > 0 ? boundary(found[k - 1], found[k]) : body_.begin,
          k + 1 < found.size() ? boundary(found[k], found[k + 1]) : body_.end};
      found[k].clause = clause_of(found[k].span, room);
      const auto end =
          std::lower_bound(ends.begin(), ends.end(), found[k].span.end);
      if (end != ends.end())
        found[k].clause.end = std::min(found[k].clause.end, *end);
      outer_ends.push_back(found[k].clause.end);
      keep_to_bracket(found[k]);
    }
    for (std::size_t k = found.size(); k > 0; --k) {
      Quantity& q = found[k - 1];
      const bool outside = q.bracketed || years_.stands_behind_bracket(q);
      const std::uint32_t own = outside ? outer_ends[k - 1] : q.clause.end;
      const bool listed = k < found.size() && years_.are_one(q, found[k]);
      q.due_end = listed ? found[k].due_end : own;
    }
    return found;
  }

 private:
  [[nodiscard]] std::string_view text() const { return r_.text.text; }
  [[nodiscard]] std::string_view folded() const { return r_.text.folded; }

  // `10% (khu vực nội thành)`: for where the number holds.
  [[nodiscard]] Span scope_behind(const Quantity& q) const {
    const std::string_view behind = r_.folded({q.span.end, body_.end});
    constexpr std::string_view kOpen = " (";
    if (!q.is_percent() || !starts_with(behind, kOpen)) return {};
    const std::size_t close = behind.find(')');
    if (close == std::string_view::npos) return {};
    const std::string_view said = behind.substr(0, close);
    if (said.find_first_of("0123456789;") != std::string_view::npos ||
        !r_.rules.phrases("scopes").stands_at(said, kOpen.size()))
      return {};
    return {q.span.end + 1, q.span.end + static_cast<std::uint32_t>(close) + 1};
  }

  // Drops the numbers that only describe a neighbour.
  void drop_dependent(std::vector<Quantity>& found) const {
    for (std::size_t k = found.size(); k > 1; --k) {
      const auto a = found.begin() + static_cast<std::ptrdiff_t>(k - 2);
      if (is_baseline(*a, *(a + 1)) || is_definition(*a, *(a + 1)) ||
          is_of_measure(*a, *(a + 1))) {
        found.erase(a);
      } else if (is_part_of(*a, *(a + 1))) {
        found.erase(a + 1);
      }
    }
  }

  // `giảm từ 18% xuống còn 10,5%`: the first is where it stands today.
  [[nodiscard]] bool is_baseline(const Quantity& a, const Quantity& b) const {
    const std::string_view head = trim(r_.folded({body_.begin, a.span.begin}));
    const std::string_view way = trim(r_.folded({a.span.end, b.span.begin}));
    const std::string_view unit = r_.folded(a.span);
    return ends_with(head, "từ") &&
           (starts_with(way, "xuống") || starts_with(way, "lên") ||
            is_way_from_year(a, b) || ends_with(unit, " xuống") ||
            (ends_with(unit, " lên") && !ends_with(unit, "trở lên")));
  }

  // `từ 7 triệu năm 2005 lên 14 triệu`
  [[nodiscard]] bool is_way_from_year(const Quantity& a,
                                      const Quantity& b) const {
    constexpr std::size_t kLongestWay = 60;  // bytes
    const std::string_view way =
        trim(r_.folded({a.match->group("value")->end, b.span.begin}));
    return way.size() < kLongestWay &&
           way.find(" năm 20") != std::string_view::npos &&
           way.find_first_of(",;.:") == std::string_view::npos &&
           (ends_with(way, " lên") || ends_with(way, " xuống") ||
            ends_with(way, " xuống còn"));
  }

  // `trẻ nhẹ cân (dưới 2.500 gram) dưới 5%`: the first says what is counted.
  [[nodiscard]] bool is_definition(const Quantity& a, const Quantity& b) const {
    const std::string_view between = r_.printed({a.span.end, b.span.begin});
    const std::size_t close = between.find(')');
    return !a.is_percent() && b.is_percent() &&
           close != std::string_view::npos && between.find('(') > close &&
           between.find_first_of(",;.:") == std::string_view::npos;
  }

  // `Tỷ lệ hộ có đường truyền trên 1 Gb/s đạt 100%`: the first belongs to what
  // the second one measures.
  [[nodiscard]] bool is_of_measure(const Quantity& a, const Quantity& b) const {
    const std::string_view way =
        trim(r_.folded({a.match->group("unit")->begin, b.span.begin}));
    if (a.is_percent() || !b.is_percent() || !ends_with(way, "đạt") ||
        way.find_first_of(",;.:(") != std::string_view::npos)
      return false;
    constexpr std::uint32_t kLongestMeasure = 600;  // bytes
    const std::uint32_t from = std::max(
        body_.begin, a.span.begin - std::min(kLongestMeasure, a.span.begin));
    const Span clause = clause_of(a.span, {from, a.span.end});
    return QuantityWords(r_).is_measure({clause.begin, a.span.begin});
  }

  // `70% phụ nữ được tầm soát ít nhất 4 loại bệnh`: the second number belongs
  // to what the first one measures.
  [[nodiscard]] bool is_part_of(const Quantity& a, const Quantity& b) const {
    const std::string_view between = r_.printed({a.span.end, b.span.begin});
    return !b.is_percent() &&
           ((between.find_first_of(",;.(:") == std::string_view::npos &&
             between.find(kAnd) == std::string_view::npos) ||
            is_list_that_has(a, b));
  }

  // `100% xã, phường, thị trấn có ít nhất 02 mô hình`: nouns, and only behind
  // the last of them what they have.
  [[nodiscard]] bool is_list_that_has(const Quantity& a,
                                      const Quantity& b) const {
    Span between = trim(text(), {a.span.end, b.span.begin});
    QuantityWords(r_).take_comparator(between);
    const std::string_view f = r_.folded(between);
    const std::size_t comma = f.rfind(", ");
    if (!a.is_percent() || !ends_with(f, " có") ||
        comma == std::string_view::npos ||
        f.find_first_of(";.(:") != std::string_view::npos)
      return false;
    const std::string_view last = f.substr(comma + 2);
    if (r_.words.subject_openers.stands_at(last, 0) ||
        starts_with(last, "toàn "))
      return false;
    for (std::size_t at = 0; at < comma; ++at) {
      if (f[at] == ' ' && r_.words.unit_stops.stands_at(f, at + 1))
        return false;
    }
    return true;
  }

  [[nodiscard]] Span clause_of(Span quantity, Span room) const {
    Span clause = quantity;
    while (clause.begin > room.begin && !is_break(clause.begin - 1))
      --clause.begin;
    while (clause.end < room.end && !is_break(clause.end)) ++clause.end;
    clause.begin = behind_act(clause, quantity);
    // `vào năm 2025 và duy trì đến năm 2030`
    const std::size_t kept =
        r_.folded({quantity.end, clause.end}).find(" và duy trì ");
    if (kept != std::string_view::npos)
      clause.end = quantity.end + static_cast<std::uint32_t>(kept);
    clause.end = before_next_aim({quantity.end, clause.end});
    clause = trim(text(), clause, ",;");
    QuantityWords(r_).take_off(clause, {"và", "trong đó"});
    return clause;
  }

  // `đạt 60% hộ dân và đến năm 2034 hoàn thành việc kè bờ sông`: where an aim
  // of another year, which has no number, begins; else the end of `behind`.
  [[nodiscard]] std::uint32_t before_next_aim(Span behind) const {
    const std::string_view f = r_.folded(behind);
    for (const std::string_view gap :
         {" và đến năm ", ", đến năm ", " và đến hết năm ", ", đến hết năm "}) {
      const std::size_t at = f.find(gap);
      if (at == std::string_view::npos) continue;
      const std::string_view act =
          f.substr(std::min(at + gap.size() + 4, f.size()));
      if (starts_with(act, " ") &&
          r_.rules.phrases("aim_verbs").stands_at(act, 1) &&
          act.find_first_of("0123456789") == std::string_view::npos)
        return behind.begin + static_cast<std::uint32_t>(at);
    }
    return behind.end;
  }

  // `Trồng và giữ rừng ven sông, diện tích rừng đạt 1.700 ha`, `Giảm nghèo bền
  // vững, tỷ lệ hộ nghèo còn 2%`: an act, and behind it what it leads to.
  [[nodiscard]] std::uint32_t behind_act(Span clause, Span quantity) const {
    const QuantityWords words(r_);
    const Span head{clause.begin, quantity.begin};
    const std::size_t comma = r_.folded(head).rfind(", ");
    if (comma == std::string_view::npos || words.is_measure(head))
      return clause.begin;
    const std::uint32_t begin =
        head.begin + static_cast<std::uint32_t>(comma) + 2;
    const std::string_view result = r_.folded({begin, head.end});
    const bool is_result =
        starts_with(result, "phấn đấu ") || starts_with(result, "đảm bảo ") ||
        starts_with(result, "bảo đảm ") || starts_with(result, "tỷ lệ ") ||
        starts_with(result, "tỉ lệ ") ||
        (ends_with(result, "đạt ") && words.is_measure({begin, head.end}));
    return is_result ? begin : clause.begin;
  }

  // `tặng bằng khen (không quá 10% tập thể, 5% cá nhân)`: what a bracket says
  // ends with it, and begins with it where it names what is counted.
  void keep_to_bracket(Quantity& q) const {
    constexpr std::uint32_t kLongestBracket = 2000;  // bytes
    const std::string_view behind = r_.printed(
        {q.span.end, std::min(body_.end, q.span.end + kLongestBracket)});
    const std::size_t close = behind.find(')');
    if (close == std::string_view::npos || behind.find('(') < close) return;
    q.clause.end =
        std::min(q.clause.end, q.span.end + static_cast<std::uint32_t>(close));
    const std::string_view head = r_.printed({q.clause.begin, q.span.begin});
    const std::size_t open = head.rfind('(');
    if (open == std::string_view::npos || head.find(')', open) < head.size())
      return;
    if (q.is_percent() && close > 1)
      q.clause.begin += static_cast<std::uint32_t>(open) + 1;
  }

  // `;`, a colon, or a full stop that ends a sentence.
  [[nodiscard]] bool is_break(std::uint32_t at) const {
    const auto next = [&] {
      return at + 1 < text().size() ? text()[at + 1] : '\0';
    };
    switch (text()[at]) {
      case ';':
        return true;
      case ':':
        return next() == ' ' && !is_listed_colon(at);
      case '.':
        return at + 1 >= body_.end || next() == ' ' || next() == '/';
      default:
        return false;
    }
  }

  // `trạm 5G: 35 trạm`, `Tỷ lệ ...: năm 2024 đạt 35%`: the colon belongs to the
  // target.
  [[nodiscard]] bool is_listed_colon(std::uint32_t at) const {
    const std::string_view label = r_.folded({body_.begin, at});
    constexpr std::size_t kLongestLabel = 20;  // bytes, `Chỉ tiêu 12`
    if (label.size() < kLongestLabel && starts_with(label, "chỉ tiêu ") &&
        label.find_first_of(kDigits) != std::string_view::npos)
      return false;
    const std::string_view rest = folded().substr(at + 2, 16);
    if (starts_with(rest, "năm 20") || starts_with(rest, "đạt ") ||
        starts_with(rest, "đến năm "))
      return true;
    std::uint32_t number = at + 2;
    for (const std::string_view word :
         {"trên ", "ít nhất ", "tối thiểu ", "khoảng ", "từ ", "dưới ",
          "không quá "}) {
      if (starts_with(rest, word))
        number += static_cast<std::uint32_t>(word.size());
    }
    return number < body_.end &&
           is_digit(static_cast<unsigned char>(text()[number]));
  }

  // Where the clause of `b` begins behind `a`: at the first gap where `a` ends
  // with it, else at the last one.
  [[nodiscard]] std::uint32_t boundary(const Quantity& a,
                                       const Quantity& b) const {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    const std::uint32_t from = std::max(a.span.end, a.scope.end);
    for (std::uint32_t at = from; at < b.span.begin; ++at) {
      const std::uint32_t gap = gap_at(at);
      if (gap == 0) continue;
      // `05 cống (trên sông Trầm) và 02 trạm`: a bracket belongs to the first.
      const std::size_t close = text()[at] == '('
                                    ? r_.printed({at, b.span.begin}).find(')')
                                    : std::string_view::npos;
      if (close != std::string_view::npos) {
        at += static_cast<std::uint32_t>(close);
        continue;
      }
      // `40 xã, trong đó đến năm 2026, ít nhất 10 xã ...`
      if (starts_with(trim(folded().substr(at + gap, kOfWhich.size() + 2)),
                      kOfWhich))
        return at + gap;
      if (first == 0) first = at + gap;
      last = at + gap;
    }
    if (first == 0) {
      std::uint32_t stop = from;
      while (stop < b.span.begin && !is_break(stop)) ++stop;
      return stop < b.span.begin ? stop + 1 : a.span.end;
    }
    const std::string_view between = trim(r_.printed({from, first}));
    const bool direct = between.size() <= 2 ||
                        folded().substr(a.span.end, 12).find("vào năm") !=
                            std::string_view::npos;
    return direct ? first : last;
  }

  // Bytes of what parts two clauses at `at`; 0 where nothing does.
  [[nodiscard]] std::uint32_t gap_at(std::uint32_t at) const {
    if (starts_with(folded().substr(at), kAnd))
      return static_cast<std::uint32_t>(kAnd.size());
    const char c = text()[at];
    if (c == ',') return is_inside_words(at) ? 0 : 1;
    return c == ';' || c == '(' ? 1 : 0;
  }

  // `phòng, chống ma túy`: the comma at `comma` parts no clauses.
  [[nodiscard]] bool is_inside_words(std::uint32_t comma) const {
    constexpr std::uint32_t kLongest = 24;  // bytes in front of the comma
    const Phrases& words = r_.words.joined_words;
    for (std::uint32_t at = comma - std::min(comma, kLongest); at < comma;
         ++at) {
      if (is_word_boundary(folded(), at) &&
          at + words.size_at(folded(), at) > comma)
        return true;
    }
    return false;
  }

  const Reading& r_;
  Span body_;
  SharedYears years_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Reading& reading, const Node& node,
                                      const std::vector<Match>& matches) {
  return Segmenter(reading, node).run(matches);
}

}  // namespace kehoach
