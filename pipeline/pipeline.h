// The left half of the house in one call: from the bytes of a file to its
// facts.
#pragma once

#include <string_view>

#include "model/model.h"
#include "read/read.h"
#include "rulebook/rulebook.h"

namespace kehoach {

// Reads one document. Pure: the result depends on the bytes, the rules and the
// program alone; `path` is only copied into the plan (and its ending helps to
// tell Markdown from text).
//
// Error: the format is not read yet, or the file is damaged, encrypted, or has
// no text. What is odd about a readable document is in `Plan::diagnostics`.
[[nodiscard]] Result<Plan> read_plan(std::string_view bytes,
                                     std::string_view path,
                                     const Rulebook& rules,
                                     const ReadOptions& options = {});

}  // namespace kehoach
