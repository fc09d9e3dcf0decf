#include "extract/name_ends.h"

#include <algorithm>

#include "extract/agency_words.h"

namespace kehoach {

std::uint32_t end_of_word(std::string_view text, std::uint32_t at,
                          std::uint32_t limit) {
  while (at < limit && std::string_view(" ,;.:!?()[\n").find(text[at]) ==
                           std::string_view::npos)
    ++at;
  if (at + 1 < limit && text[at] == '.' && is_capital(text, at + 1))
    return end_of_word(text, at + 1, limit);
  return at;
}

bool NameEnds::is_behind_name(std::uint32_t at, std::uint32_t begin) const {
  if (!is_lower(decode_at(text(), at).value) ||
      r_.words.behind_names.stands_at(folded(), at) ||
      r_.words.place_kinds.stands_at(folded(), at))
    return false;
  constexpr std::uint32_t kLongestName = 100;  // bytes
  begin = std::max(begin, at - std::min(at, kLongestName));
  const std::string_view before = trim(folded().substr(begin, at - begin));
  std::size_t start = 0;
  for (const std::string_view mark : {", ", "; ", " và "}) {
    const std::size_t found = before.rfind(mark);
    if (found != std::string_view::npos)
      start = std::max(start, found + mark.size());
  }
  const std::string_view name = before.substr(start);
  return (r_.words.closed_names.stands_at(name, 0) && is_full_name(name)) ||
         (!r_.words.behind_name_ends.stands_at(folded(), at) &&
          ends_with_place(before, at));
}

// `công an xã`, `trường tiểu học xã Hoa Lư`, but not `ubnd các xã`, `ubnd 04
// xã`. `before` ends in front of `at`.
bool NameEnds::ends_with_place(std::string_view before,
                               std::uint32_t at) const {
  const std::size_t mark = before.find_last_of(",;");
  std::string_view name = before;
  if (mark != std::string_view::npos) name = trim(before.substr(mark + 1));
  if ((!r_.words.bodies.stands_at(name, 0) &&
       !r_.words.body_heads.stands_at(name, 0)) ||
      phrase_in(name, r_.words.plurals) != nullptr ||
      std::any_of(name.begin(), name.end(),
                  [](unsigned char c) { return is_digit(c); }))
    return false;
  if (r_.words.name_ends.ending(name) != nullptr) return true;
  // Behind the name of the place a single word may be part of it: `xã Hòa
  // bình`.
  const std::uint32_t next = end_of_word(text(), at, end_);
  if (next >= end_ || text()[next] != ' ') return false;
  const std::string_view kind = without_capitals(name);
  return kind.size() < name.size() &&
         r_.words.name_ends.ending(kind) != nullptr;
}

// `name`, a part of the folded text, without the words at its end that have
// capitals.
std::string_view NameEnds::without_capitals(std::string_view name) const {
  while (true) {
    const std::size_t space = name.rfind(' ');
    if (space == std::string_view::npos) return name;
    const auto word =
        static_cast<std::uint32_t>(name.data() + space + 1 - folded().data());
    if (!is_capital(text(), word)) return name;
    name = name.substr(0, space);
  }
}

// `sở nội vụ`, but not `phòng kinh tế`, with which longer names begin.
bool NameEnds::is_full_name(std::string_view name) const {
  const auto& known = r_.words.agency_names.all();
  return r_.words.agency_names.exact(name) != nullptr &&
         std::none_of(known.begin(), known.end(), [&](const Phrase& other) {
           return other.text.size() > name.size() &&
                  starts_with(other.text, name);
         });
}

bool NameEnds::is_in_company(std::uint32_t at, std::uint32_t begin) const {
  const std::uint32_t word = r_.words.company_words.size_at(folded(), at);
  if (word == 0) return false;
  const std::uint32_t name = last_name(begin, at);
  if (!r_.words.company_heads.stands_at(folded(), name)) return false;
  // A capital or a number comes before the name ends; far behind a proper
  // name it is another one: `Công ty Thủy lợi Hà Nội vận hành hợp lý các trạm
  // bơm sông Cầu`.
  constexpr int kFewWords = 3;
  const std::size_t last = text().substr(begin, at - begin - 1).rfind(' ');
  const bool named =
      last != std::string_view::npos &&
      is_capital(text(), begin + static_cast<std::uint32_t>(last) + 1);
  const std::string_view rest =
      text().substr(at, std::min<std::size_t>(end_ - at, 60));
  int words = 0;
  for (std::size_t i = word; i + 1 < rest.size(); ++i) {
    if (std::string_view(".,;:(").find(rest[i]) != std::string_view::npos)
      break;
    if (rest[i] != ' ') continue;
    // `thương mại 68`
    if (is_capital(text(), at + static_cast<std::uint32_t>(i) + 1) ||
        is_digit(static_cast<unsigned char>(rest[i + 1])))
      return !named || words <= kFewWords;
    ++words;
  }
  return false;
}

// Where the last name of the list from `begin` begins in front of `at`:
// behind a comma, if a body stands there: `Công ty Đầu tư, Xây dựng`.
std::uint32_t NameEnds::last_name(std::uint32_t begin, std::uint32_t at) const {
  for (std::uint32_t comma = at; comma > begin; --comma) {
    if (text()[comma - 1] != ',' && text()[comma - 1] != ';') continue;
    const std::uint32_t name = skip_spaces(text(), comma, end_);
    if (begins_agency(r_, name, end_)) return name;
  }
  return begin;
}

}  // namespace kehoach
