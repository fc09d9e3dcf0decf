#include "extract/deadline_values.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kehoach {
namespace {

constexpr int kMonths = 12;

struct Rhythm {
  std::string_view word;  // folded
  std::string_view value;
  std::string_view rrule;  // empty where iCalendar has none
};

constexpr std::array<Rhythm, 12> kRhythms = {
    {{"năm", "yearly", "FREQ=YEARLY"},
     {"quý", "quarterly", "FREQ=MONTHLY;INTERVAL=3"},
     {"3 tháng", "quarterly", "FREQ=MONTHLY;INTERVAL=3"},
     {"ba tháng", "quarterly", "FREQ=MONTHLY;INTERVAL=3"},
     {"6 tháng", "half-yearly", "FREQ=MONTHLY;INTERVAL=6"},
     {"sáu tháng", "half-yearly", "FREQ=MONTHLY;INTERVAL=6"},
     {"9 tháng", "yearly", "FREQ=YEARLY"},
     {"tháng", "monthly", "FREQ=MONTHLY"},
     {"học kỳ", "half-yearly", ""},
     {"tuần", "weekly", "FREQ=WEEKLY"},
     {"ngày", "daily", "FREQ=DAILY"},
     {"thường niên", "yearly", "FREQ=YEARLY"}}};

// `06 tháng` as `6 tháng`
const Rhythm* rhythm_of(std::string_view word) {
  if (starts_with(word, "0")) word.remove_prefix(1);
  const auto* found =
      std::find_if(kRhythms.begin(), kRhythms.end(),
                   [&](const Rhythm& r) { return r.word == word; });
  return found == kRhythms.end() ? nullptr : found;
}

int quarter_of(std::string_view text) {
  if (text == "i" || text == "1") return 1;
  if (text == "ii" || text == "2") return 2;
  if (text == "iii" || text == "3") return 3;
  return 4;
}

// `05`, `hai`, and `năm` before another `năm`
int number_of(std::string_view text) {
  if (text == "hai") return 2;
  if (text == "ba") return 3;
  if (text == "bốn") return 4;
  return text == "năm" ? 5 : to_int(text);
}

// An ISO 8601 duration: `P15D`, `PT24H`.
std::string duration_of(const std::string& amount, std::string_view unit) {
  if (starts_with(unit, "ngày")) return "P" + amount + "D";
  if (unit == "giờ") return "PT" + amount + "H";
  if (unit == "phút") return "PT" + amount + "M";
  if (unit == "tuần") return "P" + amount + "W";
  if (unit == "tháng") return "P" + amount + "M";
  return "P" + amount + "Y";
}

std::string_view bound_of(std::string_view word) {
  if (starts_with(word, "trước")) return "before";
  return starts_with(word, "vào") ? "on" : "by";
}

}  // namespace

struct DeadlineValues::Parts {
  int year = 0;
  int month = 0;
  int day = 0;
  int quarter = 0;

  [[nodiscard]] std::string edtf() const {
    std::string out = std::to_string(year);
    if (quarter > 0) return out + "-Q" + std::to_string(quarter);
    if (month > 0) out += "-" + two_digits(month);
    if (day > 0) out += "-" + two_digits(day);
    return out;
  }
  // What is not given is possible.
  [[nodiscard]] bool possible() const {
    if (year != 0 && (year < 1990 || year > 2150)) return false;
    if (month > kMonths) return false;
    return day == 0 || month == 0 ||
           is_date(year > 0 ? year : 2024, month, day);
  }
};

bool DeadlineValues::is_next(const Parts& a, const Parts& b) {
  const int years = b.year - a.year;
  if (a.quarter > 0) return 4 * years + b.quarter == a.quarter + 1;
  if (a.day == 0) return kMonths * years + b.month == a.month + 1;
  if (a.month == b.month) return b.day == a.day + 1 && b.possible();
  return b.day == 1 && b.month == a.month + 1 && a.possible() &&
         !is_date(a.year, a.month, a.day + 1);
}

std::vector<Deadline> DeadlineValues::read(const Match& match, Span body) {
  body_ = body;
  const std::string_view kind = match.rule->attribute("kind");
  if (kind == "date") read_date(match);
  if (kind == "recurring") read_recurring(match);
  if (kind == "period") read_period(match);
  if (kind == "relative") read_relative(match);
  return std::exchange(found_, {});
}

std::string_view DeadlineValues::group(const Match& match,
                                       std::string_view name) const {
  const auto span = match.group(name);
  return span ? r_.folded(*span) : std::string_view{};
}

// The first of `name`, `name_b`, `name_c` that has text.
std::string_view DeadlineValues::any_group(const Match& match,
                                           const std::string& name) const {
  for (const char* ending : {"", "_b", "_c"}) {
    const std::string_view text = group(match, name + ending);
    if (!text.empty()) return text;
  }
  return {};
}

DeadlineValues::Parts DeadlineValues::parts(const Match& match,
                                            const std::string& ending) const {
  Parts p;
  p.year = to_int(any_group(match, "year" + ending));
  p.month = to_int(any_group(match, "month" + ending));
  p.day = to_int(any_group(match, "day" + ending));
  const std::string_view quarter = any_group(match, "quarter" + ending);
  if (!quarter.empty()) p.quarter = quarter_of(quarter);
  return p;
}

// The words of the time itself: the group `said` where the rule reads on behind
// them, without a bracket that was opened before them.
Span DeadlineValues::said_by(const Match& match) const {
  Span said = match.group("said").value_or(match.span);
  said = trim(r_.text.text, said, ",;");
  const std::string_view printed = r_.printed(said);
  if (ends_with(printed, ")") && printed.find('(') == std::string_view::npos)
    --said.end;
  return said;
}

Deadline& DeadlineValues::add(const Match& match, std::string_view kind) {
  Deadline& d = found_.emplace_back();
  d.evidence = r_.evidence(said_by(match), match.rule->id);
  d.kind = kind;
  const std::string_view word = any_group(match, "bound");
  d.bound = word.empty() ? match.rule->attribute("bound") : bound_of(word);
  return d;
}

void DeadlineValues::impossible(const Match& match) {
  r_.remark(match, "no deadline: the calendar has no such date");
  diagnostics_.push_back(
      {Severity::warning, "date-impossible",
       "the calendar has no such date: " + std::string(r_.printed(match.span)),
       match.span});
}

// `tháng 4 và tháng 10 năm 2025` and `ngày 26 và 29/12/2025` name two; those
// that follow each other are one time, `ngày 26, 27/12/2025`, `tháng 4,
// 5/2025`.
void DeadlineValues::read_date(const Match& match) {
  Parts first = parts(match, "");
  Parts second = parts(match, "_to");
  const bool two = second.month > 0 || second.day > 0 || second.quarter > 0;
  if (second.month == 0) second.month = first.month;
  if (first.year == 0) first.year = second.year;
  const bool inferred = first.year == 0 && is_of_plan(match);
  if (inferred) {
    const auto year = year_of_plan(two ? second : first);
    if (!year) return;
    first.year = *year;
  }
  if (second.year == 0) second.year = first.year;
  if (two && first.possible() && second.possible() && is_next(first, second)) {
    add(match, "period").value = first.edtf() + "/" + second.edtf();
    return;
  }
  for (std::size_t i = 0; i < (two ? 2U : 1U); ++i) {
    const Parts& p = i == 0 ? first : second;
    if (p.year == 0 || !p.possible()) return impossible(match);
    Deadline& d = add(match, "date");
    d.value = p.edtf();
    d.year_inferred = inferred;
  }
}

// The rule takes a year that is not written from the plan.
bool DeadlineValues::is_of_plan(const Match& match) {
  return match.rule->attribute("year") == "context";
}

void DeadlineValues::read_recurring(const Match& match) {
  const int times = number_of(group(match, "times"));
  for (const char* name : {"rhythm", "rhythm_b", "rhythm_c", "rhythm_d"}) {
    std::string_view word = group(match, name);
    // `02 lần/năm` is every half year, `4 đợt/năm` every quarter.
    if (word == "năm" && times == 2) word = "6 tháng";
    if (word == "năm" && times == 4) word = "quý";
    const Rhythm* rhythm = rhythm_of(word);
    if (rhythm == nullptr) continue;
    Deadline& d = add(match, "recurring");
    d.value = rhythm->value;
    if (!rhythm->rrule.empty()) d.rrule = rhythm->rrule;
    // `trong quý I hằng năm`
    if (const int quarter = parts(match, "").quarter; quarter > 0) {
      const int last = 3 * quarter;
      d.rrule->append(";BYMONTH=" + std::to_string(last - 2) + "," +
                      std::to_string(last - 1) + "," + std::to_string(last));
    }
  }
  const std::string_view last_day = group(match, "last_day");
  if (!last_day.empty() || !group(match, "month_end").empty()) {
    Deadline& d = add(match, "recurring");
    d.value = last_day.empty() ? std::string(match.rule->attribute("rhythm"))
                               : "---" + two_digits(to_int(last_day));
    d.rrule = "FREQ=YEARLY;BYMONTH=";
    d.rrule->append(match.rule->attribute("months"))
        .append(";BYMONTHDAY=")
        .append(last_day.empty() ? "-1" : std::to_string(to_int(last_day)));
  }
  if (const std::string_view day = group(match, "report_day"); !day.empty())
    add(match, "recurring").value = "---" + two_digits(to_int(day));
  if (const std::string_view years = group(match, "every"); !years.empty()) {
    const std::string count = std::to_string(number_of(years));
    Deadline& d = add(match, "recurring");
    d.value = "P" + count + "Y";
    d.rrule = "FREQ=YEARLY;INTERVAL=" + count;
  }
  if (const std::string_view weeks = group(match, "every_weeks");
      !weeks.empty()) {
    Deadline& d = add(match, "recurring");
    d.value = "weekly";
    d.rrule = "FREQ=WEEKLY;INTERVAL=" + std::to_string(number_of(weeks));
  }
  if (match.rule->attribute("span") == "yes") return read_season(match);
  for (const char* ending : {"", "_3", "_4", "_to"})
    read_fixed_day(match, ending);
}

// `từ tháng 3 đến tháng 11 hằng năm` is `--03/--11`.
void DeadlineValues::read_season(const Match& match) {
  Parts from = parts(match, "");
  const Parts to = parts(match, "_to");
  if (from.month == 0) from.month = to.month;
  if (from.month == 0 || to.month == 0 || !from.possible() || !to.possible())
    return impossible(match);
  const auto fixed = [](const Parts& p) {
    return "--" + two_digits(p.month) +
           (p.day > 0 ? "-" + two_digits(p.day) : std::string());
  };
  Deadline& d = add(match, "recurring");
  d.value = fixed(from) + "/" + fixed(to);
  if (from.day > 0 || to.day > 0) return;  // no one rule of iCalendar
  d.rrule = "FREQ=YEARLY;BYMONTH=" + std::to_string(from.month);
  for (int month = from.month; month != to.month;) {
    month = month % kMonths + 1;
    *d.rrule += "," + std::to_string(month);
  }
}

// `--12-10`, `--12`, `---15`
void DeadlineValues::read_fixed_day(const Match& match,
                                    const std::string& ending) {
  const Parts p = parts(match, ending);
  if (p.day == 0 && p.month == 0) return;
  if (!p.possible()) return impossible(match);
  if (p.month == 0) {
    Deadline& d = add(match, "recurring");
    d.value = "---" + two_digits(p.day);
    d.rrule = "FREQ=MONTHLY;BYMONTHDAY=" + std::to_string(p.day);
    return;
  }
  const std::string month = two_digits(p.month);
  if (is_of_plan(match) && !is_rhythmic(match.span)) {
    const auto year = year_of_next(p);
    if (!year)
      return r_.remark(match,
                       "no deadline: neither the text nor the date of "
                       "the plan gives its year");
    Deadline& d = add(match, "date");
    d.value = std::to_string(*year) + "-" + month + "-" + two_digits(p.day);
    d.year_inferred = true;
    return;
  }
  Deadline& d = add(match, "recurring");
  d.value = "--" + month;
  d.rrule = "FREQ=YEARLY;BYMONTH=" + std::to_string(p.month);
  if (p.day == 0) return;
  *d.value += "-" + two_digits(p.day);
  *d.rrule += ";BYMONTHDAY=" + std::to_string(p.day);
}

// Whether the sentence around `span` speaks of a rhythm.
bool DeadlineValues::is_rhythmic(Span span) const {
  const std::string_view folded =
      r_.folded(sentence_around(r_.text.text, span, body_));
  for (const std::string_view word :
       {"hằng năm", "hàng năm", "định kỳ", "mỗi năm", "thường niên", "6 tháng",
        "báo cáo năm"}) {
    if (folded.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// The year of the first such day after the plan was issued.
std::optional<int> DeadlineValues::year_of_next(const Parts& p) const {
  if (!document_.issued_on || document_.issued_on->size() < 4)
    return std::nullopt;
  const std::string_view issued = *document_.issued_on;
  int year = to_int(issued.substr(0, 4));
  const std::string day = std::to_string(year) + "-" + two_digits(p.month) +
                          "-" + two_digits(p.day);
  if (issued.size() == day.size() && day < issued) ++year;
  if (!is_date(year, p.month, p.day)) return std::nullopt;
  return year;
}

// The year that the plan's title names alone; else that of the first such month
// or quarter that ends after the plan was issued.
std::optional<int> DeadlineValues::year_of_plan(const Parts& p) const {
  const std::string title = fold_for_match(document_.title);
  if (const auto year = only_year(title); !year.empty()) return to_int(year);
  if (!document_.issued_on || document_.issued_on->size() < 4)
    return std::nullopt;
  const std::string_view issued = *document_.issued_on;
  const int year = to_int(issued.substr(0, 4));
  const int last = p.quarter > 0 ? 3 * p.quarter : p.month;
  const bool over =
      last > 0 && issued.size() >= 7 && last < to_int(issued.substr(5, 2));
  return over ? year + 1 : year;
}

void DeadlineValues::read_period(const Match& match) {
  Parts from = parts(match, "");
  Parts to = parts(match, "_to");
  const bool inferred = from.year == 0 && to.year == 0 && is_of_plan(match);
  if (inferred) {
    const auto year = year_of_plan(to);
    if (!year) return;
    to.year = *year;
  }
  // `6 tháng đầu năm`, `6 tháng cuối năm`
  if (const std::string_view half = group(match, "half"); !half.empty()) {
    from.month = half == "đầu" ? 1 : 7;
    to = {from.year > 0 ? from.year : to.year, from.month + 5, 0, 0};
  }
  if (from.year == 0) from.year = to.year;
  if (from.day > 0 && from.month == 0) from.month = to.month;
  if (!from.possible() || !to.possible()) return impossible(match);
  if (match.rule->attribute("open") == "yes") {
    if (from.year == 0) return impossible(match);
    add(match, "period").value = from.edtf() + "/..";
    return;
  }
  if (to.year == 0) return impossible(match);
  Deadline& d = add(match, "period");
  d.value = from.edtf() + "/" + to.edtf();
  d.year_inferred = inferred;
}

void DeadlineValues::read_relative(const Match& match) {
  Deadline& d = add(match, "relative");
  const std::string_view unit = group(match, "time_unit");
  if (unit.empty()) return;
  std::string_view amount = any_group(match, "amount_to");
  if (amount.empty()) amount = group(match, "amount");
  d.value = duration_of(std::to_string(to_int(amount)), unit);
}

Span sentence_around(std::string_view text, Span span, Span body) {
  constexpr std::uint32_t kFurthest = 4000;  // bytes, on each side
  body.begin =
      std::max(body.begin, span.begin - std::min(span.begin, kFurthest));
  body.end = std::min(body.end, span.end + kFurthest);
  while (span.begin > body.begin &&
         !(text[span.begin - 1] == ' ' && span.begin >= 2 &&
           text[span.begin - 2] == '.'))
    --span.begin;
  while (span.end < body.end &&
         !(text[span.end] == '.' &&
           (span.end + 1 == body.end || text[span.end + 1] == ' ')))
    ++span.end;
  return span;
}

}  // namespace kehoach
