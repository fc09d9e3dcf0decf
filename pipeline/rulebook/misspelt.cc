#include "rulebook/misspelt.h"

#include <algorithm>

namespace kehoach {
namespace {

constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kFewestLetters = 12;

// One letter replaced, missing or too many.
bool is_one_letter_off(std::string_view a, std::string_view b) {
  std::size_t at_a = 0, at_b = 0;
  while (at_a < a.size() && at_b < b.size()) {
    const Codepoint x = decode_at(a, at_a);
    const Codepoint y = decode_at(b, at_b);
    if (x.value != y.value) {
      const std::string_view rest_a = a.substr(at_a), rest_b = b.substr(at_b);
      return rest_a.substr(x.size) == rest_b.substr(y.size) ||
             rest_a == rest_b.substr(y.size) || rest_a.substr(x.size) == rest_b;
    }
    at_a += x.size;
    at_b += y.size;
  }
  const std::string_view rest =
      at_a < a.size() ? a.substr(at_a) : b.substr(at_b);
  return !rest.empty() && decode_at(rest, 0).size == rest.size();
}

// The end of name[from...] in `words` at `at`; 0 where it is not there.
std::size_t end_of(const NameWords& words, std::size_t at,
                   const std::vector<std::string>& name, std::size_t from) {
  for (; from < name.size(); ++from, ++at) {
    while (at < words.size() && words[at].folded == "và") ++at;
    if (at >= words.size() || words[at].folded != name[from]) return 0;
  }
  return at;
}

}  // namespace

std::size_t misspelt_words(const NameWords& words,
                           const std::vector<std::string>& name,
                           std::size_t letters) {
  std::size_t at = 0, same = 0;
  while (same < name.size()) {
    while (at < words.size() && words[at].folded == "và") ++at;
    if (at >= words.size() || words[at].folded != name[same]) break;
    ++at;
    ++same;
  }
  if (same < 2 || same == name.size()) return 0;
  if (letters >= kFewestLetters && at < words.size() &&
      is_one_letter_off(words[at].folded, name[same])) {
    if (const std::size_t end = end_of(words, at + 1, name, same + 1))
      return end;
  }
  if (name.size() < kFewestWords) return 0;
  const std::size_t missing =
      same + 1 == name.size() ? at : end_of(words, at, name, same + 1);
  if (missing > 0) return missing;
  return end_of(words, at + 1, name, same);
}

}  // namespace kehoach
