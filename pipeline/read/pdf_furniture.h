// Recognises what is printed on every page and belongs to none of the text.
#pragma once

#include <string_view>
#include <vector>

#include "model/source_text.h"

namespace kehoach {

// Where a line stands on its page, turned upright.
struct LinePlace {
  Box box;
  float page_height = 0;
  bool alone = true;  // nothing stands beside it
};

// True for a line that may be furniture by what it holds and where it stands:
// a page number, or, set `apart` from the text, a running head.
[[nodiscard]] bool may_be_furniture(const LinePlace& place,
                                    std::string_view text, bool apart);

// Marks page numbers and running heads of `source` as furniture. `places` holds
// one entry for each of its lines.
//
// A page number is a line of its own at the very top or bottom that holds a
// number and no more, and either is the number of its page or runs ahead of it
// by as much as on other pages. A running head is a line in the margin that
// stands in the same place of several pages with the same words, numbers aside.
// Letterheads, which a document may have several of, stand in columns and are
// never marked.
void mark_furniture(SourceText& source, const std::vector<LinePlace>& places);

}  // namespace kehoach
