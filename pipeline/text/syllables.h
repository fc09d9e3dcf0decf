// Whether words are possible Vietnamese syllables.
//
// Vietnamese writes one syllable a word: onset, rhyme, tone. The onsets are
// some thirty, the rhymes some hundred and sixty, and a rhyme that ends in `c`,
// `ch`, `p` or `t` bears only the tones sắc and nặng. Text in a wrong encoding
// or from a bad scan breaks these rules in every second word.
#pragma once

#include <cstdint>
#include <string_view>

namespace kehoach {

enum class WordKind : std::uint8_t {
  neutral,     // says nothing: see `judge_word`
  exact,       // a possible syllable with its tone: `hoạch`, `theo`
  folded,      // possible but for its marks: `hoach`, `hoàch`
  impossible,  // none in any reading: `ho¹ch`, `hogch`, `hoïch`
};

// One word of a text; see `next_word`.
struct PrintedWord {
  std::string_view text;  // empty behind the last word
  bool marked = false;    // not plain ASCII
};

// What `word` may be, in any case, composed or not. The tone may stand on any
// vowel (`hòa`, `hoà`, `họat`): that is a habit of writing.
//
// Neutral is what plans hold besides syllables: whatever has a digit, acronyms
// (`HĐND`, `TTg`), single consonants, foreign names and words in plain ASCII
// (`Zalo`, `online`). Short scraps in small letters (`hgn`) are none of these.
//
//   judge_word("hoạch") == WordKind::exact
[[nodiscard]] WordKind judge_word(std::string_view word);

// The first word of `text` at or after byte `at`, which is moved behind it.
// White space and ASCII punctuation stand between words; quotes, dashes and
// raised digits at their ends are no part of them, other symbols are.
[[nodiscard]] PrintedWord next_word(std::string_view text, std::size_t& at);

// How many words of a text are what.
struct SyllableCount {
  std::uint32_t words = 0;   // all but the neutral ones
  std::uint32_t exact = 0;   // of `words`
  std::uint32_t marked = 0;  // of `exact`: those with Vietnamese marks
  std::uint32_t folded = 0;  // of `words`: the exact ones too

  // Shares of `words`; 0 where there is none.
  [[nodiscard]] double exact_share() const {
    return words == 0 ? 0 : static_cast<double>(exact) / words;
  }
  [[nodiscard]] double folded_share() const {
    return words == 0 ? 0 : static_cast<double>(folded) / words;
  }
  SyllableCount& operator+=(const SyllableCount& more) {
    words += more.words;
    exact += more.exact;
    marked += more.marked;
    folded += more.folded;
    return *this;
  }
  friend bool operator==(const SyllableCount&, const SyllableCount&) = default;
};

// Of healthy Vietnamese 99 % is exact and nearly nine tenths of that marked;
// where marks were lost, `folded_share` stays high and `exact_share` falls.
//
//   count_syllables("Kế hoạch số 12/KH-UBND") == SyllableCount{3, 3, 3, 3}
//
// Never fails: bytes that are no UTF-8 make their word impossible. Linear.
[[nodiscard]] SyllableCount count_syllables(std::string_view text);

}  // namespace kehoach
