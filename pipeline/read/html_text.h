// Letters of web pages: bytes of their charset, and character references.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "read/html_charset.h"

namespace kehoach {

// Decodes texts of one page. Keeps the references that it has met, so use one
// for each page.
//
//   std::string out;
//   HtmlText(HtmlCharset::utf8).append("H&Agrave; N&#7897;i", out);
//   out == "HÀ NỘI" but for its case
class HtmlText {
 public:
  explicit HtmlText(HtmlCharset charset) : charset_(charset) {}

  // Appends `raw` as valid UTF-8; bytes that are none become U+FFFD, and NULs
  // go.
  void append(std::string_view raw, std::string& out);

  [[nodiscard]] HtmlCharset charset() const { return charset_; }

  // How many bytes became U+FFFD.
  [[nodiscard]] std::size_t repairs() const { return repairs_; }

 private:
  // A byte that does not stay as it is.
  std::size_t append_letter(std::string_view raw, std::size_t at,
                            std::string& out);
  std::size_t append_reference(std::string_view raw, std::size_t at,
                               std::string& out);
  std::string_view named(std::string_view reference);

  HtmlCharset charset_;
  std::size_t repairs_ = 0;
  std::map<std::string, std::string, std::less<>> named_;
};

}  // namespace kehoach
