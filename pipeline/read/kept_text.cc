// A text that is kept, so that other rules need no new recognition.
#include <libdeflate.h>

#include <cstring>
#include <memory>

#include "model/source_bytes.h"
#include "read/read.h"
#include "reading_digest.h"
#include "text/text.h"

namespace kehoach {
namespace {

// Quick: the words of a page with their boxes shrink to a third at once, and to
// little less by more patience.
constexpr int kLevel = 1;
constexpr std::uint64_t kLongest = std::uint64_t{1} << 30U;

struct Closer {
  void operator()(libdeflate_compressor* packer) const {
    libdeflate_free_compressor(packer);
  }
  void operator()(libdeflate_decompressor* unpacker) const {
    libdeflate_free_decompressor(unpacker);
  }
};
using Packer = std::unique_ptr<libdeflate_compressor, Closer>;
using Unpacker = std::unique_ptr<libdeflate_decompressor, Closer>;

Failure damaged() {
  return Failure(Error{Error::Kind::damaged,
                       "the text that was kept of it is damaged; read the file "
                       "anew with --retry all"});
}

}  // namespace

std::string reading_version(const ReadOptions& options) {
  std::string version(kReadingDigest);
  version += options.ocr == OcrMode::never    ? " never"
             : options.ocr == OcrMode::always ? " always"
                                              : " auto";
  return version;
}

std::string kept_text(const SourceText& source, const ReadOptions& options) {
  const std::string bytes = to_bytes(source);
  const Packer packer(libdeflate_alloc_compressor(kLevel));
  if (!packer || bytes.size() > kLongest) return {};
  std::string kept = reading_version(options) + '\n';
  const std::uint64_t size = bytes.size();
  kept.append(reinterpret_cast<const char*>(&size), sizeof(size));
  const std::size_t begin = kept.size();
  kept.resize(begin + libdeflate_zlib_compress_bound(packer.get(), size));
  kept.resize(begin + libdeflate_zlib_compress(packer.get(), bytes.data(), size,
                                               kept.data() + begin,
                                               kept.size() - begin));
  kept.shrink_to_fit();
  return kept;
}

Result<SourceText> text_of_kept(std::string_view kept) {
  const std::size_t head = kept.find('\n');
  if (head == std::string_view::npos) return damaged();
  kept.remove_prefix(head + 1);
  std::uint64_t size = 0;
  if (kept.size() < sizeof(size)) return damaged();
  std::memcpy(&size, kept.data(), sizeof(size));
  kept.remove_prefix(sizeof(size));
  const Unpacker unpacker(libdeflate_alloc_decompressor());
  // No text shrinks further.
  constexpr std::uint64_t kMostRatio = 1100;
  if (!unpacker || size > kLongest || size / kMostRatio > kept.size())
    return damaged();
  std::string bytes(size, '\0');
  std::size_t used = 0;
  const auto done =
      libdeflate_zlib_decompress_ex(unpacker.get(), kept.data(), kept.size(),
                                    bytes.data(), size, &used, nullptr);
  if (done != LIBDEFLATE_SUCCESS || used != kept.size()) return damaged();
  auto source = source_from_bytes(bytes);
  return source ? std::move(source) : damaged();
}

}  // namespace kehoach
