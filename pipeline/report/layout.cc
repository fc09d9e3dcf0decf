#include "report/layout.h"

#include "text/text.h"

namespace kehoach {
namespace {

constexpr char kEscape = '\x1b';

std::string_view code_of(Colour colour) {
  switch (colour) {
    case Colour::strong:
      return "1";
    case Colour::dim:
      return "2";
    case Colour::good:
      return "32";
    case Colour::bad:
      return "31";
    case Colour::found:
      return "1;33";
  }
  return "0";
}

// Controls, the ends of lines and paragraphs, and what turns the direction of
// writing, so that `txt.exe` may be shown as `exe.txt`; XML has no U+FFFE.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xFFFE || c == 0xFFFF;
}

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

}  // namespace

std::string paint(const Style& style, Colour colour, std::string_view text) {
  if (!style.colour || text.empty()) return std::string(text);
  std::string out(1, kEscape);
  out += '[';
  out += code_of(colour);
  out += 'm';
  out += text;
  out += kEscape;
  out += "[0m";
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  bool escape = false;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    at += c.size;
    if (c.value == static_cast<char32_t>(kEscape)) {
      escape = true;
    } else if (escape) {
      escape = c.value != U'm';
    } else if (!is_combining(c.value)) {
      ++count;
    }
  }
  return count;
}

std::string pad(std::string_view text, std::size_t width) {
  std::string out(text);
  const std::size_t has = columns(text);
  if (has < width) out.append(width - has, ' ');
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    if (is_control(c.value) || (c.value == 0xFFFD && c.size == 1)) {
      out += '?';
    } else {
      out += text.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::string printable_lines(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, '\n'))
    out += printable(line) + '\n';
  out.pop_back();
  return out;
}

std::string wrap(std::string_view first, std::string_view text,
                 std::size_t indent, std::size_t width) {
  std::string out(first);
  std::size_t column = columns(first);
  bool fresh = true;  // no word on this line yet
  for (const std::string_view line : split(text, '\n')) {
    for (const std::string_view word : split(line, ' ')) {
      if (word.empty()) continue;
      const std::size_t size = columns(word);
      if (!fresh && column + 1 + size > width) {
        out += '\n';
        out.append(indent, ' ');
        column = indent;
        fresh = true;
      }
      if (!fresh) {
        out += ' ';
        ++column;
      }
      out += word;
      column += size;
      fresh = false;
    }
  }
  out += '\n';
  return out;
}

std::string shorten(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  std::size_t column = 0;
  std::size_t letters = 0;  // where the last letter that fits ends
  std::size_t words = 0;    // where the last word that fits ends
  while (letters < text.size()) {
    const Codepoint c = decode_at(text, letters);
    if (c.value == U' ') words = letters;
    if (!is_combining(c.value) && ++column >= width) break;
    letters += c.size;
  }
  // A word that is longer than half of the room is cut.
  const std::size_t end = words > letters / 2 ? words : letters;
  return std::string(text.substr(0, end)) + "…";
}

std::string join(const std::vector<std::string>& items,
                 std::string_view between) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += between;
    out += item;
  }
  return out;
}

}  // namespace kehoach
