// The numbers and bullets that a line may begin with, read by hand: there are
// few forms, and each is looked for on every line.

#include <algorithm>
#include <array>

#include "text/letters.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::size_t kMostDigits = 2;  // of a number; more is a year or a sum

struct Cursor {
  std::string_view line;
  std::size_t at = 0;

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at + ahead < line.size() ? line[at + ahead] : '\0';
  }
  [[nodiscard]] std::size_t digits(std::size_t from) const {
    std::size_t n = 0;
    while (from + n < line.size() && line[from + n] >= '0' &&
           line[from + n] <= '9')
      ++n;
    return n;
  }
  [[nodiscard]] Codepoint letter_at(std::size_t from) const {
    return from < line.size() ? decode_at(line, from) : Codepoint{};
  }
};

// The mark ends at `end`; white space behind it belongs to it. A letter or a
// quote may follow without space, a digit may not.
ListMark finish(std::string_view line, Marker kind, std::string_view label,
                std::size_t end) {
  std::size_t past = end;
  while (past < line.size() && line[past] == ' ') ++past;
  if (past == end && past < line.size()) {
    const char next = line[past];
    if ((next >= '0' && next <= '9') || next == '.' || next == ',' ||
        next == '/' || next == '-' || next == ';' || next == ')')
      return {};
  }
  return {kind, std::string(label), static_cast<std::uint32_t>(past)};
}

// `1 . Rà soát`, `a ) Rà soát`, where each mark was set apart from its word.
bool is_apart(std::string_view line, std::size_t at, char mark) {
  return at + 2 < line.size() && line[at] == ' ' && line[at + 1] == mark &&
         line[at + 2] == ' ';
}

// `I - Mục tiêu`, `1 - Mục tiêu`, but not `1 - 2 ngày`.
bool is_dash_apart(std::string_view line, std::size_t at) {
  return line.substr(at, 3) == " - " && at + 3 < line.size() &&
         is_upper(decode_at(line, at + 3).value);
}

bool is_roman(char c) { return c == 'I' || c == 'V' || c == 'X' || c == 'L'; }

ListMark roman(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && end < 6 && is_roman(line[end])) ++end;
  if (end == 0 || end == line.size()) return {};
  if (is_apart(line, end, '.') || is_dash_apart(line, end))
    return finish(line, Marker::roman, line.substr(0, end), end + 2);
  const char stop = line[end];
  const bool spaced = end + 1 < line.size() && line[end + 1] == ' ';
  if (stop == '.' || ((stop == '-' || stop == '/' || stop == ')') && spaced) ||
      (stop == ':' && spaced)) {
    return finish(line, Marker::roman, line.substr(0, end), end + 1);
  }
  return {};
}

// The bytes of `.a` at `at`, which goes on a number: `2.1.a.`, `1.b)`.
std::size_t letter_part(std::string_view line, std::size_t at) {
  if (at + 1 >= line.size() || line[at] != '.') return 0;
  const Codepoint c = decode_at(line, at + 1);
  const std::size_t end = at + 1 + c.size;
  const bool stops =
      end < line.size() && (line[end] == '.' || line[end] == ')');
  return is_lower(c.value) && stops ? 1 + c.size : 0;
}

// `1.`, `2.1.`, `2.1`, `2.1.a.`, `1)`, `1/ `
ListMark number(std::string_view line) {
  const Cursor cursor{line};
  const std::size_t first = cursor.digits(0);
  if (first == 0 || first > kMostDigits) return {};
  std::size_t end = first;
  int parts = 1;
  while (end < line.size() && line[end] == '.') {
    const std::size_t more = cursor.digits(end + 1);
    if (more == 0 || more > kMostDigits) break;
    end += 1 + more;
    ++parts;
  }
  const std::size_t letter = letter_part(line, end);
  if (letter > 0) {
    end += letter;
    ++parts;
  }
  const std::string_view label = line.substr(0, end);
  const char stop = end < line.size() ? line[end] : '\0';
  if (parts > 1) {
    if (stop == '.' || (stop == ')' && letter > 0)) ++end;
    const bool dashed =
        stop == '-' && end + 1 < line.size() && line[end + 1] == ' ';
    if (dashed) ++end;
    const bool open = stop == '.' || stop == ' ' || dashed || letter > 0;
    return open ? finish(line, Marker::decimal, label, end) : ListMark{};
  }
  if (stop == '.') {
    // A colon or a letter may be glued: `1.Sở Y tế`.
    return finish(line, Marker::arabic, label, end + 1);
  }
  const bool spaced = end + 1 < line.size() && line[end + 1] == ' ';
  if (stop == ')') return finish(line, Marker::bracket, label, end + 1);
  if (is_apart(line, end, ')'))
    return finish(line, Marker::bracket, label, end + 2);
  if (is_apart(line, end, '.') || is_dash_apart(line, end))
    return finish(line, Marker::arabic, label, end + 2);
  if ((stop == '/' || stop == '-') && spaced)
    return finish(line, Marker::arabic, label, end + 1);
  return {};
}

// `(1)`, `(1).`, `(a)`
ListMark bracketed(std::string_view line) {
  if (line.empty() || line[0] != '(') return {};
  const Cursor cursor{line};
  std::size_t end = 1 + cursor.digits(1);
  Marker kind = Marker::bracket;
  if (end == 1) {
    const Codepoint c = cursor.letter_at(1);
    if (!is_lower(c.value)) return {};
    end = 1 + c.size;
    kind = Marker::letter;
  } else if (end - 1 > kMostDigits) {
    return {};
  }
  if (end >= line.size() || line[end] != ')') return {};
  const std::string_view label = line.substr(1, end - 1);
  ++end;
  if (end < line.size() && (line[end] == '.' || line[end] == ':')) ++end;
  return finish(line, kind, label, end);
}

// `a)`, `đ)`, `a. `, `a1)`; `A. ` opens a part.
ListMark lettered(std::string_view line) {
  const Cursor cursor{line};
  const Codepoint c = cursor.letter_at(0);
  const Letter& l = letter(c.value);
  if (!l.is_letter || l.tone != 0 || (l.vowel != 0 && c.size > 1)) return {};
  std::size_t end = c.size + cursor.digits(c.size);
  if (end - c.size > 1 || end >= line.size()) return {};
  const std::string_view label = line.substr(0, end);
  const bool spaced = end + 1 < line.size() && line[end + 1] == ' ';
  if (l.upper_case) {
    return line[end] == '.' && spaced
               ? finish(line, Marker::named, label, end + 1)
               : ListMark{};
  }
  if (line[end] == ')') {
    if (end + 1 < line.size() && line[end + 1] == '.') ++end;
    return finish(line, Marker::letter, label, end + 1);
  }
  if (is_apart(line, end, ')'))
    return finish(line, Marker::letter, label, end + 2);
  if (line[end] == '.' && spaced)
    return finish(line, Marker::letter, label, end + 1);
  return {};
}

constexpr std::array<std::string_view, 21> kBullets = {
    "-", "•", "●", "▪", "◦", "○", "■", "□", "♦", "❖", "➢",
    "➤", "►", "✓", "✔", "→", "·", "*", "",  "",  "◆"};

ListMark bullet(std::string_view line) {
  if (line.size() > 1 && line[0] == '+' && line[1] != '+')
    return finish(line, Marker::plus, "+", 1);
  // A dash as it is recognised in pictures: `_ Rà soát`, `__ Rà soát`.
  const std::size_t low = std::min(line.find_first_not_of('_'), line.size());
  if ((low == 1 || low == 2) && line.substr(low, 1) == " ")
    return finish(line, Marker::dash, "-", low);
  // Word's second bullet, an `o` of a typewriter.
  const std::size_t behind_o =
      line[0] == 'o' ? line.find_first_not_of(' ', 1) : std::string_view::npos;
  if (behind_o != std::string_view::npos && behind_o > 1 &&
      is_upper(decode_at(line, behind_o).value))
    return finish(line, Marker::plus, "-", 1);
  const bool ascii = static_cast<unsigned char>(line[0]) < 0x80;
  if (ascii && line[0] != '-' && line[0] != '*') return {};
  for (const std::string_view mark : kBullets) {
    if (!starts_with(line, mark) || line.size() == mark.size()) continue;
    if (line.substr(mark.size(), mark.size()) == mark) return {};
    return finish(line, Marker::dash, "-", mark.size());
  }
  return {};
}

// `Phần thứ nhất` is left to the reader of headings: it has no number.
ListMark named(std::string_view line) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "phần ", "chương ", "mục ", "tiểu mục ", "điều ", "phụ lục "};
  constexpr std::string_view kFirstBytes = "pPcCmMtT\xC4";  // of đ and Đ
  if (kFirstBytes.find(line[0]) == std::string_view::npos) return {};
  const std::string head =
      lower(line.substr(0, std::min<std::size_t>(line.size(), 24)));
  for (const std::string_view name : kNames) {
    if (!starts_with(head, name)) continue;
    const Cursor cursor{line};
    std::size_t end = name.size() + cursor.digits(name.size());
    if (end == name.size()) {
      while (end < line.size() && is_roman(line[end])) ++end;
    }
    if (end == name.size() || end - name.size() > 5) return {};
    const std::string_view label = line.substr(0, end);
    if (end == line.size())
      return {Marker::named, std::string(label),
              static_cast<std::uint32_t>(end)};
    if (line[end] != '.' && line[end] != ':') return {};
    return finish(line, Marker::named, label, end + 1);
  }
  return {};
}

}  // namespace

ListMark list_mark(std::string_view line) {
  if (line.empty()) return {};
  for (const auto reader :
       {roman, number, bracketed, lettered, bullet, named}) {
    ListMark mark = reader(line);
    if (mark.kind != Marker::none) return mark;
  }
  return {};
}

}  // namespace kehoach
