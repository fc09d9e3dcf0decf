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

// `-` or `/`, with blanks around it only where a group follows; `_` stands for
// `-` where somebody named a file.
char separator(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.skip_space();
  char mark = ahead.peek();
  if (mark == '_') mark = '-';
  if (mark != '-' && mark != '/') return '\0';
  ++ahead.at;
  ahead.skip_space();
  if (!is_upper_at(cursor.text, ahead.at)) return '\0';
  cursor = ahead;
  return mark;
}

bool is_party_body(std::string_view group, const Rulebook& rules) {
  if (rules.phrases("party_bodies").exact(lower(group)) != nullptr) return true;
  // The committees of a committee: BTGTU, BTCTW, BCĐTW.
  return group.size() > 4 && starts_with(group, "B") &&
         (ends_with(group, "TU") || ends_with(group, "TW") ||
          ends_with(group, "HU"));
}

// The code at the row of a phrase of the table `doctypes`.
std::string code_of(const Phrase* phrase, const Rulebook& rules) {
  if (phrase == nullptr) return "";
  const Row& row = rules.table("doctypes")[phrase->row];
  const auto code = row.find("code");
  return code == row.end() ? "" : code->second;
}

// The abbreviation `group` in its own letters; empty where it is none.
std::string known_type(std::string_view group, const Rulebook& rules) {
  return code_of(rules.phrases("doctypes.code").exact(lower(group)), rules);
}

}  // namespace

int to_int(std::string_view digits) {
  constexpr int kLargestInt = 100'000'000;  // no year, day or amount
  int value = 0;
  for (const char c : digits) {
    if (value > kLargestInt) return kLargestInt;
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

namespace {

// A number may have a part (66.2/2025/NQ-CP) and a letter (473a, 30c).
std::string read_number(Cursor& cursor) {
  std::string number = cursor.digits();
  if (cursor.peek() == '.') {
    Cursor ahead = cursor;
    ++ahead.at;
    const std::string part = ahead.digits();
    if (!part.empty() && part.size() <= 2) cursor = ahead, number += "." + part;
  }
  if (number.empty() || cursor.at >= cursor.end) return number;
  const Codepoint suffix = decode_at(cursor.text, cursor.at);
  if (is_lower(suffix.value)) {
    number += cursor.text.substr(cursor.at, suffix.size);
    cursor.at += suffix.size;
  }
  return number;
}

// The year of `20/2022/QĐ-UBND`, `29 /2025/NĐ-CP`.
std::string read_year(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.skip_space();
  if (ahead.peek() != '/') return "";
  ++ahead.at;
  ahead.skip_space();
  std::string year = ahead.digits();
  if (year.size() != 4 || !(starts_with(year, "19") || starts_with(year, "20")))
    return "";
  cursor = ahead;
  return year;
}

struct Symbol {
  std::vector<std::string> groups;
  std::string marks;  // marks[i] stands before groups[i]
};

// A blank where a mark was lost: `298 KH/TWĐTN`, `927/QĐ TTg`. Only between a
// number and a kind of document, or that and the letters of a body.
char lost_separator(Cursor& cursor, const Symbol& symbol,
                    const Rulebook& rules) {
  Cursor ahead = cursor;
  ahead.skip_space();
  if (ahead.at == cursor.at || symbol.groups.size() > 1) return '\0';
  Cursor behind = ahead;
  const std::string next = group(behind);
  if (next.size() < 2) return '\0';
  const bool first = symbol.groups.empty();
  if (first && (known_type(next, rules).empty() || behind.peek() != '/'))
    return '\0';
  if (!first && (known_type(symbol.groups[0], rules).empty() ||
                 !known_type(next, rules).empty() ||
                 !is_word_boundary(cursor.text, behind.at)))
    return '\0';
  cursor = ahead;
  return '-';
}

Symbol read_symbol(Cursor& cursor, const Rulebook& rules) {
  constexpr std::size_t kMostGroups = 8;
  Symbol symbol;
  while (symbol.groups.size() < kMostGroups) {
    Cursor ahead = cursor;
    char mark = separator(ahead);
    if (mark == '\0') mark = lost_separator(ahead, symbol, rules);
    if (mark == '\0') break;
    std::string next = group(ahead);
    if (next.empty()) break;
    cursor = ahead;
    symbol.marks += mark;
    symbol.groups.push_back(std::move(next));
  }
  return symbol;
}

}  // namespace

std::optional<Code> read_code(std::string_view text, Span span,
                              const Rulebook& rules) {
  Cursor cursor{text, span.begin, span.end};
  Code out;
  out.number = read_number(cursor);
  out.year = read_year(cursor);
  auto [groups, marks] = read_symbol(cursor, rules);
  if (groups.empty() || (out.number.empty() && groups.size() < 2))
    return std::nullopt;
  out.type = known_type(groups[0], rules);
  const bool typed = !out.type.empty() && groups.size() > 1;
  if (!typed) out.type.clear();
  const bool party = typed && (is_party_body(groups[1], rules) ||
                               (marks[0] == '-' && marks[1] == '/'));
  if (typed) groups[0] = out.type;
  out.symbol = groups[0];
  for (std::size_t i = 1; i < groups.size(); ++i) {
    const char joint = party ? '/' : '-';
    out.symbol += i == 1 ? joint : marks[i];
    out.symbol += groups[i];
  }
  if (ends_with(out.symbol, "-TTG"))
    out.symbol.replace(out.symbol.size() - 1, 1, "g");
  char first = typed ? '/' : marks[0];
  if (party) first = '-';
  out.code = out.number;
  if (!out.year.empty()) {
    out.code.append("/").append(out.year);
    first = '/';
  }
  out.code += first;
  out.code += out.symbol;
  out.span = {span.begin, cursor.at};
  return out;
}

std::string type_of_words(std::string_view folded, const Rulebook& rules) {
  return code_of(rules.phrases("doctypes.words").ending(folded), rules);
}

}  // namespace kehoach
