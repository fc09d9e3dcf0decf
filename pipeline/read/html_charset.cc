#include "read/html_charset.h"

#include "read/charset.h"
#include "read/html_tokens.h"
#include "text/text.h"

namespace kehoach {
namespace {

bool ends_label(char c) {
  return c == '"' || c == '\'' || c == ';' || c == '>' || c == ' ' ||
         c == '/' || c == '?' || c == '\n' || c == '\r' || c == '\t';
}

struct Letters {
  std::size_t good = 0;  // letters of several bytes
  std::size_t bad = 0;   // bytes that are none
};

void count_letters(std::string_view text, Letters& letters) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Codepoint letter = decode_at(text, at);
    (letter.size > 1 ? letters.good : letters.bad) += 1;
    at += letter.size;
  }
}

}  // namespace

std::string_view declared_charset(std::string_view page) {
  constexpr std::size_t kWindow =
      4096;  // the standard's 1024 are often too few
  constexpr std::string_view kWord = "charset";
  page = page.substr(0, kWindow);
  for (std::size_t at = 0; at + kWord.size() < page.size(); ++at) {
    const bool xml = starts_with(page, "<?xml") && at < page.find('>') &&
                     is_same_name(page.substr(at, 8), "encoding");
    if (!xml && !is_same_name(page.substr(at, kWord.size()), kWord)) continue;
    std::size_t begin = at + kWord.size() + (xml ? 1 : 0);
    while (begin < page.size() && (page[begin] == ' ' || page[begin] == '=' ||
                                   page[begin] == '"' || page[begin] == '\''))
      ++begin;
    std::size_t end = begin;
    while (end < page.size() && !ends_label(page[end])) ++end;
    if (end > begin) return page.substr(begin, end - begin);
  }
  return {};
}

HtmlCharset charset_of(const std::vector<std::string_view>& texts,
                       std::string_view declared) {
  Letters letters;
  for (const std::string_view text : texts) count_letters(text, letters);
  constexpr std::size_t kFew = 20;  // good letters for each bad one
  if (letters.bad == 0 || letters.good > kFew * letters.bad)
    return HtmlCharset::utf8;
  const bool vietnamese = is_same_name(declared, "windows-1258") ||
                          is_same_name(declared, "cp1258") ||
                          is_same_name(declared, "x-cp1258");
  return vietnamese ? HtmlCharset::windows_1258 : HtmlCharset::windows_1252;
}

char32_t letter_of(unsigned char byte, HtmlCharset charset) {
  const char32_t letter = charset == HtmlCharset::windows_1258
                              ? windows_1258_letter(byte)
                              : windows_1252_letter(byte);
  return letter == 0 ? byte : letter;
}

}  // namespace kehoach
