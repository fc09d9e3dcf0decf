// Sketches as they are stored. Private to store/.
#pragma once

#include <string>
#include <string_view>

#include "text/text.h"

namespace kehoach {

// Four bytes a number, the low one first.
[[nodiscard]] std::string sketch_bytes(const Sketch& sketch);
// Empty where the bytes are no sketch.
[[nodiscard]] Sketch sketch_from(std::string_view bytes);

}  // namespace kehoach
