// What the first bytes say of archives.
#include <algorithm>
#include <array>

#include "ingest/archive_reader.h"
#include "text/text.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr auto kZip = "PK\x03\x04"sv;
constexpr auto kEmptyZip = "PK\x05\x06"sv;
constexpr auto kGzip = "\x1F\x8B"sv;
constexpr std::array kCompressed = {kGzip, "BZh"sv,
                                    "\xFD"
                                    "7zXZ\0"sv,
                                    "\x28\xB5\x2F\xFD"sv};
constexpr std::array kArchives = {kEmptyZip, "7z\xBC\xAF\x27\x1C"sv,
                                  "Rar!\x1A\x07"sv};

bool is_tar(std::string_view bytes) {
  constexpr std::size_t kMagic = 257;  // POSIX.1-1988, ustar
  return bytes.size() > kMagic && starts_with(bytes.substr(kMagic), "ustar");
}

bool begins_like(std::string_view bytes, const std::string_view* begin,
                 const std::string_view* end) {
  return std::any_of(begin, end, [&](std::string_view magic) {
    return starts_with(bytes, magic);
  });
}

}  // namespace

bool is_compressed(std::string_view bytes) {
  return begins_like(bytes, kCompressed.begin(), kCompressed.end());
}

bool is_gzip(std::string_view bytes) { return starts_with(bytes, kGzip); }

bool is_archive(std::string_view bytes) {
  if (starts_with(bytes, kZip)) {
    const auto reader = archive_reader();
    // Who unpacks nothing may still read documents.
    return reader && !(*reader)->is_document(bytes);
  }
  return is_tar(bytes) || is_compressed(bytes) ||
         begins_like(bytes, kArchives.begin(), kArchives.end());
}

}  // namespace kehoach
