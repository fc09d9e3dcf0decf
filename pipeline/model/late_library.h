// Code that is left out of the program and loaded when it is first needed.
#pragma once

#include "model/result.h"

namespace kehoach {

// What the function `name` of the module `file` returns, which takes nothing
// and has the C calling convention. The module stands beside the running
// program and stays loaded. Error: `unsupported`, where it is missing or no
// such module; `out_of_memory`.
[[nodiscard]] Result<const void*> ask_late_library(const char* file,
                                                   const char* name);

}  // namespace kehoach
