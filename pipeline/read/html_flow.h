// The tree of a web page as flowing text.
#pragma once

#include <vector>

#include "model/source_text.h"
#include "read/html_text.h"
#include "read/html_tree.h"

namespace kehoach {

// Lines and tables as a browser shows them, without the nodes that are `cut`
// (one flag for each node; with a node all that stands in it goes) or unseen.
//
// White space is collapsed as CSS says, but in preformatted text; no-break
// spaces stay, each as a blank. What the browser writes by itself, this does:
// numbers and bullets of list items, unless an item brings its own. Word's
// marks of list items lose their padding, bullets from symbol fonts become `-`.
// A footnote's number in superscript becomes `[1]`, as it is written in plain
// text; an exponent (`m<sup>2</sup>`) stays a digit. Headings are bold.
//
//   <ol><li><p>a\n b</ol>  gives the line  1. a b
//
// Never fails. Linear.
[[nodiscard]] SourceText flow_html(const HtmlTree& tree,
                                   const std::vector<bool>& cut,
                                   HtmlText& letters);

}  // namespace kehoach
