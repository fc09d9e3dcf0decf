#include "read/html_fonts.h"

#include <algorithm>
#include <array>

#include "read/html_style.h"
#include "text/text.h"

namespace kehoach {
namespace {

// A page with more rules was not written by a word processor.
constexpr std::size_t kMostRules = 256;

bool may_name_fonts(std::string_view sheet) {
  constexpr std::array<std::string_view, 7> kBegins = {
      ".Vn", ".VN", ".vn", "VNI-", "VNI ", "vni-", "VnTime"};
  return std::any_of(kBegins.begin(), kBegins.end(), [&](std::string_view it) {
    return sheet.find(it) != std::string_view::npos;
  });
}

char low(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// ASCII letters in any case, as tags are compared, and classes in the pages of
// word processors.
bool is_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return low(x) == low(y); });
}

// Without the comments in front of it.
std::string_view uncommented(std::string_view selector) {
  const std::size_t comment = selector.rfind("*/");
  if (comment != std::string_view::npos) selector.remove_prefix(comment + 2);
  selector = trim(selector);
  if (starts_with(selector, "<!--")) selector.remove_prefix(4);
  return trim(selector);
}

bool has_class(std::string_view classes, std::string_view name) {
  for (const std::string_view one : split(classes, ' ')) {
    if (is_same(trim(one), name)) return true;
  }
  return false;
}

}  // namespace

void HtmlFontRules::add(std::string_view sheet) {
  if (rules_.empty() && !may_name_fonts(sheet)) return;
  while (!sheet.empty()) {
    const std::size_t open = sheet.find('{');
    if (open == std::string_view::npos) return;
    const std::size_t close = std::min(sheet.find('}', open), sheet.size());
    HtmlStyle style;
    add_css(sheet.substr(open + 1, close - open - 1), style);
    const std::string_view selectors = uncommented(sheet.substr(0, open));
    if (style.letters && !starts_with(selectors, "@")) {
      for (const std::string_view selector : split(selectors, ',')) {
        add_rule(trim(selector), *style.letters);
      }
    }
    sheet.remove_prefix(std::min(close + 1, sheet.size()));
  }
}

void HtmlFontRules::add_rule(std::string_view selector, FontLetters letters) {
  if (selector.empty() || rules_.size() >= kMostRules ||
      selector.find_first_of(" \t\n\r>+~#:[*") != std::string_view::npos) {
    return;
  }
  const std::size_t dot = selector.find('.');
  const std::size_t tag = std::min(dot, selector.size());
  const std::string_view name =
      tag < selector.size() ? selector.substr(tag + 1) : std::string_view();
  if (name.find('.') != std::string_view::npos) return;
  rules_.push_back({selector.substr(0, tag), name, letters});
}

std::optional<FontLetters> HtmlFontRules::letters(
    std::string_view tag, std::string_view classes) const {
  const auto matching =
      std::find_if(rules_.rbegin(), rules_.rend(), [&](const Rule& rule) {
        return (rule.tag.empty() || is_same(rule.tag, tag)) &&
               (rule.name.empty() || has_class(classes, rule.name));
      });
  if (matching == rules_.rend()) return std::nullopt;
  return matching->letters;
}

}  // namespace kehoach
