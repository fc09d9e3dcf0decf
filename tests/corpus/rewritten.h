// The same plan, written as somebody else would have typed it.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline.h"

namespace kehoach {

enum class Rewriting {
  composed,     // NFC
  decomposed,   // NFD
  other_tones,  // `hoà` for `hòa` and `hòa` for `hoà`
  wrapped,      // paragraphs of the body broken at 60 columns
  doubled_spaces,
  en_dashes,  // for every hyphen
  capitals,   // title and first headings
  carriage_returns
};
inline constexpr std::array<Rewriting, 8> kRewritings = {
    Rewriting::composed, Rewriting::decomposed,      Rewriting::other_tones,
    Rewriting::wrapped,  Rewriting::doubled_spaces,  Rewriting::en_dashes,
    Rewriting::capitals, Rewriting::carriage_returns};
[[nodiscard]] std::string_view name_of(Rewriting how);

// The text that was read, as UTF-8, rewritten. Where its paragraphs, headings
// and tables stand is taken from that reading.
[[nodiscard]] std::string rewritten(const Explanation& read, Rewriting how);

// What must be the same in all ways of writing: case, the place of tone marks,
// dashes and white space are folded.
[[nodiscard]] std::string fold_writing(std::string_view text);

// All facts of a plan, one a line, folded: ids, quotes, values, bodies.
[[nodiscard]] std::vector<std::string> folded_facts(const Plan& plan);

}  // namespace kehoach
