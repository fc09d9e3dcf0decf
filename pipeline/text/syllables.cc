#include "text/syllables.h"

#include <algorithm>
#include <array>

#include "text/letters.h"

namespace kehoach {
namespace {

// All rhymes without their tones. `q` and `gi` are not in the list of onsets:
// see `is_possible`. `ăk` ends names of the highlands.
constexpr std::u32string_view kRhymes =
    U"a ac ach ai am an ang anh ao ap at au ay "
    U"ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    U"e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    U"i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    U"o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao "
    U"oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet "
    U"ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    U"u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ "
    U"uôc uôi uôm uôn uông uôt uy uya uych uynh uyp uyt uyu uyên uyêt "
    U"ư ưa ưc ưi ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
    U"y yêm yên yêng yêt yêu";

constexpr std::u32string_view kOnsets =
    U"b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x";

// A few letters in one number: six bits each, the first in the highest.
using Key = std::uint64_t;
constexpr std::u32string_view kAlphabet = U"abcdefghijklmnopqrstuvwxyzăâêôơưđ";
constexpr unsigned kBits = 6;
constexpr std::size_t kMaxLetters = 7;  // `nghiêng`

constexpr Key code_of(char32_t c) {
  return c >= U'a' && c <= U'z' ? c - U'a' + 1 : kAlphabet.find(c) + 1;
}

constexpr char32_t base_of(char32_t c) {
  constexpr std::u32string_view kMarked = U"ăâêôơưđ";
  constexpr std::u32string_view kPlain = U"aaeooud";
  const std::size_t at = kMarked.find(c);
  return at == std::u32string_view::npos ? c : kPlain[at];
}

constexpr std::size_t count_words(std::u32string_view list) {
  return static_cast<std::size_t>(std::count(list.begin(), list.end(), U' ')) +
         1;
}

template <std::size_t size>
constexpr std::array<Key, size> keys_of(std::u32string_view list, bool folded) {
  std::array<Key, size> keys{};
  std::size_t at = 0;
  for (const char32_t c : list) {
    if (c == U' ') {
      ++at;
    } else {
      keys[at] = (keys[at] << kBits) | code_of(folded ? base_of(c) : c);
    }
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

template <std::size_t size>
bool has(const std::array<Key, size>& keys, Key key) {
  return std::binary_search(keys.begin(), keys.end(), key);
}

// The letters of a word without tones, in small letters.
struct Letters {
  std::array<char32_t, kMaxLetters> at{};
  std::size_t size = 0;

  [[nodiscard]] Key key(std::size_t begin) const {
    Key key = 0;
    for (std::size_t i = begin; i < size; ++i)
      key = (key << kBits) | code_of(at[i]);
    return key;
  }
};

bool is_rhyme(Key key, bool folded) {
  static constexpr auto kExact = keys_of<count_words(kRhymes)>(kRhymes, false);
  static constexpr auto kFolded = keys_of<count_words(kRhymes)>(kRhymes, true);
  return folded ? has(kFolded, key) : has(kExact, key);
}

// `key` with `c` before its `letters` letters.
Key with_first(char32_t c, Key key, std::size_t letters) {
  return (code_of(c) << (kBits * letters)) | key;
}

bool is_front(char32_t c) {
  return c == U'e' || c == U'ê' || c == U'i' || c == U'y';
}

// `c`, `g` and `ng` are written `k`, `gh` and `ngh` before e, ê, i, y.
bool fits_spelling(const Letters& word, std::size_t onset) {
  if (onset == 0) return true;
  const bool front = is_front(word.at[onset]);
  const char32_t first = word.at[0];
  const char32_t last = word.at[onset - 1];
  if (onset == 1 && first == U'c') return !front;
  if (onset == 1 && first == U'g') return !front || word.at[1] == U'i';
  if (onset == 1 && first == U'k') return front;
  if (onset == 2 && first == U'n' && last == U'g') return !front;
  if (onset > 1 && last == U'h' && word.at[onset - 2] == U'g') return front;
  return true;
}

// Whether `word` is an onset, or none, and a rhyme. `q` takes the `u` behind it
// along, which else would belong to the rhyme (`quan`: qu-an, `quyt`: q-uyt),
// and `gi` may share its `i` with the rhyme (`gia`: gi-a, `gin`: g-in).
bool is_possible(const Letters& word, bool folded) {
  static constexpr auto kExact = keys_of<count_words(kOnsets)>(kOnsets, false);
  static constexpr auto kFolded = keys_of<count_words(kOnsets)>(kOnsets, true);
  if (word.size > 2 && word.at[0] == U'q' && word.at[1] == U'u') {
    return is_rhyme(word.key(2), folded) || is_rhyme(word.key(1), folded);
  }
  if (word.size > 2 && word.at[0] == U'g' && word.at[1] == U'i' &&
      (is_rhyme(word.key(2), folded) ||
       is_rhyme(with_first(U'i', word.key(2), word.size - 2), folded))) {
    return true;
  }
  Key onset = 0;
  for (std::size_t size = 0; size < std::min<std::size_t>(word.size, 4);
       ++size) {
    const bool known =
        size == 0 || (folded ? has(kFolded, onset) : has(kExact, onset));
    if (known && fits_spelling(word, size) &&
        is_rhyme(word.key(size), folded)) {
      return true;
    }
    onset = (onset << kBits) | code_of(word.at[size]);
  }
  return false;
}

// What the letters of a word are, whatever they spell.
struct Look {
  Letters exact;  // valid while `fits`
  Letters folded;
  bool fits = true;     // Vietnamese letters, not too many
  bool marked = false;  // some letter is not ASCII
  bool toned = false;   // a mark that no acronym has
  bool has_digit = false;
  bool foreign = false;  // f, j, w, z
  bool has_vowel = false;
  std::uint8_t tones = 0;
  std::uint8_t tone = 0;
  std::uint32_t letters = 0;
  std::uint32_t capitals = 0;
  bool first_capital = false;
};

void add_mark(Look& look, char32_t c) {
  look.marked = look.toned = true;
  if (const std::uint8_t tone = tone_of_mark(c); tone != 0) {
    look.tone = tone;
    ++look.tones;
    return;
  }
  const std::size_t size = look.exact.size;
  const char32_t shaped =
      size == 0 ? 0 : with_shape(look.exact.at[size - 1], c);
  if (shaped == 0) {
    look.fits = false;
  } else {
    look.exact.at[size - 1] = shaped;
  }
}

void add_letter(Look& look, char32_t c) {
  const Letter& l = letter(c);
  const char32_t plain = l.vowel != 0 ? with_tone(l.lower, 0) : l.lower;
  const bool ascii = c < 0x80;
  if (l.base == 0 || (!ascii && l.vowel == 0 && plain != U'đ') ||
      look.exact.size == kMaxLetters) {
    look.fits = false;
  } else {
    look.exact.at[look.exact.size++] = plain;
    look.folded.at[look.folded.size++] = static_cast<char32_t>(l.base);
  }
  if (l.tone != 0) look.tone = l.tone, ++look.tones;
  look.marked = look.marked || !ascii;
  look.toned = look.toned || (!ascii && plain != U'đ' && plain != U'ư');
  look.foreign = look.foreign || plain == U'f' || plain == U'j' ||
                 plain == U'w' || plain == U'z';
  look.has_vowel = look.has_vowel || l.vowel != 0;
  if (l.upper_case) {
    look.first_capital = look.first_capital || look.letters == 0;
    ++look.capitals;
  }
  ++look.letters;
}

// Icelandic and African letters that look like Đ, đ and are typed for them.
char32_t vietnamese_twin(char32_t c) {
  if (c == 0xD0 || c == 0x189) return U'Đ';
  return c == 0xF0 ? U'đ' : c;
}

Look look_at(std::string_view word) {
  Look look;
  for (std::size_t at = 0; at < word.size();) {
    Codepoint c = decode_at(word, at);
    at += c.size;
    c.value = vietnamese_twin(c.value);
    if (is_digit(c.value)) {
      look.has_digit = true;
    } else if (c.value >= 0x300 && c.value <= 0x36F) {
      add_mark(look, c.value);
    } else if (is_letter(c.value)) {
      add_letter(look, c.value);
    } else {
      look.fits = false;
      look.marked = look.toned = true;
    }
  }
  return look;
}

bool is_exact(const Look& look) {
  const auto& [letters, size] = look.exact;
  if (!look.fits || look.tones > 1 || !is_possible(look.exact, false))
    return false;
  const char32_t last = letters[size - 1];
  const bool stop = last == U'c' || last == U'p' || last == U't' ||
                    last == U'k' ||
                    (last == U'h' && size > 1 && letters[size - 2] == U'c');
  return !stop || look.tone == 2 || look.tone == 5;
}

// Letters of an acronym bear no marks but those of đ and ư.
bool is_neutral(const Look& look) {
  constexpr std::uint32_t kForeignLetters = 4;
  if (look.toned) return false;
  if (look.letters == 1 || look.capitals > 1) return true;
  return !look.marked && (look.foreign || look.first_capital ||
                          (look.letters >= kForeignLetters && look.has_vowel));
}

// Symbols that stand at the ends of words: quotes, dashes, bullets, dots, and
// the raised signs of m² and 5°.
bool is_trimmed(char32_t c) {
  return (c >= 0x2010 && c <= 0x2027) || c == 0xB0 || c == 0xB2 || c == 0xB3;
}

bool is_between(char32_t c) {
  if (c < 0x80) return !is_letter(c) && !is_digit(c);
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
         c == 0x3000 || c == 0xFEFF;
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

std::string_view trim_symbols(std::string_view word) {
  while (!word.empty()) {
    const Codepoint c = decode_at(word, 0);
    if (!is_trimmed(c.value)) break;
    word.remove_prefix(c.size);
  }
  while (!word.empty()) {
    const Codepoint c = decode_before(word, word.size());
    if (!is_trimmed(c.value)) break;
    word.remove_suffix(c.size);
  }
  return word;
}

}  // namespace

WordKind judge_word(std::string_view word) {
  const Look look = look_at(word);
  if (look.has_digit || look.letters == 0) return WordKind::neutral;
  if (is_exact(look)) return WordKind::exact;
  if (look.fits && is_possible(look.folded, true)) return WordKind::folded;
  return is_neutral(look) ? WordKind::neutral : WordKind::impossible;
}

PrintedWord next_word(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const Codepoint c = decode_at(text, at);
      if (is_between(c.value)) break;
      at += c.size;
    }
    const auto word = trim_symbols(text.substr(begin, at - begin));
    if (at < text.size()) at += decode_at(text, at).size;
    if (!word.empty()) return {word, !is_ascii(word)};
  }
  return {};
}

SyllableCount count_syllables(std::string_view text) {
  SyllableCount count;
  std::size_t at = 0;
  for (PrintedWord word = next_word(text, at); !word.text.empty();
       word = next_word(text, at)) {
    const WordKind kind = judge_word(word.text);
    if (kind == WordKind::neutral) continue;
    ++count.words;
    if (kind == WordKind::exact) {
      ++count.exact;
      if (word.marked) ++count.marked;
    }
    if (kind != WordKind::impossible) ++count.folded;
  }
  return count;
}

}  // namespace kehoach
