#include "read/pdf_furniture.h"

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "text/text.h"

namespace kehoach {
namespace {

// Decree 30/2020/NĐ-CP asks for margins of 20 to 25 mm, which is 0.067 to 0.084
// of the height of A4. Page numbers may stand a little further in.
constexpr float kHeadMargin = 0.075F;
constexpr float kNumberMargin = 0.1F;

bool in_margin(const LinePlace& place, float margin) {
  return place.box.y1 < margin * place.page_height ||
         place.box.y0 > (1 - margin) * place.page_height;
}

// The number that `text` holds if it is a page number: `3`, `- 3 -`, `Trang 3`,
// `3/12`.
std::optional<std::uint32_t> page_number(std::string_view text) {
  // The end of a sentence: `... năm` on the line above, `2024.` here.
  if (ends_with(text, ".") || ends_with(text, ",") || ends_with(text, ";")) {
    return std::nullopt;
  }
  std::string folded = fold_for_search(text);
  for (const std::string_view word : {"trang ", "page "}) {
    if (starts_with(folded, word)) folded.erase(0, word.size());
  }
  std::uint32_t number = 0;
  const char* end = folded.data() + folded.size();
  auto [rest, error] = std::from_chars(folded.data(), end, number);
  if (error != std::errc() || number > 9999) return std::nullopt;
  if (rest == end) return number;
  std::uint32_t of = 0;
  const bool separated = *rest == ' ';
  const auto total = std::from_chars(rest + (separated ? 1 : 0), end, of);
  const bool is_fraction = text.find('/') != std::string_view::npos;
  if (!separated || total.ec != std::errc() || total.ptr != end ||
      !is_fraction || number > of) {
    return std::nullopt;
  }
  return number;
}

// The words of a running head; numbers in it (dates, pages) may change.
std::string head_key(std::string_view text) {
  std::string key;
  for (const char c : fold_for_search(text)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit || key.empty() || key.back() != '#') key += digit ? '#' : c;
  }
  return key;
}

// Marks the lines of `group` if they stand on two pages or more.
void mark_if_repeated(SourceText& source,
                      const std::vector<std::size_t>& group) {
  std::set<std::uint32_t> pages;
  for (const std::size_t line : group) pages.insert(source.lines[line].page);
  if (pages.size() < 2) return;
  for (const std::size_t line : group) source.lines[line].furniture = true;
}

}  // namespace

bool may_be_furniture(const LinePlace& place, std::string_view text,
                      bool apart) {
  if (!place.alone || !in_margin(place, kNumberMargin)) return false;
  return page_number(text) || (apart && in_margin(place, kHeadMargin));
}

void mark_furniture(SourceText& source, const std::vector<LinePlace>& places) {
  constexpr float kSamePlace = 8;  // points
  // By how far they run ahead of the pages.
  std::map<std::int64_t, std::vector<std::size_t>> numbers;
  std::map<std::pair<std::string, long>, std::vector<std::size_t>> heads;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    SourceLine& line = source.lines[i];
    if (!places[i].alone || !in_margin(places[i], kNumberMargin)) continue;
    const std::string_view text = slice(source.text, line.span);
    if (const auto number = page_number(text)) {
      if (*number == line.page) line.furniture = true;
      numbers[std::int64_t{*number} - line.page].push_back(i);
      continue;
    }
    const std::string key = head_key(text);
    const bool has_letters = key.find_first_not_of("# ") != std::string::npos;
    if (has_letters && in_margin(places[i], kHeadMargin)) {
      const auto place = std::lround(places[i].box.y0 / kSamePlace);
      heads[{key, place}].push_back(i);
    }
  }
  for (const auto& [ahead, group] : numbers) mark_if_repeated(source, group);
  for (const auto& [key, group] : heads) mark_if_repeated(source, group);
}

}  // namespace kehoach
