#include "read/encoding_hints.h"

#include <array>

namespace kehoach {
namespace {

struct HintTables {
  std::array<std::uint8_t, 256> first{};
  std::array<std::uint8_t, 256> second{};

  constexpr HintTables() {
    first[0xC2] |= kSymbol;
    first[0xC3] |= kWestern;
    mark(first, "aeoAEO", kHat);
    mark(first, "uoUO", kHorn);
    mark(first, "aeiouyAEIOUY", kGrave);
    mark(second, "^", kHat);
    mark(second, "+", kHorn);
    mark(second, "`~", kGrave);
    for (unsigned c = 0; c < 256; ++c) {
      if (c < 0x80) first[c] |= kTorn;
      if (c >= 0xC0) first[c] |= kUnended;
      if (c >= 0x80 && c < 0xC0) second[c] |= kTorn;
      if (c < 0x80 || c >= 0xC0) second[c] |= kUnended;
    }
    // No-break space, soft hyphen, § ° ² ³ · « », and × are everywhere.
    for (unsigned c = 0x80; c < 0xC0; ++c) second[c] |= kSymbol;
    for (const unsigned c : {0xA0, 0xA7, 0xAB, 0xAD, 0xB0, 0xB2, 0xB3, 0xB7})
      second[c] &= static_cast<std::uint8_t>(~kSymbol);
    for (const unsigned c :
         {0x84, 0x85, 0x86, 0x87, 0x8B, 0x8E, 0x8F, 0x91, 0x96, 0x98,
          0x9B, 0x9C, 0x9E, 0x9F, 0xA4, 0xA5, 0xA6, 0xA7, 0xAB, 0xAE,
          0xAF, 0xB0, 0xB1, 0xB6, 0xB7, 0xB8, 0xBB, 0xBC, 0xBE, 0xBF})
      second[c] |= kWestern;
  }

  static constexpr void mark(std::array<std::uint8_t, 256>& table,
                             std::string_view bytes, std::uint8_t hint) {
    for (const char c : bytes) table[static_cast<unsigned char>(c)] |= hint;
  }
};

}  // namespace

unsigned hints_of(std::string_view bytes) {
  static constexpr HintTables kTables;
  unsigned hints = 0;
  unsigned before = '\n';
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hints |=
        static_cast<unsigned>(kTables.first[before]) & kTables.second[byte];
    before = byte;
  }
  return hints |
         (static_cast<unsigned>(kTables.first[before]) & kTables.second['\n']);
}

}  // namespace kehoach
