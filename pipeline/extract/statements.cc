#include "extract/statements.h"

#include <algorithm>

#include "extract/deadline_values.h"
#include "extract/target_cells.h"

namespace kehoach {
namespace {

// How far behind a number words may say that its things exist, in bytes.
constexpr std::uint32_t kDescription = 40;

// What its rule says it to be: `count`, `percent`, `norm`, ...
bool is_of_kind(const Quantity& q, std::string_view what) {
  return q.match->rule->attribute("what") == what;
}

}  // namespace

std::optional<Statement> Statements::read(const Quantity& q) const {
  Statement s;
  s.quantity = &q;
  if (!read_unit(s)) {
    r_.remark(*q.match, "no target: it counts nothing that is one");
    return std::nullopt;
  }
  if (is_past(q)) {
    r_.remark(*q.match, "no target: its clause tells of the past");
    return std::nullopt;
  }
  read_prefix(s);
  return s;
}

// False where the number counts nothing that a target could be about.
bool Statements::read_unit(Statement& s) const {
  const Quantity& q = *s.quantity;
  s.unit = *q.match->group("unit");
  s.end = q.span.end;
  if (q.is_percent()) return !s.unit.empty();
  if (is_of_kind(q, "norm") || is_of_kind(q, "limit") ||
      is_of_kind(q, "fixed") || is_of_kind(q, "measure"))
    return true;
  s.unit = words_.counted_noun(s.unit);
  s.end = std::max(s.unit.end, q.match->group("value")->end);
  return !s.unit.empty() && !words_.is_no_unit(s.unit);
}

bool Statements::is_past(const Quantity& q) const {
  return tells_how_things_are(q) || says(q.clause, "past") ||
         says({q.clause.begin, q.span.begin}, "past_before");
}

// `Hiện nay có 180 trạm, trong đó có 22 trạm 5G.`
bool Statements::tells_how_things_are(const Quantity& q) const {
  constexpr std::uint32_t kLongestSentence = 400;  // bytes before the number
  const std::uint32_t from =
      std::max(node_.body.begin,
               q.span.begin - std::min(kLongestSentence, q.span.begin));
  const std::size_t stop = r_.printed({from, q.span.begin}).rfind(". ");
  if (stop == std::string_view::npos && from > node_.body.begin) return false;
  const std::uint32_t begin = stop == std::string_view::npos
                                  ? from
                                  : from + static_cast<std::uint32_t>(stop) + 2;
  return r_.rules.phrases("past_openers").stands_at(folded(), begin);
}

bool Statements::says(Span span, std::string_view list) const {
  const std::string_view folded = r_.folded(span);
  const auto& words = r_.rules.list(list);
  return std::any_of(words.begin(), words.end(), [&](const auto& word) {
    const std::size_t at = folded.find(word);
    return at != std::string_view::npos && is_word_boundary(folded, at);
  });
}

// Takes the words before the number apart.
void Statements::read_prefix(Statement& s) const {
  const Quantity& q = *s.quantity;
  s.prefix = trim(text(), {q.clause.begin, q.span.begin});
  s.subject = s.prefix;
  const auto say = [&](std::string_view comparator) {
    if (comparator.empty()) return;
    s.comparator = comparator;
    s.reached = true;
  };
  // `đạt từ 80 - 90%`: from here to there, and no lower bound.
  if (q.match->group("value_to") && words_.take_off(s.subject, {"từ"}))
    s.reached = true;
  // `mực nước sông không vượt quá cao độ +2,80m`: words stand between.
  if (const auto limit = q.match->group("limit")) {
    Span head{s.subject.begin, limit->end};
    say(words_.take_comparator(head));
    s.subject = head;
  } else {
    say(words_.take_comparator(s.subject));
  }
  // `từ 98% trở lên`, `... trở xuống`
  const std::string_view behind = trim(folded().substr(q.span.end, 12));
  if (starts_with(behind, "trở lên")) say(">=");
  if (starts_with(behind, "trở xuống")) say("<=");
  const std::string_view change = words_.take_change(s.subject);
  // `giảm dưới 8%`: down to so much, but for what falls each year.
  if (s.comparator != "<" || change != "-" || q.match->group("per"))
    say(change);
  // The comparator and the verb of change belong to the evidence.
  s.said = s.comparator != "=" ? s.subject.end : q.span.begin;
  while (s.said < q.span.begin &&
         std::string_view(" ,:").find(text()[s.said]) != std::string_view::npos)
    ++s.said;
  s.reached =
      r_.words.no_change.ending(r_.folded(s.subject)) != nullptr || s.reached;
  const bool verb = words_.take_verbs(s.subject);
  s.reached = verb || s.reached;
  // `ít nhất vào năm 2025 đạt 40%`
  if (verb && s.comparator == "=") say(words_.take_comparator(s.subject));
  const Span whole = words_.behind_purpose(s.subject);
  s.subject = words_.without_baseline(words_.without_fillers(whole));
  if (!verb && q.is_percent() && s.comparator.find('<') == s.comparator.npos &&
      !is_level(s)) {
    const std::string_view opening =
        words_.opening_change({whole.begin, s.subject.begin}, s.subject);
    if (!opening.empty()) s.comparator = opening;
    s.reached = s.reached || !opening.empty();
  }
  // `Duy trì mức giảm số cuộc tảo hôn từ 2 đến 3%`
  if (words_.is_fall(s.subject)) s.comparator = "-";
  look_behind(s);
  take_phase(s);
  // `quan trắc vi nhựa tại 24 vị trí trên sông`; among tasks `tại 100% xã`
  s.act = s.subject;
  const bool all = q.is_percent() && r_.folded(q.span) == "100%";
  s.around = (node_.role == SectionRole::objectives || all) && !s.reached &&
             words_.take_off(s.act, r_.words.prepositions);
  s.reached = s.reached || s.around;
  find_served(s);
}

// `Tốc độ tăng trưởng giai đoạn 2026 - 2030 đạt 9%/năm`, but not `các nhiệm vụ
// của Chương trình ... giai đoạn 2026 - 2030`.
void Statements::take_phase(Statement& s) const {
  const std::string_view f = r_.folded(s.subject);
  const std::size_t at = f.rfind(" giai đoạn 20");
  if (at == std::string_view::npos) return;
  const Span phase{s.subject.begin + static_cast<std::uint32_t>(at),
                   s.subject.end};
  constexpr std::size_t kLongest = 30;  // bytes, ` giai đoạn 2026 - 2030`
  if (phase.size() > kLongest || due_.said_in(phase).empty() ||
      says({s.subject.begin, phase.begin}, "carried_out"))
    return;
  s.phase = phase;
  s.subject.end = phase.begin;
}

// `Tăng tỷ lệ bao phủ bảo hiểm y tế 95%`: so much is no step of a share.
bool Statements::is_level(const Statement& s) const {
  constexpr double kLargestStep = 20;  // percent
  const Quantity& q = *s.quantity;
  const std::string_view subject = r_.folded(s.subject);
  const bool share = starts_with(subject, "tỷ lệ ") ||
                     starts_with(subject, "tỉ lệ ") ||
                     starts_with(subject, "độ ");
  return ends_with(subject, " mức") || ends_with(subject, " ở") ||
         (share &&
          to_number(r_.folded(*q.match->group("value"))) > kLargestStep);
}

// `để hoàn thành việc hỗ trợ nhà ở cho khoảng 7.000 hộ nghèo trong năm 2026`:
// for how many something is done, where the clause says by when or how often.
void Statements::find_served(Statement& s) const {
  const Quantity& q = *s.quantity;
  const std::string_view clause = r_.folded(q.clause);
  const bool each_year = starts_with(clause, "mỗi năm ") ||
                         starts_with(clause, "hằng năm ") ||
                         starts_with(clause, "hàng năm ");
  if (s.around || !is_of_kind(q, "count") ||
      (!each_year && due_.said_in(q.clause).empty()))
    return;
  Span act = s.subject;
  constexpr std::string_view kDoing = "việc ";
  const std::size_t doing = r_.folded(act).rfind(kDoing);
  if (doing != std::string_view::npos)
    act.begin += static_cast<std::uint32_t>(doing + kDoing.size());
  constexpr std::string_view kTo = "để ";
  if (starts_with(r_.folded(act), kTo))
    act.begin += static_cast<std::uint32_t>(kTo.size());
  act = words_.without_fillers(act);
  const Span with = act;
  if (!words_.take_off(act, r_.words.prepositions) ||
      !(r_.words.verbs.stands_at(r_.folded(act), 0) ||
        r_.words.verb_nouns.stands_at(r_.folded(act), 0)))
    return;
  s.served = true;
  s.subject = with;
}

// `Sở Xây dựng nghiên cứu, thiết kế tối thiểu 03 mẫu nhà`: among tasks what
// stands before the act is who does it.
bool Statements::is_made(const Statement& s) const {
  if (!is_of_kind(*s.quantity, "count") ||
      node_.role == SectionRole::objectives || words_.is_measure(s.prefix))
    return false;
  Span act = s.prefix;
  words_.take_comparator(act);
  return take_making(act) || take_verb_noun(act);
}

// `Tổ chức 04 lớp tập huấn`, `Toàn tỉnh mở ít nhất 55 lớp`; one course is an
// act and no number.
bool Statements::is_held(const Statement& s) const {
  Span act = s.prefix;
  words_.take_comparator(act);
  const std::string_view behind = r_.folded({s.end, s.quantity->clause.end});
  return to_number(r_.folded(*s.quantity->match->group("value"))) > 1 &&
         node_.role != SectionRole::purpose &&
         r_.words.courses.stands_at(r_.folded(s.unit), 0) &&
         words_.take_off(act, r_.words.holds) &&
         is_nobody(r_.folded(words_.without_fillers(act))) &&
         behind.find("trở lên") == std::string_view::npos;
}

// Nothing, or all of a place: `toàn tỉnh`.
bool Statements::is_nobody(std::string_view doer) const {
  constexpr std::string_view kWhole = "toàn ";
  return doer.empty() ||
         (starts_with(doer, kWhole) &&
          r_.words.place_kinds.exact(doer.substr(kWhole.size())) != nullptr);
}

// `nuôi`, `nuôi mới`, and `mở thêm`, which without `thêm` is another verb. What
// is new is taken off, whatever stands before it.
bool Statements::take_making(Span& span) const {
  if (words_.take_off(span, r_.words.makes)) return true;
  words_.take_off(span, {"mới", "thêm"});
  return words_.take_off(span, r_.words.makes);
}

// `xây dựng`, but not that of `hệ thống xây dựng`.
bool Statements::take_verb_noun(Span& span) const {
  return words_.take_off(span, r_.words.verb_nouns) &&
         r_.words.named_acts.ending(r_.folded(span)) == nullptr;
}

// Where what stands before the number is not what it measures.
void Statements::look_behind(Statement& s) const {
  const Quantity& q = *s.quantity;
  if (s.subject.empty()) return;
  const Span none{s.prefix.end, s.prefix.end};
  if (is_made(s)) {
    s.made = true;
    s.subject = none;
  } else if (is_of_kind(q, "norm") || is_of_kind(q, "limit")) {
    s.subject = q.match->group("measure").value_or(s.subject);
  } else if (const auto change = words_.change_alone(s.prefix);
             !change.empty()) {
    s.comparator = change;
    s.reached = true;
    s.said = s.prefix.begin;
    s.subject = none;
  } else if (is_held(s)) {
    s.reached = true;
    s.subject = none;
  } else if (words_.is_each(s.subject) && q.is_percent() && s.reached &&
             words_.is_counted({q.span.end, q.clause.end})) {
    // `Mỗi xã bảo đảm tối thiểu 30% hộ có nước sạch`
    s.subject = none;
  } else if (!q.is_percent() &&
             (words_.is_each(s.subject) ||
              words_.is_place_that_has(s.prefix, s.subject))) {
    s.reached = true;
    s.subject = none;
  } else if (q.is_percent() && words_.is_counted({q.span.end, q.clause.end}) &&
             words_.opens_count(s.prefix)) {
    s.reached = true;
    s.subject = none;
  }
}

// True where the number is to be reached, not only told.
bool Statements::is_aim(const Statement& s, const Quantity* before) const {
  const Quantity& q = *s.quantity;
  if (is_of_kind(q, "norm")) return is_kept(q);
  if (r_.words.conditions.stands_at(r_.folded(s.prefix), 0) ||
      says(s.prefix, "no_aims") || words_.is_case(s.prefix))
    return false;
  const bool alone = s.subject.empty();
  if (is_of_kind(q, "limit") || is_of_kind(q, "fixed")) return true;
  // `trạm 5G: 35 trạm` needs no verb.
  if (!alone && is_of_kind(q, "listed")) return !is_cost(s);
  if (node_.role == SectionRole::objectives && words_.is_measure(s.prefix) &&
      trim(text(), {s.end, q.clause.end}, ".,;)").empty())
    return true;
  if (!q.is_percent()) return is_aimed_count(s, before);
  return alone || s.reached ||
         (node_.role == SectionRole::objectives &&
          ends_with(r_.folded(s.prefix), ":"));
}

// `Đề án “Đầu tư 01 triệu căn hộ”`
bool Statements::is_in_a_name(Span number) const {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  constexpr std::uint32_t kLongestName = 300;  // bytes
  const std::uint32_t from =
      number.begin - std::min(kLongestName, number.begin);
  const std::string_view before =
      r_.folded({std::max(node_.body.begin, from), number.begin});
  const std::size_t open = before.rfind(kOpen);
  if (open == std::string_view::npos ||
      before.find(kClose, open) != std::string_view::npos)
    return false;
  const std::string_view named = trim(before.substr(0, open));
  return r_.words.type_words.ending(named) != nullptr ||
         r_.words.named_acts.ending(named) != nullptr;
}

// `nhà ở phải bảo đảm ..., có diện tích tối thiểu 30m2`
bool Statements::is_kept(const Quantity& q) const {
  const Span sentence = sentence_around(text(), q.span, node_.body);
  return says({sentence.begin, q.span.begin}, "norm_words");
}

// `Dự án kè sông Trầm: 50.000 triệu`
bool Statements::is_cost(const Statement& s) const {
  return r_.words.money_units.stands_at(r_.folded(s.unit), 0) &&
         (says(s.subject, "projects") || says(s.subject, "cost_rows"));
}

// Counts are targets among objectives, or with a comparator, never inside the
// description of another target.
bool Statements::is_aimed_count(const Statement& s,
                                const Quantity* before) const {
  const Quantity& q = *s.quantity;
  if (before != nullptr && before->is_percent()) {
    const std::string_view between =
        r_.printed({before->span.end, q.span.begin});
    if (between.find_first_of(";.") == std::string_view::npos) return false;
  }
  if (node_.role == SectionRole::objectives)
    return s.reached || s.subject.empty();
  // `12 thôn đã được khoanh vùng`, `14 dự án đang triển khai` are there
  // already.
  const std::string_view behind =
      r_.folded({s.end, std::min(q.clause.end, s.end + kDescription)});
  if (s.comparator == "=" && (behind.find(" đã ") != std::string_view::npos ||
                              starts_with(trim(behind), "đang ")))
    return false;
  if (s.served || is_held(s) || (product_ && s.comparator != "=")) return true;
  const bool rate =
      r_.folded(*q.match->group("unit")).find('/') != std::string_view::npos;
  if (rate) return s.reached;
  // `Phấn đấu mỗi năm nạo vét ít nhất 05 hồ`
  if (s.reached && starts_with(r_.folded(s.prefix), "phấn đấu ") &&
      s.comparator != "=" && node_.role != SectionRole::purpose)
    return true;
  const auto take_verb = [&](Span& span) {
    return take_making(span) || words_.take_off(span, r_.words.verbs);
  };
  Span act = s.prefix;
  if (node_.role != SectionRole::purpose &&
      (take_verb(act) || take_verb_noun(act)))
    return true;
  act = s.prefix;
  words_.take_comparator(act);
  if (act != s.prefix && (take_verb(act) || take_verb_noun(act))) return true;
  if (node_.role == SectionRole::purpose) return false;
  // `Diện tích nuôi tôm đạt 2.500 ha`
  Span reached = s.prefix;
  if (words_.take_off(reached, {"đạt", "đạt được", "phấn đấu đạt"}))
    return words_.is_measure(reached);
  Span rest = s.prefix;
  return !words_.take_comparator(rest).empty() && words_.take_verbs(rest);
}

}  // namespace kehoach
