// Private to the digest of web pages: how deep its tags nest.
#pragma once

#include <gumbo.h>

#include <array>
#include <cstdint>
#include <vector>

namespace kehoach {

// What kind of tag it is to the tree construction stage of the HTML Standard.
[[nodiscard]] bool is_html_formatting(GumboTag tag);
[[nodiscard]] bool is_html_void(GumboTag tag);
[[nodiscard]] bool is_html_block(GumboTag tag);  // begins a line
[[nodiscard]] bool is_bold_html_block(GumboTag tag);
[[nodiscard]] bool ends_html_paragraph(GumboTag tag);  // its start does

// Follows the stack of open elements of the standard (section 13.2.4.2), so
// that a parser, which looks through that stack at every tag, never gets a deep
// one. Where it can't know, it holds an element for open.
class HtmlOpenTags {
 public:
  static constexpr std::size_t kDeepest = 256;

  // False where the element would stand too deep: its tags must be left out.
  [[nodiscard]] bool open(GumboTag tag);
  // False for the end tag of an element that was left out.
  [[nodiscard]] bool close(GumboTag tag);

 private:
  void close_implied(GumboTag tag);
  template <typename Is, typename Stop>
  void pop_to(Is is, Stop stop);
  template <typename Is, typename Stop>
  void remove(Is is, Stop stop);

  std::vector<GumboTag> open_;
  std::array<std::uint32_t, GUMBO_TAG_LAST> left_out_{};
};

}  // namespace kehoach
