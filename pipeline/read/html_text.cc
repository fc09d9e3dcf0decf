#include "read/html_text.h"

#include <gumbo.h>

#include <algorithm>
#include <array>

#include "text/text.h"

namespace kehoach {
namespace {

constexpr char32_t kNoCharacter = 0xFFFD;
constexpr char32_t kLast = 0x10FFFF;

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

int digit_of(char c, int base) {
  int value = base;
  if (c >= '0' && c <= '9') value = c - '0';
  if (c >= 'a' && c <= 'f') value = c - 'a' + 10;
  if (c >= 'A' && c <= 'F') value = c - 'A' + 10;
  return value < base ? value : -1;
}

// What the standard makes of a number (section 13.2.5.80).
char32_t letter_of_number(char32_t number) {
  if (number == 0 || number > kLast || (number >= 0xD800 && number < 0xE000))
    return kNoCharacter;
  if (number >= 0x80 && number < 0xA0) {
    return letter_of(static_cast<unsigned char>(number),
                     HtmlCharset::windows_1252);
  }
  return number;
}

const GumboNode* first_text(const GumboNode* node) {
  while (node != nullptr && node->type == GUMBO_NODE_ELEMENT) {
    const GumboVector& children = node->v.element.children;
    node =
        children.length == 0
            ? nullptr
            : static_cast<const GumboNode*>(children.data[children.length - 1]);
  }
  return node;
}

struct NamedLetter {
  std::string_view reference;
  char32_t letter;
};

// What pages in Vietnamese are full of, in the order of bytes.
constexpr std::array<NamedLetter, 55> kCommon = {
    {{"&Aacute;", 0x00C1}, {"&Acirc;", 0x00C2},  {"&Agrave;", 0x00C0},
     {"&Atilde;", 0x00C3}, {"&ETH;", 0x00D0},    {"&Eacute;", 0x00C9},
     {"&Ecirc;", 0x00CA},  {"&Egrave;", 0x00C8}, {"&Iacute;", 0x00CD},
     {"&Igrave;", 0x00CC}, {"&Oacute;", 0x00D3}, {"&Ocirc;", 0x00D4},
     {"&Ograve;", 0x00D2}, {"&Otilde;", 0x00D5}, {"&Uacute;", 0x00DA},
     {"&Ugrave;", 0x00D9}, {"&Yacute;", 0x00DD}, {"&aacute;", 0x00E1},
     {"&acirc;", 0x00E2},  {"&agrave;", 0x00E0}, {"&amp;", 0x0026},
     {"&apos;", 0x0027},   {"&atilde;", 0x00E3}, {"&bull;", 0x2022},
     {"&deg;", 0x00B0},    {"&eacute;", 0x00E9}, {"&ecirc;", 0x00EA},
     {"&egrave;", 0x00E8}, {"&eth;", 0x00F0},    {"&gt;", 0x003E},
     {"&hellip;", 0x2026}, {"&iacute;", 0x00ED}, {"&igrave;", 0x00EC},
     {"&laquo;", 0x00AB},  {"&ldquo;", 0x201C},  {"&lsquo;", 0x2018},
     {"&lt;", 0x003C},     {"&mdash;", 0x2014},  {"&middot;", 0x00B7},
     {"&nbsp;", 0x00A0},   {"&ndash;", 0x2013},  {"&oacute;", 0x00F3},
     {"&ocirc;", 0x00F4},  {"&ograve;", 0x00F2}, {"&ordm;", 0x00BA},
     {"&otilde;", 0x00F5}, {"&quot;", 0x0022},   {"&raquo;", 0x00BB},
     {"&rdquo;", 0x201D},  {"&rsquo;", 0x2019},  {"&sect;", 0x00A7},
     {"&times;", 0x00D7},  {"&uacute;", 0x00FA}, {"&ugrave;", 0x00F9},
     {"&yacute;", 0x00FD}}};

// The letter of a common reference; 0 for others.
char32_t common(std::string_view reference) {
  const auto at =
      std::lower_bound(kCommon.begin(), kCommon.end(), reference,
                       [](const NamedLetter& name, std::string_view wanted) {
                         return name.reference < wanted;
                       });
  return at != kCommon.end() && at->reference == reference ? at->letter : 0;
}

}  // namespace

void HtmlText::append(std::string_view raw, std::string& out) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < raw.size();) {
    const auto byte = static_cast<unsigned char>(raw[at]);
    if (byte < 0x80 && byte != '&' && byte != '\0') {
      ++at;
      continue;
    }
    if (byte >= 0x80 && charset_ == HtmlCharset::utf8) {
      const std::size_t size = decode_at(raw, at).size;
      at += size;
      if (size > 1) continue;
      at -= size;
    }
    out.append(raw.substr(copied, at - copied));
    at = byte == '&' ? append_reference(raw, at, out)
                     : append_letter(raw, at, out);
    copied = at;
  }
  out.append(raw.substr(copied));
}

std::size_t HtmlText::append_letter(std::string_view raw, std::size_t at,
                                    std::string& out) {
  const auto byte = static_cast<unsigned char>(raw[at]);
  if (byte == '\0') return at + 1;
  if (charset_ != HtmlCharset::utf8) {
    append_utf8(out, letter_of(byte, charset_));
    return at + 1;
  }
  // Good letters of UTF-8 were passed over.
  ++repairs_;
  append_utf8(out, kNoCharacter);
  return at + 1;
}

std::size_t HtmlText::append_reference(std::string_view raw, std::size_t at,
                                       std::string& out) {
  std::size_t end = at + 1;
  if (end < raw.size() && raw[end] == '#') {
    ++end;
    const bool hex = end < raw.size() && (raw[end] == 'x' || raw[end] == 'X');
    if (hex) ++end;
    const std::size_t digits = end;
    char32_t number = 0;
    for (; end < raw.size(); ++end) {
      const int base = hex ? 16 : 10;
      const int digit = digit_of(raw[end], base);
      if (digit < 0) break;
      if (number <= kLast)
        number =
            number * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
    }
    if (end == digits) {
      out.append(raw.substr(at, end - at));
      return end;
    }
    append_utf8(out, letter_of_number(number));
    return end < raw.size() && raw[end] == ';' ? end + 1 : end;
  }
  constexpr std::size_t kLongestName = 40;
  while (end < raw.size() && end - at < kLongestName &&
         is_alphanumeric(raw[end]))
    ++end;
  if (end == at + 1) {
    out += '&';
    return end;
  }
  if (end < raw.size() && raw[end] == ';') ++end;
  const std::string_view reference = raw.substr(at, end - at);
  if (const char32_t letter = common(reference); letter != 0) {
    append_utf8(out, letter);
  } else {
    out += named(reference);
  }
  return end;
}

// The parser has the two thousand names of the standard, and knows which of
// them need no semicolon; it is asked once for each, which costs as much as a
// hundred lines.
std::string_view HtmlText::named(std::string_view reference) {
  const auto known = named_.find(reference);
  if (known != named_.end()) return known->second;
  constexpr std::size_t kMostNames = 4096;  // twice what there are
  if (named_.size() >= kMostNames) return reference;
  const std::string page = "x" + std::string(reference);
  GumboOutput* output =
      gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  const GumboNode* text = first_text(output->root);
  std::string letters = text == nullptr ? "" : text->v.text.text;
  if (!letters.empty()) letters.erase(0, 1);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return named_.emplace(reference, std::move(letters)).first->second;
}

}  // namespace kehoach
