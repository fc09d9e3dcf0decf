#include "read/clean_text.h"

#include <array>
#include <cstdint>

namespace kehoach {
namespace {

// A state is how far its entry stands from the right of a table row, so that
// shifting a row by the state gives the next state.
enum State : std::uint64_t {
  kError = 0,
  kStart = 6,
  kOneMore = 12,
  kTwoMore = 18,
  kThreeMore = 24,
  kAfterE0 = 30,  // no overlong forms: A0 to BF
  kAfterED = 36,  // no surrogates: 80 to 9F
  kAfterF0 = 42,  // no overlong forms: 90 to BF
  kAfterF4 = 48,  // nothing above U+10FFFF: 80 to 8F
};

constexpr std::uint64_t on(State from, State to) {
  return static_cast<std::uint64_t>(to) << from;
}

constexpr bool within(unsigned byte, unsigned low, unsigned high) {
  return byte >= low && byte <= high;
}

// RFC 3629, section 4.
constexpr State after_lead(unsigned byte) {
  if (byte == '\0' || byte == '\r') return kError;
  if (byte < 0x80) return kStart;
  if (within(byte, 0xC2, 0xDF)) return kOneMore;
  if (byte == 0xE0) return kAfterE0;
  if (byte == 0xED) return kAfterED;
  if (within(byte, 0xE1, 0xEF)) return kTwoMore;
  if (byte == 0xF0) return kAfterF0;
  if (within(byte, 0xF1, 0xF3)) return kThreeMore;
  return byte == 0xF4 ? kAfterF4 : kError;
}

constexpr std::uint64_t row_of(unsigned byte) {
  std::uint64_t row = on(kStart, after_lead(byte));
  if (!within(byte, 0x80, 0xBF)) return row;
  row |=
      on(kOneMore, kStart) | on(kTwoMore, kOneMore) | on(kThreeMore, kTwoMore);
  row |= byte >= 0xA0 ? on(kAfterE0, kOneMore) : on(kAfterED, kOneMore);
  row |= byte >= 0x90 ? on(kAfterF0, kTwoMore) : on(kAfterF4, kTwoMore);
  return row;
}

constexpr std::array<std::uint64_t, 256> make_rows() {
  std::array<std::uint64_t, 256> rows{};
  for (unsigned byte = 0; byte < 256; ++byte) rows[byte] = row_of(byte);
  return rows;
}

}  // namespace

bool is_clean_text(std::string_view bytes) {
  static constexpr std::array<std::uint64_t, 256> kRows = make_rows();
  constexpr std::uint64_t kMask = 63;
  std::uint64_t state = kStart;
  for (const char byte : bytes) {
    state = kRows[static_cast<unsigned char>(byte)] >> (state & kMask);
  }
  return (state & kMask) == kStart;
}

}  // namespace kehoach
