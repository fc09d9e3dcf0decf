// Private to the room: where words begin and end in folded text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kehoach {

// A folded word with its tones as digits behind it: `hòa` and `hoà` are one.
[[nodiscard]] std::string without_place_of_tone(std::string_view word);
// True where one word goes on across byte `at`.
[[nodiscard]] bool continues_word(std::string_view text, std::size_t at);
// The runs of letters and digits, each as words_of gives it, in order.
[[nodiscard]] std::vector<std::string> ordered_words(std::string_view folded);

}  // namespace kehoach
