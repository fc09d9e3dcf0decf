// Private to the room: what lists of bodies and their names are asked.
#pragma once

#include <algorithm>

#include "extract/facts.h"

namespace kehoach {

// The folded text at `at` begins with `word` and the word ends there.
inline bool stands_at(std::string_view folded, std::uint32_t at,
                      std::string_view word) {
  return folded.substr(at, word.size()) == word &&
         is_word_boundary(folded, at + word.size());
}

inline std::uint32_t skip_spaces(std::string_view text, std::uint32_t at,
                                 std::uint32_t end) {
  while (at < end && text[at] == ' ') ++at;
  return at;
}

inline bool is_capital(std::string_view text, std::uint32_t at) {
  return at < text.size() && is_upper(decode_at(text, at).value);
}

// `cử 02 cán bộ`, whoever they are; `bầu cử` has no number behind it.
inline bool sends_some(std::string_view folded, std::uint32_t at) {
  constexpr std::string_view kSend = "cử ";
  const std::string_view rest =
      folded.substr(std::min<std::size_t>(at, folded.size()));
  return starts_with(rest, kSend) && rest.size() > kSend.size() &&
         is_digit(static_cast<unsigned char>(rest[kSend.size()]));
}

// `Đồng chí ...`, `các Phó Chủ tịch ...`
inline bool names_person(const Reading& reading, std::uint32_t at) {
  const std::string_view folded = reading.text.folded;
  if (const std::uint32_t many = reading.words.plurals.size_at(folded, at))
    at += many + 1;
  return reading.words.persons.stands_at(folded, at) ||
         reading.words.titles.stands_at(folded, at);
}

// The bodies of one clause of a cell: lines of it may have been joined.
[[nodiscard]] std::vector<std::string> split_cell(const Reading& reading,
                                                  Span clause);

inline constexpr std::string_view kCharge = "phụ trách";

}  // namespace kehoach
