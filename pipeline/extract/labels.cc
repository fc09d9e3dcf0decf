// What somebody is called whom the words behind it name.

#include "extract/agency_words.h"
#include "extract/subjects.h"

namespace kehoach {

bool Subjects::take_label(Span list, std::vector<std::string>& leads) const {
  constexpr std::string_view kLeads = " chủ trì";
  if (r_.words.everybody.exact(r_.folded(list)) == nullptr ||
      r_.words.plurals.stands_at(folded(), list.begin) ||
      folded().compare(list.end, kLeads.size(), kLeads) != 0)
    return false;
  const auto act = list.end + static_cast<std::uint32_t>(kLeads.size());
  const std::size_t stop =
      std::min<std::size_t>(folded().find_first_of(".;:", act), body_.end);
  if (stop < body_.end && text()[stop] == ':') {
    const auto name =
        skip_spaces(text(), static_cast<std::uint32_t>(stop) + 1, body_.end);
    if (names_a_body(name)) {
      add_all(leads,
              split_agencies(r_, agency_list_at(r_, name, body_.end, false)));
      return true;
    }
  }
  return act < body_.end && text()[act] == ',';
}

}  // namespace kehoach
