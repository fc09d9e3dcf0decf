#include "read/glyphs.h"

#include <string>
#include <string_view>

#include "text/text.h"

namespace kehoach {
namespace {

struct Confusion {
  char32_t before;
  char32_t after;
};

constexpr std::array<Confusion, MendedGlyphs::kKinds> kConfusions = {{
    {U'Ƣ', U'Ư'},
    {U'ƣ', U'ư'},
    {U'Ð', U'Đ'},
    {U'ð', U'đ'},
    {0x189, U'Đ'},  // the African letter
}};

// True if `text` holds the two bytes of one of them.
bool is_confused(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const char next = text[at + 1];
    if (text[at] == '\xC3' && (next == '\x90' || next == '\xB0')) return true;
    if (text[at] == '\xC6' &&
        (next == '\xA2' || next == '\xA3' || next == '\x89')) {
      return true;
    }
  }
  return false;
}

}  // namespace

void MendedGlyphs::mend(PdfPage& page) {
  for (PdfWord& word : page.words) {
    if (!is_confused(word.text)) continue;
    std::string text;
    for (std::size_t at = 0; at < word.text.size();) {
      const Codepoint c = decode_at(word.text, at);
      char32_t value = c.value;
      for (std::size_t i = 0; i < kKinds; ++i) {
        if (kConfusions.at(i).before != c.value) continue;
        value = kConfusions.at(i).after;
        ++counts_.at(i);
      }
      append_utf8(text, value);
      at += c.size;
    }
    word.text = std::move(text);
  }
}

void MendedGlyphs::tell(SourceText& source) const {
  std::string list;
  for (std::size_t i = 0; i < kKinds; ++i) {
    if (counts_.at(i) == 0) continue;
    if (!list.empty()) list += ", ";
    append_utf8(list, kConfusions.at(i).before);
    list += " read as ";
    append_utf8(list, kConfusions.at(i).after);
    list += ": " + std::to_string(counts_.at(i));
  }
  if (list.empty()) return;
  source.diagnostics.push_back(
      {Severity::info,
       "glyphs-mended",
       "the fonts of this file confuse letters; " + list,
       {}});
}

}  // namespace kehoach
