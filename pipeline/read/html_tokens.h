// The tags and texts of a web page, as the tokenization stage of the HTML
// Standard (section 13.2.5) tells them apart.
#pragma once

#include <string_view>
#include <vector>

namespace kehoach {

// ASCII white space of the HTML Standard.
[[nodiscard]] inline bool is_html_white(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

struct HtmlAttribute {
  std::string_view name;   // as written
  std::string_view value;  // as written, without its quotes; not decoded
};

struct HtmlToken {
  enum class Kind { text, start, end };
  Kind kind = Kind::text;
  std::string_view text;  // the text, or the name of the tag as written
  std::vector<HtmlAttribute> attributes;  // of a start tag, in their order
  bool self_closing = false;
  std::string_view content;  // of a start tag: what was passed over behind it

  // The value of an attribute by its name in lower case; empty without it.
  [[nodiscard]] std::string_view attribute(std::string_view lower) const;
};

// Walks over a page. Comments, conditional blocks, declarations, and what
// stands in elements that are never shown as text (`script`, `style`, `title`,
// `textarea`, `iframe`, `noscript` and their kin) are passed over without being
// looked at. Character references are left as they are.
//
//   HtmlTokens tokens("<p>a<!-- b --></p>");
//   tokens.next(t) && t.text == "p"; tokens.next(t) && t.text == "a";
//   tokens.next(t) && t.kind == HtmlToken::Kind::end; !tokens.next(t)
//
// Never fails; a tag that the end of the page cuts off is dropped, as the
// standard says. Linear. The page must outlive its tokens.
class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view page) : page_(page) {}

  // The next token; false at the end of the page. `token` is overwritten, and
  // its attributes keep their memory.
  [[nodiscard]] bool next(HtmlToken& token);

  // In XML and inside of `svg`, `<title/>` is an element without content.
  void set_self_closing(bool closes) { self_closing_closes_ = closes; }

 private:
  [[nodiscard]] std::size_t next_markup() const;
  [[nodiscard]] bool take_markup(HtmlToken& token);
  void skip_past(std::string_view mark, std::size_t from);
  void skip_comment();
  [[nodiscard]] bool read_tag(std::size_t at, HtmlToken& token);
  [[nodiscard]] std::size_t read_attribute(std::size_t at, HtmlToken& token);
  void skip_content(const HtmlToken& token);
  [[nodiscard]] bool is_tag(std::size_t at, std::string_view open,
                            std::string_view name) const;

  std::string_view page_;
  std::size_t at_ = 0;
  bool self_closing_closes_ = false;
  bool plain_ = false;  // behind <plaintext> all is text
};

// ASCII letters only, as HTML compares names; `lower` is in lower case.
[[nodiscard]] bool is_same_name(std::string_view name, std::string_view lower);

}  // namespace kehoach
