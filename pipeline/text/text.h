// Room 1: strings, spans and letters.
//
// Everything here knows Vietnamese letters and nothing about plans. Text is
// UTF-8; a `Span` counts bytes and is half open. No function reads a clock, a
// file or a locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/sketch.h"     // IWYU pragma: export
#include "text/syllables.h"  // IWYU pragma: export

namespace kehoach {

// A piece of a UTF-8 string: bytes [begin, end).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return end <= begin; }
  [[nodiscard]] bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  friend bool operator==(const Span&, const Span&) = default;
};

// Of offsets, which are below 4 GB in all that is read.
[[nodiscard]] inline Span span_from(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The bytes of `text` under `span`; spans that reach past the end are cut.
[[nodiscard]] std::string_view slice(std::string_view text, Span span);

// ---- UTF-8 ------------------------------------------------------------------

// One decoded letter and its length in bytes. Bytes that are no UTF-8 decode
// to U+FFFD with size 1, so a walk always ends.
struct Codepoint {
  char32_t value = 0;
  std::uint8_t size = 0;
};
[[nodiscard]] Codepoint decode_long_at(std::string_view text, std::size_t at);
[[nodiscard]] inline Codepoint decode_at(std::string_view text,
                                         std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? Codepoint{lead, 1} : decode_long_at(text, at);
}
// The letter that ends before byte `at`; `at` must be above 0.
[[nodiscard]] Codepoint decode_before(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t value);
[[nodiscard]] bool is_valid_utf8(std::string_view text);

// ---- letters ----------------------------------------------------------------

// Latin letters with the marks of Vietnamese, and Western European ones.
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] inline bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] char32_t to_lower(char32_t c);
[[nodiscard]] char32_t to_upper(char32_t c);
// The vowel `c` with another tone (0 level, 1 huyền, 2 sắc, 3 hỏi, 4 ngã,
// 5 nặng); other letters are given back.
[[nodiscard]] char32_t with_tone(char32_t c, std::uint8_t tone);
// The tone of a combining mark; 0 for all others.
[[nodiscard]] std::uint8_t tone_of_mark(char32_t mark);
// The vowel with the circumflex (U+0302), breve (U+0306) or horn (U+031B), in
// its case; 0 where it can have none.
[[nodiscard]] char32_t with_shape(char32_t vowel, char32_t mark);

// True where no letter or digit continues across byte `at` of `text`.
[[nodiscard]] bool is_word_boundary(std::string_view text, std::size_t at);

// ---- folding ----------------------------------------------------------------

// Lower case. Vietnamese letters keep their number of bytes.
[[nodiscard]] std::string lower(std::string_view text);

// The form that rules are matched against: lower case, and the tone mark of
// open `oa`, `oe`, `uy` on the first vowel (`hoà` becomes `hòa`; `quý` stays).
// Every offset of the result is an offset of `text`: letters whose two forms
// differ in length (`thuỳ`) keep theirs.
//
//   fold_for_match("Uỷ ban HOÀ bình") == "ủy ban hòa bình"
[[nodiscard]] std::string fold_for_match(std::string_view text);

// The form that people search by: lower case, no accents, `đ` as `d`, every run
// of anything but letters and digits as one space, none at the ends.
//
//   fold_for_search("Trẻ em bị xâm hại; Đắk Lắk") == "tre em bi xam hai dak
//   lak"
[[nodiscard]] std::string fold_for_search(std::string_view text);

// ---- small helpers ----------------------------------------------------------

[[nodiscard]] bool starts_with(std::string_view text, std::string_view prefix);
[[nodiscard]] bool ends_with(std::string_view text, std::string_view suffix);
[[nodiscard]] std::string_view trim(std::string_view text);
// `span` without the white space and the letters of `also` at both its ends.
[[nodiscard]] Span trim(std::string_view text, Span span,
                        std::string_view also = "");
[[nodiscard]] std::vector<std::string_view> split(std::string_view text,
                                                  char separator);
// True for `ỦY BAN NHÂN DÂN`: letters, and none of them lower case.
[[nodiscard]] bool is_all_upper(std::string_view text);
// `ỦY BAN NHÂN DÂN` as `Ủy ban nhân dân`.
[[nodiscard]] std::string sentence_case(std::string_view text);
// How many edits (insert, drop, replace a byte) lead from `a` to `b`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

// ---- numbers and bullets of paragraphs

// How a paragraph is numbered, outermost first; the order is that of decree
// 30/2020/NĐ-CP, appendix I: parts, then `I.`, `1.`, `1.1.`, `a)`, `-`, `+`.
enum class Marker : std::uint8_t {
  none,
  named,    // Phần I, Chương 2, Mục 1, Điều 3, A.
  roman,    // I.
  arabic,   // 1.
  decimal,  // 1.1.
  bracket,  // (1). or 1)
  letter,   // a)
  dash,     // - and round or square bullets
  plus,     // +
};

// The number or bullet that a line begins with: `label` as printed without
// brackets and final dots, `size` its bytes with the white space behind it.
struct ListMark {
  Marker kind = Marker::none;
  std::string label;
  std::uint32_t size = 0;
  friend bool operator==(const ListMark&, const ListMark&) = default;
};

// Kind `none` where the line begins with no mark. Dates, years, thousands
// (`1.500 con`) and page numbers are none.
//
//   list_mark("2.1. Đến năm 2025") == ListMark{Marker::decimal, "2.1", 5}
[[nodiscard]] ListMark list_mark(std::string_view line);

// The place of a label among its kind: 4 of `IV`, 5 of `đ`, 10 of `2.10`.
[[nodiscard]] std::optional<int> label_number(Marker kind,
                                              std::string_view label);
// The letter of that place, from 1; empty behind `z`.
[[nodiscard]] std::string_view letter_label(int number);
// Whether the label of place `to` may be the next behind that of `from`: of the
// letters `đ`, `f`, `j` and `w` may be left out.
[[nodiscard]] bool may_follow(Marker kind, int from, int to);

// SHA-256 of `bytes` as 64 hexadecimal digits: the name of a source.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// ---- text that remembers where it came from

// Where each byte of an edited text stood before the edit. Pieces are either
// copied (offsets inside them correspond one to one) or replaced (every offset
// inside leads to the whole piece that was replaced).
class OffsetMap {
 public:
  struct Piece {
    std::uint32_t out = 0;      // where the piece begins in the edited text
    std::uint32_t in = 0;       // where it began before
    std::uint32_t in_size = 0;  // how long it was before
    bool copied = true;
    friend bool operator==(const Piece&, const Piece&) = default;
  };

  // Appends a piece; `out` must not go backwards. Neighbouring copies join.
  void add(Piece piece);
  // The bytes before the edit that the bytes `span` were made from. A span in
  // inserted text gives an empty span at its place. Logarithmic.
  [[nodiscard]] Span source(Span span) const;
  // The map of two edits, one after the other: `first` made this map's input.
  [[nodiscard]] OffsetMap behind(const OffsetMap& first) const;
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  friend bool operator==(const OffsetMap&, const OffsetMap&) = default;

 private:
  std::vector<Piece> pieces_;
};

// A string under construction, made of pieces of another one.
class EditedText {
 public:
  // Copies the bytes `span` of `source`.
  void copy(std::string_view source, Span span);
  // Writes `text` in place of the bytes `span` of the source.
  void replace(std::string_view text, Span span);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const OffsetMap& map() const { return map_; }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(text_.size());
  }
  [[nodiscard]] std::string take_text() { return std::move(text_); }
  [[nodiscard]] OffsetMap take_map() { return std::move(map_); }

 private:
  std::string text_;
  OffsetMap map_;
};

}  // namespace kehoach
