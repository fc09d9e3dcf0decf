#include "ingest/gzip_stream.h"

#include <algorithm>
#include <limits>

namespace kehoach {
namespace {

constexpr int kGzip = 16 + MAX_WBITS;  // neither zlib's own form nor a guess

// Another packed file should stand where one ended. Tapes are filled up with
// zeros.
bool goes_on(const z_stream& stream) {
  const Bytef* const end = stream.next_in + stream.avail_in;
  return std::any_of(stream.next_in, end, [](Bytef byte) { return byte != 0; });
}

}  // namespace

GzipStream::GzipStream(std::string_view bytes) {
  // No file is that large (kMaxFileBytes); one that was would be cut.
  constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
  stream_.next_in = reinterpret_cast<const Bytef*>(bytes.data());
  stream_.avail_in = static_cast<uInt>(std::min(bytes.size(), kMost));
  if (inflateInit2(&stream_, kGzip) != Z_OK) ends_as_ = Next::broken;
}

GzipStream::~GzipStream() { inflateEnd(&stream_); }

GzipStream::Next GzipStream::next() {
  if (ends_as_ != Next::block) return ends_as_;
  stream_.next_out = room_.data();
  stream_.avail_out = static_cast<uInt>(room_.size());
  int code = Z_OK;
  while (code == Z_OK && stream_.avail_out > 0) {
    code = inflate(&stream_, Z_NO_FLUSH);
    if (code == Z_STREAM_END && goes_on(stream_)) code = inflateReset(&stream_);
  }
  if (code != Z_OK) {
    ends_as_ = code == Z_STREAM_END  ? Next::end
               : code == Z_BUF_ERROR ? Next::cut
                                     : Next::broken;
  }
  block_ = {reinterpret_cast<const char*>(room_.data()),
            room_.size() - stream_.avail_out};
  const bool gives = !block_.empty() && ends_as_ != Next::broken;
  return gives ? Next::block : ends_as_;
}

std::string_view GzipStream::problem() const {
  return stream_.msg == nullptr ? "no memory" : stream_.msg;
}

}  // namespace kehoach
