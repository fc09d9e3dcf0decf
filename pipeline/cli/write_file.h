// Private to cli/.
#pragma once

#include <string>
#include <string_view>

#include "model/result.h"

namespace kehoach {

// Writes `bytes` to `path`, in place of what was there. Error: the path cannot
// be written, or the disk is full.
[[nodiscard]] Result<void> write_file(const std::string& path,
                                      std::string_view bytes);
// The error of a file that could not be written.
[[nodiscard]] Error cannot_write(const std::string& path);

}  // namespace kehoach
