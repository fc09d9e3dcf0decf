#include "extract/target_due.h"

#include <algorithm>
#include <array>

namespace kehoach {
namespace {

constexpr std::string_view kYear = "năm ";
constexpr std::string_view kSchoolYear = "năm học ";
constexpr std::string_view kPeriod = "giai đoạn ";

// An opening phrase such as `Đến năm 2030,` ends within these bytes.
constexpr std::size_t kLongestOpening = 60;

// The number of up to two digits that ends `head`, which loses it.
std::string_view take_number(std::string_view& head) {
  std::size_t begin = head.size();
  while (begin > 0 && head.size() - begin < 3 &&
         is_digit(static_cast<unsigned char>(head[begin - 1])))
    --begin;
  const std::string_view number = head.substr(begin);
  if (number.empty() || number.size() > 2) return {};
  head.remove_suffix(number.size());
  return number;
}

bool take_word(std::string_view& head, std::string_view word) {
  if (!ends_with(head, word)) return false;
  head.remove_suffix(word.size());
  return true;
}

// `đến hết`, `trước ngày`: by then it holds, and the day is no day of an act.
bool opens_limit(std::string_view head) {
  constexpr std::array<std::string_view, 7> kLimits = {
      "trước", "đến", "hết", "vào", "trong", "cuối", "nhất"};
  head = trim(head);
  return std::any_of(kLimits.begin(), kLimits.end(),
                     [&](auto limit) { return ends_with(head, limit); });
}

// What stands in front of a year: `đến ngày 30 tháng 9 năm `, `trước 30/9/`.
struct DateHead {
  std::string_view before;  // `đến `
  std::string_view day;
  std::string_view month;  // empty where the year stands alone
  bool slash = false;      // right in front of the year
  bool named = false;      // as a year: by `năm`, or by a slash
};

DateHead date_head(std::string_view head) {
  DateHead date;
  date.slash = take_word(head, "/");
  date.named = date.slash || take_word(head, kYear);
  date.before = head;
  if (!date.named) return date;
  head = trim(head);
  date.month = take_number(head);
  const bool digits = take_word(head, "/");
  if (date.month.empty() || (!digits && !take_word(head, "tháng "))) {
    date.month = {};
    return date;
  }
  if (!digits) head = trim(head);
  date.day = take_number(head);
  if (!date.day.empty()) take_word(head, "ngày ");
  date.before = head;
  return date;
}

// The date that ends in `year`, behind `head`: `2025-09-30` of `trước ngày
// 30/9/` and of `đến ngày 30 tháng 9 năm `, `2025-05` of `tháng 5 năm `. The
// year alone behind other words and `năm `; empty where it is no limit.
std::string date_before(std::string_view head, std::string_view year) {
  const DateHead date = date_head(head);
  if (!date.named) return "";
  if (date.month.empty()) return date.slash ? "" : std::string(year);
  const std::string month =
      std::string(year) + "-" + two_digits(to_int(date.month));
  const bool limit = opens_limit(date.before);
  if (date.day.empty()) return date.slash && !limit ? "" : month;
  return limit && is_date(to_int(year), to_int(date.month), to_int(date.day))
             ? month + "-" + two_digits(to_int(date.day))
             : "";
}

// `năm học 2026 - 2027`: the year in which it ends; empty for another.
std::string end_of_school_year(std::string_view head, std::string_view rest) {
  if (!ends_with(head, kSchoolYear) || rest.size() < 4) return "";
  std::string_view last = rest.substr(4);
  while (!last.empty() && (last[0] == ' ' || last[0] == '-'))
    last.remove_prefix(1);
  last = last.substr(0, 4);
  return last.size() == 4 && starts_with(last, "20") &&
                 last.find_first_not_of(kDigits) == std::string_view::npos &&
                 to_int(last) == to_int(rest.substr(0, 4)) + 1
             ? std::string(last)
             : "";
}

// `giai đoạn 2026 - 2030` in `text`: its last year; empty if none is there.
std::string end_of_phase(std::string_view text) {
  const std::size_t at = text.find(kPeriod);
  if (at == std::string_view::npos) return "";
  std::string digits;
  for (const char c : text.substr(at + kPeriod.size(), 12)) {
    if (is_digit(static_cast<unsigned char>(c))) digits += c;
  }
  return digits.size() >= 8 ? digits.substr(4, 4) : "";
}

// The same of a title, unless the period may belong to what the plan carries
// out (`Thực hiện Đề án ... giai đoạn 2026 - 2030`).
std::string end_of_own_period(const Rulebook& rules, std::string_view title) {
  const auto& others = rules.list("carried_out");
  const bool other =
      std::any_of(others.begin(), others.end(), [&](const std::string& word) {
        return title.find(word) != std::string_view::npos;
      });
  return other ? "" : end_of_phase(title);
}

// The year in the plan's own title, if it is the only one.
std::optional<std::string> year_of_title(const Rulebook& rules,
                                         std::string_view title) {
  const std::string folded = fold_for_match(title);
  if (std::string end = end_of_own_period(rules, folded); !end.empty())
    return end;
  const std::string_view words = folded;
  // What is done as a school year begins is not due when it ends.
  if (const std::size_t at = words.find(kSchoolYear);
      at != std::string_view::npos && !ends_with(words.substr(0, at), "đầu ")) {
    const std::size_t year = at + kSchoolYear.size();
    std::string end =
        end_of_school_year(words.substr(0, year), words.substr(year));
    if (!end.empty()) return end;
  }
  const std::string_view year = only_year(folded);
  return year.empty() ? std::nullopt : std::optional<std::string>(year);
}

// Words of a time limit and numbers, nothing else.
bool is_part_of_date(std::string_view text) {
  constexpr std::string_view kOfDates =
      " ngày tháng năm học đến hết trước cuối chậm muộn nhất vào trong ";
  for (const std::string_view part : split(text, ' ')) {
    const std::string word = " " + std::string(part) + " ";
    if (!part.empty() && kOfDates.find(word) == std::string_view::npos &&
        part.find_first_not_of("0123456789/") != std::string_view::npos)
      return false;
  }
  return true;
}

// Bytes of `đến ngày 31 tháng 12 năm 2025`, `trong năm học 2026 - 2027` at the
// start.
std::uint32_t leading_date(std::string_view folded) {
  constexpr std::size_t kLongest = 48;  // bytes in front of the year
  constexpr std::string_view kYears = "2026 - 2027";
  folded = folded.substr(0, kLongest + kYears.size());
  std::size_t at = folded.find("20");
  while (at < kLongest && at + 4 <= folded.size() &&
         folded.substr(at, 4).find_first_not_of(kDigits) !=
             std::string_view::npos)
    at = folded.find("20", at + 1);
  if (at >= kLongest || at + 4 > folded.size()) return 0;
  const std::string_view head = folded.substr(0, at);
  if (!is_part_of_date(head)) return 0;
  if (const std::string end = end_of_school_year(head, folded.substr(at));
      !end.empty())
    return static_cast<std::uint32_t>(folded.find(end, at) + end.size());
  const bool limit = ends_with(head, "/") || ends_with(head, kYear);
  return limit ? static_cast<std::uint32_t>(at + 4) : 0;
}

// Bytes of `Trong giai đoạn 2026 - 2030` at the start.
std::uint32_t leading_phase(std::string_view folded) {
  constexpr std::string_view kIn = "trong ";
  constexpr std::string_view kPhase = "giai đoạn ";
  std::string_view rest = folded;
  if (starts_with(rest, kIn)) rest.remove_prefix(kIn.size());
  if (!starts_with(rest, kPhase)) return 0;
  rest.remove_prefix(kPhase.size());
  const std::size_t end =
      std::min(rest.find_first_not_of("0123456789 -"), rest.size());
  const std::string_view years = trim(rest.substr(0, end));
  constexpr std::size_t kTwoYears = 9;  // `2026-2030`
  if (years.size() < kTwoYears) return 0;
  return static_cast<std::uint32_t>(folded.size() - rest.size() + years.size());
}

}  // namespace

std::uint32_t leading_time(std::string_view folded) {
  constexpr std::string_view kOn = " trở đi";
  for (const std::string_view word :
       {"đến hết năm ", "đến năm ", "tới năm ", "vào năm ", "trong năm ",
        "năm ", "đến cuối năm ", "từ năm "}) {
    if (starts_with(folded, word) && folded.size() >= word.size() + 4 &&
        is_digit(static_cast<unsigned char>(folded[word.size()])))
      return static_cast<std::uint32_t>(
          word.size() + 4 +
          (starts_with(folded.substr(word.size() + 4), kOn) ? kOn.size() : 0));
  }
  return std::max(leading_phase(folded), leading_date(folded));
}

std::string_view without_date(std::string_view folded) {
  if (folded.size() < 4 ||
      folded.find_first_not_of(kDigits, folded.size() - 4) !=
          std::string_view::npos)
    return folded;
  const DateHead date = date_head(folded.substr(0, folded.size() - 4));
  return date.named && !(date.slash && date.month.empty()) ? date.before
                                                           : folded;
}

std::optional<Span> year_behind(const Reading& reading, Span span) {
  constexpr std::uint32_t kFurthest = 300;  // bytes
  constexpr std::uint32_t kDigitsOfYear = 4;
  const std::string_view f =
      reading.folded({span.begin, std::min(span.end, span.begin + kFurthest)});
  std::optional<Span> first;
  for (const std::string_view time :
       {" trong năm 20", " vào năm 20", " đến năm 20"}) {
    const std::size_t at = f.find(time);
    if (at == std::string_view::npos) continue;
    const auto begin = span.begin + static_cast<std::uint32_t>(at);
    const auto behind =
        begin + static_cast<std::uint32_t>(time.size()) - 2 + kDigitsOfYear;
    if (behind < span.end && reading.text.text[behind] == ',' &&
        (!first || begin < first->begin))
      first = Span{begin, behind};
  }
  return first;
}

TargetDue::TargetDue(const Reading& reading, const Document& document)
    : r_(reading), plan_year_(year_of_title(reading.rules, document.title)) {}

std::optional<std::string> TargetDue::of(Span clause, const Node& node,
                                         DueBy& by) const {
  by = DueBy::clause;
  if (std::string year = year_in(clause); !year.empty()) return year;
  if (r_.folded(clause).find("trong giai đoạn ") != std::string_view::npos) {
    if (std::string year = end_of_period(clause); !year.empty()) return year;
  }
  // `...; giai đoạn 2026 - 2030 có 10 xã`: another time than the paragraph's.
  if (starts_with(r_.folded(clause), "giai đoạn 20")) {
    if (std::string year = end_of_period(clause); !year.empty()) return year;
  }
  by = DueBy::opening;
  if (std::string year = opening_year(node); !year.empty()) return year;
  by = DueBy::none;
  if (is_for_now(clause)) return std::nullopt;
  by = DueBy::heading;
  if (std::string year = heading_year(node); !year.empty()) return year;
  by = plan_year_ ? DueBy::title : DueBy::none;
  return plan_year_;
}

// `Trước mắt, giữ 20 đội`, but not `nhu cầu trước mắt của 80% hộ`: whatever the
// part looks forward to.
bool TargetDue::is_for_now(Span clause) const {
  const std::string_view f = r_.folded(clause);
  return starts_with(f, "trước mắt") ||
         f.find(", trước mắt") != std::string_view::npos;
}

std::string TargetDue::heading_year(const Node& node) const {
  for (const Node* up = r_.parent(node); up != nullptr; up = r_.parent(*up)) {
    // `(Kèm theo Kế hoạch số ... ngày ...)` dates the plan.
    if (r_.folded(up->body).find("kèm theo") != std::string_view::npos)
      continue;
    if (std::string year = said_in(up->body); !year.empty()) return year;
  }
  return "";
}

std::string TargetDue::said_in(Span span) const {
  std::string year = year_in(span);
  return year.empty() ? end_of_period(span) : year;
}

// The last time that `span` names, outside of a programme's period.
std::string TargetDue::year_in(Span span) const {
  constexpr std::string_view kCentury = "20";
  const std::string_view f = r_.folded(span);
  std::string found;
  for (std::size_t at = f.find(kCentury); at != std::string_view::npos;
       at = f.find(kCentury, at + 1)) {
    const std::string_view year = f.substr(at, 4);
    const std::string_view head = f.substr(0, at);
    if (year.size() < 4 ||
        year.find_first_not_of(kDigits) != std::string_view::npos ||
        !is_word_boundary(f, at + year.size()))
      continue;
    const std::string school = end_of_school_year(head, f.substr(at));
    const std::string date = date_before(head, year);
    std::string_view words = head;
    take_word(words, school.empty() ? kYear : kSchoolYear);
    if (date.size() <= year.size() &&
        (ends_with(words, "so với ") || ends_with(words, kPeriod) ||
         ends_with(words, "từ ")))
      continue;
    if (!school.empty())
      found = school;
    else if (!date.empty())
      found = date;
  }
  return found;
}

// `Đến năm 2030, ...; ...`, `Phấn đấu đến năm 2030 đạt ...`: the year that
// opens the paragraph holds for all.
std::string TargetDue::opening_year(const Node& node) const {
  constexpr std::string_view kAim = "phấn đấu ";
  constexpr std::uint32_t kYearSize = 24;  // bytes, `đến hết năm 2030`
  Span opening = node.body;
  if (starts_with(r_.folded(opening), kAim)) {
    opening.begin += static_cast<std::uint32_t>(kAim.size());
    opening.end = std::min(opening.end, opening.begin + kYearSize);
    if (starts_with(r_.folded(opening), "đến ")) {
      std::string year = year_in(opening);
      if (!year.empty()) return year;
    }
  }
  const std::size_t stop =
      r_.folded(node.body).substr(0, kLongestOpening + 1).find_first_of(",:");
  if (stop == std::string_view::npos || stop > kLongestOpening) return "";
  return year_in(
      {node.body.begin, node.body.begin + static_cast<std::uint32_t>(stop)});
}

// `giai đoạn 2026 - 2030`
std::string TargetDue::end_of_period(Span span) const {
  return end_of_phase(r_.folded(span));
}

}  // namespace kehoach
