// A web page without its weight: what a parser needs to find its tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/html_style.h"
#include "read/read.h"

namespace kehoach {

// What the attributes of an element say, as far as it matters to text.
struct HtmlElement {
  HtmlStyle style;
  std::uint32_t columns = 1;
  std::uint32_t rows = 1;
  std::int32_t number = 1;  // `start` of a list, `value` of an item
  char numbering = '1';     // `type` of a list: 1 a A i I
  bool numbered = false;    // `value` was given
  bool link = false;        // leads somewhere
  std::string_view role, id, classes;
  friend bool operator==(const HtmlElement&, const HtmlElement&) = default;
};

// `markup` has the tags of the page that decide about its tree, and for its
// texts and attributes only numbers: `<p k=3>12;</p>` is the text `texts[12]`
// in a paragraph that `elements[3]` speaks of. White space alone is ` `.
struct HtmlDigest {
  // A page of more tags or texts is none that people wrote.
  static constexpr std::size_t kMostTags = kReadLimits.html_tags;
  static constexpr std::size_t kMostTexts = 4'000'000;

  std::string markup;
  std::vector<std::string_view> texts;
  std::vector<HtmlElement> elements;
  std::size_t tags = 0;  // in `markup`

  [[nodiscard]] bool too_large() const {
    return tags > kMostTags || texts.size() > kMostTexts;
  }
};

// Parsing the digest gives the tree of the page, but for elements that don't
// matter to text: unknown ones (`o:p`), spans without a style, images, input
// fields, drawings, templates. Pages made by word processors hardly hold
// anything else, and a parser's time goes by tags and letters.
//
//   digest_html("<p class=x><span lang=vi>Kế hoạch</span></p>").markup
//     == "<p>0;</p>"
//
// Elements nest at most some hundreds deep; what stands deeper loses its tags,
// and a lost block leaves a `<wbr>`. Stops where it gets too large. Linear.
// The page must outlive its digest.
[[nodiscard]] HtmlDigest digest_html(std::string_view page);

}  // namespace kehoach
