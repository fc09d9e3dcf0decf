// The letters of a run as they are seen.
#pragma once

#include <string>
#include <string_view>

#include "read/docx_styles.h"

namespace kehoach {

// `text` as UTF-8 without control characters: the signs of symbol fonts and the
// letters of fonts with an encoding of their own become what they show, letters
// that are printed as capitals become capitals. What can stay as it is comes
// back as it is, else it is written to `buffer`.
[[nodiscard]] std::string_view seen_letters(std::string_view text,
                                            const RunLook& look,
                                            std::string& buffer);

// `text` of an attribute as UTF-8 in one line, whatever its bytes are.
[[nodiscard]] std::string typed_letters(std::string_view text);

}  // namespace kehoach
