#include "read/glyphs.h"

#include <string>

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

}  // namespace

void MendedGlyphs::mend(PdfPage& page) {
  for (PdfWord& word : page.words) {
    std::string text;
    bool mended = false;
    for (std::size_t at = 0; at < word.text.size();) {
      const Codepoint c = decode_at(word.text, at);
      char32_t value = c.value;
      for (std::size_t i = 0; i < kKinds; ++i) {
        if (kConfusions.at(i).before != c.value) continue;
        value = kConfusions.at(i).after;
        ++counts_.at(i);
        mended = true;
      }
      append_utf8(text, value);
      at += c.size;
    }
    if (mended) word.text = std::move(text);
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
