#include "read/encoding.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "read/decode.h"

namespace kehoach {
namespace {

// ---- hints: pairs of bytes that healthy text does not have

enum Hint : std::uint8_t {
  kSymbol = 1,    // U+0080 to U+00BF, but for the usual ones
  kWestern = 2,   // U+00C0 to U+00FF, but for Vietnamese letters
  kHat = 4,       // VIQR: e^
  kHorn = 8,      // VIQR: u+
  kGrave = 16,    // VIQR: a` a~
  kTorn = 32,     // a byte that continues nothing
  kUnended = 64,  // a byte that nothing continues
};
constexpr std::uint8_t kViqrHints = kHat | kHorn | kGrave;

struct HintTables {
  std::array<std::uint8_t, 256> first{};
  std::array<std::uint8_t, 256> second{};

  constexpr HintTables() {
    first[0xC2] |= kSymbol;
    first[0xC3] |= kWestern;
    mark(first, "aeoAEO", kHat);
    mark(first, "uoUO", kHorn);
    mark(first, "aeiouyAEIOUY", kGrave);
    mark(second, "^", kHat);
    mark(second, "+", kHorn);
    mark(second, "`~", kGrave);
    for (unsigned c = 0; c < 256; ++c) {
      if (c < 0x80) first[c] |= kTorn;
      if (c >= 0xC0) first[c] |= kUnended;
      if (c >= 0x80 && c < 0xC0) second[c] |= kTorn;
      if (c < 0x80 || c >= 0xC0) second[c] |= kUnended;
    }
    // No-break space, soft hyphen, § ° ² ³ · « », and × are everywhere.
    for (unsigned c = 0x80; c < 0xC0; ++c) second[c] |= kSymbol;
    for (const unsigned c : {0xA0, 0xA7, 0xAB, 0xAD, 0xB0, 0xB2, 0xB3, 0xB7})
      second[c] &= static_cast<std::uint8_t>(~kSymbol);
    for (const unsigned c :
         {0x84, 0x85, 0x86, 0x87, 0x8B, 0x8E, 0x8F, 0x91, 0x96, 0x98,
          0x9B, 0x9C, 0x9E, 0x9F, 0xA4, 0xA5, 0xA6, 0xA7, 0xAB, 0xAE,
          0xAF, 0xB0, 0xB1, 0xB6, 0xB7, 0xB8, 0xBB, 0xBC, 0xBE, 0xBF})
      second[c] |= kWestern;
  }

  static constexpr void mark(std::array<std::uint8_t, 256>& table,
                             std::string_view bytes, std::uint8_t hint) {
    for (const char c : bytes) table[static_cast<unsigned char>(c)] |= hint;
  }
};

unsigned hints_of(std::string_view bytes) {
  static constexpr HintTables kTables;
  unsigned hints = 0;
  unsigned before = '\n';
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hints |=
        static_cast<unsigned>(kTables.first[before]) & kTables.second[byte];
    before = byte;
  }
  return hints |
         (static_cast<unsigned>(kTables.first[before]) & kTables.second['\n']);
}

// ---- evidence: what a reading makes of the words with marks

struct Evidence {
  std::uint32_t good = 0;     // possible syllables
  std::uint32_t bad = 0;      // none
  std::uint64_t letters = 0;  // a bit for each marked letter of the good words

  [[nodiscard]] int score() const {
    return static_cast<int>(good) - static_cast<int>(bad);
  }
  [[nodiscard]] std::uint32_t words() const { return good + bad; }
  void add(const Evidence& other) {
    good += other.good;
    bad += other.bad;
    letters |= other.letters;
  }
};

// Words of one letter would let each bullet of a list count as a syllable.
Evidence evidence_in(std::string_view text) {
  Evidence evidence;
  std::size_t at = 0;
  for (PrintedWord word = next_word(text, at); !word.text.empty();
       word = next_word(text, at)) {
    if (!word.marked || decode_at(word.text, 0).size == word.text.size())
      continue;
    const WordKind kind = judge_word(word.text);
    if (kind == WordKind::neutral) continue;
    if (kind != WordKind::exact) {
      ++evidence.bad;
      continue;
    }
    ++evidence.good;
    for (std::size_t i = 0; i < word.text.size();) {
      const Codepoint c = decode_at(word.text, i);
      if (c.size > 1) evidence.letters |= 1ULL << (c.value % 61U);
      i += c.size;
    }
  }
  return evidence;
}

// Whether `with` a reading much more is Vietnamese than `without`. Letters must
// differ, else a sign that a text repeats could look like one: m² may spell a
// syllable. Words made of UTF-8 sequences are no chance, so that one is enough.
bool convinces(const Reading& reading, const Evidence& with,
               const Evidence& without) {
  const bool sequences = reading.charset == Charset::utf8;
  const int least = sequences ? 1 : 2;
  const int margin = std::max(least, static_cast<int>(with.words() / 2));
  const int letters = sequences ? 1 : static_cast<int>(std::min(with.good, 3U));
  return static_cast<int>(with.good) >= least && with.bad * 4 <= with.good &&
         with.score() - without.score() >= margin &&
         std::popcount(with.letters) >= letters;
}

// ---- readings

enum class LineKind : std::uint8_t { ascii, utf8, raw };

// The likelier first: of two that make the same of a line the first is taken.
// The first of all is to leave the line as it is.
constexpr std::array kReadings = {
    Reading{},
    Reading{Charset::tcvn3, Carrier::none},
    Reading{Charset::vni, Carrier::none},
    Reading{Charset::windows_1258, Carrier::none},
    Reading{Charset::viscii, Carrier::none},
    Reading{Charset::utf8, Carrier::windows_1252},
    Reading{Charset::tcvn3, Carrier::windows_1252},
    Reading{Charset::vni, Carrier::windows_1252},
    Reading{Charset::windows_1258, Carrier::windows_1252},
    Reading{Charset::viscii, Carrier::windows_1252},
    Reading{Charset::utf8, Carrier::windows_1258},
    Reading{Charset::tcvn3, Carrier::windows_1258},
    Reading{Charset::vni, Carrier::windows_1258},
    Reading{Charset::utf8, Carrier::windows_1252, true},
    Reading{Charset::tcvn3, Carrier::windows_1252, true},
    Reading{Charset::vni, Carrier::windows_1252, true},
    Reading{Charset::viqr, Carrier::none},
    Reading{Charset::viqr_loose, Carrier::none},
};

using Weighed = std::array<Evidence, kReadings.size()>;

// Whether no reading in another charset comes near to the best one. Short lines
// spell syllables in more than one.
bool is_clear(const Weighed& all, std::size_t best) {
  const int margin = kReadings[best].charset == Charset::utf8
                         ? 1
                         : std::max(2, static_cast<int>(all[best].good / 4));
  for (std::size_t i = 1; i < kReadings.size(); ++i) {
    const bool rival =
        kReadings[i].charset != kReadings[best].charset && all[i].words() > 0;
    if (rival && all[i].score() + margin > all[best].score()) return false;
  }
  return true;
}

bool is_viqr(const Reading& reading) {
  return reading.charset == Charset::viqr ||
         reading.charset == Charset::viqr_loose;
}

class Detector {
 public:
  explicit Detector(std::string_view bytes)
      : bytes_(bytes),
        other_viqr_(bytes.find("\\.") != std::string_view::npos
                        ? Charset::viqr_loose
                        : Charset::viqr) {}

  std::vector<EncodedLine> run() {
    cut();
    bool any = false;
    for (Line& line : lines_) {
      if (line.hints != 0) any = judge(line) || any;
    }
    // Only where some line, or all hints together, convince are the others
    // looked at, which give none: short ones, mostly.
    if (any || convincing_total() != 0) {
      for (Line& line : lines_) {
        if (line.hints == 0 && line.kind != LineKind::ascii) judge(line);
      }
      settle();
    }
    std::vector<EncodedLine> out;
    out.reserve(lines_.size());
    for (const Line& line : lines_)
      out.push_back({line.span, kReadings[line.reading]});
    return out;
  }

 private:
  static constexpr std::uint8_t kOpen = 0xFF;

  struct Line {
    Span span;
    std::uint8_t hints = 0;
    LineKind kind = LineKind::ascii;
    std::uint8_t reading = 0;  // index in kReadings
    bool sure = false;
  };

  void cut() {
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::size_t end =
          std::min(bytes_.find_first_of("\n\r", at), bytes_.size());
      const std::string_view text = bytes_.substr(at, end - at);
      Line line;
      line.span = {static_cast<std::uint32_t>(at),
                   static_cast<std::uint32_t>(end)};
      line.hints = static_cast<std::uint8_t>(hints_of(text));
      line.kind = kind_of(text);
      lines_.push_back(line);
      at = end + 1;
      if (end < bytes_.size() && bytes_[end] == '\r' && at < bytes_.size() &&
          bytes_[at] == '\n') {
        ++at;
      }
    }
  }

  static LineKind kind_of(std::string_view text) {
    if (!is_valid_utf8(text) || text.find('\0') != std::string_view::npos)
      return LineKind::raw;
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x80;
    });
    return ascii ? LineKind::ascii : LineKind::utf8;
  }

  [[nodiscard]] bool applies(const Reading& reading, const Line& line) const {
    if (is_viqr(reading)) {
      return line.kind != LineKind::raw && reading.charset != other_viqr_;
    }
    if (reading.carrier == Carrier::none) return line.kind == LineKind::raw;
    return line.kind == LineKind::utf8;
  }

  [[nodiscard]] Evidence evidence(std::size_t reading, const Line& line) const {
    EditedText out;
    Repairs repairs;
    decode_line(bytes_, line.span, kReadings[reading], out, repairs);
    return evidence_in(out.text());
  }

  // Weighs all readings of `line`; true if one of an encoding convinces.
  bool judge(Line& line) {
    const Evidence plain = evidence(0, line);
    Weighed all{};
    std::size_t best = 0;
    for (std::size_t i = 1; i < kReadings.size(); ++i) {
      if (!applies(kReadings[i], line)) continue;
      if (is_viqr(kReadings[i]) && (line.hints & kViqrHints) == 0) continue;
      all[i] = evidence(i, line);
      with_[i].add(all[i]);
      without_[i].add(plain);
      if (best == 0 || all[i].score() > all[best].score()) best = i;
    }
    if (best == 0) return false;
    if (is_clear(all, best) && convinces(kReadings[best], all[best], plain)) {
      decide(line, best, all[best].good);
      return true;
    }
    if (plain.good > 1 && plain.score() > all[best].score() + 1)
      decide(line, 0, plain.good);
    return false;
  }

  void decide(Line& line, std::size_t reading, std::uint32_t words) {
    line.reading = static_cast<std::uint8_t>(reading);
    line.sure = true;
    words_[reading] += words;
  }

  // The reading that convinces over all lines together, though no line alone
  // may have done so; 0 for none.
  [[nodiscard]] std::size_t convincing_total() const {
    std::size_t best = 1;
    for (std::size_t i = 2; i < kReadings.size(); ++i) {
      if (with_[i].score() > with_[best].score()) best = i;
    }
    const bool convincing =
        is_clear(with_, best) &&
        convinces(kReadings[best], with_[best], without_[best]);
    return convincing ? best : 0;
  }

  // What most words of the sure lines are in; without such lines what convinces
  // over all.
  [[nodiscard]] std::size_t majority() const {
    const auto most = std::max_element(words_.begin(), words_.end());
    return *most > 0 ? static_cast<std::size_t>(most - words_.begin())
                     : convincing_total();
  }

  // Decides the open lines.
  void settle() {
    const std::size_t most = majority();
    std::vector<std::uint8_t> behind(lines_.size(), kOpen);
    std::uint8_t next = kOpen;
    for (std::size_t i = lines_.size(); i-- > 0;) {
      behind[i] = next;
      if (lines_[i].sure) next = lines_[i].reading;
    }
    std::uint8_t before = kOpen;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.sure) {
        before = line.reading;
        continue;
      }
      const bool agree = before != kOpen && before == behind[i];
      adopt(line, agree ? before : most);
    }
  }

  // An open line takes the reading of others where that does it no harm.
  void adopt(Line& line, std::size_t reading) {
    // ươ of VISCII happens to be UTF-8, so that a short line may look like it.
    const bool bytes = kReadings[reading].carrier == Carrier::none &&
                       line.kind == LineKind::utf8;
    if (reading == 0 || !(bytes || applies(kReadings[reading], line))) return;
    const Evidence plain = evidence(0, line);
    const Evidence with = evidence(reading, line);
    const bool harmless = with.good >= plain.good &&
                          (with.bad <= plain.bad || with.bad * 4 <= with.good);
    // VIQR spells words that count nowhere as they are.
    const bool useful =
        with.good > 0 || with.bad < plain.bad || is_viqr(kReadings[reading]);
    if (harmless && useful) line.reading = static_cast<std::uint8_t>(reading);
  }

  std::string_view bytes_;
  Charset other_viqr_;  // the one that this text does not use
  std::vector<Line> lines_;
  // Over all lines that were judged.
  Weighed with_{};
  Weighed without_{};
  std::array<std::uint64_t, kReadings.size()> words_{};
};

}  // namespace

bool may_be_encoded(std::string_view bytes) { return hints_of(bytes) != 0; }

std::vector<EncodedLine> read_lines(std::string_view bytes) {
  return Detector(bytes).run();
}

}  // namespace kehoach
