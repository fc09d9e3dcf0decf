// Which part of a web page is the document.
#pragma once

#include <cstddef>
#include <vector>

#include "read/html_text.h"
#include "read/html_tree.h"

namespace kehoach {

struct HtmlBody {
  std::vector<bool> cut;  // for each node of the tree: is no part of it
  std::size_t lines = 0;  // how many lines were cut
  // Nothing tells where the document is, so hardly anything was cut.
  bool unsure = false;
};

// Finds the document in a page by what documents of its kind look like, and the
// menus, advertisements, related articles and footers around it by what such
// parts look like anywhere; no site is known by name.
//
// The form that decree 30/2020/NĐ-CP prescribes gives the evidence: motto,
// number, place and date, kind of document, legal basis, parts, recipients,
// signature. The smallest element that holds as many kinds of these as the
// whole page is the document. Around it everything goes but long texts,
// appendices and notes; inside of it what is made of links, what HTML calls
// navigation, and short parts whose class or id says what they are (`share`,
// `related`). Where the form is missing, the element with most of the text
// takes its place; where no element stands out, all is kept but what is
// navigation beyond doubt.
//
// A page with hardly a link is a document as it stands, and nothing is cut.
// Linear.
[[nodiscard]] HtmlBody find_html_body(const HtmlTree& tree,
                                      HtmlCharset charset);

}  // namespace kehoach
