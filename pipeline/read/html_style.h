// What the style of an element says about its text.
#pragma once

#include <cstdint>
#include <string_view>

namespace kehoach {

struct HtmlStyle {
  enum class Switch : std::uint8_t { unset, on, off };
  Switch bold = Switch::unset;
  Switch italic = Switch::unset;
  Switch preformatted = Switch::unset;  // white space stays as it is
  bool hidden = false;
  bool superscript = false;
  bool list_mark = false;  // Word's `mso-list: Ignore`: number or bullet
  bool no_bullets = false;
  std::string_view font;  // the first family; empty if none is named
  friend bool operator==(const HtmlStyle&, const HtmlStyle&) = default;
};

// Adds what `css`, the value of a `style` attribute, says to `style`; later
// declarations win. Declarations that don't matter to text are passed over.
//
//   add_css("mso-hide: all; FONT-WEIGHT:700", style);
//   style.hidden && style.bold == HtmlStyle::Switch::on
//
// Never fails. Linear. `font` stands in `css`.
void add_css(std::string_view css, HtmlStyle& style);

}  // namespace kehoach
