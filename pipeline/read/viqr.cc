#include "read/viqr.h"

#include <string>

namespace kehoach {
namespace {

// As in `with_shape`; 0 for what is no shape.
char32_t shape_of(char c) {
  switch (c) {
    case '^':
      return 0x302;
    case '(':
      return 0x306;
    case '+':
      return 0x31B;
    default:
      return 0;
  }
}

// As in `with_tone`; 0 for what is no tone.
std::uint8_t tone_of(char c) {
  switch (c) {
    case '`':
      return 1;
    case '\'':
      return 2;
    case '?':
      return 3;
    case '~':
      return 4;
    case '.':
      return 5;
    default:
      return 0;
  }
}

bool is_mark(char c) { return shape_of(c) != 0 || tone_of(c) != 0; }

// A letter with its marks.
struct Piece {
  char32_t letter = 0;
  Span span;
};

struct MarkedWord {
  std::vector<Piece> pieces;
  bool changed = false;
  std::uint32_t end = 0;
};

class ViqrDecoder {
 public:
  ViqrDecoder(std::string_view text, Span line, bool loose, EditedText& out)
      : text_(text), line_(line), loose_(loose), out_(out) {}

  void run() {
    std::uint32_t done = line_.begin;
    for (std::uint32_t at = line_.begin; at < line_.end;) {
      if (is_escape(at)) {
        out_.copy(text_, {done, at});
        done = at + 1;
        at += 2;
        continue;
      }
      if (!is_ascii_letter(text_[at])) {
        ++at;
        continue;
      }
      const MarkedWord word = word_at(at);
      if (word.changed && is_word(word, slice(text_, {at, word.end}))) {
        out_.copy(text_, {done, at});
        write(word);
        done = word.end;
      }
      at = word.end;
    }
    out_.copy(text_, {done, line_.end});
  }

 private:
  [[nodiscard]] char at(std::uint32_t i) const {
    return i < line_.end ? text_[i] : '\n';
  }

  [[nodiscard]] bool is_escape(std::uint32_t i) const {
    return at(i) == '\\' && is_mark(at(i + 1));
  }

  // True where the dot at `i` ends a sentence of a loose text.
  [[nodiscard]] bool is_full_stop(std::uint32_t i) const {
    if (!loose_ || at(i) != '.') return false;
    const char next = at(i + 1);
    if (next == '\n' || next == '/' || next == '"') return true;
    const char behind = at(i + 2);
    return next == ' ' && !(behind >= 'a' && behind <= 'z');
  }

  // A syllable has one tone, so what looks like a second is punctuation.
  [[nodiscard]] MarkedWord word_at(std::uint32_t begin) const {
    MarkedWord word;
    bool toned = false;
    std::uint32_t i = begin;
    while (i < line_.end && is_ascii_letter(text_[i])) {
      Piece piece{static_cast<unsigned char>(text_[i]), {i, i + 1}};
      ++i;
      const char next = at(i);
      if ((piece.letter == U'd' || piece.letter == U'D') &&
          (next == 'd' || next == 'D')) {
        piece.letter = piece.letter == U'd' ? U'đ' : U'Đ';
        ++i;
      }
      if (const char32_t shaped = with_shape(piece.letter, shape_of(at(i)));
          shaped != 0) {
        piece.letter = shaped;
        ++i;
      }
      const std::uint8_t tone = tone_of(at(i));
      const char32_t with = with_tone(piece.letter, tone);
      if (tone != 0 && !toned && with != piece.letter && !is_full_stop(i)) {
        piece.letter = with;
        toned = true;
        ++i;
      }
      piece.span.end = i;
      word.changed = word.changed || piece.span.size() > 1;
      word.pieces.push_back(piece);
    }
    word.end = i;
    return word;
  }

  // Of letters alone only the one of a list is meant: `dd)`, not `DD/MM`.
  // Names that are no syllables (`Kro^ng`) need marks that are nothing else.
  [[nodiscard]] bool is_word(const MarkedWord& word,
                             std::string_view as_is) const {
    std::string letters;
    for (const Piece& piece : word.pieces) append_utf8(letters, piece.letter);
    const WordKind kind = judge_word(letters);
    return kind == WordKind::exact ||
           as_is.find_first_of("^`~") != std::string_view::npos ||
           (kind == WordKind::neutral &&
            (word.pieces.size() > 1 || at(word.end) == ')'));
  }

  void write(const MarkedWord& word) {
    for (const Piece& piece : word.pieces) {
      if (piece.span.size() == 1) {
        out_.copy(text_, piece.span);
        continue;
      }
      std::string letter;
      append_utf8(letter, piece.letter);
      out_.replace(letter, piece.span);
    }
  }

  std::string_view text_;
  Span line_;
  bool loose_;
  EditedText& out_;
};

}  // namespace

void decode_viqr(std::string_view text, Span line, bool loose,
                 EditedText& out) {
  ViqrDecoder(text, line, loose, out).run();
}

}  // namespace kehoach
