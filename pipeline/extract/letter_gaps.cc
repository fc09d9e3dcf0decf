#include "extract/letter_gaps.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::size_t kMostPieces = 7;    // of one syllable: `n g h i ê n g`
constexpr std::size_t kMostCapitals = 8;  // of one abbreviation

// What a way to part the pieces into words costs.
constexpr int kWord = 4;
constexpr int kFragment = 30;
constexpr int kOdd = 20;      // no syllable
constexpr int kScrap = 6;     // `o`, `iến` behind another piece
constexpr int kUnlikely = 8;  // two words that look like one
constexpr int kCapital = 14;  // a row of single capitals

struct Piece {
  std::string_view text;
  bool letters = false;  // nothing else
  bool vowel = false;
  bool small = false;    // has a small letter
  std::size_t size = 0;  // in letters
};

bool is_vowel(char32_t c) {
  constexpr std::u32string_view kVowels = U"aăâeêioôơuưy";
  const char32_t low = to_lower(with_tone(c, 0));
  return kVowels.find(low) != std::u32string_view::npos;
}

Piece piece_of(std::string_view text) {
  Piece piece{text, true};
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    piece.letters = piece.letters && is_letter(c.value);
    piece.vowel = piece.vowel || is_vowel(c.value);
    piece.small = piece.small || is_lower(c.value);
    ++piece.size;
    at += c.size;
  }
  piece.letters = piece.letters && piece.size > 0;
  return piece;
}

// Words, and the punctuation at their ends.
std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  for (std::string_view word : split(line, ' ')) {
    constexpr std::string_view kMarks = ";:,.()/";
    while (!word.empty() && kMarks.find(word.front()) != std::string::npos) {
      pieces.push_back(piece_of(word.substr(0, 1)));
      word.remove_prefix(1);
    }
    const std::size_t end = word.find_last_not_of(kMarks) + 1;
    if (end > 0) pieces.push_back(piece_of(word.substr(0, end)));
    for (std::size_t at = end; at < word.size(); ++at)
      pieces.push_back(piece_of(word.substr(at, 1)));
  }
  return pieces;
}

// No word by itself: consonants alone. Several capitals are an abbreviation.
bool is_fragment(const Piece& piece) {
  return piece.letters && !piece.vowel && (piece.small || piece.size == 1);
}

// `TỊ CH`, `HÀ NH`: in capitals no abbreviation.
bool is_end_of_syllable(std::string_view text) {
  return text == "CH" || text == "NH" || text == "NG";
}

// A word that may begin with a vowel, and stand behind another.
bool is_open_word(std::string_view text) {
  static constexpr std::array<std::string_view, 30> kWords = {
      "an", "án",  "ấn",  "ảnh", "anh", "ánh", "âm", "áp",  "ăn",  "ích",
      "in", "ít",  "ông", "ôn",  "ổn",  "ở",   "ủy", "ưu",  "ứng", "ý",
      "y",  "yên", "yếu", "ấp",  "oai", "ai",  "âu", "ước", "ủng", "ong"};
  const std::string folded = fold_for_match(text);
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

// Capitals throughout, or small letters behind the first one.
bool is_one_case(const std::vector<Piece>& pieces, std::size_t from,
                 std::size_t count) {
  bool small = false;
  bool capital = false;
  bool first = true;
  for (std::size_t i = from; i < from + count; ++i) {
    for (std::size_t at = 0; at < pieces[i].text.size();) {
      const Codepoint c = decode_at(pieces[i].text, at);
      small = small || is_lower(c.value);
      capital = capital || (!first && is_upper(c.value));
      first = false;
      at += c.size;
    }
  }
  return !(small && capital);
}

class Joiner {
 public:
  explicit Joiner(std::string_view line) : pieces_(pieces_of(line)) {}

  std::optional<std::string> run() {
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t end = i;
      while (end < pieces_.size() && pieces_[end].letters) ++end;
      if (end == i) {
        add(pieces_[i].text);
        ++i;
      } else {
        join(i, end);
        i = end;
      }
    }
    if (!joined_) return std::nullopt;
    return std::move(out_);
  }

 private:
  // The cheapest way to part [begin, end) into words.
  void join(std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin;
    std::vector<int> cost(count + 1, 0);
    std::vector<std::size_t> taken(count + 1, 1);
    for (std::size_t i = count; i-- > 0;) {
      cost[i] = cost_of_one(begin, begin + i) + cost[i + 1];
      for (std::size_t n = 2; n <= kMostCapitals && i + n <= count; ++n) {
        const int together = cost_of_joint(begin + i, n);
        if (together < 0 || together + cost[i + n] >= cost[i]) continue;
        cost[i] = together + cost[i + n];
        taken[i] = n;
      }
    }
    for (std::size_t i = 0; i < count; i += taken[i]) {
      std::string word;
      for (std::size_t n = 0; n < taken[i]; ++n)
        word += pieces_[begin + i + n].text;
      joined_ = joined_ || taken[i] > 1;
      add(word);
    }
  }

  [[nodiscard]] int cost_of_one(std::size_t begin, std::size_t i) const {
    const Piece& piece = pieces_[i];
    if (is_fragment(piece)) return kFragment;
    if (!piece.small && piece.size > 1 && !piece.vowel)
      return is_end_of_syllable(piece.text) ? kOdd : kWord;
    if (judge_word(piece.text) == WordKind::impossible) return kOdd;
    const bool open = is_vowel(decode_at(piece.text, 0).value);
    const bool scrap = i > begin && open && !is_open_word(piece.text);
    return kWord + (scrap ? kScrap : 0);
  }

  // Negative where the pieces are no word together.
  [[nodiscard]] int cost_of_joint(std::size_t from, std::size_t count) const {
    bool torn = false;
    bool open_word = false;
    bool capitals = true;
    std::string word;
    for (std::size_t i = from; i < from + count; ++i) {
      const Piece& piece = pieces_[i];
      torn = torn || is_fragment(piece) ||
             judge_word(piece.text) != WordKind::exact;
      open_word =
          open_word || (i > from && piece.size > 1 && is_open_word(piece.text));
      capitals = capitals && piece.size == 1 && !piece.small;
      word += piece.text;
    }
    const int pieces = static_cast<int>(count);
    if (count <= kMostPieces && is_one_case(pieces_, from, count) &&
        judge_word(word) == WordKind::exact) {
      const bool open = is_vowel(decode_at(word, 0).value);
      const int begin = !open ? 0 : is_open_word(word) ? -1 : kScrap;
      return kWord + pieces + begin + (!torn && open_word ? kUnlikely : 0);
    }
    return capitals ? kCapital + pieces : -1;
  }

  void add(std::string_view word) {
    constexpr std::string_view kNoBlankBefore = ";:,.)/";
    constexpr std::string_view kNoBlankBehind = "(/";
    const bool glued = out_.empty() ||
                       kNoBlankBefore.find(word.front()) != std::string::npos ||
                       kNoBlankBehind.find(out_.back()) != std::string::npos;
    if (!glued) out_ += ' ';
    out_ += word;
  }

  std::vector<Piece> pieces_;
  std::string out_;
  bool joined_ = false;
};

}  // namespace

std::optional<std::string> without_letter_gaps(std::string_view line) {
  const std::vector<Piece> pieces = pieces_of(line);
  const bool torn = std::any_of(pieces.begin(), pieces.end(),
                                [](const Piece& p) { return is_fragment(p); });
  if (!torn) return std::nullopt;
  return Joiner(line).run();
}

}  // namespace kehoach
