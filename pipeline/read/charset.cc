#include "read/charset.h"

#include <array>

namespace kehoach {
namespace {

// TCVN 5712:1993 as fonts have it, from A1 on. Tones stand on small letters
// only; capitals come from fonts that draw small letters as capitals.
constexpr std::u32string_view kTcvn3 =
    U"ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗố"
    U"ộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.";

// RFC 1456, from 80 on. Six rare capitals stand among the control characters.
constexpr std::u32string_view kViscii =
    U"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵ"
    U"ÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

// 80 to 9F of windows-1252; '.' where it has none.
constexpr std::u32string_view kWindows1252 =
    U"€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

struct Entry {
  std::uint8_t code;
  char32_t letter;
};

constexpr std::array kVisciiControls = {Entry{0x02, U'Ẳ'}, Entry{0x05, U'Ẵ'},
                                        Entry{0x06, U'Ẫ'}, Entry{0x14, U'Ỷ'},
                                        Entry{0x19, U'Ỹ'}, Entry{0x1E, U'Ỵ'}};

// Where windows-1258 is not windows-1252.
constexpr std::array kWindows1258 = {
    Entry{0x8A, 0},     Entry{0x8E, 0},     Entry{0x9A, 0},
    Entry{0x9E, 0},     Entry{0xC3, U'Ă'},  Entry{0xCC, 0x300},
    Entry{0xD0, U'Đ'},  Entry{0xD2, 0x309}, Entry{0xD5, U'Ơ'},
    Entry{0xDD, U'Ư'},  Entry{0xDE, 0x303}, Entry{0xE3, U'ă'},
    Entry{0xEC, 0x301}, Entry{0xF0, U'đ'},  Entry{0xF2, 0x323},
    Entry{0xF5, U'ơ'},  Entry{0xFD, U'ư'},  Entry{0xFE, U'₫'}};

// VNI's letters of one code, the small ones; capitals stand 20 below.
constexpr std::array kVniLetters = {
    Entry{0xE6, U'ỉ'}, Entry{0xEC, U'ì'}, Entry{0xED, U'í'},
    Entry{0xEE, U'ỵ'}, Entry{0xF1, U'đ'}, Entry{0xF2, U'ị'},
    Entry{0xF3, U'ĩ'}, Entry{0xF4, U'ơ'}, Entry{0xF6, U'ư'}};

constexpr char32_t kHat = 0x302;
constexpr char32_t kBreve = 0x306;

struct Mark {
  std::uint8_t code;
  char32_t shape;
  std::uint8_t tone;
};

// VNI's marks behind small letters; those behind capitals stand 20 below.
constexpr std::array kVniMarks = {
    Mark{0xF8, 0, 1},      Mark{0xF9, 0, 2},      Mark{0xFB, 0, 3},
    Mark{0xF5, 0, 4},      Mark{0xEF, 0, 5},      Mark{0xE2, kHat, 0},
    Mark{0xE0, kHat, 1},   Mark{0xE1, kHat, 2},   Mark{0xE5, kHat, 3},
    Mark{0xE3, kHat, 4},   Mark{0xE4, kHat, 5},   Mark{0xEA, kBreve, 0},
    Mark{0xE8, kBreve, 1}, Mark{0xE9, kBreve, 2}, Mark{0xFA, kBreve, 3},
    Mark{0xFC, kBreve, 4}, Mark{0xEB, kBreve, 5}};

VniCode small_vni_code(unsigned small) {
  for (const Entry& entry : kVniLetters) {
    if (entry.code == small) return {entry.letter, 0, 0, false};
  }
  for (const Mark& mark : kVniMarks) {
    if (mark.code == small) return {0, mark.shape, mark.tone, true};
  }
  return {};
}

template <typename Table>
constexpr const Entry* find(const Table& table, unsigned code) {
  for (const Entry& entry : table) {
    if (entry.code == code) return &entry;
  }
  return nullptr;
}

char32_t letter_from(std::u32string_view table, unsigned first, unsigned code) {
  const std::size_t at = code - first;
  if (code < first || at >= table.size() || table[at] == U'.') return 0;
  return table[at];
}

// The code of a letter in windows-1252; 0 where it has none.
std::uint8_t windows_1252_code(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<std::uint8_t>(c);
  if (c == 0x2212) return 0xAD;
  if (c == 0x2219) return 0xB7;
  if (c == 0x3BC) return 0xB5;
  const std::size_t at = kWindows1252.find(c);
  return at == std::u32string_view::npos ? 0
                                         : static_cast<std::uint8_t>(0x80 + at);
}

std::uint8_t code_in(Carrier carrier, char32_t c) {
  if (c < 0x80) return static_cast<std::uint8_t>(c);
  if (carrier == Carrier::windows_1252) return windows_1252_code(c);
  for (const Entry& entry : kWindows1258) {
    if (entry.letter == c) return entry.code;
  }
  const std::uint8_t code = windows_1252_code(c);
  const Entry* other = find(kWindows1258, code);
  // The control characters of codes that it leaves open are carried too.
  return other == nullptr || c < 0xA0 ? code : std::uint8_t{0};
}

}  // namespace

std::vector<Code> codes_of(std::string_view text, Span line, Carrier carrier) {
  std::vector<Code> codes;
  codes.reserve(line.size());
  for (std::uint32_t at = line.begin; at < line.end;) {
    if (carrier == Carrier::none) {
      codes.push_back({static_cast<std::uint8_t>(text[at]), at, at + 1});
      ++at;
      continue;
    }
    const Codepoint c = decode_at(text, at);
    codes.push_back({code_in(carrier, c.value), at, at + c.size});
    at += c.size;
  }
  return codes;
}

char32_t tcvn3_letter(std::uint8_t code) {
  return letter_from(kTcvn3, 0xA1, code);
}

char32_t viscii_letter(std::uint8_t code) {
  const Entry* control = find(kVisciiControls, code);
  return control != nullptr ? control->letter
                            : letter_from(kViscii, 0x80, code);
}

char32_t windows_1252_letter(std::uint8_t code) {
  return code >= 0xA0 ? code : letter_from(kWindows1252, 0x80, code);
}

char32_t windows_1258_letter(std::uint8_t code) {
  const Entry* entry = find(kWindows1258, code);
  return entry != nullptr ? entry->letter : windows_1252_letter(code);
}

VniCode vni_code(std::uint8_t code) {
  if (code < 0xC0) return {};
  VniCode known = small_vni_code(code | 0x20U);
  if (code < 0xE0 && known.letter != 0) known.letter = to_upper(known.letter);
  return known;
}

}  // namespace kehoach
