#include "read/encoding.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "read/decode.h"
#include "read/encoding_hints.h"

namespace kehoach {
namespace {

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
// syllable. Sequences of UTF-8 are no chance: one word of them is enough.
bool convinces(const Reading& reading, const Evidence& with,
               const Evidence& without) {
  const bool sequences = reading.charset == Charset::utf8;
  const int least = sequences ? 1 : 2;
  const int margin =
      sequences ? 1 : std::max(least, static_cast<int>(with.words() / 2));
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
      return line.kind != LineKind::raw && reading.charset != other_viqr_ &&
             (line.hints & kViqrHints) != 0;
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

  // Weighs the readings of `line`; true if one of an encoding convinces.
  bool judge(Line& line) {
    const Evidence plain = evidence(0, line);
    if (goes_on(line, plain)) return true;
    const bool healthy = plain.good > 3 && plain.bad * 8 <= plain.good;
    Weighed all{};
    std::size_t best = 0;
    for (std::size_t i = 1; i < kReadings.size(); ++i) {
      // Of a healthy line nothing but stray sequences can make more.
      if (healthy && kReadings[i].charset != Charset::utf8) continue;
      if (!applies(kReadings[i], line)) continue;
      all[i] = weigh(i, line, plain);
      if (best == 0 || all[i].score() > all[best].score()) best = i;
    }
    if (best != 0 && is_clear(all, best) &&
        convinces(kReadings[best], all[best], plain)) {
      decide(line, best, all[best].good);
      return true;
    }
    if (plain.good > 1 && plain.score() > all[best].score() + 1)
      decide(line, 0, plain.good);
    return false;
  }

  // Most lines are read as the sure one before them; where that leaves no word
  // to be desired the others are not tried.
  bool goes_on(Line& line, const Evidence& plain) {
    const Reading& reading = kReadings[last_];
    if (last_ == 0 || !applies(reading, line)) return false;
    const Evidence with = evidence(last_, line);
    if (with.good < 4 || with.bad > 0 || !convinces(reading, with, plain))
      return false;
    with_[last_].add(with);
    without_[last_].add(plain);
    decide(line, last_, with.good);
    return true;
  }

  Evidence weigh(std::size_t reading, const Line& line, const Evidence& plain) {
    const Evidence with = evidence(reading, line);
    with_[reading].add(with);
    without_[reading].add(plain);
    return with;
  }

  void decide(Line& line, std::size_t reading, std::uint32_t words) {
    line.reading = static_cast<std::uint8_t>(reading);
    line.sure = true;
    last_ = reading;
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

  // Wider than `applies`: ươ of VISCII happens to be UTF-8, so that a short
  // line may look like it, and VIQR needs no hint.
  [[nodiscard]] bool may_adopt(const Reading& reading, const Line& line) const {
    if (is_viqr(reading)) return line.kind != LineKind::raw;
    const bool bytes = reading.carrier == Carrier::none;
    return applies(reading, line) || (bytes && line.kind == LineKind::utf8);
  }

  // An open line takes the reading of others where that does it no harm.
  void adopt(Line& line, std::size_t reading) {
    if (reading == 0 || !may_adopt(kReadings[reading], line)) return;
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
  std::size_t last_ = 0;  // the reading of the last sure line
};

}  // namespace

bool may_be_encoded(std::string_view bytes) { return hints_of(bytes) != 0; }

std::vector<EncodedLine> read_lines(std::string_view bytes) {
  return Detector(bytes).run();
}

}  // namespace kehoach
