// Dates that no calendar has, wherever a document prints them.

#include <algorithm>

#include "extract/facts.h"

namespace kehoach {
namespace {

constexpr std::size_t kMostDigits = 8;  // of a misprinted year

// Reads along a text.
class Reader {
 public:
  explicit Reader(std::string_view text, std::size_t at)
      : text_(text), at_(at) {}

  // The digits at the place, and behind them; empty where there is none.
  std::string_view digits() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && at_ - begin < kMostDigits &&
           is_digit(static_cast<unsigned char>(text_[at_])))
      ++at_;
    return text_.substr(begin, at_ - begin);
  }
  bool skip(std::string_view word) {
    if (!starts_with(text_.substr(at_), word)) return false;
    at_ += word.size();
    return true;
  }
  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_;
};

bool is_day(std::string_view digits) {
  return !digits.empty() && digits.size() <= 2;
}

// A leap year, for dates without one: 29/2 may be right.
constexpr int kLeapYear = 2024;

// `30/2/2025`, `08/6/20210` at `at`: where it ends; 0 for possible dates, and
// for what is none.
std::size_t impossible_in_digits(std::string_view text, std::size_t at) {
  Reader reader(text, at);
  const std::string_view day = reader.digits();
  if (!is_day(day) || !reader.skip("/")) return 0;
  const std::string_view month = reader.digits();
  if (!is_day(month) || !reader.skip("/")) return 0;
  const std::string_view year = reader.digits();
  const bool goes_on =
      reader.at() < text.size() && !is_word_boundary(text, reader.at());
  const char next = reader.at() < text.size() ? text[reader.at()] : ' ';
  if (year.size() < 2 || goes_on || next == '/' || next == '-') return 0;
  if (year.size() == 3 || year.size() > 4) return reader.at();
  const int number = to_int(year);
  const bool is_one = is_date(number < 100 ? 2000 + number : number,
                              to_int(month), to_int(day));
  return is_one ? 0 : reader.at();
}

// `ngày 31 tháng 4`, with or without a year.
std::size_t impossible_in_words(std::string_view text, std::size_t at) {
  Reader reader(text, at);
  const std::string_view day = reader.digits();
  if (!is_day(day) || !reader.skip(" tháng ")) return 0;
  const std::string_view month = reader.digits();
  if (!is_day(month)) return 0;
  const std::size_t end = reader.at();
  int year = kLeapYear;
  if (reader.skip(" năm ")) {
    const std::string_view digits = reader.digits();
    if (digits.size() == 4) year = to_int(digits);
  }
  return is_date(year, to_int(month), to_int(day)) ? 0 : end;
}

}  // namespace

void note_impossible_dates(const Reading& reading,
                           std::vector<Diagnostic>& diagnostics) {
  constexpr std::string_view kCode = "date-impossible";
  const std::string_view text = reading.text.folded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] < '0' || text[at] > '9') continue;
    if (at > 0 && (text[at - 1] == '/' || text[at - 1] == '-' ||
                   !is_word_boundary(text, at)))
      continue;
    std::size_t end = impossible_in_digits(text, at);
    if (end == 0 && ends_with(text.substr(0, at), "ngày "))
      end = impossible_in_words(text, at);
    if (end == 0) continue;
    const Span span{static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(end)};
    const bool known = std::any_of(
        diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) {
          return d.code == kCode && d.span.overlaps(span);
        });
    if (!known)
      diagnostics.push_back({Severity::warning, std::string(kCode),
                             "the calendar has no such date: " +
                                 std::string(reading.printed(span)),
                             span});
    at = end - 1;
  }
}

std::string_view only_year(std::string_view title) {
  constexpr std::string_view kYear = "năm 20";
  const std::size_t at = title.find(kYear);
  const auto says = [&](std::string_view word) {
    return title.find(word) != std::string_view::npos;
  };
  if (at == std::string_view::npos || at != title.rfind(kYear) ||
      says("giai đoạn"))
    return {};
  const std::string_view year = title.substr(at + kYear.size() - 2, 4);
  // `Thực hiện Nghị quyết ngày 27/12/2025 về ... năm 2026`: the day says its
  // own year, and the last one is the plan's.
  const bool last = at + kYear.size() + 2 == trim(title).size();
  if (says("ngày") && (says("tháng") || !last)) return {};
  const bool digits =
      year.size() == 4 && std::all_of(year.begin(), year.end(), [](char c) {
        return is_digit(static_cast<unsigned char>(c));
      });
  return digits ? year : std::string_view{};
}

}  // namespace kehoach
