#include "audit/targets.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "audit/due.h"
#include "text/text.h"

namespace kehoach {
namespace {

std::vector<std::string> sorted_words(const std::string& text) {
  const std::string folded = fold_for_search(text);
  std::vector<std::string> words;
  for (const std::string_view word : split(folded, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  std::sort(words.begin(), words.end());
  return words;
}

bool is_share(const Target& target) { return trim(target.unit) == "%"; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where the number that begins at `at` ends: `1.500,25`.
std::size_t end_of_number(std::string_view text, std::size_t at) {
  const auto goes_on = [&](std::size_t i) {
    return is_digit(text[i]) || ((text[i] == '.' || text[i] == ',') &&
                                 i + 1 < text.size() && is_digit(text[i + 1]));
  };
  while (at < text.size() && goes_on(at)) ++at;
  return at;
}

// The value of `number`, where `point` stands before its fraction and the other
// mark before each three of its digits.
std::optional<double> read_number(std::string_view number, char point) {
  const std::size_t whole = std::min(number.find(point), number.size());
  std::string plain;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (is_digit(number[i]) || (i == whole && number[i] == point)) {
      plain += is_digit(number[i]) ? number[i] : '.';
      continue;
    }
    std::size_t run = 0;
    while (i + 1 + run < number.size() && is_digit(number[i + 1 + run])) ++run;
    if (i > whole || run != 3) return std::nullopt;
  }
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

// Vietnamese writes `1.500,5`, and some writers and programs `1,500.5`.
bool may_mean(std::string_view number, double value) {
  const auto is_it = [&](char point) {
    const auto read = read_number(number, point);
    return read && std::abs(*read - value) <= 1e-9 * std::abs(value);
  };
  return is_it(',') || is_it('.');
}

// Whether a percent sign follows, also behind the other end of a range: of 80
// in `80 %`, `80-85%`.
bool is_share_at(std::string_view text, std::size_t at) {
  const auto skip = [&](std::string_view marks) {
    while (at < text.size() && marks.find(text[at]) != std::string_view::npos)
      ++at;
  };
  skip(" ");
  if (at < text.size() && text[at] == '-') {
    skip("- ");
    at = end_of_number(text, at);
    skip(" ");
  }
  return at < text.size() && text[at] == '%';
}

// More is better, less is better, or the quote does not say.
enum class Aim { high, low, open };

Aim aim_of(const Target& target) {
  if (target.comparator == "<" || target.comparator == "<=" ||
      target.comparator == "-")
    return Aim::low;
  if (target.comparator == ">" || target.comparator == ">=" ||
      target.comparator == "+")
    return Aim::high;
  const std::string folded = fold_for_match(target.evidence.quote);
  for (const std::string_view word : {"giảm", "hạ", "dưới", "không quá"}) {
    if (folded.find(word) != std::string::npos) return Aim::open;
  }
  return Aim::high;
}

}  // namespace

double indicator_likeness(const Target& a, const Target& b) {
  const auto first = sorted_words(a.indicator);
  const auto second = sorted_words(b.indicator);
  if (first.empty() || second.empty()) return 0;
  std::vector<std::string> both;
  std::set_intersection(first.begin(), first.end(), second.begin(),
                        second.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) /
         static_cast<double>(first.size() + second.size());
}

std::optional<std::string> weakness(const Target& parent, const Target& child) {
  if (!is_share(parent) || !is_share(child)) return std::nullopt;
  const Aim aim = aim_of(parent);
  if (aim == Aim::open || aim_of(child) != aim) return std::nullopt;
  const std::optional<DueDays> wanted = due_days(parent.due.value_or(""));
  const std::optional<DueDays> given = due_days(child.due.value_or(""));
  // A first step of a longer way is no lower aim.
  if (wanted && given && is_later(*wanted, *given)) return std::nullopt;
  const double most = child.value_to.value_or(child.value);
  if (aim == Aim::high && most < parent.value) return "thấp hơn";
  if (aim == Aim::low && child.value > parent.value) return "cao hơn";
  if (wanted && given && is_later(*given, *wanted)) return "chậm hơn";
  return std::nullopt;
}

bool states_number(std::string_view text, const Target& target) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const std::size_t begin = at;
    at = end_of_number(text, begin);
    if (is_word_boundary(text, begin) &&
        may_mean(text.substr(begin, at - begin), target.value) &&
        (is_share(target) ? is_share_at(text, at) : is_word_boundary(text, at)))
      return true;
  }
  return false;
}

}  // namespace kehoach
