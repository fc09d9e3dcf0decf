// What the letters of symbol fonts look like. In files they stand as codes of
// the private use area (U+F0B7) or as the plain letter of the same low byte.
#pragma once

#include <string>
#include <string_view>

namespace kehoach {

// The sign that `code` shows in `font`, as Unicode has it; `•` for pictures
// that mean nothing to a text.
//
//   symbol(0xF0B3, "Symbol") == "≥"
[[nodiscard]] std::string_view symbol(char32_t code, std::string_view font);

// The text of a bullet as a plan would have it typed: `-`, `+`, `*` or `•`.
// What is more than a sign stays: `Bước` in front of every item.
//
//   bullet_text("\uF0B7", "Symbol") == "•", bullet_text("–", "") == "-"
[[nodiscard]] std::string bullet_text(std::string_view text,
                                      std::string_view font);

}  // namespace kehoach
