#include "rulebook/misread_kind.h"

#include "rulebook/rulebook.h"

namespace kehoach {
namespace {

std::string squeezed(std::string_view text) {
  std::string letters = fold_for_search(text);
  std::erase(letters, ' ');
  return letters;
}

}  // namespace

std::string_view misread_kind(std::string_view line, const Rulebook& rules) {
  constexpr std::size_t kLongest = 60;  // bytes
  if (line.size() > kLongest || !is_all_upper(line)) return {};
  const std::string letters = squeezed(line);
  for (const Row& row : rules.table("doctypes")) {
    const auto cell = row.find("words");
    if (cell == row.end()) continue;
    for (const std::string_view words : split(cell->second, '|')) {
      if (!words.empty() && squeezed(words) == letters) return words;
    }
  }
  return {};
}

}  // namespace kehoach
