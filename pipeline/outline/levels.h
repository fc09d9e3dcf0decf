// Private to the room: the parts and items that are open at a paragraph.
#pragma once

#include <cstdint>
#include <vector>

#include "model/model.h"
#include "outline/zones.h"

namespace kehoach {

struct Frame {
  std::int32_t node = -1;
  Marker kind = Marker::none;
  int parts = 0;         // of a decimal number
  bool lead_in = false;  // a bare sentence that ends in a colon
  bool heading = false;
};

// Whether the list of `item` goes on with `next`: `c)` behind `b)`, `2.2`
// behind `2.1`. Parts with Roman numbers are no lists.
[[nodiscard]] bool goes_on(const Node& item, const ListMark& next);

// The list that a bare paragraph closed: its level, and its last node.
struct Interrupted {
  std::size_t level = 0;
  std::int32_t node = -1;
};

// The levels of `open` above the list that `next` goes on with, as `c)` does
// behind an open `b)`, or behind one that a paragraph before had closed; 0
// where it opens or closes one. `bullets`: bullets go on with bullets.
[[nodiscard]] std::size_t levels_above(const ListMark& next, bool bullets,
                                       const std::vector<Frame>& open,
                                       const std::vector<Node>& nodes,
                                       const Interrupted& closed);

[[nodiscard]] bool is_bullet(Marker kind);

// For each line from `begin` on whether it is the `1.` of a list below the
// bullet in front of it: in a part whose numbers begin again behind every
// bullet that opens some (`- Về kiểm tra: 02 cuộc` / `1. ...` / `2. ...`).
[[nodiscard]] std::vector<bool> numbers_below_bullets(
    const std::vector<Line>& lines, std::size_t begin, std::size_t end);

// Closes what a mark of this kind cannot stand under.
void close_levels(Marker kind, int parts, std::vector<Frame>& open);

}  // namespace kehoach
