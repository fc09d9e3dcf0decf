#include "read/decode.h"

#include <algorithm>

#include "read/tcvn3_case.h"
#include "read/viqr.h"

namespace kehoach {
namespace {

class Decoder {
 public:
  Decoder(std::string_view text, Span line, Reading reading, EditedText& out,
          Repairs& repairs)
      : text_(text),
        raw_(reading.carrier == Carrier::none),
        codes_(codes_of(text, line, reading.carrier)),
        out_(out),
        repairs_(repairs) {}

  void tcvn3() {
    const std::vector<bool> capitals = tcvn3_capitals(codes_);
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      const std::uint8_t code = codes_[i].value;
      char32_t letter = tcvn3_letter(code);
      if (code == 0xAD && is_minus(i)) letter = 0;
      if (capitals[i]) letter = to_upper(letter);
      put(letter, i);
    }
  }

  void vni() {
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      const std::uint8_t code = codes_[i].value;
      const char32_t letter = code < 0x80 ? code : vni_code(code).letter;
      const char32_t marked = i + 1 < codes_.size()
                                  ? with_vni_mark(letter, codes_[i + 1].value)
                                  : 0;
      if (marked != 0) {
        replace(marked, i, i + 1);
        ++i;
      } else {
        put(letter, i);
      }
    }
  }

  void viscii() {
    for (std::size_t i = 0; i < codes_.size(); ++i)
      put(viscii_letter(codes_[i].value), i);
  }

  // Its tones are combining marks behind their vowels. They are composed here:
  // columns of a text are as wide as their letters.
  void windows_1258() {
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      const std::uint8_t code = codes_[i].value;
      const char32_t letter = code < 0x80 ? code : windows_1258_letter(code);
      const char32_t marked =
          i + 1 < codes_.size()
              ? with_tone(letter, tone_of_mark(
                                      windows_1258_letter(codes_[i + 1].value)))
              : letter;
      if (marked != letter) {
        replace(marked, i, i + 1);
        ++i;
      } else {
        put(letter, i);
      }
    }
  }

  // Bytes of UTF-8 that a carrier took for letters of its own.
  void utf8() {
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      if (const std::size_t size = sequence_at(i); size > 1) {
        i += size - 1;
      } else if (is_torn_a(i)) {
        const std::size_t last = is_blank(i + 2) ? i + 1 : i;
        replace(U'à', i, last);
        i = last;
      } else {
        keep(i);
      }
    }
  }

 private:
  [[nodiscard]] bool is_blank(std::size_t i) const {
    return i < codes_.size() && codes_[i].value == ' ';
  }

  // U+2212 is a letter in words (`n−íc`) and a sign before numbers (`−5`).
  [[nodiscard]] bool is_minus(std::size_t i) const {
    if (codes_[i].end - codes_[i].begin != 3) return false;
    const auto in_word = [&](std::size_t at) {
      return at < codes_.size() && (tcvn3_letter(codes_[at].value) != 0 ||
                                    is_letter(codes_[at].value));
    };
    return !in_word(i + 1) && (i == 0 || !in_word(i - 1));
  }

  static char32_t with_vni_mark(char32_t letter, std::uint8_t code) {
    const VniCode mark = vni_code(code);
    const bool bare = with_tone(letter, 0) == letter;
    if (!mark.is_mark || letter == 0 || !bare) return 0;
    const char32_t shaped =
        mark.shape == 0 ? letter : with_shape(letter, mark.shape);
    const char32_t marked = with_tone(shaped, mark.tone);
    return marked == letter ? 0 : marked;  // a consonant takes none
  }

  // A no-break space is the second byte of à, and editors make a plain blank of
  // it: `lÃ  ` was `là `. A blank that stands alone was that of the text, too.
  [[nodiscard]] bool is_torn_a(std::size_t i) const {
    const bool behind_small =
        i == 0 || codes_[i - 1].value < 'A' || codes_[i - 1].value > 'Z';
    return !raw_ && codes_[i].value == 0xC3 && is_blank(i + 1) && behind_small;
  }

  // Writes the letter whose bytes begin at code `i` and returns their number;
  // 0 where there is none.
  std::size_t sequence_at(std::size_t i) {
    constexpr std::size_t kLongest = 4;
    if (codes_[i].value < 0xC2) return 0;
    std::string bytes;
    for (std::size_t at = i; at < std::min(codes_.size(), i + kLongest); ++at)
      bytes += static_cast<char>(codes_[at].value);
    const Codepoint c = decode_at(bytes, 0);
    if (c.size > 1) replace(c.value, i, i + c.size - 1U);
    return c.size;
  }

  // `letter` in place of code `i`, or what stood there if it is 0.
  void put(char32_t letter, std::size_t i) {
    if (letter == 0) {
      keep(i);
    } else {
      replace(letter, i, i);
    }
  }

  void replace(char32_t letter, std::size_t first, std::size_t last) {
    const Span span{codes_[first].begin, codes_[last].end};
    std::string bytes;
    append_utf8(bytes, letter);
    if (slice(text_, span) == bytes) {
      out_.copy(text_, span);
    } else {
      out_.replace(bytes, span);
    }
  }

  // A code that is no letter: punctuation of windows-1252 and the like.
  void keep(std::size_t i) {
    const Code& code = codes_[i];
    const char32_t letter = raw_ && code.value >= 0x80
                                ? windows_1252_letter(code.value)
                                : code.value;
    if (text_[code.begin] == '\0' || (raw_ && letter == 0)) {
      if (repairs_.count++ == 0) repairs_.first = code.begin;
      out_.replace(kReplacement, {code.begin, code.end});
    } else if (raw_ && code.value >= 0x80) {
      replace(letter, i, i);
    } else {
      out_.copy(text_, {code.begin, code.end});
    }
  }

  std::string_view text_;
  bool raw_;
  std::vector<Code> codes_;
  EditedText& out_;
  Repairs& repairs_;
};

// UTF-8 as it is, but for line ends and bytes that are none.
void copy_line(std::string_view text, Span line, EditedText& out,
               Repairs& repairs) {
  std::uint32_t done = line.begin;
  for (std::uint32_t at = line.begin; at < line.end;) {
    const Codepoint c = decode_at(text, at);
    const bool is_good =
        c.value < 0x80 ? c.value != 0 && c.value != U'\r' : c.size > 1;
    at += c.size;
    if (is_good) continue;
    out.copy(text, {done, at - 1});
    done = at;
    if (c.value != U'\r') {
      if (repairs.count++ == 0) repairs.first = at - 1;
      out.replace(kReplacement, {at - 1, at});
    } else if (at == line.end || text[at] != '\n') {
      out.replace("\n", {at - 1, at});
    }
  }
  out.copy(text, {done, line.end});
}

// A line that was misread twice: undoes the later time first.
void decode_twice(std::string_view text, Span line, Reading reading,
                  EditedText& out, Repairs& repairs) {
  EditedText once;
  decode_line(text, line, {Charset::utf8, Carrier::windows_1252}, once,
              repairs);
  EditedText both;
  reading.twice = false;
  decode_line(once.text(), {0, once.size()}, reading, both, repairs);
  const OffsetMap map = both.map().behind(once.map());
  for (std::uint32_t at = 0; at < both.size();) {
    const std::uint32_t size = decode_at(both.text(), at).size;
    const Span now{at, at + size};
    const Span was = map.source(now);
    if (slice(both.text(), now) == slice(text, was)) {
      out.copy(text, was);
    } else {
      out.replace(slice(both.text(), now), was);
    }
    at += size;
  }
}

}  // namespace

void decode_line(std::string_view text, Span line, Reading reading,
                 EditedText& out, Repairs& repairs) {
  if (reading == Reading{}) return copy_line(text, line, out, repairs);
  if (reading.twice) return decode_twice(text, line, reading, out, repairs);
  if (reading.charset == Charset::viqr ||
      reading.charset == Charset::viqr_loose) {
    return decode_viqr(text, line, reading.charset == Charset::viqr_loose, out);
  }
  Decoder decoder(text, line, reading, out, repairs);
  switch (reading.charset) {
    case Charset::tcvn3:
      return decoder.tcvn3();
    case Charset::vni:
      return decoder.vni();
    case Charset::viscii:
      return decoder.viscii();
    case Charset::windows_1258:
      return decoder.windows_1258();
    default:
      return decoder.utf8();
  }
}

}  // namespace kehoach
