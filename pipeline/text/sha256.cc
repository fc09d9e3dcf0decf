#include <nettle/sha2.h>

#include <array>

#include "text/text.h"

namespace kehoach {

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx sum;
  sha256_init(&sum);
  sha256_update(&sum, bytes.size(),
                reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&sum, digest.size(), digest.data());
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

}  // namespace kehoach
