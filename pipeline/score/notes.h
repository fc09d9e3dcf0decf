// Private to the room: how a note on a miss says a value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace kehoach {

[[nodiscard]] std::string text_of(const std::optional<std::string>& value);
[[nodiscard]] std::string list_of(const std::vector<std::string>& items);
// The beginning of a text, in quotation marks.
[[nodiscard]] std::string beginning(std::string_view text);
[[nodiscard]] std::string target_of(const Target& target);

}  // namespace kehoach
