// The order in which parts and items are numbered and lettered.

#include <algorithm>

#include "text/text.h"

namespace kehoach {
namespace {

// The alphabet by which items are lettered; `đ` may be left out, and the Latin
// letters that Vietnamese lacks may stand.
constexpr std::string_view kListLetters =
    "a b c d đ e f g h i j k l m n o p q r s "
    "t u v w x y z";

std::optional<int> letter_number(std::string_view label) {
  const auto letters = split(kListLetters, ' ');
  const auto at = std::find(letters.begin(), letters.end(), lower(label));
  if (at == letters.end()) return std::nullopt;
  return static_cast<int>(at - letters.begin()) + 1;
}

std::optional<int> roman_number(std::string_view label) {
  int value = 0;
  int last = 0;
  for (std::size_t i = label.size(); i-- > 0;) {
    int digit = 0;
    switch (label[i]) {
      case 'I':
        digit = 1;
        break;
      case 'V':
        digit = 5;
        break;
      case 'X':
        digit = 10;
        break;
      case 'L':
        digit = 50;
        break;
      default:
        return std::nullopt;
    }
    value += digit < last ? -digit : digit;
    last = std::max(last, digit);
  }
  return value > 0 ? std::optional(value) : std::nullopt;
}

// The digits at the end of `2.10`.
std::optional<int> last_number(std::string_view label) {
  const std::size_t dot = label.rfind('.');
  if (dot != std::string_view::npos) label.remove_prefix(dot + 1);
  if (label.empty() || label.size() > 3) return std::nullopt;
  int value = 0;
  for (const char c : label) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<int> label_number(Marker kind, std::string_view label) {
  switch (kind) {
    case Marker::roman:
      return roman_number(label);
    case Marker::arabic:
    case Marker::decimal:
    case Marker::bracket:
      return last_number(label);
    case Marker::letter:
      return letter_number(label);
    default:
      return std::nullopt;
  }
}

std::string_view letter_label(int number) {
  const auto letters = split(kListLetters, ' ');
  const auto at = static_cast<std::size_t>(number) - 1;
  return at < letters.size() ? letters[at] : std::string_view();
}

bool may_follow(Marker kind, int from, int to) {
  if (kind != Marker::letter) return to == from + 1;
  for (int i = from + 1; i < to; ++i) {
    const std::string_view letter = letter_label(i);
    if (letter != "đ" && letter != "f" && letter != "j" && letter != "w")
      return false;
  }
  return to > from;
}

}  // namespace kehoach
