// A SourceText as bytes, to be kept beside what was read from it.
//
// They are read back by builds whose readers are the same (see
// `reading_version`) and by no others.
#pragma once

#include <string>
#include <string_view>

#include "model/result.h"
#include "model/source_text.h"

namespace kehoach {

[[nodiscard]] std::string to_bytes(const SourceText& source);
// Reads back what `to_bytes` gave. Error: they are cut, too long, or hold what
// no text has (places beyond it, words out of order, numbers that are none).
[[nodiscard]] Result<SourceText> source_from_bytes(std::string_view bytes);

}  // namespace kehoach
