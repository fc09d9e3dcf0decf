#include <algorithm>
#include <array>

#include "ingest/office.h"
#include "text/text.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr OfficeFormat kDoc = {"a Word file (DOC)", ".doc",
                               "application/msword"};
constexpr OfficeFormat kRtf = {"a rich text file (RTF)", ".rtf",
                               "application/rtf"};
constexpr OfficeFormat kOdt = {"a text document (ODT)", ".odt",
                               "application/vnd.oasis.opendocument.text"};

// The name of the stream that makes a compound file a text, in its directory.
constexpr auto kWordStream = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0"sv;

// OpenDocument 1.2, part 3, 3.3: the first file in the ZIP, not compressed.
bool is_odt(std::string_view bytes) {
  constexpr std::size_t kExtraSize = 28;
  constexpr std::size_t kName = 30;
  constexpr auto kMimetype = "mimetype"sv;
  if (!starts_with(bytes, "PK\x03\x04") || bytes.size() <= kName ||
      !starts_with(bytes.substr(kName), kMimetype)) {
    return false;
  }
  const std::size_t extra = static_cast<unsigned char>(bytes[kExtraSize]);
  bytes.remove_prefix(kName + kMimetype.size());
  return extra < bytes.size() &&
         starts_with(bytes.substr(extra), kOdt.media_type);
}

}  // namespace

bool is_cut_odt(std::string_view bytes) {
  // The end of a ZIP, behind which a comment of 64 KB may stand (APPNOTE.TXT,
  // 4.3.16).
  constexpr std::size_t kMostTail = 22 + 0xFFFF;
  const std::size_t tail = std::min(bytes.size(), kMostTail);
  return is_odt(bytes) &&
         bytes.substr(bytes.size() - tail).find("PK\x05\x06") ==
             std::string_view::npos;
}

std::optional<OfficeFormat> office_format(std::string_view bytes) {
  if (starts_with(bytes, "{\\rtf")) return kRtf;
  if (starts_with(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") &&
      bytes.find(kWordStream) != std::string_view::npos) {
    return kDoc;
  }
  if (is_odt(bytes)) return kOdt;
  return std::nullopt;
}

}  // namespace kehoach
