#include <openssl/evp.h>

#include <array>

#include "text/text.h"

namespace kehoach {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(),
             nullptr);
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(2UL * size);
  for (unsigned int i = 0; i < size; ++i) {
    out += kHex[digest[i] >> 4U];
    out += kHex[digest[i] & 15U];
  }
  return out;
}

}  // namespace kehoach
