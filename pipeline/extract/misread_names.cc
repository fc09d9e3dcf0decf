#include "extract/misread_names.h"

#include <algorithm>
#include <vector>

namespace kehoach {
namespace {

// Puts `known` for `words` from `at` on if the letters are the same; true if
// they are.
bool take_marks(std::string_view known, std::size_t at,
                std::vector<std::string>& words) {
  const auto right = split(known, ' ');
  if (at + right.size() > words.size()) return false;
  for (std::size_t i = 0; i < right.size(); ++i) {
    if (fold_for_search(words[at + i]) != fold_for_search(right[i]))
      return false;
  }
  std::copy(right.begin(), right.end(),
            words.begin() + static_cast<std::ptrdiff_t>(at));
  return true;
}

}  // namespace

std::string with_known_marks(const Reading& reading, std::string_view name) {
  std::vector<std::string> words;
  for (const std::string_view word : split(name, ' ')) words.emplace_back(word);
  if (reading.words.agency_names.at(fold_for_match(name), 0) == nullptr) {
    for (const Row& row : reading.rules.table("agencies")) {
      const auto known = row.find("name");
      if (known != row.end() && take_marks(known->second, 0, words)) break;
    }
  }
  for (const Row& row : reading.rules.table("units")) {
    const auto kind = row.find("kind");
    const auto own = row.find("name");
    if (kind == row.end() || own == row.end()) continue;
    const std::string unit = kind->second + " " + own->second;
    const std::size_t size = split(unit, ' ').size();
    if (size < words.size() && take_marks(unit, words.size() - size, words))
      break;
  }
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace kehoach
