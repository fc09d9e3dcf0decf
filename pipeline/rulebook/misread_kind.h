// Kinds of documents, by headings that were not read letter for letter.
#pragma once

#include <string_view>

namespace kehoach {

class Rulebook;

// The folded words of the table `doctypes` whose letters, without marks and
// blanks, are those of `line`: `K Ế H O Ạ C H` and `KÉ HOẠCH` are `kế hoạch`.
// Empty where there are none, and for lines that are not all capitals. Lives as
// long as `rules`.
[[nodiscard]] std::string_view misread_kind(std::string_view line,
                                            const Rulebook& rules);

}  // namespace kehoach
