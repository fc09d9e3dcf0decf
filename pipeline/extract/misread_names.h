// Private to the room: names whose marks were not recognised.
#pragma once

#include <string>
#include <string_view>

#include "extract/facts.h"

namespace kehoach {

// `name` of a body as the gazetteers write it where only marks differ: `Sở y
// tẻ`, `Ủy ban nhân dần tinh quang ngài`.
[[nodiscard]] std::string with_known_marks(const Reading& reading,
                                           std::string_view name);

}  // namespace kehoach
