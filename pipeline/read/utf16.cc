#include "read/utf16.h"

#include <algorithm>

#include "read/lost_blocks.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kLittleMark = "\xFF\xFE"sv;
constexpr std::string_view kBigMark = "\xFE\xFF"sv;
constexpr std::size_t kPairsSample = 8192;
constexpr std::size_t kLeastUnits = 8;

char32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return order == ByteOrder::little ? first | (second << 8U)
                                    : (first << 8U) | second;
}

// Latin letters and marks, Cyrillic twins, punctuation, currency, mathematics,
// private bullets.
bool is_of_plans(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\r' || c == U'\f' ||
         (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x250) ||
         (c >= 0x300 && c < 0x370) || (c >= 0x400 && c < 0x460) ||
         (c >= 0x1EA0 && c < 0x1F00) || (c >= 0x2000 && c < 0x2300) ||
         (c >= 0x2500 && c < 0x2700) || c == 0xF0B7 || c == 0xF02D;
}

bool looks_like(std::string_view sample, ByteOrder order) {
  std::size_t units = 0;
  std::size_t good = 0;
  std::size_t ascii = 0;
  for (std::size_t at = 0; at + 1 < sample.size(); at += 2) {
    const char32_t c = unit_at(sample, at, order);
    ++units;
    good += is_of_plans(c) ? 1 : 0;
    ascii += c < 0x80 ? 1 : 0;
  }
  return units >= kLeastUnits && good * 50 >= units * 49 && ascii * 4 >= units;
}

}  // namespace

std::optional<ByteOrder> utf16_order(std::string_view bytes) {
  if (starts_with(bytes, kLittleMark)) return ByteOrder::little;
  if (starts_with(bytes, kBigMark)) return ByteOrder::big;
  if (starts_with(bytes, "<\0"sv)) return ByteOrder::little;
  if (starts_with(bytes, "\0<"sv)) return ByteOrder::big;
  const std::string_view begin = bytes.substr(0, kPairsSample);
  if (begin.find('\0') == std::string_view::npos) return std::nullopt;
  const std::string sample = without_lost_blocks(begin, 2);
  for (const ByteOrder order : {ByteOrder::little, ByteOrder::big}) {
    if (looks_like(sample, order)) return order;
  }
  return std::nullopt;
}

void decode_utf16(std::string_view bytes, ByteOrder order, EditedText& out) {
  std::size_t at =
      starts_with(bytes, kLittleMark) || starts_with(bytes, kBigMark) ? 2 : 0;
  while (at < bytes.size()) {
    std::size_t end = std::min(at + 2, bytes.size());
    char32_t c = end - at == 2 ? unit_at(bytes, at, order) : 0xDC00;
    if (c >= 0xD800 && c < 0xDC00 && end + 1 < bytes.size()) {
      const char32_t low = unit_at(bytes, end, order);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        end += 2;
      }
    }
    std::string letter;
    if (c >= 0xD800 && c < 0xE000) {
      letter = "\xFF";
    } else {
      append_utf8(letter, c);
    }
    out.replace(letter, {static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(end)});
    at = end;
  }
}

}  // namespace kehoach
