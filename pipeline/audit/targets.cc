#include "audit/targets.h"

#include <algorithm>
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
  const std::optional<DueDays> wanted =
      parent.due ? due_days(*parent.due) : std::nullopt;
  const std::optional<DueDays> given =
      child.due ? due_days(*child.due) : std::nullopt;
  // A first step of a longer way is no lower aim.
  if (wanted && given && is_later(*wanted, *given)) return std::nullopt;
  const double most = child.value_to.value_or(child.value);
  if (aim == Aim::high && most < parent.value) return "thấp hơn";
  if (aim == Aim::low && child.value > parent.value) return "cao hơn";
  if (wanted && given && is_later(*given, *wanted)) return "chậm hơn";
  return std::nullopt;
}

std::string printed_number(const Target& target) {
  const std::string& quote = target.evidence.quote;
  std::string number = std::to_string(target.value);
  number.erase(number.find_last_not_of('0') + 1);
  if (!number.empty() && number.back() == '.') number.pop_back();
  std::replace(number.begin(), number.end(), '.', ',');
  const std::string with_unit = number + target.unit;
  return quote.find(with_unit) != std::string::npos ? with_unit : number;
}

}  // namespace kehoach
