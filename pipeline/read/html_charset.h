// Which letters the bytes of a web page stand for.
#pragma once

#include <string_view>
#include <vector>

namespace kehoach {

enum class HtmlCharset { utf8, windows_1252, windows_1258 };

// The charset that a page names for itself, in lower case: its `<meta charset>`
// or `<meta http-equiv>`, else its XML declaration. Empty if it names none.
// Looks at the beginning of the page, as browsers do.
[[nodiscard]] std::string_view declared_charset(std::string_view page);

// What the page is written in. Its bytes decide before its word does: texts
// that are UTF-8 beyond ASCII are UTF-8 whatever is declared, and ones that are
// none are not. A page that is no UTF-8 and names no other charset that we know
// is windows-1252, as the Encoding Standard has it.
//
//   charset_of({"ngày"}, "windows-1252") == HtmlCharset::utf8
//   charset_of({"ng\xE0y"}, "utf-8") == HtmlCharset::windows_1252
//
// A few bad bytes among good letters are damage, not another charset.
[[nodiscard]] HtmlCharset charset_of(const std::vector<std::string_view>& texts,
                                     std::string_view declared);

// The letter of a byte above 0x7F; the byte itself where there is none.
[[nodiscard]] char32_t letter_of(unsigned char byte, HtmlCharset charset);

}  // namespace kehoach
