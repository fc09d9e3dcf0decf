// Private to the room: paragraphs that tell somebody to do something, though
// they stand in no part about tasks.
#pragma once

#include "extract/holders.h"

namespace kehoach {

// True for a paragraph outside of all parts that holds an obligation, as those
// of letters do, and for the sentence that gives an order above a list of them:
//
//   Để kịp ra quân trước ngày 15/3/2026, Sở Y tế đề nghị các trạm:
//   1. Rà soát phao cứu sinh.
//
// True also for what must be among the arrangements of a meeting. What such a
// paragraph says of time and number is read as if it were a task.
[[nodiscard]] bool tells_to_do(const Reading& reading, const Holders& holders,
                               std::size_t node);

}  // namespace kehoach
