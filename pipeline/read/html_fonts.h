// The fonts that the style sheets in a page give to its elements.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/font_text.h"

namespace kehoach {

// Knows only what fonts with letters of their own ask for: word processors name
// the font of most text once, in `p.MsoNormal { font-family: ".VnTime" }`. Of
// selectors those that are a tag, a class, or a tag with a class count.
//
//   rules.add("p.a{font-family:VNI-Times}");
//   rules.letters("p", "a b") == FontLetters::vni
//
// Linear in the size of the sheets, which must outlive their rules.
class HtmlFontRules {
 public:
  // Adds the content of an element `style`.
  void add(std::string_view sheet);

  // True for nearly all pages: no sheet names a font with letters of its own.
  [[nodiscard]] bool empty() const { return rules_.empty(); }

  // What the last rule says that matches an element with the tag `tag` and the
  // attribute `classes`; nothing if none matches.
  [[nodiscard]] std::optional<FontLetters> letters(
      std::string_view tag, std::string_view classes) const;

 private:
  struct Rule {
    std::string_view tag;   // empty: any
    std::string_view name;  // of the class; empty: any
    FontLetters letters = FontLetters::unicode;
  };

  void add_rule(std::string_view selector, FontLetters letters);

  std::vector<Rule> rules_;
};

}  // namespace kehoach
