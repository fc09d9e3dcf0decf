// How far the way of one document has been gone.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace kehoach {

enum class Stage : std::uint8_t {
  find,       // looking for the file
  open,       // taking its bytes
  unpack,     // walking through a container
  convert,    // by LibreOffice
  read,       // bytes to text; before each page again
  normalise,  // and mending
  outline,
  extract,
};
inline constexpr std::size_t kStages = 8;
// `find`, ...
[[nodiscard]] std::string_view name_of(Stage stage);
// Nothing for a name that is none.
[[nodiscard]] std::optional<Stage> stage_named(std::string_view name);

// Is told whenever a document comes a step further, by any thread.
using StepWatch = std::function<void(Stage)>;

}  // namespace kehoach
