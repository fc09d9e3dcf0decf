// Long level and upright lines of a picture.
#pragma once

#include "read/pix.h"

namespace kehoach {

// What of `ink`, one bit a dot, stands in a level run of at least `level` dots
// or in an upright one of at least `upright`, and a dot on both sides of it: a
// run may step aside by a dot, as lines do that are not quite level. Null where
// there is no memory for it. What Leptonica's opening by a brick gives, in a
// fifth of its time: most rows are known to hold no long run after a few steps.
[[nodiscard]] PixPtr long_lines(Pix* ink, int level, int upright);

}  // namespace kehoach
