// Document numbers: `1515/KH-UBND`, `344-KH/TU`, `20/2022/QĐ-UBND`,
// `121/2020/QH14`, `2513/LĐTBXH-TTTT`. The state writes number/type-body
// (decree 30/2020/NĐ-CP), the party number-type/body (guidance 36-HD/VPTW).

#include <algorithm>
#include <array>

#include "extract/facts.h"

namespace kehoach {
namespace {

struct Cursor {
  std::string_view text;
  std::uint32_t at;
  std::uint32_t end;

  [[nodiscard]] char peek() const { return at < end ? text[at] : '\0'; }
  void skip_space() {
    while (at < end && text[at] == ' ') ++at;
  }
  std::string digits() {
    const std::uint32_t begin = at;
    while (at < end && text[at] >= '0' && text[at] <= '9') ++at;
    return std::string(text.substr(begin, at - begin));
  }
};

bool is_upper_at(std::string_view text, std::uint32_t at) {
  return at < text.size() && is_upper(decode_at(text, at).value);
}

// One group of a symbol: capitals, digits, `&`; up to two small letters where
// capitals or the end follow (`TTg`, `CTr`, `TTra`). Small letters that go on
// are the next word, glued (`NĐ-CPquy định`).
std::string group(Cursor& cursor) {
  std::string out;
  while (cursor.at < cursor.end) {
    const Codepoint c = decode_at(cursor.text, cursor.at);
    if (is_upper(c.value) || (is_digit(c.value) && !out.empty()) ||
        (c.value == U'&' && !out.empty())) {
      out += cursor.text.substr(cursor.at, c.size);
      cursor.at += c.size;
      continue;
    }
    std::uint32_t small = cursor.at;
    while (small < cursor.end && cursor.text[small] >= 'a' &&
           cursor.text[small] <= 'z')
      ++small;
    const std::uint32_t count = small - cursor.at;
    const bool goes_on = is_upper_at(cursor.text, small);
    const bool ends = is_word_boundary(cursor.text, small) || goes_on;
    if (out.empty() || count == 0 || count > 2 || !ends) break;
    out += cursor.text.substr(cursor.at, count);
    cursor.at = small;
  }
  return out;
}

// `-` or `/`, with blanks around it only where a group follows.
char separator(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.skip_space();
  const char mark = ahead.peek();
  if (mark != '-' && mark != '/') return '\0';
  ++ahead.at;
  ahead.skip_space();
  if (!is_upper_at(cursor.text, ahead.at)) return '\0';
  cursor = ahead;
  return mark;
}

bool is_party_body(std::string_view group) {
  static constexpr std::array<std::string_view, 12> kBodies = {
      "TW",  "TƯ", "TU",   "HU",   "QU",    "ThU",
      "TXU", "ĐU", "VPTW", "VPTU", "TWĐTN", "ĐUK"};
  if (std::find(kBodies.begin(), kBodies.end(), group) != kBodies.end())
    return true;
  // The committees of a committee: BTGTU, BTCTW, BCĐTW.
  return group.size() > 4 && starts_with(group, "B") &&
         (ends_with(group, "TU") || ends_with(group, "TW") ||
          ends_with(group, "HU"));
}

std::string known_type(std::string_view group, const Rulebook& rules) {
  const std::string upper_group = lower(group);
  for (const Row& row : rules.table("doctypes")) {
    const auto code = row.find("code");
    if (code != row.end() && !code->second.empty() &&
        lower(code->second) == upper_group)
      return code->second;
  }
  return "";
}

}  // namespace

int to_int(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
  }
  return value;
}

std::string two_digits(int value) {
  std::string out = std::to_string(value);
  return out.size() < 2 ? "0" + out : out;
}

bool is_date(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1)
    return false;
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30,
                                                31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days =
      kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
  return day <= days;
}

std::optional<Code> read_code(std::string_view text, Span span,
                              const Rulebook& rules) {
  Cursor cursor{text, span.begin, span.end};
  Code out;
  out.number = cursor.digits();
  if (cursor.peek() == '.') {  // 66.2/2025/NQ-CP
    Cursor ahead = cursor;
    ++ahead.at;
    const std::string part = ahead.digits();
    if (!part.empty() && part.size() <= 2)
      cursor = ahead, out.number += "." + part;
  }
  const Codepoint suffix =
      cursor.at < cursor.end ? decode_at(text, cursor.at) : Codepoint{};
  if (is_lower(suffix.value) && !out.number.empty()) {  // 473a, 30c
    out.number += text.substr(cursor.at, suffix.size);
    cursor.at += suffix.size;
  }
  if (cursor.peek() == '/') {
    Cursor ahead = cursor;
    ++ahead.at;
    const std::string year = ahead.digits();
    if (year.size() == 4 &&
        (starts_with(year, "19") || starts_with(year, "20")))
      cursor = ahead, out.year = year;
  }
  std::vector<std::string> groups;
  std::string marks;
  while (groups.size() < 8) {
    Cursor before = cursor;
    const char mark = separator(cursor);
    if (mark == '\0') break;
    std::string next = group(cursor);
    if (next.empty()) {
      cursor = before;
      break;
    }
    marks += mark;
    groups.push_back(std::move(next));
  }
  if (groups.empty() || (out.number.empty() && groups.size() < 2))
    return std::nullopt;
  out.type = known_type(groups[0], rules);
  const bool typed = !out.type.empty() && groups.size() > 1;
  if (!typed) out.type.clear();
  const bool party = typed && (is_party_body(groups[1]) ||
                               (marks[0] == '-' && marks[1] == '/'));
  if (typed) groups[0] = out.type;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i > 0) out.symbol += party && i == 1 ? '/' : (i == 1 ? '-' : marks[i]);
    out.symbol += groups[i];
  }
  if (ends_with(out.symbol, "-TTG"))
    out.symbol.replace(out.symbol.size() - 1, 1, "g");
  const char first = party ? '-' : (typed ? '/' : marks[0]);
  out.code = out.number + (out.year.empty() ? "" : "/" + out.year) +
             (out.year.empty() ? first : '/') + out.symbol;
  out.span = {span.begin, cursor.at};
  return out;
}

std::string type_of_words(std::string_view folded, const Rulebook& rules) {
  std::string best;
  std::size_t longest = 0;
  for (const Row& row : rules.table("doctypes")) {
    const auto words = row.find("words");
    if (words == row.end()) continue;
    for (const std::string_view word : split(words->second, '|')) {
      if (word.size() <= longest || !ends_with(folded, word)) continue;
      if (!is_word_boundary(folded, folded.size() - word.size())) continue;
      longest = word.size();
      best = row.find("code")->second;
    }
  }
  return best;
}

}  // namespace kehoach
