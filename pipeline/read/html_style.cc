#include "read/html_style.h"

#include <algorithm>

#include "read/html_marks.h"
#include "read/html_tokens.h"
#include "text/text.h"

namespace kehoach {
namespace {

using Switch = HtmlStyle::Switch;

// ASCII letters only; `word` is in lower case.
bool begins_with(std::string_view value, std::string_view word) {
  return is_same_name(value.substr(0, word.size()), word);
}

bool contains(std::string_view value, std::string_view word) {
  for (std::size_t at = 0; at + word.size() <= value.size(); ++at) {
    if (begins_with(value.substr(at), word)) return true;
  }
  return false;
}

Switch weight(std::string_view value) {
  if (begins_with(value, "bold")) return Switch::on;
  if (value.empty() || value.front() < '0' || value.front() > '9')
    return Switch::off;
  constexpr std::size_t kDigits = 3;  // from 100 to 900; above it 1000
  return value.size() > kDigits && value[kDigits] == '0'   ? Switch::on
         : value.size() >= kDigits && value.front() >= '6' ? Switch::on
                                                           : Switch::off;
}

// Family names may stand in quotes, and these be written as references.
std::string_view first_family(std::string_view value) {
  value = trim(value.substr(0, value.find(',')));
  if (starts_with(value, "&quot;")) {
    value = value.substr(6);
    return trim(value.substr(0, value.find("&quot;")));
  }
  while (!value.empty() && (value.front() == '"' || value.front() == '\''))
    value.remove_prefix(1);
  while (!value.empty() && (value.back() == '"' || value.back() == '\''))
    value.remove_suffix(1);
  return value;
}

// `bold 14.0pt/1.5 ".VnTime", serif` to `".VnTime", serif`: they stand behind
// the size, which begins with a digit. Empty where there is none.
std::string_view families_of_font(std::string_view value) {
  bool sized = false;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t end = std::min(value.find(' ', at), value.size());
    const bool number =
        end > at && is_digit(static_cast<unsigned char>(value[at]));
    if (sized && end > at && !number && value[at] != '/') {
      return value.substr(at);
    }
    sized = sized || number;
    at = end + 1;
  }
  return {};
}

void declare(std::string_view name, std::string_view value, HtmlStyle& style) {
  const auto is = [&](std::string_view property) {
    return is_same_name(name, property);
  };
  if (is("font-weight")) {
    style.bold = weight(value);
  } else if (is("font-style")) {
    const bool normal = begins_with(value, "normal");
    style.italic = normal ? Switch::off : Switch::on;
  } else if (is("font")) {
    style.bold = contains(value, "bold") ? Switch::on : Switch::off;
    style.italic = contains(value, "italic") ? Switch::on : Switch::off;
    const std::string_view families = families_of_font(value);
    if (!families.empty()) set_font(families, style);
  } else if (is("font-family")) {
    set_font(value, style);
  } else if (is("display")) {
    style.hidden = begins_with(value, "none");
  } else if (is("visibility")) {
    style.hidden = style.hidden || begins_with(value, "hidden") ||
                   begins_with(value, "collapse");
  } else if (is("white-space")) {
    style.preformatted = begins_with(value, "pre") ? Switch::on : Switch::off;
  } else if (is("vertical-align")) {
    style.superscript = begins_with(value, "super");
  } else if (is("mso-hide")) {
    style.hidden = style.hidden || begins_with(value, "all");
  } else if (is("mso-list")) {
    style.list_mark = begins_with(value, "ignore");
  } else if (is("mso-element")) {
    // What Word prints in the margins, and the remarks of its reviewers.
    style.hidden = style.hidden || begins_with(value, "header") ||
                   begins_with(value, "footer") ||
                   begins_with(value, "comment");
  } else if (is("list-style") || is("list-style-type")) {
    style.no_bullets = contains(value, "none");
  }
}

// The letters that the properties above begin with.
bool may_matter(char c) {
  constexpr std::string_view kFirst = "fdvwmlFDVWML";
  return kFirst.find(c) != std::string_view::npos;
}

}  // namespace

void set_font(std::string_view families, HtmlStyle& style) {
  const std::string_view family = first_family(families);
  style.symbols = is_symbol_font(family) ? Switch::on : Switch::off;
  style.letters = font_letters(family);
}

void add_css(std::string_view css, HtmlStyle& style) {
  for (std::size_t at = 0; at < css.size();) {
    // Quotes may be written as references, whose end is no end.
    std::size_t end = css.find(';', at);
    while (end != std::string_view::npos && end >= at + 5 &&
           css.substr(end - 5, 5) == "&quot") {
      end = css.find(';', end + 1);
    }
    end = std::min(end, css.size());
    const std::string_view declaration = trim(css.substr(at, end - at));
    at = end + 1;
    if (declaration.empty() || !may_matter(declaration.front())) continue;
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    declare(trim(declaration.substr(0, colon)),
            trim(declaration.substr(colon + 1)), style);
  }
}

}  // namespace kehoach
