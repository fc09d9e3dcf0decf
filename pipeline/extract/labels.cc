// What somebody is called whom the words behind it name.

#include <algorithm>

#include "extract/agency_words.h"
#include "extract/subjects.h"

namespace kehoach {

bool Subjects::take_label(Span list, std::vector<std::string>& leads) const {
  constexpr std::string_view kLeads = " chủ trì";
  constexpr std::uint32_t kLongestAct = 300;  // bytes
  const auto act = list.end + static_cast<std::uint32_t>(kLeads.size());
  if (act > body_.end ||
      folded().compare(list.end, kLeads.size(), kLeads) != 0 ||
      r_.words.everybody.exact(r_.folded(list)) == nullptr ||
      r_.words.plurals.stands_at(folded(), list.begin))
    return false;
  const std::string_view clause =
      folded().substr(act, std::min(kLongestAct, body_.end - act));
  const std::size_t stop = clause.find_first_of(".;:");
  if (stop != std::string_view::npos && clause[stop] == ':') {
    const auto name = skip_spaces(
        text(), act + static_cast<std::uint32_t>(stop) + 1, body_.end);
    if (names_a_body(name)) {
      add_all(leads,
              split_agencies(r_, agency_list_at(r_, name, body_.end, false)));
      return true;
    }
  }
  return act < body_.end && text()[act] == ',';
}

}  // namespace kehoach
