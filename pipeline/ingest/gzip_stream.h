// Unpacks gzip (RFC 1952), whose check sums libarchive does not look at.
// Private to ingest/.
#pragma once

#define ZLIB_CONST
#include <zlib.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace kehoach {

// What is packed in `bytes`, block by block. Files that stand behind each other
// are one; what else follows, but for zeros, breaks it. Holds 64 KB.
class GzipStream {
 public:
  // `cut`: `bytes` end before the packed file does. `broken`: a code that is
  // none, or a wrong check sum or length; then nothing that was given is to be
  // trusted.
  enum class Next : std::uint8_t { block, end, cut, broken };

  explicit GzipStream(std::string_view bytes);
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  ~GzipStream();

  [[nodiscard]] Next next();
  // Valid until the next call of `next`.
  [[nodiscard]] std::string_view block() const { return block_; }
  // Why it is broken, in the words of zlib.
  [[nodiscard]] std::string_view problem() const;

 private:
  z_stream stream_{};
  std::array<unsigned char, std::size_t{64} << 10> room_;
  std::string_view block_;
  Next ends_as_ = Next::block;  // or how it ends behind the block
};

}  // namespace kehoach
