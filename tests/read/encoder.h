// Writes Vietnamese in the encodings of old, from their definitions: shares
// nothing with the decoders.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/text.h"

namespace kehoach {

// A vowel taken apart: base letter, '^', '(', '+' or ' ', and its tone as a
// place in " `'?~.".
struct VowelParts {
  char base = 0;
  char shape = ' ';
  std::size_t tone = 0;
};

// The vowels, each with its six tones, in both cases.
inline constexpr std::u32string_view kVowels =
    U"aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
    U"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ";
inline constexpr std::string_view kBases = "aaaeeiooouuyAAAEEIOOOUUY";
inline constexpr std::string_view kVowelShapes = " (^ ^  ^+ +  (^ ^  ^+ + ";

inline VowelParts parts_of(char32_t letter) {
  const std::size_t at = kVowels.find(letter);
  if (at == std::u32string_view::npos) return {};
  return {kBases[at / 6], kVowelShapes[at / 6], at % 6};
}

template <typename Encode>
std::string encoded(std::string_view text, Encode encode) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    at += c.size;
    if (c.value < 0x80 && parts_of(c.value).base == 0) {
      out += static_cast<char>(c.value);
    } else {
      out += encode(c.value);
    }
  }
  return out;
}

inline std::string byte(unsigned value) {
  return std::string(1, static_cast<char>(value));
}

// Small letters in the order of `kVowels`; capitals with tones do not exist.
inline std::string tcvn3(std::string_view text) {
  static constexpr std::string_view kCodes =
      "a\xB5\xB8\xB6\xB7\xB9\xA8\xBB\xBE\xBC\xBD\xC6\xA9\xC7\xCA\xC8\xC9\xCB"
      "e\xCC\xD0\xCE\xCF\xD1\xAA\xD2\xD5\xD3\xD4\xD6i\xD7\xDD\xD8\xDC\xDE"
      "o\xDF\xE3\xE1\xE2\xE4\xAB\xE5\xE8\xE6\xE7\xE9\xAC\xEA\xED\xEB\xEC\xEE"
      "u\xEF\xF3\xF1\xF2\xF4\xAD\xF5\xF8\xF6\xF7\xF9y\xFA\xFD\xFB\xFC\xFE";
  return encoded(text, [](char32_t c) {
    if (c < 0x80) return byte(c);
    constexpr std::u32string_view kCapitals = U"ĂÂÊÔƠƯĐ";
    const std::size_t capital = kCapitals.find(c);
    if (capital != std::u32string_view::npos)
      return byte(static_cast<unsigned>(0xA1 + capital));
    if (c == U'đ') return byte(0xAE);
    return std::string(1, kCodes[kVowels.find(c) % 72]);
  });
}

inline std::string vni(std::string_view text) {
  return encoded(text, [](char32_t c) -> std::string {
    const VowelParts v = parts_of(c);
    const bool capital = is_upper(c);
    const unsigned shift = capital ? 0x20 : 0;
    if (c == U'đ' || c == U'Đ') return byte(0xF1 - shift);
    if (v.tone == 0 && v.shape == ' ') return byte(c);
    static constexpr std::array<unsigned, 6> kI = {0,    0xEC, 0xED,
                                                   0xE6, 0xF3, 0xF2};
    if (to_lower(c) == U'ỵ') return byte(0xEE - shift);
    if (v.base == 'i' || v.base == 'I') return byte(kI[v.tone] - shift);
    static constexpr std::array<unsigned, 6> kPlain = {0,    0xF8, 0xF9,
                                                       0xFB, 0xF5, 0xEF};
    static constexpr std::array<unsigned, 6> kHat = {0xE2, 0xE0, 0xE1,
                                                     0xE5, 0xE3, 0xE4};
    static constexpr std::array<unsigned, 6> kBreve = {0xEA, 0xE8, 0xE9,
                                                       0xFA, 0xFC, 0xEB};
    std::string out = byte(static_cast<unsigned char>(v.base));
    if (v.shape == '+')
      out = byte((to_lower(v.base) == U'o' ? 0xF4 : 0xF6) - shift);
    if (v.shape == '^') return out + byte(kHat[v.tone] - shift);
    if (v.shape == '(') return out + byte(kBreve[v.tone] - shift);
    return v.tone == 0 ? out : out + byte(kPlain[v.tone] - shift);
  });
}

inline std::string viscii(std::string_view text) {
  static constexpr std::string_view kCodes =
      "a\xE0\xE1\xE4\xE3\xD5\xE5\xA2\xA1\xC6\xC7\xA3\xE2\xA5\xA4\xA6\xE7\xA7"
      "e\xE8\xE9\xEB\xA8\xA9\xEA\xAB\xAA\xAC\xAD\xAEi\xEC\xED\xEF\xEE\xB8"
      "o\xF2\xF3\xF6\xF5\xF7\xF4\xB0\xAF\xB1\xB2\xB5\xBD\xB6\xBE\xB7\xDE\xFE"
      "u\xF9\xFA\xFC\xFB\xF8\xDF\xD7\xD1\xD8\xE6\xF1y\xCF\xFD\xD6\xDB\xDC"
      "A\xC0\xC1\xC4\xC3\x80\xC5\x82\x81\x02\x05\x83\xC2\x85\x84\x86\x06\x87"
      "E\xC8\xC9\xCB\x88\x89\xCA\x8B\x8A\x8C\x8D\x8EI\xCC\xCD\x9B\xCE\x98"
      "O\xD2\xD3\x99\xA0\x9A\xD4\x90\x8F\x91\x92\x93\xB4\x96\x95\x97\xB3\x94"
      "U\xD9\xDA\x9C\x9D\x9E\xBF\xBB\xBA\xBC\xFF\xB9Y\x9F\xDD\x14\x19\x1E";
  return encoded(text, [](char32_t c) {
    if (c == U'đ' || c == U'Đ') return byte(c == U'đ' ? 0xF0 : 0xD0);
    return std::string(1, kCodes[kVowels.find(c)]);
  });
}

inline std::string windows_1258(std::string_view text) {
  return encoded(text, [](char32_t c) {
    if (c == U'đ' || c == U'Đ') return byte(c == U'đ' ? 0xF0 : 0xD0);
    const VowelParts v = parts_of(c);
    constexpr std::u32string_view kShaped = U"ăâêôơưĂÂÊÔƠƯ";
    static constexpr std::string_view kShapedCodes =
        "\xE3\xE2\xEA\xF4\xF5\xFD\xC3\xC2\xCA\xD4\xD5\xDD";
    static constexpr std::string_view kTones = "-\xCC\xEC\xD2\xDE\xF2";
    const std::size_t shaped = kShaped.find(kVowels[kVowels.find(c) / 6 * 6]);
    std::string out = shaped == std::u32string_view::npos
                          ? std::string(1, v.base)
                          : std::string(1, kShapedCodes[shaped]);
    return v.tone == 0 ? out : out + kTones[v.tone];
  });
}

inline std::string viqr(std::string_view text) {
  return encoded(text, [](char32_t c) -> std::string {
    if (c == U'đ' || c == U'Đ') return c == U'đ' ? "dd" : "DD";
    const VowelParts v = parts_of(c);
    std::string out(1, v.base);
    if (v.shape != ' ') out += v.shape;
    if (v.tone != 0) out += " `'?~."[v.tone];
    return out;
  });
}

inline std::string utf16(std::string_view text, bool big) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    at += c.size;
    const auto put = [&](char32_t unit) {
      const std::string low = byte(unit & 0xFFU);
      const std::string high = byte(unit >> 8U);
      out += big ? high + low : low + high;
    };
    if (c.value >= 0x10000) {
      put(0xD800 + ((c.value - 0x10000) >> 10U));
      put(0xDC00 + ((c.value - 0x10000) & 0x3FFU));
    } else {
      put(c.value);
    }
  }
  return out;
}

// `bytes` taken for windows-1252 and saved as UTF-8. Of 80 to 9F the signs that
// it has, and Latin-1's controls for the five others.
inline std::string misread(std::string_view bytes) {
  constexpr std::u32string_view kSigns =
      U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
  std::string out;
  for (const char c : bytes) {
    const auto value = static_cast<unsigned char>(c);
    append_utf8(out, value >= 0x80 && value < 0xA0 ? kSigns[value - 0x80]
                                                   : char32_t{value});
  }
  return out;
}

}  // namespace kehoach
