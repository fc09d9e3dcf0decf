// Private to the room: from printed lines to paragraphs.
#pragma once

#include <string_view>
#include <vector>

#include "model/normal_text.h"
#include "normalise/lines.h"

namespace kehoach {

// The text of `lines`, pieces of `cleaned`: those that only the width of the
// page broke are joined by a blank, paragraphs end in a line break and are
// added to `out`. `paged` lines have boxes. Of a `flat` text all lines are one
// paragraph.
[[nodiscard]] EditedText join_lines(std::string_view cleaned,
                                    const std::vector<MarkedLine>& lines,
                                    bool paged, bool flat, NormalText& out);

}  // namespace kehoach
