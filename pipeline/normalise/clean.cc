#include "normalise/clean.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <array>
#include <optional>

namespace kehoach {
namespace {

// Letters that are their own NFC unless a mark follows, whose lead byte is not
// among these: their size in bytes, or 0.
std::size_t plain_letter(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t ahead) {
    return static_cast<unsigned char>(
        at + ahead < text.size() ? text[at + ahead] : 0);
  };
  const unsigned char lead = byte(0);
  const unsigned char next = byte(1);
  switch (lead) {
    case 0xC3:
      return next != 0x90 && next != 0xB0 ? 2 : 0;  // not Ð, ð
    case 0xC4:
    case 0xC5:
      return 2;
    case 0xC6:
      return next != 0x89 ? 2 : 0;
    case 0xE1:
      return next == 0xBA || next == 0xBB ? 3 : 0;
    case 0xE2: {  // “ ” …
      const unsigned char third = byte(2);
      return next == 0x80 && (third == 0x9C || third == 0x9D || third == 0xA6)
                 ? 3
                 : 0;
    }
    default:
      return 0;
  }
}

// True where every byte may be copied as it is: ASCII without controls, and
// plain letters. Conservative: `false` only means that the slow way is taken.
bool is_plain(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c > 0x20 && c < 0x7F) {
      ++i;
    } else if (c == ' ') {
      if (i + 1 < text.size() && text[i + 1] == ' ') return false;
      ++i;
    } else if (const std::size_t size = plain_letter(text, i); size > 0) {
      i += size;
    } else {
      return false;
    }
  }
  return true;
}

// What a character is written as instead; nothing for those that stay.
std::optional<std::string_view> replacement(char32_t c) {
  if (c == U'\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
      c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000) {
    return " ";
  }
  if (c == 0x1E) return "-";  // Word's unbreakable hyphen
  if (c < 0x20 || c == 0x7F || c == 0xAD || (c >= 0x80 && c < 0xA0)) return "";
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
      (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) ||
      c == 0xFEFF || c == 0xFFFE || c == 0xFFFF ||
      // `1️⃣`: a number drawn as a key.
      (c >= 0xFE00 && c <= 0xFE0F) || c == 0x20E3) {
    return "";
  }
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 ||
      c == 0xFE63 || c == 0xFF0D || c == 0xF02D) {
    return "-";
  }
  // Bullets of Symbol and Wingdings.
  if (c == 0xF0B7 || c == 0xF0A7) return "•";
  if (c == 0xF0D8) return "➢";
  if (c == 0xF076) return "❖";
  if (c == 0xF06E) return "■";
  if (c == 0xF0FC) return "✓";
  if (c == 0xD0 || c == 0x189) return "Đ";
  if (c == 0xF0) return "đ";
  return std::nullopt;
}

// Cyrillic capitals and small letters that look like Latin ones.
std::optional<char32_t> latin_twin(char32_t c) {
  static constexpr std::u32string_view kCyrillic = U"АВЕКМНОРСТУХавекмнорстух";
  static constexpr std::u32string_view kLatin = U"ABEKMHOPCTYXabekmhopctyx";
  if (c < 0x400 || c > 0x4FF) return std::nullopt;
  const std::size_t at = kCyrillic.find(c);
  return at == std::u32string_view::npos ? std::nullopt
                                         : std::optional(kLatin[at]);
}

// True where the word (up to white space) around byte `at` has a Latin letter.
bool in_latin_word(std::string_view text, std::size_t at) {
  const auto is_break = [](char c) {
    return c == ' ' || c == '\n' || c == '\t';
  };
  std::size_t begin = at;
  while (begin > 0 && !is_break(text[begin - 1])) --begin;
  for (std::size_t i = begin; i < text.size() && !is_break(text[i]);) {
    const Codepoint c = decode_at(text, i);
    if (c.value < 0x250 && is_letter(c.value)) return true;
    if (c.value >= 0x1E00 && c.value < 0x1F00) return true;
    i += c.size;
  }
  return false;
}

// Below it every character is its own NFC, and none joins one before it.
constexpr char32_t kFirstMark = 0x300;

// The letter and its marks, composed. `cluster` ends before a character that
// can begin anew.
void append_composed(std::string_view source, Span cluster,
                     std::string_view text, EditedText& out) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfc =
      icu::Normalizer2::getNFCInstance(status);
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  if (nfc != nullptr && U_SUCCESS(status)) {
    nfc->normalizeUTF8(
        0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())),
        sink, nullptr, status);
  }
  const std::string_view result =
      U_SUCCESS(status) ? std::string_view(composed) : text;
  if (result == slice(source, cluster)) {
    out.copy(source, cluster);
  } else {
    out.replace(result, cluster);
  }
}

bool may_join_before(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfc =
      icu::Normalizer2::getNFCInstance(status);
  return c >= kFirstMark && nfc != nullptr &&
         nfc->hasBoundaryBefore(static_cast<UChar32>(c)) == 0;
}

// Where the text from `at` on can no longer be copied as it is. What may join
// the mark behind it is left out.
std::uint32_t end_of_plain(std::string_view source, std::uint32_t at,
                           std::uint32_t end) {
  const std::string_view line = source.substr(0, end);
  std::uint32_t last = at;
  while (at < end) {
    const auto c = static_cast<unsigned char>(line[at]);
    if (c == ' ') return at;
    if (c < 0x80) {
      if (c < 0x20 || c == 0x7F) return last;
      last = at++;
      continue;
    }
    const std::size_t size = plain_letter(line, at);
    if (size == 0 || decode_at(line, at).size != size) return last;
    last = at;
    at += static_cast<std::uint32_t>(size);
  }
  return end;
}

// One character at a time, with its marks.
void clean_slowly(std::string_view source, Span line, EditedText& out) {
  const std::uint32_t start = out.size();
  const auto ends_in_space = [&] {
    return out.size() == start || out.text().back() == ' ';
  };
  for (std::uint32_t at = line.begin; at < line.end;) {
    const std::uint32_t plain = end_of_plain(source, at, line.end);
    if (plain > at) {
      out.copy(source, {at, plain});
      at = plain;
      continue;
    }
    Codepoint c = decode_at(source, at);
    Span cluster{at, at + c.size};
    if (const auto other = replacement(c.value)) {
      if (*other != " ") {
        out.replace(*other, cluster);
      } else if (!ends_in_space()) {
        out.replace(" ", cluster);
      }
      at = cluster.end;
      continue;
    }
    if (c.value == U' ') {
      if (!ends_in_space()) out.copy(source, cluster);
      at = cluster.end;
      continue;
    }
    std::string text;
    const auto twin = latin_twin(c.value);
    append_utf8(text, twin && in_latin_word(source, at) ? *twin : c.value);
    while (cluster.end < line.end) {
      const Codepoint mark = decode_at(source, cluster.end);
      if (!may_join_before(mark.value)) break;
      text += source.substr(cluster.end, mark.size);
      cluster.end += mark.size;
    }
    if (!twin && cluster.size() == c.size && c.value < kFirstMark) {
      out.copy(source, cluster);
    } else {
      append_composed(source, cluster, text, out);
    }
    at = cluster.end;
  }
}

}  // namespace

void clean_line(std::string_view source, Span line, EditedText& out) {
  line = trim(source, line);
  if (line.empty()) return;
  if (is_plain(slice(source, line))) {
    out.copy(source, line);
  } else {
    clean_slowly(source, line, out);
  }
}

}  // namespace kehoach
