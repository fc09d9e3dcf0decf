// Private to the room: two columns that a converter wrote side by side.
#pragma once

#include <optional>
#include <vector>

#include "model/model.h"

namespace kehoach {

// The lines of `source` where letterheads, recipients and signatures stand in
// two columns on the same lines, parted by wide gaps: the left column first and
// then the right one. A blank in a number or a date (`Số:      /KH-UBND`) is no
// gap. Nothing where there are no such columns.
[[nodiscard]] std::optional<std::vector<SourceLine>> unfold_columns(
    const SourceText& source);

}  // namespace kehoach
