// What the style of an element says about its text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "read/font_text.h"

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
  Switch symbols = Switch::unset;  // a font of drawings, not of letters
  std::optional<FontLetters> letters;
  friend bool operator==(const HtmlStyle&, const HtmlStyle&) = default;

  [[nodiscard]] bool emphasizes() const {
    return bold == Switch::on || italic == Switch::on ||
           symbols == Switch::on ||
           letters.value_or(FontLetters::unicode) != FontLetters::unicode;
  }
  // True where nothing is said but that emphasis ends.
  [[nodiscard]] bool only_resets() const {
    HtmlStyle rest = *this;
    for (Switch* each : {&rest.bold, &rest.italic, &rest.symbols}) {
      if (*each == Switch::off) *each = Switch::unset;
    }
    if (rest.letters == FontLetters::unicode) rest.letters.reset();
    return rest == HtmlStyle{};
  }
};

// Adds what `css`, the value of a `style` attribute, says to `style`; later
// declarations win. Declarations that don't matter to text are passed over.
//
//   add_css("mso-hide: all; FONT-WEIGHT:700", style);
//   style.hidden && style.bold == HtmlStyle::Switch::on
//
// Never fails. Linear.
void add_css(std::string_view css, HtmlStyle& style);

// Says that the font is of this family, the first of a list.
void set_font(std::string_view families, HtmlStyle& style);

}  // namespace kehoach
