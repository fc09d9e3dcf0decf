// Private to the room: the words of a text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "audit/audit_words.h"
#include "text/text.h"

namespace kehoach {

// What stands between a word and the one before it.
enum class Break : std::uint8_t {
  none,   // blanks
  comma,  // a comma, bracket, quotation mark or dash
  colon,
  stop,  // a semicolon, a full stop, a line
};

struct Word {
  WordId id = 0;
  WordId bare = 0;  // without accents
  Span span;
  Break before = Break::none;
  bool number = false;  // begins with a digit: 5, 30/6/2025, 28-CT/TW
  bool code = false;    // a number with letters: 28-CT/TW
};

// Splits `text` into syllables, folded and numbered: with their accents, by
// which phrases are known (`chợ` is not `cho`), and without, by which texts are
// compared (`bổ trí` is `bố trí`, mistyped). A number keeps what hangs on it:
// `28-CT/TW` is one word; zeros in front of it are dropped.
[[nodiscard]] std::vector<Word> words_of(std::string_view text,
                                         WordNumbers& lexicon);
[[nodiscard]] std::vector<WordId> ids_of(const std::vector<Word>& words);

}  // namespace kehoach
