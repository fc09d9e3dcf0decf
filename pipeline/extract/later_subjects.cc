// The bodies with which further sentences of a leaf begin.
#include <algorithm>

#include "extract/agency_words.h"
#include "extract/subjects.h"

namespace kehoach {

// `... . Ngân hàng hướng dẫn quy trình; từng xã phải báo cáo`: the bodies of
// further sentences, each right before its verb.
void Subjects::later() {
  const std::string_view rest = text().substr(0, body_.end);
  std::vector<std::uint32_t> starts;
  for (const std::string_view mark : {". ", "; "}) {
    for (std::size_t at = rest.find(mark, body_.begin);
         at != std::string_view::npos; at = rest.find(mark, at + 1))
      starts.push_back(static_cast<std::uint32_t>(at + mark.size()));
  }
  std::sort(starts.begin(), starts.end());
  for (std::uint32_t next : starts) {
    next = behind_opening(next);
    if (!names_a_body(next) || ends_in_those_told(next) || is_shared_act(next))
      continue;
    const Span list = agency_list_at(r_, next, body_.end, false);
    if (take_label(list, roles_.later) || take_ordered(list, roles_.later))
      continue;
    if (acts_at(list.end + 1)) add_all(roles_.later, split_agencies(r_, list));
  }
  take_doer_behind();
}

// `Rà soát bến đò (do Sở Y tế thực hiện)`, `Tham luận - Trường THPT Lê Lợi thực
// hiện.`: at the end stands who does it.
void Subjects::take_doer_behind() {
  constexpr std::string_view kDash = " - ";
  constexpr std::string_view kBy = "do ";
  const Span body = trim(text(), body_, " .;");
  const std::string_view said = r_.folded(body);
  const bool bracket = ends_with(said, ")");
  const std::size_t mark = said.rfind(bracket ? "(" : kDash);
  if (mark == std::string_view::npos || mark == 0) return;
  const std::uint32_t end = body.end - (bracket ? 1 : 0);
  std::uint32_t at = body.begin + static_cast<std::uint32_t>(
                                      mark + (bracket ? 1 : kDash.size()));
  if (starts_with(r_.folded({at, end}), kBy)) at += kBy.size();
  if (!names_a_body(at)) return;
  const Span list = agency_list_at(r_, at, end, false);
  if (r_.rules.phrases("acts_of_doers")
          .exact(trim(r_.folded({list.end, end}))) != nullptr)
    add_all(roles_.later, split_agencies(r_, list));
}

// `Trường hợp hộ nghèo thì UBND xã ...`, `Sau khi kiểm tra, UBND xã ...`: where
// the clause behind that of the case or the time begins; else `at`.
std::uint32_t Subjects::behind_opening(std::uint32_t at) const {
  constexpr std::string_view kComma = ", ";
  const bool is_case = r_.words.conditions.stands_at(folded(), at);
  if (!is_case && !stands_at(folded(), at, "sau khi")) return at;
  const std::string_view rest = folded().substr(at, body_.end - at);
  const std::string_view sentence = rest.substr(0, rest.find(". "));
  const std::string_view mark = is_case ? kThen : kComma;
  const std::size_t cut = sentence.find(mark);
  return cut == std::string_view::npos
             ? at
             : at + static_cast<std::uint32_t>(cut + mark.size());
}

// `(Giao Công an tỉnh chủ trì, phối hợp với Sở Y tế; Sở Tư pháp tham mưu)`: the
// verb at the end of a bracket is that of all who stand in it.
bool Subjects::is_shared_act(std::uint32_t at) const {
  constexpr std::uint32_t kLongestBracket = 500;  // bytes, on each side
  const std::uint32_t from =
      std::max(body_.begin, at - std::min(kLongestBracket, at));
  const std::string_view before = text().substr(from, at - from);
  const std::string_view behind =
      text().substr(at, std::min(kLongestBracket, body_.end - at));
  const std::size_t open = before.rfind('(');
  const std::size_t cut = behind.find(')');
  if (open == std::string_view::npos || cut == std::string_view::npos ||
      before.find(')', open) != std::string_view::npos)
    return false;
  const std::uint32_t close = at + static_cast<std::uint32_t>(cut);
  const Span list = agency_list_at(r_, at, close, false);
  const std::uint32_t act = list.end + 1;
  return act < close && act + r_.words.verbs.size_at(folded(), act) == close;
}

// `hướng dẫn các sở, Công an tỉnh; các xã thực hiện ...`: the list of those who
// are told what to do goes on behind the semicolon in front of `at`.
bool Subjects::ends_in_those_told(std::uint32_t at) const {
  if (at < 2 || text()[at - 2] != ';') return false;
  constexpr std::uint32_t kLongestRest = 4000;  // bytes
  const std::uint32_t end = at - 2;
  for (std::uint32_t told =
           std::max(body_.begin, end - std::min(kLongestRest, end));
       told < end; ++told) {
    if (told > body_.begin && text()[told - 1] != ' ') continue;
    const std::uint32_t size =
        std::max(r_.words.guides.size_at(folded(), told),
                 r_.words.orders.size_at(folded(), told));
    if (size > 0 && agency_list_at(r_, told + size, end, false).end == end)
      return true;
  }
  return false;
}

}  // namespace kehoach
