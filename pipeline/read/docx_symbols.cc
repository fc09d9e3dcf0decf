#include "read/docx_symbols.h"

#include <algorithm>
#include <array>

#include "read/html_marks.h"
#include "text/text.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr auto kBullet = "•"sv;

struct Sign {
  unsigned char code;
  std::string_view text;
};

// The encoding of Adobe's Symbol font, as far as signs and Greek letters go.
constexpr std::array kSymbol = {
    Sign{0x2A, "*"}, Sign{0x2B, "+"}, Sign{0x2D, "-"}, Sign{0x40, "≅"},
    Sign{0x44, "Δ"}, Sign{0x53, "Σ"}, Sign{0x57, "Ω"}, Sign{0x61, "α"},
    Sign{0x62, "β"}, Sign{0x67, "γ"}, Sign{0x64, "δ"}, Sign{0x6C, "λ"},
    Sign{0x6D, "μ"}, Sign{0x70, "π"}, Sign{0x73, "σ"}, Sign{0x7E, "∼"},
    Sign{0xA3, "≤"}, Sign{0xA5, "∞"}, Sign{0xAB, "↔"}, Sign{0xAC, "←"},
    Sign{0xAD, "↑"}, Sign{0xAE, "→"}, Sign{0xAF, "↓"}, Sign{0xB0, "°"},
    Sign{0xB1, "±"}, Sign{0xB2, "″"}, Sign{0xB3, "≥"}, Sign{0xB4, "×"},
    Sign{0xB7, "•"}, Sign{0xB8, "÷"}, Sign{0xB9, "≠"}, Sign{0xBA, "≡"},
    Sign{0xBB, "≈"}, Sign{0xBC, "…"}, Sign{0xD7, "·"}, Sign{0xDB, "⇔"},
    Sign{0xDE, "⇒"},
};

// Of Wingdings what says something in a text: boxes to tick, and arrows.
constexpr std::array kWingdings = {
    Sign{0x6F, "□"}, Sign{0x71, "□"}, Sign{0x72, "□"}, Sign{0x78, "☒"},
    Sign{0xA8, "□"}, Sign{0xDF, "←"}, Sign{0xE0, "→"}, Sign{0xE8, "→"},
    Sign{0xFB, "✗"}, Sign{0xFC, "✓"}, Sign{0xFD, "☒"}, Sign{0xFE, "☑"},
};

std::string_view sign(const Sign* begin, const Sign* end, char32_t code) {
  const auto* found = std::find_if(
      begin, end, [&](const Sign& s) { return s.code == (code & 0xFFU); });
  return found == end ? std::string_view() : found->text;
}

bool is_symbol_code(char32_t c) { return c >= 0xF020 && c <= 0xF0FF; }

// A font of pictures, unlike Symbol, which holds letters and signs.
bool is_picture_font(std::string_view font) {
  return is_symbol_font(font) && (font.front() | 0x20) != 's';
}

}  // namespace

std::string_view symbol(char32_t code, std::string_view font) {
  // Private codes in a font of letters are nearly always those of Symbol.
  const std::string_view found =
      is_picture_font(font)
          ? sign(kWingdings.data(), kWingdings.data() + kWingdings.size(), code)
          : sign(kSymbol.data(), kSymbol.data() + kSymbol.size(), code);
  return found.empty() ? kBullet : found;
}

std::string bullet_text(std::string_view text, std::string_view font) {
  text = trim(text);
  if (text.empty()) return {};
  const Codepoint first = decode_at(text, 0);
  if (first.size < text.size() && !is_symbol_code(first.value))
    return std::string(text);
  constexpr std::array kDashes = {"-"sv, "‐"sv, "‑"sv, "‒"sv,
                                  "–"sv, "—"sv, "−"sv, "\xEF\x80\xAD"sv};
  if (std::find(kDashes.begin(), kDashes.end(), text) != kDashes.end())
    return "-";
  const bool typed = text == "+" || text == "*";
  if (typed && !is_picture_font(font)) return std::string(text);
  if (text == "\xEF\x80\xAB") return "+";  // of Symbol
  return std::string(kBullet);
}

}  // namespace kehoach
