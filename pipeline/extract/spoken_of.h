// Private to the room: of which items a line such as `Đơn vị chủ trì: ...`
// speaks.
#pragma once

#include "extract/facts.h"

namespace kehoach {

// The node above all the items that a line below `parent` speaks of: those of
// the numbered part where it stands below a bullet, or below the last of
// several items of which only that one has lines; else `parent`.
//
//   1. Rà soát bến đò.
//   2. Báo cáo.
//   - Đơn vị chủ trì: Sở Xây dựng.    speaks of 1 and 2
//
// Linear in the nodes of the part.
[[nodiscard]] std::int32_t items_spoken_of(const Reading& reading,
                                           std::int32_t parent);

}  // namespace kehoach
