// The tree of a web page, flat and in document order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html_digest.h"

namespace kehoach {

// What an element is to the flow of text.
enum class HtmlName : std::uint8_t {
  text,
  phrase,  // goes on in the line
  block,   // begins and ends a line
  preformatted,
  paragraph,
  heading,
  line_break,
  line_end,  // left by a block that stood too deep
  ruled_line,
  ordered_list,
  unordered_list,
  list_item,
  table,
  caption,
  row_group,
  row,
  cell,
  head_cell,
  bold,
  italic,
  superscript,
  link,
  chrome,  // by its name not the text of a document: `nav`, `aside`
  unseen,  // menus of forms, deleted text
};

struct HtmlNode {
  HtmlName name = HtmlName::phrase;
  bool has_element = false;  // `element` indexes HtmlTree::elements
  std::uint32_t element = 0;
  std::uint32_t parent = 0;       // the root is its own
  std::uint32_t end = 0;          // index behind the last node inside
  std::uint32_t texts_begin = 0;  // of a text: [texts_begin, texts_end) of
  std::uint32_t texts_end = 0;    // HtmlTree::texts
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;  // the first is the root
  std::vector<std::string_view> texts;
  std::vector<HtmlElement> elements;

  [[nodiscard]] const HtmlElement& element_of(const HtmlNode& node) const {
    static const HtmlElement none;
    return node.has_element ? elements[node.element] : none;
  }
};

// The tree that the tree construction stage of the HTML Standard makes of the
// page that was digested: paragraphs that were left open end where browsers end
// them, emphasis goes on across them, text beside the cells of a table stands
// before it.
//
//   parse_html(digest_html("<p>a<p>b")).nodes  // root, p, a, p, b
//
// Never fails. Linear, as a digest is not deep. Texts stand in the page.
[[nodiscard]] HtmlTree parse_html(HtmlDigest digest);

}  // namespace kehoach
