// Private to the room: when two texts are the same.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kehoach {

// Lower case, one kind of dash, single blanks, no invisible letters; composed.
[[nodiscard]] std::string fold_for_score(std::string_view text);

// The words of a text, sorted: runs of letters and digits, with `%` behind
// them; the tone of a syllable counts, not which letter carries it.
//
//   words_of("đạt 84,3% hoà") == {"84,3%", "hoa|1", "đat|5"}
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

using Words = std::vector<std::string>;  // as words_of gives them

// The share of words that are common, of each of both.
[[nodiscard]] std::pair<double, double> overlap(const Words& a, const Words& b);
[[nodiscard]] double least_overlap(const Words& a, const Words& b);
[[nodiscard]] double most_overlap(const Words& a, const Words& b);

// The words of a body's name in order: abbreviations written out, without an
// address in front, brackets and the locality at the end.
[[nodiscard]] std::vector<std::string> agency_words(std::string_view name);
[[nodiscard]] bool same_agency(const std::vector<std::string>& a,
                               const std::vector<std::string>& b);

// Letters and digits of a document's number, without zeros in front.
[[nodiscard]] std::string code_key(std::string_view code);

[[nodiscard]] std::string without_brackets(std::string_view text);

// Pairs of indices, each used once, the most alike first; 0 is no pair.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
[[nodiscard]] Pairs pair_up(
    std::size_t golds, std::size_t found,
    const std::function<double(std::size_t, std::size_t)>& alike);

}  // namespace kehoach
