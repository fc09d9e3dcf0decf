// What was typed, as phrases. Private to search/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kehoach {

// All phrases must be found. `printed[i]` and `folded[i]` are the same words,
// normalised as documents are, and folded for searching.
struct Query {
  std::vector<std::string> printed;
  std::vector<std::string> folded;
  friend bool operator==(const Query&, const Query&) = default;
};

// Cuts at white space, and at quotation marks ("…", “…”) around phrases. What
// has no letter and no digit is left out. An open quotation ends with the text.
//
//   parse_query("“Trẻ em” - Đội").folded == {"tre em", "doi"}
[[nodiscard]] Query parse_query(std::string_view text);

// The whole question as one phrase.
[[nodiscard]] Query as_one_phrase(const Query& query);

}  // namespace kehoach
