// The bodies that a leaf begins with.

#include "extract/subjects.h"

#include <algorithm>

#include "extract/agency_words.h"

namespace kehoach {

void add_all(std::vector<std::string>& to, std::vector<std::string> names) {
  for (std::string& name : names) add_agency(to, std::move(name));
}

// A body as the subject of the first verb, at the start or behind an opening
// phrase: `Căn cứ Kế hoạch này, các sở ...`.
void Subjects::first() {
  constexpr std::string_view kAlone = "riêng ";
  std::uint32_t at = behind_number(body_.begin);
  if (stands_at(folded(), at, kAlone) &&
      begins_agency(r_, at + static_cast<std::uint32_t>(kAlone.size()),
                    body_.end))
    at += static_cast<std::uint32_t>(kAlone.size());
  if (take_assembly(at) || take_person(at)) return;
  if (begins_agency(r_, at, body_.end)) {
    take_subject(at, false);
    return;
  }
  if (take_actor(at) || take_concerned(at) || subject_behind_head() ||
      subject_behind_case(at))
    return;
  // `Hằng năm các cấp ủy tập trung ...`
  if (const std::uint32_t size = r_.words.rhythms.size_at(folded(), at);
      size > 0 && names_a_body(at + size + 1)) {
    take_subject(at + size + 1, true);
    return;
  }
  if (has_opening_phrase(at) && subject_behind_opening(at)) return;
  take_doer();
}

// `- (1) Giáo viên bộ môn: ...`: behind the bullet stands a number.
std::uint32_t Subjects::behind_number(std::uint32_t at) const {
  if (at >= body_.end || text()[at] != '(') return at;
  const ListMark mark = list_mark(text().substr(at, body_.end - at));
  return mark.kind == Marker::bracket ? at + mark.size : at;
}

// `Thành phần Hội đồng do Sở Y tế quyết định`: a noun, and who does what it is
// done to. Behind a verb such words say which: `Thực hiện kế hoạch do Sở Y tế
// ban hành`.
void Subjects::take_doer() {
  constexpr std::string_view kBy = " do ";
  const std::string_view sentence =
      folded().substr(body_.begin, sentence_end() - body_.begin);
  const std::size_t by = sentence.find(kBy);
  if (by == std::string_view::npos || names_an_act(sentence.substr(0, by)))
    return;
  const std::uint32_t at =
      body_.begin + static_cast<std::uint32_t>(by + kBy.size());
  if (!names_a_body(at)) return;
  const Span list = agency_list_at(r_, at, body_.end, false);
  if (acts_at(list.end + 1)) add_all(roles_.lead, split_agencies(r_, list));
}

// A verb in small letters, or the end of a clause, in `words`, with which the
// leaf begins.
bool Subjects::names_an_act(std::string_view words) const {
  if (words.find_first_of(";:(") != std::string_view::npos ||
      has_opening_phrase(body_.begin) ||
      r_.words.conditions.stands_at(folded(), body_.begin))
    return true;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0 && words[at - 1] != ' ') continue;
    const auto here = body_.begin + static_cast<std::uint32_t>(at);
    if (at > 0 && is_capital(text(), here)) continue;
    if (r_.words.verbs.stands_at(folded(), here) ||
        r_.words.verb_nouns.stands_at(folded(), here))
      return true;
  }
  return false;
}

// A proper name or a list that opens with `các`: common nouns in the opening
// phrase's own lists are none.
bool Subjects::names_a_body(std::uint32_t at) const {
  if (!begins_agency(r_, at, body_.end)) return false;
  return is_upper(decode_at(text(), at).value) ||
         r_.words.subject_openers.stands_at(folded(), at);
}

// `Các đơn vị được giao chủ trì nhiệm vụ`, and not everybody.
Span Subjects::with_relative(Span list) const {
  if (list.empty()) return list;
  const auto first = std::upper_bound(
      matches_.begin(), matches_.end(), list.begin,
      [](std::uint32_t at, const Match& m) { return at < m.span.begin; });
  for (auto at = first; at != matches_.end() && at->span.begin <= list.end + 1;
       ++at) {
    const Match& match = *at;
    if (match.rule->attribute("what") != "relative") continue;
    const std::string_view name =
        folded().substr(list.begin, match.span.begin - 1 - list.begin);
    if (r_.words.everybody.exact(name) != nullptr) list.end = match.span.end;
  }
  if (r_.words.relatives.stands_at(folded(), list.end + 1))
    list.end = before_duty(list);
  return list;
}

// A verb that its subject does, at `at`.
bool Subjects::acts_at(std::uint32_t at) const {
  constexpr std::string_view kHold = "tổ chức";
  if (at < body_.end && stands_at(folded(), at, kHold))
    at += static_cast<std::uint32_t>(kHold.size()) + 1;
  return at < body_.end && text()[at - 1] == ' ' &&
         (r_.words.verbs.stands_at(folded(), at) || sends_some(folded(), at) ||
          r_.words.verb_nouns.stands_at(folded(), at)) &&
         !r_.words.no_acts.stands_at(folded(), at);
}

// `Thầy Hiệu trưởng Lê Văn An duyệt hồ sơ`: posts and a name, up to the verb.
bool Subjects::take_acting_person(std::uint32_t at, std::uint32_t begin) {
  std::uint32_t end = begin;
  bool named = false;
  for (std::uint32_t next = begin; next < body_.end; next = end + 1) {
    if (named && acts_at(next)) {
      add_all(roles_.lead, {std::string(text().substr(at, end - at))});
      return true;
    }
    const std::uint32_t post = r_.words.titles.size_at(folded(), next);
    if (post == 0 && (!is_capital(text(), next) ||
                      r_.words.body_heads.stands_at(folded(), next)))
      return false;
    named = named || post == 0;
    end = post > 0 ? next + post
                   : static_cast<std::uint32_t>(std::min<std::size_t>(
                         text().find_first_of(" ,;:.", next), body_.end));
    if (end >= body_.end || text()[end] != ' ') return false;
  }
  return false;
}

// `Ông. Nguyễn Văn An - Trưởng đoàn: phụ trách chung`: all up to the colon.
bool Subjects::take_person(std::uint32_t at) {
  constexpr std::size_t kLongestName = 160;  // bytes
  const std::uint32_t title = r_.words.person_titles.size_at(folded(), at);
  if (title == 0) return false;
  const std::string_view rest =
      text().substr(at, std::min<std::size_t>(kLongestName, body_.end - at));
  const std::size_t colon = rest.find(": ");
  if (colon == std::string_view::npos)
    return take_acting_person(at, skip_spaces(text(), at + title, body_.end));
  std::size_t name = title;
  while (name < colon && (rest[name] == '.' || rest[name] == ' ')) ++name;
  if (name == colon ||
      !is_capital(text(), at + static_cast<std::uint32_t>(name)) ||
      rest.substr(name, colon - name).find_first_of(".;") !=
          std::string_view::npos)
    return false;
  add_all(roles_.lead, {std::string(rest.substr(0, colon))});
  return true;
}

// `Hội nghị bầu chủ tọa`, `Trường hợp ... thì hội nghị quyết định`: one that
// decides is a body, one that is held is none, nor is `Hội nghị cử tri`.
bool Subjects::take_assembly(std::uint32_t at) {
  if (r_.words.conditions.stands_at(folded(), at)) {
    const std::size_t then =
        folded().substr(at, sentence_end() - at).find(kThen);
    if (then != std::string_view::npos)
      at += static_cast<std::uint32_t>(then + kThen.size());
  }
  const std::uint32_t size = r_.words.assemblies.size_at(folded(), at);
  if (size == 0 || r_.words.actors.stands_at(folded(), at + size + 1) ||
      !r_.words.resolutions.stands_at(folded(), at + size + 1))
    return false;
  add_all(roles_.lead, {std::string(text().substr(at, size))});
  return true;
}

// `Đối với các sở, ngành: Chủ động bố trí ...`, `Đối với các xã chưa có thì rà
// soát ...`: whom it is about does it, where nobody else is the subject.
bool Subjects::take_concerned(std::uint32_t at) {
  constexpr std::string_view kConcerning = "đối với ";
  if (folded().compare(at, kConcerning.size(), kConcerning) != 0) return false;
  at += static_cast<std::uint32_t>(kConcerning.size());
  if (!begins_agency(r_, at, body_.end)) return false;
  const std::string_view rest = folded().substr(at, sentence_end() - at);
  const std::size_t cut = std::min(rest.find(": "), rest.find(kThen));
  if (cut == std::string_view::npos ||
      rest.substr(0, cut).find_first_of(".;") != std::string_view::npos)
    return false;
  const std::uint32_t end = at + static_cast<std::uint32_t>(cut);
  const std::uint32_t act =
      end + (text()[end] == ':' ? 2 : static_cast<std::uint32_t>(kThen.size()));
  if (r_.words.conditions.stands_at(folded(), act) || has_opening_phrase(act) ||
      !acts_at(act))
    return false;
  add_all(roles_.lead, split_agencies(r_, {at, end}));
  return true;
}

// `Cử tri phát biểu ý kiến`: persons who are no body, where they act.
bool Subjects::take_actor(std::uint32_t at) {
  const std::uint32_t size = r_.words.actors.size_at(folded(), at);
  const std::uint32_t end = at + size;
  // `Giáo viên bộ môn: Nhập điểm`
  const bool is_head =
      size > 0 && end + 2 < body_.end && text()[end] == ':' && acts_at(end + 2);
  if (size == 0 || (!is_head && !acts_at(end + 1))) return false;
  add_all(roles_.lead, {std::string(text().substr(at, size))});
  return true;
}

// `Đối với vụ việc ở thôn thì Công an xã xác minh`. A name without a capital
// goes up to its word of duty: `thì cơ quan trực tiếp quản lý người đó có
// trách nhiệm ...`.
bool Subjects::subject_behind_case(std::uint32_t at) {
  if (!r_.words.conditions.stands_at(folded(), at) && !has_opening_phrase(at))
    return false;
  const std::size_t then = folded().substr(at, sentence_end() - at).find(kThen);
  if (then == std::string_view::npos) return false;
  at += static_cast<std::uint32_t>(then + kThen.size());
  if (take_actor(at)) return true;
  if (!begins_agency(r_, at, body_.end)) return false;
  Span list = agency_list_at(r_, at, body_.end, false);
  const std::uint32_t duty = next_duty(list);
  if (duty > list.end) list.end = duty;
  // `thì đơn vị nào có số lượng lớn hơn được ...` names nobody.
  if (folded().substr(list.begin, list.size()).find(" nào") !=
      std::string_view::npos)
    return false;
  if (duty == 0 && !acts_at(list.end + 1)) return false;
  add_all(roles_.lead, split_agencies(r_, list));
  return true;
}

// Where a word of duty stands behind `list` in its clause; 0 if none does.
std::uint32_t Subjects::next_duty(Span list) const {
  for (std::uint32_t at = list.end; at + 1 < body_.end; ++at) {
    if (std::string_view(".,;:(").find(text()[at]) != std::string_view::npos)
      break;
    if (text()[at] == ' ' && r_.words.duties.stands_at(folded(), at + 1))
      return at;
  }
  return 0;
}

// `Căn cứ Kế hoạch này, các sở ...`: behind a comma, or behind the grounds.
bool Subjects::subject_behind_opening(std::uint32_t at) {
  const std::size_t stop = sentence_end();
  const std::string_view ends =
      stands_at(folded(), at, "căn cứ ") ? ",);" : ",)";
  // `Để nâng cao hiệu quả, tăng cường kiểm tra, các sở ...`
  const bool purpose =
      stands_at(folded(), at, "để") || stands_at(folded(), at, "nhằm");
  for (; at < stop; ++at) {
    if (ends.find(text()[at]) == std::string_view::npos) continue;
    std::uint32_t next = at + 1;
    while (next < stop && text()[next] == ' ') ++next;
    if (next >= stop) return false;
    // `Hằng năm, căn cứ nhiệm vụ được giao, các sở ...`
    if (stands_at(folded(), next, "căn cứ ")) continue;
    if (r_.words.verbs.stands_at(folded(), next)) {
      if (!purpose && !goes_on_with_nouns(at)) return false;
      continue;
    }
    if (names_a_body(next) && take_subject(next, true)) return true;
  }
  return false;
}

// `kết quả kiểm tra, đánh giá của ...`: what stands before the comma at `at`
// was a verb used as a noun, and so is the next.
bool Subjects::goes_on_with_nouns(std::uint32_t at) const {
  return r_.words.verbs.ending(
             folded().substr(body_.begin, at - body_.begin)) != nullptr;
}

// `Khen thưởng cấp Nhà nước: Sở Nội vụ báo cáo ...`: a head that runs in.
bool Subjects::subject_behind_head() {
  const std::size_t longest = has_opening_phrase(body_.begin) ? 260 : 120;
  const std::string_view head = folded().substr(
      body_.begin, std::min<std::size_t>(body_.size(), longest));
  const std::size_t colon = head.find(": ");
  if (colon == std::string_view::npos ||
      head.substr(0, colon).find("phối hợp") != std::string_view::npos)
    return false;
  const std::uint32_t at = body_.begin + static_cast<std::uint32_t>(colon) + 2;
  if (names_a_body(at) || r_.words.heads_of_many.stands_at(folded(), at))
    return take_subject(at, true);
  std::uint32_t assembly = at;
  if (take_assembly(assembly)) return true;
  return has_opening_phrase(at) && subject_behind_opening(at);
}

bool Subjects::has_opening_phrase(std::uint32_t at) const {
  return r_.words.opening_phrases.begins_at(folded(), at) &&
         !r_.words.no_openings.stands_at(folded(), at);
}

std::size_t Subjects::sentence_end() const {
  constexpr std::string_view kStop = ". ";
  const std::string_view rest = text().substr(0, body_.end);
  for (std::size_t at = rest.find(kStop, body_.begin);
       at != std::string_view::npos; at = rest.find(kStop, at + 1)) {
    const std::size_t next = at + kStop.size();
    if (is_upper(decode_at(text(), next < text().size() ? next : at).value))
      return at;
  }
  return body_.end;
}

// True where what follows the list is its verb.
bool Subjects::take_subject(std::uint32_t at, bool needs_verb) {
  const Span list = with_relative(agency_list_at(r_, at, body_.end, false));
  if (list.empty()) return false;
  const std::string_view rest =
      trim(text().substr(list.end, body_.end - list.end));
  if (rest.empty() || rest == "." || rest == ";") return false;
  if (rest.front() == '.' || (needs_verb && rest.front() == ';')) return false;
  // `gửi Bộ Xây dựng, Bộ Tài chính để tổng hợp`: who receives.
  if (needs_verb && starts_with(rest, "để ")) return false;
  // `của Chính phủ, Bộ, ngành và tỉnh, phối hợp ...`: the end of a list.
  if (needs_verb && rest.front() == ',' &&
      !r_.words.plurals.stands_at(folded(), list.begin) &&
      !r_.words.duties.stands_at(folded(), list.end + 2))
    return false;
  if (take_label(list, roles_.lead)) return true;
  if (take_ordered(list, roles_.lead)) {
    roles_.ordered = true;
    return true;
  }
  // `Các sở ... của tỉnh` would go on as a noun; the walker stops at verbs.
  add_all(roles_.lead, split_agencies(r_, with_rest_of_name(list)));
  return true;
}

// `Ban Thường trực yêu cầu các chuyên viên thực hiện ...`: who is asked does
// it.
bool Subjects::take_ordered(Span list, std::vector<std::string>& leads) {
  const std::uint32_t at = list.end + 1;
  std::uint32_t size = r_.words.orders.size_at(folded(), at);
  if (size == 0 && opens_list()) size = r_.words.guides.size_at(folded(), at);
  if (size == 0) return false;
  // `yêu cầu lãnh đạo các sở ...`, which elsewhere is a verb.
  const std::uint32_t first = skip_spaces(text(), at + size, body_.end);
  const std::uint32_t head = r_.words.heads_of_many.size_at(folded(), first);
  Span asked = agency_list_at(r_, first + head, body_.end, false);
  if (!asked.empty()) asked.begin = first;
  const bool acts = acts_at(asked.end + 1) ||
                    (opens_list() && (asked.end == body_.end ||
                                      r_.words.within_charge.stands_at(
                                          folded(), asked.end + 1)));
  if (asked.empty() || !acts) return false;
  add_all(leads, split_agencies(r_, asked));
  const std::string_view order = folded().substr(at, size);
  roles_.requested = roles_.requested || ends_with(order, "đề nghị");
  return true;
}

// The items below are what they do.
bool Subjects::opens_list() const {
  return body_.end < text().size() && text()[body_.end] == ':';
}

// `Đồng chí Trưởng Ban xây dựng Đảng - Trưởng Tiểu ban: ...`: what stands up
// to the colon without a verb is the name.
Span Subjects::with_rest_of_name(Span list) const {
  constexpr std::size_t kLongestName = 160;  // bytes
  const std::string_view rest = folded().substr(
      list.begin, std::min<std::size_t>(body_.end - list.begin, kLongestName));
  const std::size_t colon = rest.find(": ");
  if (colon == std::string_view::npos || colon < list.size() ||
      rest.substr(0, colon).find_first_of(".;") != std::string_view::npos)
    return list;
  for (std::size_t at = list.size(); at < colon; ++at) {
    if (rest[at] == ' ' && r_.words.verbs.stands_at(rest, at + 1)) return list;
  }
  return {list.begin, list.begin + static_cast<std::uint32_t>(colon)};
}

// `Tất cả phương tiện tham gia Kế hoạch này phải ...`: up to a word of duty.
std::uint32_t Subjects::before_duty(Span list) const {
  if (!r_.words.plurals.stands_at(folded(), list.begin) &&
      !r_.words.subject_openers.stands_at(folded(), list.begin))
    return list.end;
  const std::uint32_t duty = next_duty(list);
  return duty > 0 ? duty : list.end;
}

}  // namespace kehoach
