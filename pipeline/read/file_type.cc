#include "read/file_type.h"

#include <algorithm>
#include <array>

#include "read/lost_blocks.h"
#include "read/utf16.h"
#include "text/text.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPdfHeaderWindow = 1024;  // ISO 32000-1, annex H.3.4.1
constexpr std::size_t kSample = 8192;

constexpr auto kConvert =
    "it is not read yet; save it as PDF or as UTF-8 text and read that"sv;
constexpr auto kUnpack = "unpack it and read the files inside"sv;
constexpr auto kDraw = "save it as PNG or TIFF and read that"sv;
constexpr auto kNothing = "no plan can be read from it"sv;

struct MagicBytes {
  std::string_view magic;
  std::string_view name;
  std::string_view advice;
};

constexpr auto kOldOffice = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
// The name of the stream that holds a locked document, in UTF-16 (MS-OFFCRYPTO,
// 2.3.4.4).
constexpr auto kLockedStream =
    "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;

constexpr MagicBytes kOffice = {
    kOldOffice, "an old Office file (DOC, XLS or PPT)"sv, kConvert};

constexpr std::array kMagicBytes = {
    kOffice,
    MagicBytes{"{\\rtf"sv, "a rich text file (RTF)"sv, kConvert},
    MagicBytes{"GIF87a"sv, "an image (GIF)"sv, kDraw},
    MagicBytes{"GIF89a"sv, "an image (GIF)"sv, kDraw},
    MagicBytes{"\x1F\x8B"sv, "an archive (gzip)"sv, kUnpack},
    MagicBytes{"BZh"sv, "an archive (bzip2)"sv, kUnpack},
    MagicBytes{"\xFD"
               "7zXZ"sv,
               "an archive (xz)"sv, kUnpack},
    MagicBytes{"7z\xBC\xAF\x27\x1C"sv, "an archive (7z)"sv, kUnpack},
    MagicBytes{"Rar!\x1A\x07"sv, "an archive (RAR)"sv, kUnpack},
    MagicBytes{"%!PS"sv, "a PostScript file"sv, kConvert},
    MagicBytes{"SQLite format 3\0"sv, "an SQLite database"sv, kNothing},
    MagicBytes{"#!"sv, "a script"sv, kNothing},
    MagicBytes{"\x7F"
               "ELF"sv,
               "a program"sv, kNothing},
};

// Scanned pages.
constexpr std::array kImages = {"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv,
                                "II*\0"sv, "MM\0*"sv};

// Files inside a ZIP tell what it really is; their names stand in the local
// headers, the first of them near the beginning.
constexpr std::array kZipMembers = {
    MagicBytes{"opendocument.text"sv, "a text document (ODT)"sv, kConvert},
    MagicBytes{"opendocument.spreadsheet"sv, "a workbook (ODS)"sv, kConvert},
    MagicBytes{"application/epub+zip"sv, "a book (EPUB)"sv, kConvert},
};

FileType other(const MagicBytes& magic) {
  return {FileType::Kind::other, magic.name, magic.advice};
}

FileType zip_type(std::string_view bytes) {
  // The members that tell lie behind others of any size, and the directory at
  // the end of the file repeats their names.
  const std::string_view head = bytes.substr(0, kSample);
  const std::string_view tail =
      bytes.substr(bytes.size() - std::min(bytes.size(), 8 * kSample));
  const auto has = [&](std::string_view name) {
    return head.find(name) != std::string_view::npos ||
           tail.find(name) != std::string_view::npos;
  };
  if (has("[Content_Types].xml")) return {FileType::Kind::office};
  for (const MagicBytes& member : kZipMembers) {
    if (has(member.magic)) return other(member);
  }
  return {FileType::Kind::other, "an archive (ZIP)", kUnpack};
}

// Little endian; 0 beyond the end.
std::size_t number_at(std::string_view bytes, std::size_t at,
                      std::size_t size) {
  std::size_t value = 0;
  if (at + size > bytes.size()) return value;
  for (std::size_t i = size; i-- > 0;)
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// The end of an old Office file is missing, and its directory with it: the
// first sector of that lies beyond (MS-CFB, 2.2).
bool is_cut_office(std::string_view bytes) {
  constexpr std::size_t kShift = 30;      // of 1, for the size of a sector
  constexpr std::size_t kDirectory = 48;  // its sector, behind the header's
  constexpr std::size_t kHeader = 512;
  const std::size_t shift = number_at(bytes, kShift, 2);
  if (bytes.size() < kHeader) return true;
  return shift >= 7 && shift <= 16 &&
         (number_at(bytes, kDirectory, 4) + 1) << shift >= bytes.size();
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// A page begins with a tag, behind comments and declarations maybe.
bool is_html(std::string_view bytes, std::string_view path) {
  const std::string_view begin = trim(bytes.substr(0, kPdfHeaderWindow));
  if (!starts_with(begin, "<")) return false;
  const std::string head = ascii_lower(begin);
  if (head.find("<html") != std::string::npos ||
      head.find("<!doctype html") != std::string::npos) {
    return true;
  }
  if (is_markdown_path(path)) return false;
  constexpr std::array kTags = {"<head"sv,   "<body"sv, "<meta"sv,  "<div"sv,
                                "<p>"sv,     "<p "sv,   "<table"sv, "<!--["sv,
                                "<center"sv, "<span"sv, "<font"sv};
  return std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
    return starts_with(head, tag);
  });
}

// An object with a name, or a list of such.
bool is_json(std::string_view bytes) {
  std::string_view rest = trim(bytes.substr(0, kPdfHeaderWindow));
  if (starts_with(rest, "[")) rest = trim(rest.substr(1));
  return starts_with(rest, "{") && starts_with(trim(rest.substr(1)), "\"");
}

// Control characters do not stand in texts, save for white space, the few that
// terminals and converters leave behind, and lost blocks.
bool is_binary(std::string_view sample) {
  if (sample.find('\0') != std::string_view::npos) {
    const std::string rest = without_lost_blocks(sample, 1);
    const bool is_text =
        rest.find('\0') == std::string::npos && rest.size() * 2 > sample.size();
    return !is_text || is_binary(rest);
  }
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_white = byte >= '\t' && byte <= '\r';
    return byte < 0x20 && !is_white && byte != 0x1B;
  });
  return controls > 8 &&
         static_cast<std::size_t>(controls) * 50 > sample.size();
}

}  // namespace

bool is_flat_word(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  const std::string_view head = trim(bytes.substr(0, kHead));
  return starts_with(head, "<") &&
         head.find("http://schemas.microsoft.com/office/2006/xmlPackage") !=
             std::string_view::npos &&
         head.find("Word.Document") != std::string_view::npos;
}

bool is_markdown_path(std::string_view path) {
  const std::string lowered = ascii_lower(path);
  return ends_with(lowered, ".md") || ends_with(lowered, ".markdown");
}

FileType file_type(std::string_view bytes, std::string_view path) {
  // These are never UTF-16, which takes a look at every byte to tell.
  constexpr auto kZip = "PK\x03\x04"sv;
  if (starts_with(bytes, kZip)) return zip_type(bytes);
  if (starts_with(bytes, "%PDF-")) return {FileType::Kind::pdf};
  if (const auto order = utf16_order(bytes)) {
    EditedText head;
    decode_utf16(bytes.substr(0, kSample), *order, head);
    return file_type(head.text(), path);
  }
  if (bytes.empty() || bytes == "\xEF\xBB\xBF") return {FileType::Kind::empty};
  if (starts_with(bytes, kOldOffice) &&
      bytes.find(kLockedStream) != std::string_view::npos) {
    return {FileType::Kind::locked};
  }
  if (starts_with(bytes, kOldOffice) && is_cut_office(bytes))
    return {FileType::Kind::cut, kOffice.name};
  for (const MagicBytes& magic : kMagicBytes) {
    if (starts_with(bytes, magic.magic)) return other(magic);
  }
  for (const std::string_view magic : kImages) {
    if (starts_with(bytes, magic)) return {FileType::Kind::image};
  }
  if (bytes.substr(0, kPdfHeaderWindow).find("%PDF-") !=
      std::string_view::npos) {
    return {FileType::Kind::pdf};
  }
  if (starts_with(bytes, "\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_flat_word(bytes)) return {FileType::Kind::office};
  if (is_html(bytes, path)) return {FileType::Kind::html};
  if (starts_with(bytes, "<?xml")) {
    return {FileType::Kind::other, "an XML file", kConvert};
  }
  if (is_json(bytes)) return {FileType::Kind::other, "data (JSON)", kNothing};
  const std::string_view sample = bytes.substr(0, kSample);
  if (is_binary(sample)) {
    return {FileType::Kind::other, "binary data of an unknown kind", kNothing};
  }
  return {FileType::Kind::text};
}

}  // namespace kehoach
