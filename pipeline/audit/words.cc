#include "audit/words.h"

#include <algorithm>

namespace kehoach {
namespace {

bool is_joiner(char32_t c) {
  return c == '/' || c == '-' || c == '.' || c == ',';
}

bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

bool is_word_letter(char32_t c) {
  return is_letter(c) || is_digit(c) || is_mark(c);
}

// The end of the word that begins at `at`; behind a digit, joiners between
// letters and digits are inside.
std::size_t word_end(std::string_view text, std::size_t at, bool number) {
  while (at < text.size()) {
    const Codepoint c = decode_at(text, at);
    if (!is_word_letter(c.value)) {
      if (!number || !is_joiner(c.value) || at + c.size >= text.size()) break;
      const char32_t next = decode_at(text, at + c.size).value;
      const bool inside =
          c.value == ',' ? is_digit(next) : is_word_letter(next);
      if (!inside) break;
    }
    at += c.size;
  }
  return at;
}

Break wider(Break before, char32_t c) {
  switch (c) {
    case ' ':
    case '\t':
      return before;
    case ';':
    case '.':
    case '!':
    case '?':
    case '\n':
    case 0x2026:  // …
      return Break::stop;
    case ':':
      return std::max(before, Break::colon);
    default:
      return std::max(before, Break::comma);
  }
}

// `05` is `5`.
std::string without_zeros(std::string number) {
  const std::size_t first = number.find_first_not_of('0');
  if (first != std::string::npos &&
      is_digit(static_cast<unsigned char>(number[first])))
    number.erase(0, first);
  return number;
}

bool has_letter(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::vector<Word> words_of(std::string_view text, WordNumbers& lexicon) {
  std::vector<Word> words;
  Break before = Break::none;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    if (!is_letter(c.value) && !is_digit(c.value)) {
      before = wider(before, c.value);
      at += c.size;
      continue;
    }
    Word word;
    word.number = is_digit(c.value);
    word.before = before;
    const std::size_t end = word_end(text, at, word.number);
    word.span = {static_cast<std::uint32_t>(at),
                 static_cast<std::uint32_t>(end)};
    const std::string_view printed = text.substr(at, end - at);
    if (word.number) {
      const std::string folded = without_zeros(fold_for_search(printed));
      word.code = has_letter(folded);
      word.id = word.bare = lexicon.intern(folded);
    } else {
      word.id = lexicon.intern(fold_for_match(printed));
      word.bare = lexicon.intern(fold_for_search(printed));
    }
    words.push_back(word);
    before = Break::none;
    at = end;
  }
  return words;
}

std::vector<WordId> ids_of(const std::vector<Word>& words) {
  std::vector<WordId> ids;
  ids.reserve(words.size());
  for (const Word& word : words) ids.push_back(word.id);
  return ids;
}

}  // namespace kehoach
