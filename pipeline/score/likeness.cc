#include "score/likeness.h"

#include <algorithm>
#include <tuple>

#include "score/word_edges.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::uint8_t kTones = 6;

bool is_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD;
}

bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == U'*' ||
         c == U'_' || c == U'`';
}

bool is_space(char32_t c) {
  return c == U' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F) ||
         c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

// Letters and digits of all scripts, raised and circled ones too.
bool is_word(char32_t c) {
  if (is_letter(c) || is_digit(c)) return true;
  constexpr std::u32string_view kLatin1 = U"ªµºß²³¹¼½¾";
  return kLatin1.find(c) != std::u32string_view::npos ||
         (c >= 0x370 && c <= 0x1CFF) || (c >= 0x2070 && c <= 0x2079) ||
         (c >= 0x2080 && c <= 0x2089) || (c >= 0x2150 && c <= 0x2189) ||
         (c >= 0x2460 && c <= 0x249B);
}

// The letter `c` with the combining `mark`; 0 where no vowel carries it.
char32_t composed(char32_t c, char32_t mark) {
  if (const char32_t shaped = with_shape(c, mark); shaped != 0) return shaped;
  const std::uint8_t tone = tone_of_mark(mark);
  const char32_t toned = tone == 0 ? c : with_tone(c, tone);
  return toned == c ? 0 : toned;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Codepoint c = decode_at(text, at);
    if (!is_word(c.value)) break;
    at += c.size;
  }
  return at;
}

// Behind `12` the rest of `12.500,3`.
std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at + 1 < text.size() &&
         std::string_view(".,/").find(text[at]) != std::string_view::npos &&
         is_digit(static_cast<unsigned char>(text[at + 1]))) {
    ++at;
    while (at < text.size() && is_digit(static_cast<unsigned char>(text[at])))
      ++at;
  }
  return at;
}

}  // namespace

std::string without_place_of_tone(std::string_view word) {
  std::string out;
  std::string tones;
  for (std::size_t at = 0; at < word.size();) {
    const Codepoint c = decode_at(word, at);
    at += c.size;
    const char32_t level = with_tone(c.value, 0);
    append_utf8(out, level);
    for (std::uint8_t tone = 1; level != c.value && tone < kTones; ++tone) {
      if (with_tone(level, tone) == c.value)
        tones += static_cast<char>('0' + tone);
    }
  }
  return tones.empty() ? out : out.append("|").append(tones);
}

std::string fold_for_score(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    at += c.size;
    const char32_t whole =
        letters.empty() ? 0 : composed(letters.back(), c.value);
    if (whole != 0) {
      letters.back() = whole;
    } else if (is_dash(c.value)) {
      letters += U'-';
    } else if (c.value == U'Ð' || c.value == U'ð') {
      letters += U'đ';
    } else if (!is_invisible(c.value)) {
      letters += is_space(c.value) ? U' ' : to_lower(c.value);
    }
  }
  std::string out;
  for (const char32_t c : letters) {
    if (c == U' ' && (out.empty() || out.back() == ' ')) continue;
    append_utf8(out, c);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  const std::string folded = fold_for_score(text);
  const std::string_view all = folded;
  std::vector<std::string> words;
  for (std::size_t at = 0; at < all.size();) {
    const Codepoint c = decode_at(all, at);
    std::size_t end = end_of_word(all, at);
    if (end == at) {
      end = at + c.size;
      if (c.value == U'%' || c.value == U'‰')
        words.emplace_back(all.substr(at, c.size));
    } else {
      end = end_of_number(all, end);
      if (end < all.size() && all[end] == '%') ++end;
      words.push_back(without_place_of_tone(all.substr(at, end - at)));
    }
    at = end;
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::pair<double, double> overlap(const Words& a, const Words& b) {
  std::size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      ++common, ++x, ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  const auto share = [&](const Words& of) {
    return static_cast<double>(common) /
           static_cast<double>(std::max<std::size_t>(1, of.size()));
  };
  return {share(a), share(b)};
}

double least_overlap(const Words& a, const Words& b) {
  const auto [x, y] = overlap(a, b);
  return std::min(x, y);
}

double most_overlap(const Words& a, const Words& b) {
  const auto [x, y] = overlap(a, b);
  return std::max(x, y);
}

std::string code_key(std::string_view code) {
  const std::string folded = fold_for_score(code);
  std::string key;
  for (std::size_t at = 0; at < folded.size();) {
    const Codepoint c = decode_at(folded, at);
    if (is_word(c.value)) key += folded.substr(at, c.size);
    at += c.size;
  }
  key.erase(0, std::min(key.find_first_not_of('0'), key.size()));
  return key;
}

std::string without_brackets(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('(');
    const std::size_t close =
        open == std::string_view::npos ? open : text.find(')', open);
    if (close == std::string_view::npos) break;
    out.append(text.substr(0, open)).append(" ");
    text.remove_prefix(close + 1);
  }
  return out.append(text);
}

std::vector<std::string> ordered_words(std::string_view folded) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = end_of_word(folded, at);
    if (end > at)
      words.push_back(without_place_of_tone(folded.substr(at, end - at)));
    at = end > at ? end : at + decode_at(folded, at).size;
  }
  return words;
}

bool continues_word(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && is_word(decode_before(text, at).value) &&
         is_word(decode_at(text, at).value);
}

Pairs pair_up(std::size_t golds, std::size_t found,
              const std::function<double(std::size_t, std::size_t)>& alike) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> scored;
  for (std::size_t i = 0; i < golds; ++i) {
    for (std::size_t j = 0; j < found; ++j) {
      const double score = alike(i, j);
      if (score > 0) scored.emplace_back(score, i, j);
    }
  }
  std::sort(scored.begin(), scored.end(), std::greater<>());
  std::vector<bool> used_gold(golds);
  std::vector<bool> used_found(found);
  Pairs pairs;
  for (const auto& [score, i, j] : scored) {
    if (used_gold[i] || used_found[j]) continue;
    used_gold[i] = used_found[j] = true;
    pairs.emplace_back(i, j);
  }
  return pairs;
}

}  // namespace kehoach
