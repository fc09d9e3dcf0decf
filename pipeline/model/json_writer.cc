#include "model/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/json_parts.h"

namespace kehoach {
namespace {

// ASCII that JSON takes as it is.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

// The bytes of the letter at `at`, which is not ASCII; 0 where it is no UTF-8.
std::size_t letter_size(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto goes_on = [&](std::size_t i) {
    return at + i < text.size() &&
           (static_cast<unsigned char>(text[at + i]) & 0xC0U) == 0x80U;
  };
  if (lead >= 0xC2 && lead <= 0xDF && goes_on(1)) return 2;
  if (lead == 0xE1 && goes_on(1) && goes_on(2)) return 3;
  const std::size_t size = decode_at(text, at).size;
  return size > 1 ? size : 0;
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view kShort = "\"\"\\\\\bb\ff\nn\rr\tt";
  constexpr std::string_view kHex = "0123456789abcdef";
  for (std::size_t i = 0; i < kShort.size(); i += 2) {
    if (kShort[i] != c) continue;
    out += '\\';
    out += kShort[i + 1];
    return;
  }
  const auto byte = static_cast<unsigned char>(c);
  out += "\\u00";
  out += kHex[byte >> 4U];
  out += kHex[byte & 0xFU];
}

template <typename T>
void append_number(std::string& out, T number) {
  std::array<char, 24> digits;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end.ptr);
}

}  // namespace

void JsonWriter::part() {
  const char last = out_.empty() ? '[' : out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

JsonWriter& JsonWriter::begin(char bracket) {
  part();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  part();
  const std::size_t begin = out_.size();
  out_.resize(begin + name.size() + 3);
  char* to = out_.data() + begin;
  *to++ = '"';
  to = std::copy(name.begin(), name.end(), to);
  *to++ = '"';
  *to = ':';
  return *this;
}

void JsonWriter::append(std::string_view text) {
  const std::size_t before = out_.size();
  out_ += '"';
  std::size_t copied = 0;
  const std::size_t end = text.size();
  for (std::size_t at = 0; at < end;) {
    const char c = text[at];
    if (kPlain[static_cast<unsigned char>(c)]) {
      ++at;
      continue;
    }
    if (static_cast<unsigned char>(c) >= 0x80) {
      const std::size_t size = letter_size(text, at);
      if (size == 0) {
        // Rare: names of files may be anything.
        out_.resize(before);
        out_ += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
        return;
      }
      at += size;
      continue;
    }
    out_.append(text, copied, at - copied);
    append_escape(out_, c);
    copied = ++at;
  }
  out_.append(text, copied).append(1, '"');
}

JsonWriter& JsonWriter::value(std::string_view text) {
  part();
  append(text);
  return *this;
}

JsonWriter& JsonWriter::value(const std::optional<std::string>& text) {
  if (text) return value(std::string_view(*text));
  part();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::value(bool is_true) {
  part();
  out_ += is_true ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  part();
  append_number(out_, number);
  return *this;
}

JsonWriter& JsonWriter::value(std::uint64_t number) {
  part();
  append_number(out_, number);
  return *this;
}

// Few numbers are no whole ones, and those are printed as ever.
JsonWriter& JsonWriter::value(double number) {
  part();
  out_ += Json(number).dump();
  return *this;
}

JsonWriter& JsonWriter::value(Span span) {
  return begin('[').value(span.begin).value(span.end).end(']');
}

JsonWriter& JsonWriter::value(const std::vector<std::string>& texts) {
  begin('[');
  for (const std::string& text : texts) value(std::string_view(text));
  return end(']');
}

}  // namespace kehoach
