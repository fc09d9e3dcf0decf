#include "normalise/glued_words.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_set>

#include "text/text.h"

namespace kehoach {
namespace {

// A text lost spaces if this many different words did, and one in so many.
constexpr std::size_t kFewest = 5;
constexpr std::size_t kOneIn = 200;

enum class Sort : std::uint8_t { between, consonant, vowel, digit };

// By the first byte of a letter; `đ` shares its own with `ă`.
constexpr std::array<Sort, 256> kSorts = [] {
  std::array<Sort, 256> sorts{};
  for (char c = 'a'; c <= 'z'; ++c) {
    const bool vowel = std::string_view("aeiouy").find(c) < 6;
    const Sort sort = vowel ? Sort::vowel : Sort::consonant;
    sorts[static_cast<std::uint8_t>(c)] = sort;
    sorts[static_cast<std::uint8_t>(c - 'a' + 'A')] = sort;
  }
  for (char c = '0'; c <= '9'; ++c)
    sorts[static_cast<std::uint8_t>(c)] = Sort::digit;
  for (const std::uint8_t lead : {0xC3, 0xC4, 0xC5, 0xC6, 0xE1})
    sorts[lead] = Sort::vowel;
  return sorts;
}();

// The sort of the letter at `at`, and its bytes.
Sort sort_at(std::string_view text, std::size_t at, std::size_t& bytes) {
  const auto byte = static_cast<std::uint8_t>(text[at]);
  bytes = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  const Sort sort = kSorts[byte];
  if (byte != 0xC4 || at + 1 >= text.size()) return sort;
  const auto next = static_cast<std::uint8_t>(text[at + 1]);
  return next == 0x90 || next == 0x91 ? Sort::consonant : sort;
}

struct Letters {
  Span span;
  std::uint32_t vowels = 0;  // groups of them; a syllable has one
};

// Calls `see` with each row of letters.
template <class See>
void for_each_row(std::string_view text, See see) {
  Letters row;
  Sort last = Sort::between;
  for (std::size_t at = 0, bytes = 1; at <= text.size(); at += bytes) {
    bytes = 1;
    const Sort sort =
        at < text.size() ? sort_at(text, at, bytes) : Sort::between;
    const bool letter = sort == Sort::vowel || sort == Sort::consonant;
    const bool in_row = last == Sort::vowel || last == Sort::consonant;
    if (letter && !in_row) row = {{static_cast<std::uint32_t>(at), 0}, 0};
    if (letter && sort == Sort::vowel && last != Sort::vowel) ++row.vowels;
    if (!letter && in_row) {
      row.span.end = static_cast<std::uint32_t>(std::min(at, text.size()));
      see(row);
    }
    last = sort;
  }
}

bool is_syllable(std::string_view word) {
  return judge_word(word) == WordKind::exact;
}

bool is_inside_letter(std::string_view word, std::size_t at) {
  return (static_cast<std::uint8_t>(word[at]) & 0xC0U) == 0x80U;
}

// `UBND`, and a numeral `I`.
bool is_short_form(std::string_view word) {
  return !word.empty() && is_all_upper(word) &&
         (word.size() > 1 || word == "I" || word == "V" || word == "X");
}

// Where a syllable in small letters and a short form meet, `uỷ|UBND`,
// `UBND|xã`; 0 where they don't.
std::size_t cut_at_capitals(std::string_view word) {
  for (std::size_t at = 2; at < word.size(); ++at) {  // not in `iOS`
    if (is_inside_letter(word, at)) continue;
    const std::string_view left = word.substr(0, at);
    const std::string_view right = word.substr(at);
    const bool syllable_first =
        is_short_form(right) && !is_all_upper(left) && is_syllable(left);
    // `Điều` begins with one capital.
    const bool short_first =
        decode_at(left, 0).size < left.size() && is_short_form(left) &&
        is_lower(decode_at(right, 0).value) && is_syllable(right);
    if (syllable_first || short_first) return at;
  }
  return 0;
}

class Parter {
 public:
  explicit Parter(std::string_view text) : text_(text) {}

  std::vector<std::uint32_t> run() {
    if (!has_lost_some()) return {};
    for_each_row(text_, [&](const Letters& row) { learn(row.span); });
    for_each_row(text_, [&](const Letters& row) {
      const bool parts = part(row.span);
      part_from_number(row.span, parts);
    });
    return std::move(lost_);
  }

 private:
  [[nodiscard]] bool has_lost_some() const {
    std::set<std::string_view> different;
    std::size_t glued = 0;
    for_each_row(text_, [&](const Letters& row) {
      if (row.vowels < 2) return;
      const std::string_view word = slice(text_, row.span);
      if (word.size() > kLongest || judge_word(word) != WordKind::impossible ||
          best_cut(word, kShortest) == 0)
        return;
      ++glued;
      different.insert(word);
    });
    return different.size() >= kFewest &&
           glued * kOneIn >= static_cast<std::size_t>(
                                 std::count(text_.begin(), text_.end(), ' '));
  }

  void learn(Span span) {
    const std::string_view word = slice(text_, span);
    if (word.size() <= kLongest && is_syllable(word))
      known_.insert(fold_for_match(word));
  }

  // Into two syllables, or three.
  bool part(Span span) {
    const std::string_view word = slice(text_, span);
    if (word.size() > kLongest) return false;
    if (const std::size_t cut = cut_at_capitals(word); cut != 0) {
      lost_.push_back(span.begin + static_cast<std::uint32_t>(cut));
      return true;
    }
    if (judge_word(word) != WordKind::impossible) return is_syllable(word);
    if (const std::size_t cut = best_cut(word, 1); cut != 0) {
      lost_.push_back(span.begin + static_cast<std::uint32_t>(cut));
      return true;
    }
    std::size_t first = 0;
    std::size_t second = 0;
    int best_known = -1;
    for (std::size_t at = 1; at < word.size(); ++at) {
      if (is_inside_letter(word, at) || !is_syllable(word.substr(0, at)))
        continue;
      const std::size_t next = best_cut(word.substr(at), kShortest);
      const int known = is_known(word.substr(0, at)) +
                        is_known(word.substr(at, next)) +
                        is_known(word.substr(at + next));
      if (next == 0 || known <= best_known) continue;
      first = at, second = at + next, best_known = known;
    }
    if (second == 0) return false;
    lost_.push_back(span.begin + static_cast<std::uint32_t>(first));
    lost_.push_back(span.begin + static_cast<std::uint32_t>(second));
    return true;
  }

  // `số46`, `23tháng`; `m2` and `5kg` are no words with marks.
  void part_from_number(Span span, bool syllables) {
    const std::string_view word = slice(text_, span);
    const bool marked = std::any_of(word.begin(), word.end(), [](char c) {
      return static_cast<std::uint8_t>(c) >= 0x80;
    });
    if (!syllables || !marked) return;
    const auto is_number = [&](std::uint32_t at) {
      return at < text_.size() &&
             is_digit(static_cast<unsigned char>(text_[at]));
    };
    if (span.begin > 0 && is_number(span.begin - 1))
      lost_.insert(std::lower_bound(lost_.begin(), lost_.end(), span.begin),
                   span.begin);
    if (is_number(span.end)) lost_.push_back(span.end);
  }

  // Where `word` parts best into two syllables of at least `shortest` bytes; 0
  // where it does not.
  [[nodiscard]] std::size_t best_cut(std::string_view word,
                                     std::size_t shortest) const {
    std::size_t best = 0;
    int best_known = -1;
    for (std::size_t at = shortest; at + shortest <= word.size(); ++at) {
      if (is_inside_letter(word, at)) continue;
      const std::string_view left = word.substr(0, at);
      const std::string_view right = word.substr(at);
      if (!is_syllable(left) || !is_syllable(right)) continue;
      const int known = is_known(left) + is_known(right);
      if (known > best_known) best = at, best_known = known;
    }
    return best;
  }

  [[nodiscard]] int is_known(std::string_view word) const {
    return known_.empty()
               ? 0
               : static_cast<int>(known_.count(fold_for_match(word)));
  }

  static constexpr std::size_t kShortest = 2;  // bytes
  static constexpr std::size_t kLongest = 64;  // of three syllables

  std::string_view text_;
  std::unordered_set<std::string> known_;
  std::vector<std::uint32_t> lost_;
};

}  // namespace

std::vector<std::uint32_t> lost_spaces(std::string_view text) {
  return Parter(text).run();
}

}  // namespace kehoach
