// Pairs of bytes that healthy text does not have.
#pragma once

#include <cstdint>
#include <string_view>

namespace kehoach {

enum Hint : std::uint8_t {
  kSymbol = 1,    // U+0080 to U+00BF, but for the usual ones
  kWestern = 2,   // U+00C0 to U+00FF, but for Vietnamese letters
  kHat = 4,       // VIQR: e^
  kHorn = 8,      // VIQR: u+
  kGrave = 16,    // VIQR: a` a~
  kTorn = 32,     // a byte that continues nothing
  kUnended = 64,  // a byte that nothing continues
};
constexpr std::uint8_t kViqrHints = kHat | kHorn | kGrave;

// What hints at another encoding than UTF-8 in `bytes`, as a sum of `Hint`s; 0
// for nearly every text. Two table lookups a byte, no branches.
[[nodiscard]] unsigned hints_of(std::string_view bytes);

}  // namespace kehoach
