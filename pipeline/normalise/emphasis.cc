#include "normalise/emphasis.h"

#include <algorithm>

#include "normalise/line_kinds.h"

namespace kehoach {
namespace {

bool is_drawn(char c) {
  return c == '-' || c == '_' || c == '=' || c == '*' || c == ' ' || c == '.';
}

// `-------`, `***`, `_____`: drawn lines. A lone `-` or `...` is text.
bool is_ruled(std::string_view text) {
  if (text.size() < 3 || !std::all_of(text.begin(), text.end(), is_drawn))
    return false;
  return text.find('-') != std::string_view::npos ||
         text.find('_') != std::string_view::npos ||
         text.find('=') != std::string_view::npos ||
         text.find("**") != std::string_view::npos;
}

bool only_stars(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c == '*' || c == ' ';
  });
}

// What stands beside stars; blanks where their line begins or ends.
struct Beside {
  Beside(std::string_view text, Span stars, Span line)
      : before(stars.begin > line.begin ? text[stars.begin - 1] : ' '),
        after(stars.end < line.end ? text[stars.end] : ' ') {}

  char before;
  char after;

  [[nodiscard]] bool are_digits() const {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return digit(before) && digit(after);
  }
  [[nodiscard]] bool are_brackets() const {
    return before == '(' && after == ')';
  }
  [[nodiscard]] bool are_blanks() const {
    return before == ' ' && after == ' ';
  }
};

// `xã*.*`, `ngừa*, *`: what converters make of marks that are emphasised.
bool begins_marks(std::string_view text, Span star) {
  const std::size_t end = text.find_first_not_of(" \n.,;:", star.end);
  return end != std::string_view::npos && text[end] == '*';
}

// `*Rà soát bến` / `*Sửa kè`: bullets, each in front of a capital letter.
bool begins_item(std::string_view text, Span star) {
  const auto is_bullet = [&](std::size_t at) {
    return (at == 0 || text[at - 1] == '\n') && at + 1 < text.size() &&
           is_upper(decode_at(text, at + 1).value);
  };
  const std::size_t next = text.find('*', star.end);
  return is_bullet(star.begin) && next != std::string_view::npos &&
         is_bullet(next);
}

// Emphasis begins in front of a word, and behind none: `5%* và` notes.
bool may_begin(std::string_view text, Span star, Span line) {
  if (star.end >= line.end || text[star.end] == ' ' || begins_item(text, star))
    return false;
  if (star.begin == line.begin) return true;
  const char32_t before =
      decode_before(slice(text, line), star.begin - line.begin).value;
  return (!is_letter(before) && !is_digit(before) && before != U'%' &&
          before != U')' && before != U']') ||
         begins_marks(text, star);
}

// `HUYỆN ỦY*`, `kèm theo).*`: a mark that is left over, or of a note, behind
// the last letter of a word or sentence.
bool is_stray(std::string_view text, Span star, Span line) {
  if (star.begin == line.begin) return false;
  const char32_t before =
      decode_before(slice(text, line), star.begin - line.begin).value;
  const char32_t after =
      star.end < line.end ? decode_at(text, star.end).value : U' ';
  return (is_letter(before) || before == U'.' || before == U';') &&
         !is_letter(after) && !is_digit(after) && after != U'*';
}

}  // namespace

bool is_blank_line(std::string_view text) {
  return text.empty() || is_ruled(text) || only_stars(text) ||
         is_page_mark(text);
}

Span stars_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  Span stars{at, at};
  while (stars.end < end && text[stars.end] == '*') ++stars.end;
  return stars;
}

bool Emphasis::writes(Span stars, Span line, std::uint32_t limit) {
  const Beside beside(text_, stars, line);
  const bool alone = stars.size() == 1;
  if (beside.are_brackets() || (beside.are_digits() && (alone || !open())))
    return true;
  if (alone && !italic()) {
    if (beside.are_blanks()) return true;
    if (!bold() &&
        (!may_begin(text_, stars, line) || !closes(kItalic, stars.end, limit)))
      return !is_stray(text_, stars, line);
  }
  // `** Lưu ý:*` is bold: one star closes what no pair does.
  const bool unpaired = !closes(kBold, stars.end, limit);
  if (alone && bold() && unpaired) {
    end();
  } else if (stars.size() == 2 && beside.after == ' ' && !open() && unpaired) {
    open_[kBold] = closes(kItalic, stars.end, limit);
  } else {
    if (stars.size() % 2 == 1) turn(kItalic, stars, limit);
    if (stars.size() / 2 % 2 == 1) turn(kBold, stars, limit);
  }
  return false;
}

void Emphasis::turn(Kind kind, Span stars, std::uint32_t limit) {
  open_[kind] = !open_[kind] && closes(kind, stars.end, limit);
}

bool Emphasis::closes(Kind kind, std::uint32_t from, std::uint32_t limit) {
  Span& none = unclosed_[kind];
  std::uint32_t& next = closer_[kind];
  if (from <= next && next < limit) return true;
  if (from >= none.begin && limit <= none.end) return false;
  for (std::size_t at = from; (at = text_.find('*', at)) < limit;) {
    const auto begin = static_cast<std::uint32_t>(at);
    const Span stars = stars_at(text_, begin, limit);
    at = stars.end;
    const bool escaped = begin > from && text_[begin - 1] == '\\';
    const std::size_t size = stars.size() - (escaped ? 1 : 0);
    const bool turns = kind == kItalic ? size % 2 == 1 : size / 2 % 2 == 1;
    const Beside beside(text_, stars, {from, limit});
    const bool written =
        beside.are_brackets() || (beside.are_digits() && stars.size() == 1);
    if (!turns || written) continue;
    next = begin;
    return true;
  }
  none = {from, limit};
  return false;
}

std::uint32_t Emphasis::end_of_paragraph(std::uint32_t at) {
  if (at >= paragraph_.begin && at < paragraph_.end) return paragraph_.end;
  std::size_t end = std::min(text_.find('\n', at), text_.size());
  while (end < text_.size()) {
    const std::size_t next = std::min(text_.find('\n', end + 1), text_.size());
    const std::string_view line = text_.substr(end + 1, next - end - 1);
    if (is_blank_line(line) || starts_with(line, "```") ||
        line.front() == '|' || line.back() == '|')
      break;
    end = next;
  }
  paragraph_ = {at, static_cast<std::uint32_t>(end)};
  return paragraph_.end;
}

}  // namespace kehoach
